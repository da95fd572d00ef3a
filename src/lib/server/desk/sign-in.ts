import type { Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import type { EntryFault } from '#lib/words/sign-in.ts';
import { askAuth, type SetCookie } from '../auth/session.ts';
import type { Desk } from './desk.ts';

/** As much of a request as signing in needs. */
interface Entering {
  readonly request: Request;
  readonly url: URL;
  readonly locals: { readonly desk?: Desk; readonly lang: Lang };
  readonly cookies: {
    set(
      name: string,
      value: string,
      options: { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean; maxAge?: number },
    ): void;
  };
}

export type Came =
  | { readonly state: 'in' }
  | { readonly state: 'code' }
  | {
      readonly state: 'refused';
      readonly fault: EntryFault;
      readonly status: number;
      readonly email?: string;
    };

const deskOf = (event: Entering): Desk => {
  const { desk } = event.locals;
  if (!desk) throw new Error('the door of the desk was passed by');
  return desk;
};

async function ask(event: Entering, path: string, body: unknown) {
  const { auth, config, address: from } = deskOf(event);
  const said = await askAuth(auth, path, body, {
    headers: event.request.headers,
    origin: config.origin,
    address: from,
  });
  keepCookies(event, said.cookies, config.origin.startsWith('https:'));
  return said;
}

function keepCookies({ cookies }: Entering, all: readonly SetCookie[], secure: boolean): void {
  for (const { name, value, maxAge } of all) {
    cookies.set(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }
}

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** Sign in by e-mail and password; `code` where a second factor is asked for next. */
export async function signIn(event: Entering): Promise<Came> {
  const form = await event.request.formData();
  const email = field(form, 'email').toLowerCase();
  const password = form.get('password');
  const { status, answer } = await ask(event, '/sign-in/email', {
    email,
    password: typeof password === 'string' ? password : '',
  });
  if (status === 429) return { state: 'refused', fault: 'limit', status, email };
  // An address of no form is told no more about than one that nobody has.
  if (status !== 200)
    return {
      state: 'refused',
      fault: status >= 500 ? 'failed' : 'wrong',
      status: status >= 500 ? 502 : 401,
      email,
    };
  return answer['twoFactorRedirect'] === true ? { state: 'code' } : { state: 'in' };
}

/** The second step: a code of the app, or one of the backup codes. */
export async function passCode(event: Entering): Promise<Came> {
  const form = await event.request.formData();
  const code = field(form, 'code').replace(/\s/g, '');
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const { status } = await ask(event, path, { code });
  if (status === 200) return { state: 'in' };
  return { state: 'refused', fault: status === 429 ? 'limit' : 'code', status: 400 };
}

export async function signOut(event: Entering): Promise<void> {
  await ask(event, '/sign-out', {});
}

/** Where somebody goes who came in: to what they had asked for, if that is ours. */
export function cameIn({ url, locals }: Entering): string {
  const to = url.searchParams.get('to') ?? '';
  return /^\/(uk\/)?desk(\/|\?|$)/.test(to) ? to : address(locals.lang, '/desk');
}
