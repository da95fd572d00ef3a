import type { ReviewRule } from '#lib/domain/access/access.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { ReviewId } from '#lib/domain/control/review-id.ts';
import type { Review } from '#lib/domain/control/review.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import type { Change, ChangeKind, Edition, ItemKind } from '#lib/domain/history/edition.ts';
import type { Place, PlaceId } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { AccountStore } from './accounts.ts';
import type { PublishingStore } from './publishing.ts';
import type { WidgetStore } from './widgets.ts';
import type { WorkStore } from './work.ts';

/** The payload of each kind of item. */
export interface Items {
  readonly place: Place;
  readonly report: Report;
  readonly event: Event;
  readonly ledger: Ledger;
  /** What is said of ground: who holds it since when, or that it was looked at. */
  readonly statement: Statement | Review;
}

/** A place, report or event whose names or title match a search, best first. */
export interface SearchHit {
  readonly kind: 'place' | 'report' | 'event';
  readonly id: string;
}

/** Months as `2024-11`; `undated` is what has no day. */
export type Months = ReadonlySet<string>;

/** An item in two editions that follow one another; undefined where it is in one of them alone. */
export interface Replaced<T> {
  readonly id: string;
  readonly was: T | undefined;
  readonly is: T | undefined;
}

/** What became of an item that was public. */
export type Fate =
  | { readonly type: 'taken-down' }
  | {
      readonly type: 'retracted';
      readonly edition: number;
      /** Instant, UTC milliseconds. */
      readonly at: number;
      readonly note: Text | undefined;
      /** As it last was public. */
      readonly title: Text | string | undefined;
    };

/**
 * Everything public, as one edition has it. This is all that pages, pictures and addresses of data are given: what
 * is not in an edition cannot be asked for.
 */
export interface EditionReader {
  readonly edition: Edition;
  place(id: PlaceId): Promise<Place | undefined>;
  /** Places that stand in the gazetteer above a size, largest first: `population` or more, or no settlement at all. */
  places(options?: { population?: number }): Promise<Place[]>;
  placesIn(box: Box): Promise<Place[]>;
  report(id: ReportId): Promise<Report | undefined>;
  /** By their ids; those of some months or ids, or all. */
  reports(which?: { months?: Months; ids?: readonly string[] }): Promise<Report[]>;
  event(id: EventId): Promise<Event | undefined>;
  /** By their ids; those that begin in some months, or all. */
  events(which?: { months?: Months }): Promise<Event[]>;
  /** Events whose point lies in a box of degrees, edges included. */
  eventsIn(box: Box): Promise<Event[]>;
  ledgers(): Promise<Ledger[]>;
  statement(id: StatementId): Promise<Statement | undefined>;
  /** Statements by their ids; with `since` only those of that day and later. */
  statements(options?: { since?: Day }): Promise<Statement[]>;
  review(id: ReviewId): Promise<Review | undefined>;
  /** Every statement that ground was looked at, by id. */
  reviews(): Promise<Review[]>;
  /** What editions up to this one did to an item, oldest first. */
  historyOf(kind: ItemKind, id: string): Promise<Change[]>;
  /** Why an item that was public is not in this edition; undefined where it is, or never was up to here. */
  fateOf(kind: ItemKind, id: string): Promise<Fate | undefined>;
  /** What was erased for safety, each as its kind and id. */
  erased(): Promise<ReadonlySet<string>>;
  /** Every correction, clarification and retraction up to this edition, newest first; with `after` those of later editions than that. */
  corrections(options?: { after?: number }): Promise<(Change & { readonly published_at: number })[]>;
  /** What later editions than one did to items of a kind, up to this edition, newest first. */
  changesTo(
    kind: ItemKind,
    options: { after: number },
  ): Promise<(Change & { readonly published_at: number })[]>;
  /** What this very edition changed. */
  changes(): Promise<Change[]>;
  /** Of a kind, what this very edition changed: as it was in the edition before, and as it is. */
  replaced<K extends ItemKind>(kind: K): Promise<Replaced<Items[K]>[]>;
  /** What leans on an item, ordered by kind and id. */
  leaningOn(item: Named): Promise<{ readonly kind: ItemKind; readonly payload: Items[ItemKind] }[]>;
  search(query: string, limit: number): Promise<SearchHit[]>;
  /** The edition's objects: friendly name to sha256. */
  objects(): Promise<ReadonlyMap<string, string>>;
  /** The bytes of one of them by its name. */
  object(name: string): Promise<Uint8Array | undefined>;
  /** The bytes of all whose names begin so, by name in order: one question for all. */
  objectsUnder(beginning: string): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** An artefact named by the sha256 of its bytes. */
export interface StoredObject {
  readonly sha256: string;
  readonly media: string;
  readonly bytes: Uint8Array;
}

/** What public code may hold: editions, and readers bound to one. Drafts have no way through it. */
export interface PublicStore {
  /** The newest edition; edition 0 where nothing was published. */
  head(): Promise<Edition>;
  /** All editions, newest first. */
  editions(): Promise<Edition[]>;
  /** The last edition published before an instant (UTC ms); undefined where there was none. */
  editionBefore(instant: number): Promise<Edition | undefined>;
  /** A reader of edition `number`; undefined where there is no such edition. 0 is the empty one. */
  at(number: number): Promise<EditionReader | undefined>;
  object(sha256: string): Promise<StoredObject | undefined>;
  /** Whether there was such an object, which held what was erased since. */
  isGone(sha256: string): Promise<boolean>;
  /** A newsroom's own map; undefined where there is none. */
  widget(id: string): Promise<KeyedWidget | undefined>;
  /** Whether somebody else has to approve what a person wrote: readers are told of it. */
  review(): Promise<ReviewRule>;
  /** Rejects where the store does not answer. */
  ready(): Promise<void>;
}

/** One write of one thing. */
export interface Draft<K extends ItemKind = ItemKind> {
  readonly kind: K;
  readonly payload: Items[K];
  readonly by: string;
  readonly note?: string;
  /** In a batch: left out where the desk has the thing by the time that it comes, whatever is said of it there. */
  readonly onlyNew?: boolean;
}

/** What became of a draft of a batch. */
export interface AcceptedDraft {
  readonly kind: ItemKind;
  readonly id: string;
  /** That it became; of one that was left out, the newest there was. */
  readonly revision: number;
  readonly left?: true;
}

/** What a publication does to one item: the revision that becomes public, or none for a retraction. */
export interface PublicationEntry {
  readonly kind: ItemKind;
  readonly id: string;
  /** Ignored for a retraction. */
  readonly revision?: number;
  readonly change: ChangeKind;
  readonly note?: Text | undefined;
}

export interface Publication {
  /** Instant, UTC milliseconds; later than the edition before. */
  readonly published_at: number;
  readonly note: Text;
  readonly entries: readonly PublicationEntry[];
}

/** What a name of an edition stands for: an object, or `'same'` for what it stood for in the edition before. */
export type Built = Omit<StoredObject, 'sha256'> | 'same';

/**
 * Makes the objects of an edition from what it contains; called inside the publishing transaction. The reader is of the
 * new edition, but its objects are still those of the edition before. What is not named is no part of the new one.
 */
export type Builder = (reader: EditionReader) => Promise<ReadonlyMap<string, Built>>;

/** What cannot be published as it stands: an item leans on another that is not public. */
export class NotPublishable extends Error {
  override readonly name = 'NotPublishable';
  /** Which item leans on which. */
  readonly leans: { readonly item: Named; readonly on: Named } | undefined;

