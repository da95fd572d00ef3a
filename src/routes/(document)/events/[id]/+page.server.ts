import { error } from '@sveltejs/kit';
import { eventPage } from '#lib/server/pages/event.ts';
import { tombstoneOf } from '#lib/server/pages/tombstone.ts';
import { pageWords } from '#lib/words/page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const asked = await locals.asked();
  const page = await eventPage(asked, locals.config, params.id);
  const gone = page ? undefined : await tombstoneOf(asked, 'event', params.id);
  if (gone) error(410, { message: gone.message, gone });
  if (!page) error(404, pageWords[locals.lang].notFound);
  return page;
};
