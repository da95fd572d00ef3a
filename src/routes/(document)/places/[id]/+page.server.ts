import { error } from '@sveltejs/kit';
import { placePage } from '#lib/server/pages/place.ts';
import { pageWords } from '#lib/words/page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await placePage(await locals.asked(), locals.config, params.id);
  if (!page) error(404, pageWords[locals.lang].notFound);
  return page;
};
