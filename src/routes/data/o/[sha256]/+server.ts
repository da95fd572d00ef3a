import { apiError, conditional, OPEN } from '#lib/server/api/conditional.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { sha256 } = params;
  const isName = /^[0-9a-f]{64}$/.test(sha256);
  const object = isName ? await locals.store.object(sha256) : undefined;
  if (!object && isName && (await locals.store.isGone(sha256)))
    return apiError(410, 'What this object held was taken down. Take the new one from its manifest.');
  if (!object) return apiError(404, 'There is no object of this name. Take names from a manifest.');
  const headers = {
    ...OPEN,
    'content-type': object.media,
    'cache-control': 'public, max-age=86400, immutable',
  };
  return conditional(request, `"${object.sha256}"`, headers, () => new Blob([object.bytes as BlobPart]));
};
