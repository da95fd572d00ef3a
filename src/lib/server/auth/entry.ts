import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '#lib/domain/access/access.ts';
import type { Store } from '../store/store.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, type Auth } from './auth.ts';

/** How long a link leads in, in milliseconds. */
const VALID_MS = 7 * 86_400_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What a link is for: to join with a role, or to choose a password anew. */
export type Purpose =
  { readonly purpose: 'join'; readonly role: Role } | { readonly purpose: 'reset'; readonly person: string };

/**
 * Make a link that leads in once. It is shown to who made it and sent by whatever they trust: no mail server is needed.
 *
 * @param note for whom it is, so that a list of links says something
 * @returns the token; only its hash is kept
 */
export async function makeLink(
  { accounts }: Store,
  what: Purpose,
  note: string,
  by: string,
  now = Date.now(),
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await accounts.addLink(hashOf(token), {
    purpose: what.purpose,
    role: what.purpose === 'join' ? what.role : undefined,
    person: what.purpose === 'reset' ? what.person : undefined,
    note: note.trim().slice(0, 200),
    made_by: by,
    made_at: now,
    expires_at: now + VALID_MS,
  });
  return token;
}

/** The address of a link. */
export const linkAddress = (origin: string, token: string): string => `${origin}/desk/join?token=${token}`;

/** What a token leads to, if it still does. */
export const linkOf = ({ accounts }: Store, token: string) => accounts.link(hashOf(token));

/** Why somebody could not come in by a link. */
export type Refused = 'link' | 'name' | 'email' | 'taken' | 'short' | 'long';

/** What somebody gives who comes in by a link: to choose a password anew, the password alone. */
export interface Joining {
  readonly name?: string;
  readonly email?: string;
  readonly password: string;
}

/** Use a link up: make the account, or set the new password and end the sessions of the old one. */
export async function enterBy(
  store: Store,
  auth: Auth,
  token: string,
  joining: Joining,
): Promise<{ email: string } | Refused> {
  const hash = hashOf(token);
  const link = await store.accounts.link(hash);
  if (!link) return 'link';
  const { password } = joining;
  if (password.length < SHORTEST_PASSWORD) return 'short';
  if (password.length > LONGEST_PASSWORD) return 'long';
  const { internalAdapter, password: passwords } = await auth.$context;

  if (link.purpose === 'reset') {
    const known = (await store.accounts.people()).find((p) => p.id === link.person);
    if (!known || !(await store.accounts.useLink(hash))) return 'link';
    await internalAdapter.updatePassword(known.id, await passwords.hash(password));
    await internalAdapter.deleteUserSessions(known.id);
    await store.work.log(known.id, 'password', `person ${known.id}`);
    return { email: known.email };
  }

  const name = joining.name?.trim() ?? '';
  const email = joining.email?.trim().toLowerCase() ?? '';
  if (name === '' || name.length > 100) return 'name';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) return 'email';
  if (await internalAdapter.findUserByEmail(email)) return 'taken';
  if (!(await store.accounts.useLink(hash))) return 'link';
  try {
    const user = await internalAdapter.createUser(
      { name, email, emailVerified: false, role: link.role ?? 'contributor' },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: await passwords.hash(password),
    });
    await store.work.log(user.id, 'join', `person ${user.id}`, { role: link.role, invited_by: link.made_by });
  } catch (error) {
    await store.accounts.freeLink(hash);
    throw error;
  }
  return { email };
}
