import { ABSOLUTE_MS, type Auth } from './auth.ts';

/** Somewhere that somebody is signed in. */
export interface OpenSession {
  readonly id: string;
  /** What the library knows it by; never shown. */
  readonly token: string;
  readonly from: string | undefined;
  readonly browser: string | undefined;
  /** Instants, UTC milliseconds. */
  readonly since: number;
  readonly seen: number;
}

/** Where somebody is signed in, the latest first. */
export async function sessionsOf(auth: Auth, person: string, now = Date.now()): Promise<OpenSession[]> {
  const { internalAdapter } = await auth.$context;
  const all = await internalAdapter.listSessions(person);
  return all
    .filter((s) => s.expiresAt.getTime() > now && now - s.createdAt.getTime() < ABSOLUTE_MS)
    .map((s) => ({
      id: s.id,
      token: s.token,
      from: s.ipAddress || undefined,
      browser: s.userAgent || undefined,
      since: s.createdAt.getTime(),
      seen: s.updatedAt.getTime(),
    }))
    .sort((a, b) => b.seen - a.seen);
}
