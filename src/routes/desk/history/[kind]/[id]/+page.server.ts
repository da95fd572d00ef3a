import { error } from '@sveltejs/kit';
import { historyPage } from '#lib/server/desk/history.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { deskWords } from '#lib/words/desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await historyPage(staffed(locals), locals.lang, params.kind, params.id, url);
  if (!page) error(404, deskWords[locals.lang].refused.unknown);
  return page;
};
