import { error } from '@sveltejs/kit';
import { mayPublish } from '#lib/domain/access/access.ts';
import { publishPage } from '#lib/server/desk/publish.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { deskWords } from '#lib/words/desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const desk = staffed(locals);
  if (!mayPublish(desk.person)) error(403, deskWords[locals.lang].refused.role);
  return publishPage(desk, locals.lang);
};
