import { versionOf } from '#lib/domain/history/edition.ts';
import { apiError, etagOf, isFresh, OPEN } from '#lib/server/api/conditional.ts';
import { editionFromPath } from '#lib/server/api/data.ts';
import { packed } from '#lib/server/api/packed.ts';
import { controlFileOf } from '#lib/server/editions/control.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const reader = await editionFromPath(locals.store, params.edition);
  if (!reader) return apiError(404, `There is no edition "${params.edition.slice(0, 40)}".`);
  const etag = etagOf('control-file', versionOf(reader.edition));
  const headers = { ...OPEN, 'content-type': 'application/octet-stream', 'cache-control': 'no-cache', etag };
  if (isFresh(request, etag)) return new Response(null, { status: 304, headers });
  const { body, headers: form } = await packed(request, etag, () => controlFileOf(reader));
  return new Response(body, { headers: { ...headers, ...form } });
};
