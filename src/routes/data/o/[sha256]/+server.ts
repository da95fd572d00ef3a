import { apiError, conditional, OPEN } from '#lib/server/api/conditional.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const object = /^[0-9a-f]{64}$/.test(params.sha256) ? await locals.store.object(params.sha256) : undefined;
  if (!object) return apiError(404, 'There is no object of this name. Take names from a manifest.');
  const headers = {
    ...OPEN,
    'content-type': object.media,
    'cache-control': 'public, max-age=86400, immutable',
  };
  return conditional(request, `"${object.sha256}"`, headers, () => new Blob([object.bytes as BlobPart]));
};
