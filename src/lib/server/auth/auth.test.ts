import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import { ABSOLUTE_MS, openAuth, type Auth } from './auth.ts';
import { enterBy, makeLink } from './entry.ts';
import { askAuth, signedIn } from './session.ts';

const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'four quiet herons wade';
let folder: string;
let store: Store;
let auth: Auth;
let address = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salient-auth-'));
  store = await openSqlite(join(folder, 'one.db'));
  auth = await openAuth(store.accounts, ORIGIN);
  address += 1;
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const from = (cookie = '') => ({
  headers: new Headers(cookie ? { cookie } : {}),
  origin: ORIGIN,
  address: `10.0.0.${address}`,
});
const join_ = async (email = 'olha@example.org', role: 'contributor' | 'admin' = 'admin') =>
  enterBy(store, auth, await makeLink(store, { purpose: 'join', role }, email, 'terminal'), {
    name: 'Olha',
    email,
    password: PASSWORD,
  });
const signIn = async (email = 'olha@example.org', password = PASSWORD) => {
  const { status, answer, cookies } = await askAuth(auth, '/sign-in/email', { email, password }, from());
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return { status, answer, cookie };
};

describe('accounts', () => {
  it('stand in tables that are what the library asks for', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
    expect([...toBeCreated, ...toBeAdded]).toEqual([]);
  });

  it('are made by a link, once, and sign in', async () => {
    const token = await makeLink(store, { purpose: 'join', role: 'editor' }, 'Olha', 'terminal');
    const joining = { name: 'Olha', email: 'Olha@Example.org', password: PASSWORD };
    expect(await enterBy(store, auth, token, { ...joining, password: 'short' })).toBe('short');
    expect(await enterBy(store, auth, token, { ...joining, email: 'nowhere' })).toBe('email');
    expect(await enterBy(store, auth, token, joining)).toEqual({ email: 'olha@example.org' });
    expect(await enterBy(store, auth, token, { ...joining, email: 'b@example.org' })).toBe('link');
    const { cookie } = await signIn();
    expect(await signedIn(auth, from(cookie).headers)).toMatchObject({
      person: { name: 'Olha', role: 'editor' },
      secondFactor: false,
    });
  });

  it('cannot be made without a link', async () => {
    const body = { name: 'Eve', email: 'eve@example.org', password: PASSWORD };
    const { status } = await askAuth(auth, '/sign-up/email', body, from());
    expect(status).toBe(400);
    expect(await store.accounts.people()).toEqual([]);
  });

  it('tell nobody who has one: wrong password and unknown address are answered alike', async () => {
    await join_();
    const wrong = await signIn('olha@example.org', 'five quiet herons wade');
    const unknown = await signIn('nobody@example.org');
    expect(wrong.status).toBe(401);
    expect({ ...unknown, cookie: '' }).toEqual({ ...wrong, cookie: '' });
  });

  it('are guarded against guessing from one address', async () => {
    await join_();
    const answers: number[] = [];
    for (let i = 0; i < 12; i += 1)
      answers.push((await signIn('olha@example.org', `guess number ${i}`)).status);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(answers.slice(10)).toEqual([429, 429]);
  });

  it('get a new password by a link of an admin, which ends the old sessions', async () => {
    await join_();
    const { cookie } = await signIn();
    const [person] = await store.accounts.people();
    const token = await makeLink(store, { purpose: 'reset', person: person?.id ?? '' }, 'Olha', 'admin');
    expect(await enterBy(store, auth, token, { password: 'six loud herons wade' })).toEqual({
      email: 'olha@example.org',
    });
    expect(await signedIn(auth, from(cookie).headers)).toBeUndefined();
    expect((await signIn()).status).toBe(401);
    expect((await signIn('olha@example.org', 'six loud herons wade')).status).toBe(200);
  });

  it('are signed out when somebody leaves, and after two weeks whatever they did', async () => {
    await join_();
    await join_('taras@example.org', 'contributor');
    const { cookie } = await signIn('taras@example.org');
    const headers = from(cookie).headers;
    expect((await signedIn(auth, headers))?.person.role).toBe('contributor');
    const taras = (await store.accounts.people()).find((p) => p.email === 'taras@example.org');
    expect(await store.accounts.setRole(taras?.id ?? '', 'none', 'admin')).toBe('set');
    expect(await signedIn(auth, headers)).toBeUndefined();

    const olha = await signIn();
    const own = from(olha.cookie).headers;
    expect(await signedIn(auth, own, undefined, Date.now() + ABSOLUTE_MS + 1000)).toBeUndefined();
    expect(await signedIn(auth, own)).toBeUndefined();
  });

  it('stay signed in while somebody works, and no longer than half a day without a request', async () => {
    await join_();
    const { headers } = from((await signIn()).cookie);
    const HOUR = 3_600_000;
    const begun = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: begun });
    const kept: (number | undefined)[] = [];
    const asksAfter = (hours: number) => {
      vi.setSystemTime(begun + hours * HOUR);
      return signedIn(auth, headers, (cookies) => kept.push(...cookies.map((cookie) => cookie.maxAge)));
    };
    expect((await asksAfter(8))?.person.name).toBe('Olha');
    // The browser is told to keep what it has for half a day from now.
    expect(kept).toEqual([12 * 3600]);
    expect((await asksAfter(19))?.person.name).toBe('Olha');
    expect(await asksAfter(32)).toBeUndefined();
  });

  it('always have an admin among them', async () => {
    await join_();
    const [olha] = await store.accounts.people();
    expect(await store.accounts.setRole(olha?.id ?? '', 'editor', 'x')).toBe('last-admin');
    await join_('b@example.org', 'admin');
    expect(await store.accounts.setRole(olha?.id ?? '', 'editor', 'x')).toBe('set');
  });

  it('show which links still lead in, without their tokens, and withdraw them', async () => {
    const token = await makeLink(store, { purpose: 'join', role: 'contributor' }, 'for Iryna', 'olha');
    const links = await store.accounts.links();
    expect(links).toMatchObject([{ note: 'for Iryna', role: 'contributor' }]);
    expect(JSON.stringify(links)).not.toContain(token);
    await store.accounts.dropLink(links[0]?.id ?? '', 'olha');
    expect(await enterBy(store, auth, token, { name: 'E', email: 'e@example.org', password: PASSWORD })).toBe(
      'link',
    );
    expect(await store.work.verifyAudit()).toBeUndefined();
  });
});
