import { error } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { CHOICES } from '#lib/formats/events/fields.ts';
import { reportChoices } from '#lib/server/desk/item.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { importPageWords } from '#lib/words/import-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const desk = staffed(locals);
  if (!mayImport(desk.person)) error(403, importPageWords[locals.lang].role);
  return { reports: await reportChoices(desk), choices: CHOICES };
};
