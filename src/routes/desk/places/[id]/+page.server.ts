import { error } from '@sveltejs/kit';
import { itemPage } from '#lib/server/desk/item.ts';
import { isId } from '#lib/server/desk/saving.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isId('place', params.id)) error(404);
  const desk = staffed(locals);
  return { item: await itemPage(desk, 'place', params.id, locals.lang), person: desk.person };
};
