import { redirect } from '@sveltejs/kit';
import { builderPage } from '#lib/server/embed/builder.ts';
import { addressOfSent, SENT } from '#lib/server/embed/sent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = await locals.asked();
  // A form as it was sent leads to the address of what it says, which can be kept and handed on.
  if (url.searchParams.has(SENT)) redirect(303, await addressOfSent(asked, url.searchParams));
  return builderPage(asked, locals.config, url.searchParams);
};
