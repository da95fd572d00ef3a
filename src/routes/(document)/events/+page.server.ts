import { eventsPage } from '#lib/server/pages/events.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => eventsPage(await locals.asked(), locals.config);