  constructor(message: string, leans?: { readonly item: Named; readonly on: Named }) {
    super(message);
    this.leans = leans;
  }
}

/** An item by its name. */
export interface Named {
  readonly kind: ItemKind;
  readonly id: string;
}

/** The latest revision of a thing. */
export interface DeskItem<K extends ItemKind = ItemKind> {
  readonly payload: Items[K];
  readonly revision: number;
  /** The revision that is public in the newest edition; none for a draft, and for what was retracted. */
  readonly published: number | undefined;
  readonly retracted: boolean;
}

/** Writing. Only the desk, imports and the seed hold this. */
export interface DeskStore {
  /** Append revisions; nothing public changes. Returns their numbers in order. */
  save(drafts: readonly Draft[]): Promise<number[]>;
  /**
   * Put drafts aside in a batch: nothing is changed until it is accepted, and others can write between the calls. A
   * batch that is never accepted is discarded after a day.
   */
  stage(batch: string, drafts: readonly Draft[]): Promise<void>;
  /**
   * Append a batch as revisions and forget it. Others write meanwhile; nobody sees any of it before all of it is there,
   * and once begun it comes whole, whatever breaks off. Their numbers by kind and id.
   */
  accept(batch: string): Promise<AcceptedDraft[]>;
  /** Forget a batch that nobody has begun to accept. */
  discard(batch: string): Promise<void>;
  /** The latest revision of every thing of a kind, with whether it is public. */
  all<K extends ItemKind>(kind: K): Promise<DeskItem<K>[]>;
  /** Make the next edition in one transaction: all of it, or nothing and `NotPublishable`. */
  publish(publication: Publication, build: Builder): Promise<Edition>;
  /** The latest revision of a thing, public or not. */
  latest<K extends ItemKind>(
    kind: K,
    id: string,
  ): Promise<{ revision: number; payload: Items[K] } | undefined>;
  /** Who has written revisions. */
  authors(): Promise<string[]>;
  /** What is public in the newest edition and was written by an author. */
  publicItems(author: string): Promise<{ kind: ItemKind; id: string }[]>;
}

export interface Store {
  readonly public: PublicStore;
  readonly desk: DeskStore;
  readonly work: WorkStore;
  readonly publishing: PublishingStore;
  readonly accounts: AccountStore;
  readonly widgets: WidgetStore;
  close(): Promise<void>;
}
