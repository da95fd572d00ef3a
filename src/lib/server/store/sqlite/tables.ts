import type { Generated } from 'kysely';
import type { DeskState } from '#lib/domain/desk/workflow.ts';
import type { ChangeKind, ItemKind } from '#lib/domain/history/edition.ts';

/** The tables as SQL has them; texts for readers and payloads are JSON. */
export interface Tables {
  edition: {
    number: number;
    published_at: number;
    digest: string;
    note: string;
    redactions: Generated<number>;
  };
  revision: {
    kind: ItemKind;
    id: string;
    number: number;
    /** null only after a safety take-down; the hash stays, so that digests still verify. */
    payload: string | null;
    sha256: string;
    written_at: number;
    written_by: string;
    note: string | null;
  };
  /** What is public, over the half-open range of editions `[published_in, superseded_in)`. */
  public_item: {
    key: Generated<number>;
    kind: ItemKind;
    id: string;
    revision: number;
    published_in: number;
    superseded_in: number;
    lng: number | null;
    lat: number | null;
    /** Orders places by size: population, or more than any town for regions and countries. */
    weight: number;
    /** The day of a statement, the first of an event or a report; null where there is none. */
    day: string | null;
  };
  /** What each public item leans on, by what it leans on. */
  public_lean: { kind: ItemKind; id: string; key: number };
  /** The log of what each edition did to which item. */
  change: {
    edition: number;
    kind: ItemKind;
    id: string;
    change: ChangeKind;
    note: string | null;
    revision: number | null;
  };
  /** R*Tree over place and edition range; 32-bit floats, so it narrows and exact columns decide. */
  public_space: {
    key: number;
    west: number;
    east: number;
    south: number;
    north: number;
    first_edition: number;
    last_edition: number;
  };
  public_search: { rowid: number; names: string };
  object: { sha256: string; media: string; bytes: Uint8Array };
  /** What an import has read and nobody has taken over yet. */
  staged: {
    batch: string;
    place: number;
    kind: ItemKind;
    id: string;
    payload: string;
    sha256: string;
    written_at: number;
    written_by: string;
    note: string | null;
    /** What it became, where that is not the first; 0 as long as it waits for the others of its batch. */
    revision: Generated<number | null>;
    /** Whether it is for what nobody has yet: 1; 2 once it is left out, since somebody had it first. */
    only_new: Generated<number>;
  };
  /** By which links items are found again, hashed. */
  item_link: { link: string; kind: ItemKind; id: string };
  /** Batches that are on their way to the desk, and up to which draft in the order of ids each has come. */
  arriving: { batch: string; kind: string; id: string; place: number; is_shown: number };
  entry_link: {
    token_sha256: string;
    purpose: 'join' | 'reset';
    role: string | null;
    user_id: string | null;
    note: string;
    made_by: string;
    made_at: number;
    expires_at: number;
    used_at: number | null;
  };
  setting: { name: string; value: string };
  audit: {
    number: number;
    at: number;
    by: string;
    action: string;
    subject: string;
    /** null only after a safety take-down; its hash stays. */
    detail: string | null;
    detail_sha256: string;
    previous: string;
    hash: string;
  };
  desk_item: {
    kind: ItemKind;
    id: string;
    revision: number;
    state: DeskState;
    retraction: number;
    assignee: string | null;
    change: ChangeKind | null;
    note: string | null;
    embargo_until: number | null;
    updated_at: number;
    updated_by: string;
    title: string | null;
    sort: string | null;
    day_from: string | null;
    day_until: string | null;
    lng: number | null;
    lat: number | null;
    /** With which it came; null for what was written at the desk. */
    batch: string | null;
    /** What it is called in every language, folded. */
    names: string | null;
    tags: string | null;
  };
  save_key: { key: string; kind: ItemKind; id: string; revision: number; at: number };
  report_text: { report: string; number: number; text: string; pasted_at: number; pasted_by: string };
  drawn: {
    report: string;
    number: number;
    start: number;
    until: number;
    kind: ItemKind;
    id: string;
    at: number;
    by: string;
  };
  comment: {
    id: string;
    kind: ItemKind;
    item: string;
    at: number;
    by: string;
    text: string;
    resolved_at: number | null;
    resolved_by: string | null;
  };
  /** Corrections that were published before a second person saw them. */
  unreviewed: {
    kind: ItemKind;
    id: string;
    edition: number;
    revision: number;
    by: string;
    at: number;
    confirmed_by: string | null;
    confirmed_at: number | null;
  };
  taken_down: { kind: ItemKind; id: string; at: number; by: string; reason: string };
  gone_object: { sha256: string; at: number };
  widget: {
    id: string;
    name: string;
    query: string;
    words: string;
    sites: string;
    hook: string | null;
    secret: string;
    seen: number;
    made_at: number;
    made_by: string;
  };
  hook_call: {
    number: Generated<number>;
    widget: string;
    edition: number;
    body: string;
    made_at: number;
    tries: number;
    due: number | null;
    status: Generated<number | null>;
    answer: Generated<string | null>;
    answered_at: Generated<number | null>;
  };
  presence: { kind: ItemKind; id: string; person: string; at: number };
  /** The tables of better-auth, as far as we read them ourselves. */
  user: {
    id: string;
    name: string;
    email: string;
    role: string;
    twoFactorEnabled: number | null;
    createdAt: string;
  };
  edition_object: { name: string; sha256: string; published_in: number; superseded_in: number };
}
