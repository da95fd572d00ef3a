import { redirect } from '@sveltejs/kit';
import { address } from '#lib/domain/view/address.ts';
import { beginPlace } from '#lib/server/desk/gazetteer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

/** Nothing is kept until something is written. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const name = url.searchParams.get('name') ?? '';
  const begun = await beginPlace(staffed(locals), locals.lang, name);
  if ('to' in begun) redirect(303, begun.to);
  const back = new URLSearchParams({ q: name, fault: begun.fault });
  redirect(303, `${address(locals.lang, '/desk/places')}?${back}#add`);
};
