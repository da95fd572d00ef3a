import type { Person, Role } from '#lib/domain/access/access.ts';
import { ABSOLUTE_MS, ADDRESS_HEADER, AUTH_PATH, type Auth } from './auth.ts';

/** Somebody signed in, as the session says. */
export interface SignedIn {
  readonly person: Person;
  readonly email: string;
  readonly secondFactor: boolean;
  readonly session: string;
}

/**
 * Who asks; undefined for nobody, for who has left, and for a session that is too old.
 *
 * @param renewed is told the cookies that go on with the session: who works is not signed out for having come long ago
 */
export async function signedIn(
  auth: Auth,
  headers: Headers,
  renewed: (cookies: readonly SetCookie[]) => void = () => {},
  now = Date.now(),
): Promise<SignedIn | undefined> {
  if (!headers.get('cookie')?.includes('session_token')) return undefined;
  const { response: found, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
  if (!found) return undefined;
  const { user, session } = found;
  if (now - session.createdAt.getTime() > ABSOLUTE_MS) {
    await (await auth.$context).internalAdapter.deleteSession(session.token);
    return undefined;
  }
  const role = (user as { role?: Role }).role ?? 'none';
  if (role === 'none') return undefined;
  renewed(answered.getSetCookie().map(readCookie));
  return {
    person: { id: user.id, name: user.name, role },
    email: user.email,
    secondFactor: Boolean((user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled),
    session: session.id,
  };
}

/** A cookie to be set, as the library words it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAge: number | undefined;
}

/**
 * Ask the library as a browser would, so that its limits and checks hold for forms without a script too.
 *
 * @param path below the library's own address, e.g. `/sign-in/email`
 */
export async function askAuth(
  auth: Auth,
  path: string,
  body: unknown,
  from: { readonly headers: Headers; readonly origin: string; readonly address: string },
): Promise<{ status: number; answer: Record<string, unknown>; cookies: SetCookie[] }> {
  const headers = new Headers({ 'content-type': 'application/json', origin: from.origin });
  headers.set(ADDRESS_HEADER, from.address);
  for (const name of ['cookie', 'user-agent']) {
    const value = from.headers.get(name);
    if (value) headers.set(name, value);
  }
  const response = await auth.handler(
    new Request(`${from.origin}${AUTH_PATH}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  const text = await response.text();
  return {
    status: response.status,
    answer: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>,
    cookies: response.headers.getSetCookie().map(readCookie),
  };
}

function readCookie(line: string): SetCookie {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const at = pair.indexOf('=');
  const age = attributes.find((a) => /^max-age=/i.test(a));
  return {
    name: pair.slice(0, at),
    value: decodeURIComponent(pair.slice(at + 1)),
    maxAge: age === undefined ? undefined : Number(age.slice(8)),
  };
}
