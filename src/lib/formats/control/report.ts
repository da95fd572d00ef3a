import type { Basis, Holder } from '../../domain/control/statement.ts';
import type { GroundFault } from '../../domain/control/whole.ts';
import type { Day } from '../../domain/time/day.ts';

/** Where in what was given: a file, and in it a line (NDJSON) or a feature, counted from 1 as a person would. */
export interface Where {
  readonly file: string;
  readonly line?: number;
  readonly feature?: number;
  /** The feature's own id, where it has one. */
  readonly id?: string;
  /** What the feature is called, cut short. */
  readonly name?: string;
}

/** From what a day was taken: a property, the collection's own `name`, or the name of the file. */
export type DaySource = 'property' | 'name' | 'file';

/** Why something was refused. `words/import.ts` says it to people, with what to do about it. */
export type Fault =
  | { readonly code: 'unreadable'; readonly message: string }
  | { readonly code: 'packed'; readonly how: 'xz' | 'gz' | 'zip' | 'bz2' | 'zst' | '7z' }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'line-too-long'; readonly megabytes: number }
  | { readonly code: 'empty-file' }
  | { readonly code: 'not-json'; readonly line: number; readonly column: number; readonly page: boolean }
  /** `type` is what it says that it is; empty where it says nothing. */
  | { readonly code: 'not-geojson'; readonly type: string }
  | { readonly code: 'doctype' }
  | { readonly code: 'broken-xml'; readonly line: number; readonly message: string }
  | { readonly code: 'other-xml'; readonly root: string }
  | { readonly code: 'no-features' }
  | { readonly code: 'crs'; readonly name: string }
  | { readonly code: 'no-day'; readonly from: DaySource | 'anywhere'; readonly key?: string }
  | { readonly code: 'no-such-day'; readonly day: string }
  | { readonly code: 'day-too-early'; readonly day: string; readonly first: Day }
  | { readonly code: 'day-in-future'; readonly day: string; readonly today: Day }
  | {
      readonly code: 'days-disagree';
      readonly days: readonly { readonly from: DaySource; readonly day: string }[];
    }
  | { readonly code: 'day-twice'; readonly other: Where }
  | { readonly code: 'mixed-colours'; readonly colours: readonly string[] }
  | { readonly code: 'no-geometry' }
  | { readonly code: 'empty-geometry' }
  | { readonly code: 'malformed' }
  | { readonly code: 'few-points'; readonly ring: number }
  | { readonly code: 'out-of-range'; readonly lng: number; readonly lat: number }
  | { readonly code: 'swapped' }
  | { readonly code: 'round-the-globe' }
  | { readonly code: 'no-area' }
  | { readonly code: 'not-mended' }
  | { readonly code: 'outside-clip' };

export interface Refusal {
  readonly where: Where;
  readonly day?: Day;
  readonly fault: Fault;
}

/** What was mended in a feature that went in. */
export type Mended = GroundFault | 'open-ring';

export interface Repair {
  readonly where: Where;
  readonly day: Day;
  readonly mended: readonly Mended[];
}

export interface LedgerReport {
  readonly holder: Holder;
  readonly basis: Basis;
  /** Days that are read, and how many of them are as the day before. */
  readonly days: number;
  readonly same: number;
  /** Days on which something was mended. */
  readonly repaired: number;
  readonly first: { readonly day: Day; readonly km2: number };
  readonly last: { readonly day: Day; readonly km2: number };
  /** Days in between of which nothing is known: no report, which is not the same as no change. */
  readonly missing: readonly Day[];
}

export interface Named {
  readonly name: string;
  readonly count: number;
}

export interface ImportReport {
  readonly files: number;
  readonly ledgers: readonly LedgerReport[];
  readonly repairs: readonly Repair[];
  readonly refused: readonly Refusal[];
  /** Repairs and refusals beyond those that are listed. */
  readonly more: { readonly repairs: number; readonly refused: number };
  /** Features that mark units or where they are; such are never read. */
  readonly units: number;
  /** Features that no rule of the mapping picks, by name. */
  readonly unpicked: readonly Named[];
  /** Features that a rule says to skip. */
  readonly skipped: number;
  /** What is no ground, by type of geometry: points, lines. */
  readonly ignored: readonly Named[];
  /** Days given more than once, each time alike. */
  readonly again: number;
}
