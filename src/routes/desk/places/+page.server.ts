import { gazetteerPage } from '#lib/server/desk/gazetteer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  return gazetteerPage(staffed(locals), await locals.asked(), query, url.searchParams.get('fault'));
};
