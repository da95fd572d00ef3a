import { error } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { CHOICES } from '#lib/formats/events/fields.ts';
import { reportChoices } from '#lib/server/desk/item.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { importPageWords } from '#lib/words/import-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const desk = staffed(locals);
  if (!mayImport(desk.person)) error(403, importPageWords[locals.lang].role);
  const of = url.searchParams.get('of') === 'ground' ? ('ground' as const) : ('events' as const);
  const day = of === 'ground' ? (await locals.asked()).day : undefined;
  return { of, day, reports: await reportChoices(desk), choices: CHOICES };
};
