import { error } from '@sveltejs/kit';
import { itemPage, reportChoices } from '#lib/server/desk/item.ts';
import { drawnRows, textOf } from '#lib/server/desk/report.ts';
import { isId } from '#lib/server/desk/saving.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isId('report', params.id)) error(404);
  const desk = staffed(locals);
  return {
    item: await itemPage(desk, 'report', params.id, locals.lang),
    text: await textOf(desk, params.id),
    drawn: await drawnRows(desk, params.id, locals.lang),
    reports: await reportChoices(desk),
    person: desk.person,
  };
};
