import type { RequestHandler } from './$types';

/** The store answers too. */
export const GET: RequestHandler = async ({ locals }) => {
  try {
    await locals.store.ready();
    return new Response('ready\n', { headers: { 'content-type': 'text/plain' } });
  } catch {
    return new Response('the store does not answer\n', {
      status: 503,
      headers: { 'content-type': 'text/plain' },
    });
  }
};
