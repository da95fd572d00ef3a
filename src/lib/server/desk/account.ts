import type { Lang } from '#lib/domain/text.ts';
import { ACCOUNT_DONE, type AccountDone, type AccountFault } from '#lib/words/account.ts';
import { browserOf } from '#lib/words/browser.ts';
import { instant } from '#lib/words/dates.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../auth/auth.ts';
import { sessionsOf } from '../auth/sessions.ts';
import { ask, type Entering } from './asking.ts';
import type { StaffedDesk } from './desk.ts';
import { fieldOf, passwordOf } from './forms.ts';
import { qrOf, type Qr } from './qr.ts';

const LONGEST_NAME = 100;

/** What `/desk/account` shows. */
export async function accountPage({ auth, signedIn, person }: StaffedDesk, lang: Lang, url: URL) {
  const sessions = await sessionsOf(auth, person.id);
  const asked = url.searchParams.get('done');
  return {
    email: signedIn.email,
    secondFactor: signedIn.secondFactor,
    shortest: SHORTEST_PASSWORD,
    done: ACCOUNT_DONE.find((each) => each === asked),
    sessions: sessions.map((session) => ({
      id: session.id,
      browser: browserOf(session.browser ?? ''),
      from: session.from,
      since: instant(lang, session.since),
      seen: instant(lang, session.seen),
      current: session.id === signedIn.session,
    })),
  };
}

/** What an authenticator app is given, and the codes for the day when it is lost. */
export interface Setup {
  /** What the code says; goes along until it is confirmed. */
  readonly uri: string;
  readonly qr: Qr;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** What came of something that somebody asked for their own account. */
export type Did =
  | { readonly done: AccountDone }
  | { readonly setup: Setup; readonly fault?: AccountFault }
  | { readonly codes: readonly string[] }
  | { readonly fault: AccountFault; readonly about: About };

/** The part of the page that a fault is told in. */
export type About = 'name' | 'password' | 'factor' | 'sessions';

/** An event at a desk that somebody sits at. */
export interface Asking {
  readonly event: Entering;
  readonly desk: StaffedDesk;
  readonly form: FormData;
}

const refusal = (status: number, otherwise: AccountFault): AccountFault =>
  status === 429 ? 'limit' : status >= 500 ? 'failed' : otherwise;

const tell = ({ store, person }: StaffedDesk, action: string): Promise<void> =>
  store.work.log(person.id, action, `person ${person.id}`);

export async function rename({ event, desk, form }: Asking): Promise<Did> {
  const name = fieldOf(form, 'name');
  if (name === '' || name.length > LONGEST_NAME) return { fault: 'name', about: 'name' };
  const { status } = await ask(event, '/update-user', { name });
  if (status !== 200) return { fault: refusal(status, 'failed'), about: 'name' };
  await desk.store.work.log(desk.person.id, 'renamed', `person ${desk.person.id}`, {
    from: desk.person.name,
    to: name,
  });
  return { done: 'name' };
}

/** Choose another password, and end every session but this one. */
export async function changePassword({ event, desk, form }: Asking): Promise<Did> {
  const [currentPassword, newPassword] = [passwordOf(form, 'old'), passwordOf(form, 'fresh')];
  if (newPassword.length < SHORTEST_PASSWORD) return { fault: 'short', about: 'password' };
  if (newPassword.length > LONGEST_PASSWORD) return { fault: 'long', about: 'password' };
  const { status } = await ask(event, '/change-password', {
    currentPassword,
    newPassword,
    revokeOtherSessions: true,
  });
  if (status !== 200) return { fault: refusal(status, 'wrong'), about: 'password' };
  await tell(desk, 'password');
  return { done: 'password' };
}

const setupOf = (uri: string, codes: readonly string[]): Setup => ({
  uri,
  qr: qrOf(uri),
  secret: (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 '),
  codes,
});

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];

/** Begin with a second factor: nothing is asked for at signing in until it is confirmed. */
export async function beginFactor({ event, desk, form }: Asking): Promise<Did> {
  if (desk.signedIn.secondFactor) return { fault: 'on', about: 'factor' };
  const { status, answer } = await ask(event, '/two-factor/enable', {
    password: passwordOf(form, 'password'),
  });
  const uri = answer['totpURI'];
  if (status !== 200 || typeof uri !== 'string') return { fault: refusal(status, 'wrong'), about: 'factor' };
  return { setup: setupOf(uri, listOf(answer['backupCodes'])) };
}

/** Confirm it with a code of the app. */
export async function confirmFactor({ event, desk, form }: Asking): Promise<Did> {
  const code = fieldOf(form, 'code').replace(/\s/g, '');
  const { status } = await ask(event, '/two-factor/verify-totp', { code });
  if (status === 200) {
    await tell(desk, 'second-factor-on');
    return { done: 'factor-on' };
  }
  // The page has no memory: what it showed came along, and is shown again.
  const [uri, codes] = [fieldOf(form, 'uri'), fieldOf(form, 'codes').split(' ').filter(Boolean)];
  const fault = refusal(status, 'code');
  return /^otpauth:\/\/totp\/.{1,500}$/.test(uri) && URL.canParse(uri)
    ? { setup: setupOf(uri, codes), fault }
    : { fault, about: 'factor' };
}

export async function endFactor({ event, desk, form }: Asking): Promise<Did> {
  const { status } = await ask(event, '/two-factor/disable', { password: passwordOf(form, 'password') });
  if (status !== 200) return { fault: refusal(status, 'wrong'), about: 'factor' };
  await tell(desk, 'second-factor-off');
  return { done: 'factor-off' };
}

/** New backup codes; those before lead in no more. */
export async function renewCodes({ event, desk, form }: Asking): Promise<Did> {
  const { status, answer } = await ask(event, '/two-factor/generate-backup-codes', {
    password: passwordOf(form, 'password'),
  });
  if (status !== 200) return { fault: refusal(status, 'wrong'), about: 'factor' };
  await tell(desk, 'backup-codes');
  return { codes: listOf(answer['backupCodes']) };
}

/** End one session, by the id that the page knows it by: what opens it never leaves the server. */
export async function endSession({ event, desk, form }: Asking): Promise<Did> {
  const id = fieldOf(form, 'session');
  const session = (await sessionsOf(desk.auth, desk.person.id)).find((each) => each.id === id);
  if (!session) return { fault: 'gone', about: 'sessions' };
  const { status } = await ask(event, '/revoke-session', { token: session.token });
  if (status !== 200) return { fault: refusal(status, 'failed'), about: 'sessions' };
  await tell(desk, 'session-ended');
  return { done: 'session' };
}

export async function endOthers({ event, desk }: Asking): Promise<Did> {
  const { status } = await ask(event, '/revoke-other-sessions', {});
  if (status !== 200) return { fault: refusal(status, 'failed'), about: 'sessions' };
  await tell(desk, 'sessions-ended');
  return { done: 'sessions' };
}
