import type { Generated } from 'kysely';
import type { ChangeKind, ItemKind } from '#lib/domain/history/edition.ts';

/** The tables as SQL has them; texts for readers and payloads are JSON. */
export interface Tables {
  edition: { number: number; published_at: number; digest: string; note: string };
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
    /** The day of a statement; of nothing else. */
    day: string | null;
  };
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
  };
  edition_object: { name: string; sha256: string; published_in: number; superseded_in: number };
}
