import { redirect } from '@sveltejs/kit';
import { newId } from '#lib/server/desk/item.ts';
import { itemAddress } from '#lib/server/desk/queue.ts';
import type { PageServerLoad } from './$types';

/** Nothing is kept until something is written. */
export const load: PageServerLoad = ({ locals, url }) =>
  redirect(303, itemAddress(locals.lang, 'statement', newId('statement')) + url.search);
