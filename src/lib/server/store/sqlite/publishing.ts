import type { Kysely } from 'kysely';
import type { Edition } from '#lib/domain/history/edition.ts';
import type { Text } from '#lib/domain/text.ts';
import type { PublishingStore, Rebuilder, Seen, TakeDown, TakenDown, Unreviewed } from '../publishing.ts';
import type { Builder } from '../store.ts';
import { confirm, nextRelease, publishSeen, releaseDue, unreviewed } from './releasing.ts';
import { copiesOf, takeDown, wipe } from './take-down.ts';
import type { Tables } from './tables.ts';

/** How what is approved becomes public in the embedded store, and how it goes. */
export class SqlitePublishing implements PublishingStore {
  readonly #db: Kysely<Tables>;
  readonly #file: string;
  readonly #now: () => number;

  constructor(db: Kysely<Tables>, file: string, now: () => number) {
    this.#db = db;
    this.#file = file;
    this.#now = now;
  }

  publishSeen = (seen: Seen, build: Builder): Promise<Edition> => publishSeen(this.#db, seen, build);
  releaseDue = (note: Text, build: Builder): Promise<Edition | undefined> =>
    releaseDue(this.#db, note, build);
  nextRelease = (): Promise<number | undefined> => nextRelease(this.#db);
  unreviewed = (): Promise<Unreviewed[]> => unreviewed(this.#db);
  confirm = (what: Pick<Unreviewed, 'kind' | 'id' | 'edition'>, by: string): Promise<boolean> =>
    confirm(this.#db, what, by, this.#now());

  async takeDown(what: TakeDown, rebuild: Rebuilder): Promise<TakenDown | undefined> {
    const done = await takeDown(this.#db, what, rebuild, this.#now());
    if (!done) return undefined;
    const isWiped = await wipe(this.#db);
    return { ...done, copies: [...copiesOf(this.#file), ...(isWiped ? [] : [`${this.#file}-wal`])] };
  }
}
