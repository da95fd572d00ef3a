import type { DeskState, Refusal, Standing } from '#lib/domain/desk/workflow.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import type { ChangeKind, ItemKind } from '#lib/domain/history/edition.ts';
import type { Conflict } from '#lib/domain/history/merge.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Period } from '#lib/domain/time/period.ts';

/** One write of one item by somebody at the desk. */
export interface Save {
  /** Made by who writes, once for each thing to be saved: a request that is repeated does nothing twice. */
  readonly key: string;
  readonly kind: ItemKind;
  /** The revision that the writing started from; 0 for what is new. */
  readonly base: number;
  readonly payload: Unfinished;
  readonly by: string;
  readonly note?: string | undefined;
}

/**
 * What became of a save. `saved`: it stands as `revision`, merged with what another wrote meanwhile where both touched
 * other fields. `conflict`: nothing was written, since both wrote the same fields; each is there to choose from.
 */
export type Saved =
  | {
      readonly outcome: 'saved';
      readonly revision: number;
      readonly payload: Unfinished;
      readonly merged: boolean;
    }
  | {
      readonly outcome: 'conflict';
      readonly conflicts: readonly Conflict[];
      /** All that does not conflict put together; mine where it does. */
      readonly merged: Unfinished;
      readonly theirs: Revision;
    };

/** Somebody's writing that cannot be taken as it is; the remedy is in the words. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

/** One write of one thing. */
export interface Revision {
  readonly number: number;
  /** Instant, UTC milliseconds. */
  readonly at: number;
  readonly by: string;
  readonly note: string | undefined;
  /** Undefined after a safety take-down. */
  readonly payload: Unfinished | undefined;
}

/** An item as a list shows it. */
export interface DeskRow {
  readonly kind: ItemKind;
  readonly id: string;
  readonly revision: number;
  readonly state: DeskState;
  /** Whether it is on its way out of the edition. */
  readonly retraction: boolean;
  readonly assignee: string | undefined;
  /** What the newsroom marks it with among itself, in order. */
  readonly tags: readonly string[];
  readonly embargo_until: number | undefined;
  readonly updated_at: number;
  readonly updated_by: string;
  readonly title: string | undefined;
  /** The kind of an event, a report or a place. */
  readonly sort: string | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly point: readonly [lng: number, lat: number] | undefined;
  /** The revision that readers see. */
  readonly published: number | undefined;
}

/** An item with all that the desk knows of it. */
export interface DeskEntry extends DeskRow {
  readonly payload: Unfinished;
  /** Of what kind the change will be in the next edition, and the note that goes with it. */
  readonly change: ChangeKind | undefined;
  readonly note: Text | undefined;
  /** Who has written it since it was last public. */
  readonly writers: readonly string[];
}

/** Which items a list shows. */
export interface QueueFilter {
  readonly states?: readonly DeskState[] | undefined;
  readonly kinds?: readonly ItemKind[] | undefined;
  readonly assignee?: string | undefined;
  readonly tag?: string | undefined;
  /** Only what is held back until an instant later than this. */
  readonly embargoedAfter?: number | undefined;
  /** Words of the title or name, in any language and spelling. */
  readonly text?: string | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
}

/** What is set on an item without writing it. Null takes a thing off. */
export interface Arrangement {
  readonly assignee?: string | null;
  readonly change?: ChangeKind | null;
  readonly note?: Text | null;
  readonly embargo_until?: number | null;
  readonly tag?: string | undefined;
  readonly untag?: string | undefined;
}

/** What an item is given when it is approved, unless somebody gave it otherwise. */
export interface Given {
  /** Instant, UTC milliseconds. */
  readonly embargo_until?: number | undefined;
}

/** The words of a report as they were pasted: for the desk alone. */
export interface PastedText {
  readonly number: number;
  readonly text: string;
  readonly at: number;
  readonly by: string;
}

/** Which words of a report an item was drawn from: UTF-16 offsets in the text of that number. */
export interface Drawn {
  readonly number: number;
  readonly start: number;
  readonly until: number;
  readonly kind: ItemKind;
  readonly id: string;
}

