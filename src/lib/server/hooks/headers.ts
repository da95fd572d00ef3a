import type { Handle } from '@sveltejs/kit';

/**
 * Headers that belong to what a route answers. Pages may be kept but must be asked about again; answers that are no
 * page, and so have no policy of their own, get the strictest.
 */
export const pageHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers } = response;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache');
  if (!headers.has('content-security-policy')) {
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  }
  return response;
};
