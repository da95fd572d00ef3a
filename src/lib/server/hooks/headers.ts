import type { Handle } from '@sveltejs/kit';
import { withFrames } from './frames.ts';

/**
 * Headers that belong to what a route answers. Pages may be kept but must be asked about again; answers that are no
 * page, and so have no policy of their own, get the strictest.
 */
export const pageHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { headers } = response;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache');
  const policy = headers.get('content-security-policy');
  headers.set(
    'content-security-policy',
    policy
      ? withFrames(event.url.pathname, policy)
      : "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  );
  return response;
};
