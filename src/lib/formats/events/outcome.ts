import type { Day } from '../../domain/time/day.ts';
import type { Unknown } from './choices.ts';
import type { Left } from './event-row.ts';
import type { FileFault, Refused, RowFault } from './rows.ts';
import type { Unlocated } from './where.ts';

export interface AlikeRow {
  readonly row: number;
  readonly title: string;
  readonly why: 'link' | 'near';
  readonly days: number | undefined;
  readonly metres: number | undefined;
  /** The other one: a row of the file, or an event of the store. */
  readonly other: { readonly row: number | undefined; readonly id: string; readonly title: string };
}

export interface PreviewRow {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly place: string | undefined;
  readonly located: boolean;
}

/** What an import came to, or would. */
export interface EventsOutcome {
  /** Why the file is not read, or not to its end; then nothing is written. */
  readonly fault: FileFault | undefined;
  readonly rows: number;
  /** Drafts that are new. */
  readonly accepted: number;
  readonly refused: number;
  readonly refusedBy: readonly { readonly code: RowFault['code']; readonly count: number }[];
  readonly refusedRows: readonly Refused[];
  /** Left out on purpose, by the mapping. */
  readonly skipped: number;
  /** Rows that stand in the file twice. */
  readonly twice: number;
  readonly twiceRows: readonly { readonly row: number; readonly first: number }[];
  /** Rows of an earlier import. */
  readonly known: number;
  readonly alike: number;
  readonly alikeRows: readonly AlikeRow[];
  /** Of the alike, those that were left out. */
  readonly alikeLeft: number;
  readonly unlocated: number;
  readonly unlocatedNames: readonly (Unlocated & { readonly rows: number })[];
  readonly unknown: readonly (Unknown & { readonly rows: number })[];
  readonly left: readonly { readonly what: Left; readonly count: number }[];
  /** Reports that are made of links. */
  readonly reports: number;
  readonly preview: readonly PreviewRow[];
  readonly written: boolean;
}
