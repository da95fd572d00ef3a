import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { address } from '#lib/domain/view/address.ts';
import * as account from '#lib/server/desk/account.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  account.accountPage(staffed(locals), locals.lang, url);

const asked = (act: (asking: account.Asking) => Promise<account.Did>) => async (event: RequestEvent) => {
  const { locals, request } = event;
  const did = await act({ event, desk: staffed(locals), form: await request.formData() });
  if ('done' in did) redirect(303, `${address(locals.lang, '/desk/account')}?done=${did.done}`);
  return 'fault' in did ? fail(400, did) : did;
};

export const actions: Actions = {
  name: asked(account.rename),
  password: asked(account.changePassword),
  begin: asked(account.beginFactor),
  confirm: asked(account.confirmFactor),
  off: asked(account.endFactor),
  codes: asked(account.renewCodes),
  end: asked(account.endSession),
  others: asked(account.endOthers),
};
