import { homePage } from '#lib/server/pages/home-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  homePage(await locals.asked(), locals.config, Date.now());
