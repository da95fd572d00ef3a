import type { Person, Role } from '#lib/domain/access/access.ts';

/** A link that lets somebody in or choose a new password. */
export interface EntryLink {
  readonly purpose: 'join' | 'reset';
  /** For who joins. */
  readonly role: Role | undefined;
  /** For whom a password is chosen anew. */
  readonly person: string | undefined;
  /** For whom it was made, in the words of who made it. */
  readonly note: string;
  readonly made_by: string;
  readonly made_at: number;
  readonly expires_at: number;
}

/** Somebody who has an account. */
export interface Account extends Person {
  readonly email: string;
  readonly secondFactor: boolean;
  /** Instant, UTC milliseconds; undefined where nobody is signed in by it. */
  readonly lastSeen: number | undefined;
}

/** Accounts, the links that lead to them, and what signs people in. */
export interface AccountStore {
  /** The database as better-auth takes it: its queries wait their turn among ours. */
  readonly database: { readonly db: unknown; readonly type: 'sqlite' };
  /** Random at the first start and kept with the accounts that it guards. */
  secret(): Promise<string>;
  people(): Promise<Account[]>;
  person(id: string): Promise<Person | undefined>;
  /** Set a role; refused where no admin would be left. */
  setRole(id: string, role: Role, by: string): Promise<'set' | 'last-admin' | 'unknown'>;
  /** Take the second factor off somebody who lost it, and end their sessions. False where there is none. */
  dropSecondFactor(id: string, by: string): Promise<boolean>;

  /** Keep a link by the sha256 of its token. */
  addLink(token_sha256: string, link: EntryLink): Promise<void>;
  /** Links that still lead in, newest first, without their tokens. */
  links(): Promise<(EntryLink & { readonly id: string })[]>;
  /** A link that still leads in. */
  link(token_sha256: string): Promise<EntryLink | undefined>;
  /** Use a link up, once: false where it is gone, used or too old. */
  useLink(token_sha256: string): Promise<boolean>;
  /** Give a used link back: what it was for did not come about. */
  freeLink(token_sha256: string): Promise<void>;
  /** Withdraw a link. */
  dropLink(token_sha256: string, by: string): Promise<void>;
}
