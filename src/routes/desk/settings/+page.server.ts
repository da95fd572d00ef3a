import { error } from '@sveltejs/kit';
import { mayAdminister } from '#lib/domain/access/access.ts';
import { settingsPage } from '#lib/server/desk/settings.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { deskWords } from '#lib/words/desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const desk = staffed(locals);
  if (!mayAdminister(desk.person)) error(403, deskWords[locals.lang].refused.role);
  return settingsPage(desk);
};
