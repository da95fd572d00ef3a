import { searchPage } from '#lib/server/pages/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  searchPage(await locals.asked(), locals.config, url.searchParams.get('q') ?? '');
