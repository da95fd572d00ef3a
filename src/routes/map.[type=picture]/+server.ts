import { conditional, OPEN } from '#lib/server/api/conditional.ts';
import { pictureOf, readPicture } from '#lib/server/api/picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const asked = await locals.asked();
  const wanted = readPicture(url.searchParams);
  const type = params.type === 'png' ? 'png' : 'svg';
  const { etag, media, make } = pictureOf(asked, wanted, type, locals.config);
  return conditional(request, etag, { ...OPEN, 'content-type': media, 'cache-control': 'no-cache' }, make);
};
