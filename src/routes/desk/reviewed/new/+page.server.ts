import { error, redirect } from '@sveltejs/kit';
import { mayReview } from '#lib/domain/access/access.ts';
import { newId } from '#lib/server/desk/item.ts';
import { itemAddress } from '#lib/server/desk/queue.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { deskWords } from '#lib/words/desk.ts';
import type { PageServerLoad } from './$types';

/** Nothing is kept until something is written. */
export const load: PageServerLoad = ({ locals, url }) => {
  if (!mayReview(staffed(locals).person)) error(403, deskWords[locals.lang].refused.role);
  redirect(303, itemAddress(locals.lang, 'statement', newId('review')) + url.search);
};
