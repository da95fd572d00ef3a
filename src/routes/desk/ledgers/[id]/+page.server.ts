import { error } from '@sveltejs/kit';
import { begunItem, isLedgerId } from '#lib/server/desk/gazetteer.ts';
import { itemPage } from '#lib/server/desk/item.ts';
import { isId } from '#lib/server/desk/saving.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!isId('ledger', params.id)) error(404);
  const desk = staffed(locals);
  const item = await itemPage(desk, 'ledger', params.id, locals.lang);
  if (item.revision === 0 && !isLedgerId(params.id)) error(404);
  return { item: begunItem(item, null), person: desk.person };
};
