import { error } from '@sveltejs/kit';
import { isReviewId } from '#lib/domain/control/review-id.ts';
import { itemPage, reportChoices } from '#lib/server/desk/item.ts';
import { placesById } from '#lib/server/desk/places.ts';
import { isId } from '#lib/server/desk/saving.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

/** A change of ground is assessed and adds a piece, until somebody says otherwise. */
const BLANK = { basis: 'assessed', extent: 'patch', places: [], citations: [] };

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isId('statement', params.id) || isReviewId(params.id)) error(404);
  const desk = staffed(locals);
  const item = await itemPage(desk, 'statement', params.id, locals.lang);
  const asked = await locals.asked();
  const payload =
    item.revision === 0
      ? { ...BLANK, ...(asked.day ? { day: asked.day } : {}), ...item.payload }
      : item.payload;
  const places = (payload['places'] as string[] | undefined) ?? [];
  return {
    item: { ...item, payload },
    reports: await reportChoices(desk),
    places: placesById(asked, places),
    person: desk.person,
  };
};
