import { fail, redirect } from '@sveltejs/kit';
import { address } from '#lib/domain/view/address.ts';
import { cameIn, passCode, signIn } from '#lib/server/desk/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.desk?.signedIn) redirect(303, address(locals.lang, '/desk'));
  return { joined: url.searchParams.has('joined') };
};

export const actions: Actions = {
  enter: async (event) => {
    const came = await signIn(event);
    if (came.state === 'in') redirect(303, cameIn(event));
    return came.state === 'code'
      ? { needsCode: true }
      : fail(came.status, { fault: came.fault, email: came.email });
  },
  code: async (event) => {
    const came = await passCode(event);
    if (came.state === 'in') redirect(303, cameIn(event));
    return fail(400, { fault: came.state === 'refused' ? came.fault : 'failed', needsCode: true });
  },
};
