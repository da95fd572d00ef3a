import { basemapJson, basemapKey } from '#lib/server/api/basemap.ts';
import { apiError, isFresh, OPEN } from '#lib/server/api/conditional.ts';
import { packed } from '#lib/server/api/packed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, request }) => {
  const key = basemapKey();
  if (params.hash !== key) return apiError(404, `There is no base map "${params.hash.slice(0, 40)}".`);
  const headers = {
    ...OPEN,
    etag: `"${key}"`,
    'content-type': 'application/json',
    'cache-control': 'public, max-age=31536000, immutable',
  };
  if (isFresh(request, `"${key}"`)) return new Response(null, { status: 304, headers });
  const { body, headers: form } = await packed(request, `basemap ${key}`, basemapJson);
  return new Response(body, { headers: { ...headers, ...form } });
};
