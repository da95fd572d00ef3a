import { json } from '@sveltejs/kit';
import { basemapAddress } from '#lib/server/api/basemap.ts';
import { namesAddress } from '#lib/server/api/names.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

/** Where a map of the desk gets what it is drawn from. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { store } = staffed(locals);
  const { number } = await store.public.head();
  const lang = url.searchParams.get('lang') === 'uk' ? 'uk' : 'en';
  return json({ basemap: basemapAddress(), names: namesAddress(number, lang) });
};
