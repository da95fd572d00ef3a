import { correctionsPage } from '#lib/server/pages/corrections.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  correctionsPage(await locals.asked(), locals.config, locals.store);
