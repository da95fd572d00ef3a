import { queuePage } from '#lib/server/desk/queue.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => queuePage(staffed(locals), locals.lang, url);
