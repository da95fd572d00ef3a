import { apiError, conditional, OPEN } from '#lib/server/api/conditional.ts';
import { editionFromPath } from '#lib/server/api/data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const reader = await editionFromPath(locals.store, params.edition);
  const sha256 = (await reader?.objects())?.get(params.name);
  const object = sha256 && (await locals.store.object(sha256));
  if (!object)
    return apiError(
      404,
      `There is no "${params.name.slice(0, 40)}" of edition "${params.edition.slice(0, 40)}".`,
    );
  const headers = { ...OPEN, 'content-type': object.media, 'cache-control': 'no-cache' };
  return conditional(request, `"${object.sha256}"`, headers, () => new Blob([object.bytes as BlobPart]));
};
