import { fail, type RequestEvent } from '@sveltejs/kit';
import type { StaffedDesk } from '#lib/server/desk/desk.ts';
import { dropKey, keysPage, makeKey, settleKey, type Done } from '#lib/server/desk/widgets.ts';
import { administered } from '#lib/server/hooks/desk-guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => keysPage(administered(locals));

const asked =
  (act: (desk: StaffedDesk, form: FormData) => Promise<Done>) =>
  async ({ locals, request }: RequestEvent) => {
    const done = await act(administered(locals), await request.formData());
    return 'fault' in done ? fail(400, done) : done;
  };

export const actions: Actions = {
  make: asked(makeKey),
  settle: asked(settleKey),
  drop: asked(dropKey),
};
