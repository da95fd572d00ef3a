import { redirect } from '@sveltejs/kit';
import { address } from '#lib/domain/view/address.ts';
import { isLedgerId } from '#lib/server/desk/gazetteer.ts';
import { itemAddress } from '#lib/server/desk/queue.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

/** Nothing is kept until something is written. */
export const load: PageServerLoad = ({ locals, url }) => {
  staffed(locals);
  const id = url.searchParams.get('of') ?? '';
  redirect(
    303,
    isLedgerId(id) ? itemAddress(locals.lang, 'ledger', id) : address(locals.lang, '/desk/places'),
  );
};
