import { error } from '@sveltejs/kit';
import { itemPage, reportChoices } from '#lib/server/desk/item.ts';
import { placesById } from '#lib/server/desk/places.ts';
import { isId } from '#lib/server/desk/saving.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isId('event', params.id)) error(404);
  const desk = staffed(locals);
  const item = await itemPage(desk, 'event', params.id, locals.lang);
  const place = (item.payload['location'] as { place?: string } | undefined)?.place;
  return {
    item,
    reports: await reportChoices(desk),
    place: placesById(await locals.asked(), place ? [place] : [])[0],
    person: desk.person,
  };
};
