import { reportsPage } from '#lib/server/pages/report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => reportsPage(await locals.asked(), locals.config);
