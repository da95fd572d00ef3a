import { methodPage } from '#lib/server/pages/method.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  methodPage(await locals.asked(), locals.config, await locals.store.review());
