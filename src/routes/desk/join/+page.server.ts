import { fail, redirect } from '@sveltejs/kit';
import { address } from '#lib/domain/view/address.ts';
import { SHORTEST_PASSWORD } from '#lib/server/auth/auth.ts';
import { enterBy, linkOf } from '#lib/server/auth/entry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const link = locals.desk && (await linkOf(locals.desk.store, url.searchParams.get('token') ?? ''));
  return { link: link && { purpose: link.purpose, role: link.role }, shortest: SHORTEST_PASSWORD };
};

export const actions: Actions = {
  default: async ({ request, url, locals }) => {
    const form = await request.formData();
    const text = (name: string): string => String(form.get(name) ?? '');
    const { desk } = locals;
    if (!desk) return fail(500, { fault: 'failed' as const });
    const joining = { name: text('name'), email: text('email'), password: text('password') };
    const came = await enterBy(desk.store, desk.auth, url.searchParams.get('token') ?? '', joining);
    if (typeof came === 'string') return fail(400, { fault: came, name: joining.name, email: joining.email });
    redirect(303, `${address(locals.lang, '/desk/sign-in')}?joined`);
  },
};
