import type { Person } from '#lib/domain/access/access.ts';
import type { Auth } from '../auth/auth.ts';
import type { SignedIn } from '../auth/session.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';

/** What routes of the desk are given. */
export interface Desk {
  readonly store: Store;
  readonly auth: Auth;
  readonly config: Config;
  /** Where the request came from, for the limits of signing in. */
  readonly address: string;
  /** Undefined on the pages by which somebody comes in, and there only. */
  readonly signedIn: SignedIn | undefined;
}

/** A desk with somebody at it. */
export interface StaffedDesk extends Desk {
  readonly signedIn: SignedIn;
  readonly person: Person;
}
