import { address } from '#lib/domain/view/address.ts';
import type { EntryFault } from '#lib/words/sign-in.ts';
import { addressDigest, NOBODY } from './address-digest.ts';
import { ask, deskOf, type Entering } from './asking.ts';
import type { Desk } from './desk.ts';
import { fieldOf, passwordOf } from './forms.ts';

export type Came =
  | { readonly state: 'in' }
  | { readonly state: 'code' }
  | {
      readonly state: 'refused';
      readonly fault: EntryFault;
      readonly status: number;
      readonly email?: string;
    };

/** Sign in by e-mail and password; `code` where a second factor is asked for next. */
export async function signIn(event: Entering): Promise<Came> {
  const form = await event.request.formData();
  const email = fieldOf(form, 'email').toLowerCase();
  const { status, answer } = await ask(event, '/sign-in/email', {
    email,
    password: passwordOf(form, 'password'),
  });
  if (status === 429) return { state: 'refused', fault: 'limit', status, email };
  // An address of no form is told no more about than one that nobody has.
  if (status !== 200) {
    if (status < 500) await tellFailed(deskOf(event), 'sign-in-failed', email);
    return {
      state: 'refused',
      fault: status >= 500 ? 'failed' : 'wrong',
      status: status >= 500 ? 502 : 401,
      email,
    };
  }
  if (answer['twoFactorRedirect'] === true) return { state: 'code' };
  await tellCame(deskOf(event), answer);
  return { state: 'in' };
}

/** The second step: a code of the app, or one of the backup codes. */
export async function passCode(event: Entering): Promise<Came> {
  const form = await event.request.formData();
  const code = fieldOf(form, 'code').replace(/\s/g, '');
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const { status, answer } = await ask(event, path, { code });
  if (status === 200) {
    await tellCame(deskOf(event), answer);
    return { state: 'in' };
  }
  if (status < 500 && status !== 429) await tellFailed(deskOf(event), 'code-failed');
  return { state: 'refused', fault: status === 429 ? 'limit' : 'code', status: 400 };
}

export async function signOut(event: Entering): Promise<void> {
  const { store, signedIn } = deskOf(event);
  await ask(event, '/sign-out', {});
  if (signedIn) await store.work.log(signedIn.person.id, 'sign-out', `person ${signedIn.person.id}`);
}

async function tellCame({ store }: Desk, answer: Record<string, unknown>): Promise<void> {
  const { id } = (answer['user'] ?? {}) as { id?: unknown };
  if (typeof id === 'string') await store.work.log(id, 'sign-in', `person ${id}`);
}

/** Somebody did not come in. The log is kept for good, so it gets no address that a stranger typed, only its digest. */
async function tellFailed({ store }: Desk, action: string, email?: string): Promise<void> {
  const subject = email === undefined ? 'code' : `address ${await addressDigest(store, email)}`;
  await store.work.log(NOBODY, action, subject);
}

/** Where somebody goes who came in: to what they had asked for, if that is ours. */
export function cameIn({ url, locals }: Entering): string {
  const to = url.searchParams.get('to') ?? '';
  return /^\/(uk\/)?desk(\/|\?|$)/.test(to) ? to : address(locals.lang, '/desk');
}
