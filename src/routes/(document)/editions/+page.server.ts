import { editionsPage } from '#lib/server/pages/editions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  editionsPage(await locals.asked(), locals.config, locals.store);
