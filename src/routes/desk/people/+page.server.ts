import { fail, type RequestEvent } from '@sveltejs/kit';
import type { StaffedDesk } from '#lib/server/desk/desk.ts';
import {
  changeRole,
  dropSecondFactor,
  invite,
  passwordLink,
  peoplePage,
  withdraw,
  type Asked,
} from '#lib/server/desk/people.ts';
import { administered } from '#lib/server/hooks/desk-guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => peoplePage(administered(locals), locals.lang);

const asked =
  (act: (desk: StaffedDesk, form: FormData) => Promise<Asked>) =>
  async ({ locals, request }: RequestEvent) => {
    const said = await act(administered(locals), await request.formData());
    return 'fault' in said ? fail(400, said) : said;
  };

export const actions: Actions = {
  role: asked(changeRole),
  invite: asked(invite),
  password: asked(passwordLink),
  factor: asked(dropSecondFactor),
  withdraw: asked(withdraw),
};
