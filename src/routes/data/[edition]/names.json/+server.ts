import { versionOf } from '#lib/domain/history/edition.ts';
import { LANGS } from '#lib/domain/text.ts';
import { apiError, etagOf, isFresh, OPEN } from '#lib/server/api/conditional.ts';
import { editionFromPath } from '#lib/server/api/data.ts';
import { namesOf } from '#lib/server/api/names.ts';
import { packed } from '#lib/server/api/packed.ts';
import { basemapHash } from '#lib/server/draw/basemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const reader = await editionFromPath(locals.store, params.edition);
  if (!reader) return apiError(404, `There is no edition "${params.edition.slice(0, 40)}".`);
  const lang = LANGS.find((l) => l === url.searchParams.get('lang')) ?? 'en';
  const etag = etagOf('names', versionOf(reader.edition), basemapHash(), lang);
  const headers = { ...OPEN, etag, 'content-type': 'application/json', 'cache-control': 'no-cache' };
  if (isFresh(request, etag)) return new Response(null, { status: 304, headers });
  const { body, headers: form } = await packed(request, etag, async () =>
    JSON.stringify(await namesOf(reader, lang)),
  );
  return new Response(body, { headers: { ...headers, ...form } });
};
