import { auditPage, verifyChain } from '#lib/server/desk/audit.ts';
import { administered } from '#lib/server/hooks/desk-guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => auditPage(administered(locals), locals.lang, url);

export const actions: Actions = {
  verify: ({ locals }) => verifyChain(administered(locals)),
};
