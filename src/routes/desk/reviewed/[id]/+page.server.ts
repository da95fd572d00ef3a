import { error } from '@sveltejs/kit';
import { mayReview } from '#lib/domain/access/access.ts';
import { isReviewId } from '#lib/domain/control/review-id.ts';
import { itemPage } from '#lib/server/desk/item.ts';
import { oblastChoices } from '#lib/server/pages/regions.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { deskWords } from '#lib/words/desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const desk = staffed(locals);
  if (!mayReview(desk.person)) error(403, deskWords[locals.lang].refused.role);
  if (!isReviewId(params.id)) error(404);
  const item = await itemPage(desk, 'statement', params.id, locals.lang);
  const { day } = await locals.asked();
  const payload =
    item.revision === 0 ? { basis: 'reviewed', ...(day ? { day } : {}), ...item.payload } : item.payload;
  return { item: { ...item, payload }, oblasts: oblastChoices(locals.lang), person: desk.person };
};
