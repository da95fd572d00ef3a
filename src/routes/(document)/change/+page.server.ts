import { changePage } from '#lib/server/pages/change.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  changePage(await locals.asked(), locals.config, url.searchParams);
