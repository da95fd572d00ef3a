import { redirect } from '@sveltejs/kit';
import { address } from '#lib/domain/view/address.ts';
import { signOut } from '#lib/server/desk/sign-in.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  await signOut(event);
  redirect(303, address(event.locals.lang, '/desk/sign-in'));
};
