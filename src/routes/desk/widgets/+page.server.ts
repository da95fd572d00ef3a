import { fail } from '@sveltejs/kit';
import { mayAdminister } from '#lib/domain/access/access.ts';
import { pinWidget, widgetsPage } from '#lib/server/desk/widgets.ts';
import { editing } from '#lib/server/hooks/desk-guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const desk = editing(locals);
  return { ...(await widgetsPage(desk, locals.lang)), mayMake: mayAdminister(desk.person) };
};

export const actions: Actions = {
  pin: async ({ locals, request }) => {
    const done = await pinWidget(editing(locals), await request.formData());
    return 'fault' in done ? fail(400, done) : done;
  },
};
