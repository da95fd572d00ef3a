import { error, redirect } from '@sveltejs/kit';
import { keptFor } from '#lib/domain/places/merging.ts';
import { address } from '#lib/domain/view/address.ts';
import { placePage } from '#lib/server/pages/place.ts';
import { tombstoneOf } from '#lib/server/pages/tombstone.ts';
import { pageWords } from '#lib/words/page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = await locals.asked();
  const page = await placePage(asked, locals.config, params.id);
  const gone = page ? undefined : await tombstoneOf(asked, 'place', params.id);
  // Two entries that were made one: the address of the other leads on.
  const kept = gone && keptFor(await asked.reader.places(), params.id);
  if (kept) redirect(302, address(locals.lang, `/places/${kept}`) + url.search);
  if (gone) error(410, { message: gone.message, gone });
  if (!page) error(404, pageWords[locals.lang].notFound);
  return page;
};
