import { error } from '@sveltejs/kit';
import { reportPage } from '#lib/server/pages/report.ts';
import { pageWords } from '#lib/words/page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await reportPage(await locals.asked(), locals.config, params.id);
  if (!page) error(404, pageWords[locals.lang].notFound);
  return page;
};
