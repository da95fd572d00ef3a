import { error } from '@sveltejs/kit';
import { begunItem } from '#lib/server/desk/gazetteer.ts';
import { itemPage } from '#lib/server/desk/item.ts';
import { isId } from '#lib/server/desk/saving.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!isId('place', params.id)) error(404);
  const desk = staffed(locals);
  const item = await itemPage(desk, 'place', params.id, locals.lang);
  return { item: begunItem(item, url.searchParams.get('name')), person: desk.person };
};
