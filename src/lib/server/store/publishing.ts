import type { ChangeKind, Edition, ItemKind } from '#lib/domain/history/edition.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Builder, EditionReader, Months, PublicationEntry, StoredObject } from './store.ts';

/** What an editor saw and wants published: that, or nothing. */
export interface Seen {
  /** The newest edition when it was shown. */
  readonly edition: number;
  readonly by: string;
  readonly note: Text;
  /** Of a retraction too the revision is given that was seen. */
  readonly entries: readonly (PublicationEntry & { readonly revision: number })[];
  /** Not approved by a second person: published all the same, and to be reviewed after. */
  readonly urgent?: boolean;
}

/** Why what was shown is no more what would be published. */
export class NotAsSeen extends Error {
  override readonly name = 'NotAsSeen';
  readonly what: 'edition' | 'item';

  constructor(what: 'edition' | 'item', message: string) {
    super(message);
    this.what = what;
  }
}

/** What was published before a second person saw it. */
export interface Unreviewed {
  readonly kind: ItemKind;
  readonly id: string;
  readonly edition: number;
  readonly revision: number;
  readonly by: string;
  readonly at: number;
  readonly title: string | undefined;
}

/** Of what sort the reason for a take-down is; its words would tell what was taken down. */
export const REASONS = ['endangers', 'privacy', 'prisoner', 'law'] as const;
export type Reason = (typeof REASONS)[number];

export interface TakeDown {
  readonly kind: ItemKind;
  readonly id: string;
  readonly by: string;
  readonly reason: Reason;
}

export interface TakenDown {
  /** The editions that held it, and were made without it. */
  readonly editions: readonly number[];
  /** Objects that are gone for good. */
  readonly objects: readonly string[];
  /** Files beside the database that may still hold it: copies made before an update, a log that others kept open. */
  readonly copies: readonly string[];
}

/** What is erased, as far as it decides which objects are made anew. */
export interface Erased {
  readonly kind: ItemKind;
  /** Those in which it stands, and in which events stand that lean on it. */
  readonly months: Months;
}

/** Makes the objects of an edition anew that may hold what is erased. */
export interface Rebuilder {
  /** Whether an object of this name may hold it. */
  holds(erased: Erased, name: string): boolean;
  /**
   * All of them, from what the edition contains and nothing that was made before.
   *
   * @param held the names of those that the edition had
   */
  build(
    erased: Erased,
    reader: EditionReader,
    held: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, Omit<StoredObject, 'sha256'>>>;
}

/** How what is approved becomes public, and how it goes. */
export interface PublishingStore {
  /** Publish what was seen, in one transaction with its entry in the audit log; else `NotAsSeen` or `NotPublishable`. */
  publishSeen(seen: Seen, build: Builder): Promise<Edition>;
  /**
   * Publish what was held back and is due by the clock of the database, once, whoever else asks. What is due within a
   * minute of another goes with it. What leans on something that is not public waits for an editor.
   */
  releaseDue(note: Text, build: Builder): Promise<Edition | undefined>;
  /** In how many milliseconds something is due that is not yet; undefined where nothing is held back. */
  nextRelease(): Promise<number | undefined>;
  /** Newest first. */
  unreviewed(): Promise<Unreviewed[]>;
  /** Say that what was published unreviewed is right. False where it was said already. */
  confirm(what: Pick<Unreviewed, 'kind' | 'id' | 'edition'>, by: string): Promise<boolean>;
  /** Erase an item from every edition and from the desk. Undefined where there is no such item. */
  takeDown(what: TakeDown, rebuild: Rebuilder): Promise<TakenDown | undefined>;
}

/** Of what kind a change is unless somebody says otherwise. */
export const usualChange = (
  wanted: ChangeKind | undefined,
  isPublic: boolean,
  isRetraction: boolean,
): ChangeKind =>
  isRetraction
    ? 'retraction'
    : !isPublic
      ? 'new'
      : wanted === undefined || wanted === 'new' || wanted === 'retraction'
        ? 'update'
        : wanted;
