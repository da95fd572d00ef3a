import { error } from '@sveltejs/kit';
import { dayPage } from '#lib/server/pages/day.ts';
import { pageWords } from '#lib/words/page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await dayPage(await locals.asked(), locals.config, params.day);
  if (!page) error(404, pageWords[locals.lang].notFound);
  return page;
};
