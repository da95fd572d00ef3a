import { examplesPage } from '#lib/server/embed/examples.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  examplesPage(await locals.asked(), locals.store, locals.config);
