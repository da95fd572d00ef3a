import { apiError, conditional, OPEN } from '#lib/server/api/conditional.ts';
import { editionFromPath } from '#lib/server/api/data.ts';
import { wholeList } from '#lib/server/api/whole-list.ts';
import { listNamed } from '#lib/server/editions/lists.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const reader = await editionFromPath(locals.store, params.edition);
  const objects = await reader?.objects();
  const sha256 = objects?.get(params.name);
  const list = listNamed(params.name);
  if (objects && list && !sha256) {
    const { etag, body } = wholeList(locals.store, list, objects);
    return conditional(request, etag, headersOf(list.media), body);
  }
  const object = sha256 && (await locals.store.object(sha256));
  if (!object)
    return apiError(
      404,
      `There is no "${params.name.slice(0, 40)}" of edition "${params.edition.slice(0, 40)}".`,
    );
  return conditional(
    request,
    `"${object.sha256}"`,
    headersOf(object.media),
    () => new Blob([object.bytes as BlobPart]),
  );
};

const headersOf = (media: string) => ({ ...OPEN, 'content-type': media, 'cache-control': 'no-cache' });