export interface Comment {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly text: string;
  readonly resolved_at: number | undefined;
}

/** Where the desk's work is kept. Every call is whole or not at all, and is in the audit log where it decides anything. */
export interface WorkStore {
  write(save: Save): Promise<Saved>;
  /** Several writes, all or none: where one of them is a conflict nothing is written, and it is told. */
  writeAll(saves: readonly Save[]): Promise<Saved[]>;
  item(kind: ItemKind, id: string): Promise<DeskEntry | undefined>;
  /** Items of some kinds whose newest words hold a text as a whole JSON string, e.g. the id of a place. */
  naming(kinds: readonly ItemKind[], text: string): Promise<DeskEntry[]>;
  /** The newest words of those of some items that the desk has, by id. */
  having(kind: ItemKind, ids: readonly string[]): Promise<ReadonlyMap<string, Unfinished>>;
  /**
   * Items that rest, or once rested, on what keys stand for: the key of an address, or the id of a report. Those of a
   * batch may be told before they are there.
   */
  linking(
    keys: readonly string[],
  ): Promise<{ readonly key: string; readonly kind: ItemKind; readonly id: string }[]>;
  /** Items that begin on one of some days with their point in its box, by id, without reading what they say. */
  onDays(
    kind: ItemKind,
    spots: readonly { readonly day: Day; readonly box: Box }[],
  ): Promise<{ readonly id: string; readonly day: Day; readonly point: readonly [number, number] }[]>;
  queue(filter: QueueFilter): Promise<DeskRow[]>;
  /** How many items stand where, places left out: there are thousands, none of which waits for anybody. */
  counts(): Promise<Record<DeskState | 'embargoed', number>>;
  /**
   * Move an item on, by a rule that is told how it stands.
   *
   * @param revision the one that was seen: what was written since must be seen before it is decided on
   * @param give what the rules of the newsroom give what becomes approved
   */
  move(
    item: { readonly kind: ItemKind; readonly id: string; readonly revision: number },
    by: string,
    action: string,
    rule: (standing: Standing) => DeskState | Refusal,
    give?: (payload: Unfinished) => Given,
  ): Promise<DeskState | Refusal | 'changed' | 'unknown'>;
  arrange(kind: ItemKind, id: string, by: string, what: Arrangement): Promise<boolean>;
  /** Every tag that any item has, in order. */
  tags(): Promise<string[]>;
  /** Newest first. */
  revisions(kind: ItemKind, id: string): Promise<Revision[]>;
  /**
   * Items whose point lies in a box and whose days may touch a period, the nearest to the middle of the box first: at
   * most 500.
   */
  around(kind: ItemKind, box: Box, period?: Period): Promise<DeskRow[]>;

  pasteText(report: string, text: string, by: string): Promise<number>;
  /** Newest first. */
  textsOf(report: string): Promise<PastedText[]>;
  draw(report: string, drawn: Drawn, by: string): Promise<void>;
  drawnFrom(report: string): Promise<Drawn[]>;

  comment(kind: ItemKind, id: string, text: string, by: string): Promise<void>;
  resolve(comment: string, by: string): Promise<void>;
  commentsOf(kind: ItemKind, id: string): Promise<Comment[]>;

  /** Say that somebody has an item open; who else has had it open since an instant. */
  here(kind: ItemKind, id: string, person: string, since: number): Promise<string[]>;

  setting(name: string): Promise<unknown>;
  settle(name: string, value: unknown, by: string): Promise<void>;

  /** The newest entries of the audit log, newest first. */
  audit(limit: number, before?: number): Promise<AuditEntry[]>;
  log(by: string, action: string, subject: string, detail?: unknown): Promise<void>;
  /** The first entry that does not follow from the one before it; undefined where all do. */
  verifyAudit(): Promise<{ number: number; reason: string } | undefined>;
}

export interface AuditEntry {
  readonly number: number;
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly subject: string;
  /** Undefined where it was erased. */
  readonly detail: unknown;
  readonly hash: string;
}
