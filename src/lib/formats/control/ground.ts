import type { Basis, Holder } from '../../domain/control/statement.ts';
import type { DeskState } from '../../domain/desk/workflow.ts';
import type { Area } from '../../domain/geometry/geojson.ts';
import type { Position } from '../../domain/geometry/sphere.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Mapping } from './mapping.ts';
import type { PieceFault, PiecesFault, Value } from './pieces.ts';
import type { Fault, Mended, Named, Where } from './report.ts';

// What server and browser tell each other of a file of ground that is brought in row by row.

/** A feature of the file as it lies on the ground. */
export interface GroundRow {
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly where: Where;
  readonly properties: Readonly<Record<string, Value>>;
  readonly corners: number;
  readonly mended: readonly Mended[];
  /** Where its lines crossed before they were mended. */
  readonly crossings: readonly Position[];
  /** Undefined where there is a fault. */
  readonly area?: Area | undefined;
  readonly m2?: number | undefined;
  /** By which the same ground is known again. */
  readonly shape?: string | undefined;
  readonly fault?: PieceFault | undefined;
}

/** A property of features, with what it says of how many. */
export interface GroundColumn {
  readonly key: string;
  readonly values: readonly { readonly value: Value; readonly rows: number }[];
  /** Values beyond those that are listed. */
  readonly more: number;
}

export interface GroundFile {
  readonly fault?: PiecesFault | undefined;
  readonly name?: string | undefined;
  readonly rows: readonly GroundRow[];
  readonly columns: readonly GroundColumn[];
  /** Features that mark units or where they are. */
  readonly units: number;
  readonly ignored: readonly Named[];
}

/** What somebody says of the rows of a file. */
export interface GroundWish {
  /** Whose ground all of it is, or what stands where a rule leaves it out. */
  readonly ledger: { readonly holder?: Holder | undefined; readonly basis?: Basis | undefined };
  readonly mapping?: Mapping | undefined;
  readonly day:
    | { readonly is: string }
    | { readonly from: 'auto' | 'name' | 'file' }
    | { readonly from: 'property'; readonly key: string };
  /** Reports that every row cites. */
  readonly reports: readonly string[];
  /** The property that names a further report, by its id or its link. */
  readonly reportFrom?: string | undefined;
  readonly extent: 'patch' | 'snapshot';
}

/** Why a row cannot be accepted as things are said. */
export type VerdictFault =
  | Fault
  | { readonly code: 'units' }
  | { readonly code: 'no-ledger' }
  | { readonly code: 'not-together' }
  | { readonly code: 'no-report' }
  | { readonly code: 'unknown-report'; readonly value: string }
  | { readonly code: 'report-map'; readonly title: string }
  | { readonly code: 'report-unfinished'; readonly title: string }
  | { readonly code: 'whole-twice'; readonly row: number };

/** What the store has of a row already. */
export interface KnownGround {
  readonly id: string;
  readonly state: DeskState;
  readonly revision: number;
}

/** What a row would become. */
export interface Verdict {
  readonly number: number;
  /** The id of its statement; it follows from ground, ledger, day and extent, so that nothing is written twice. */
  readonly id?: string | undefined;
  readonly holder?: Holder | undefined;
  readonly basis?: Basis | undefined;
  readonly day?: Day | undefined;
  readonly reports: readonly string[];
  /** A rule leaves it out on purpose. */
  readonly out: boolean;
  /** The row that says the same before it. */
  readonly twice?: number | undefined;
  readonly known?: KnownGround | undefined;
  readonly fault?: VerdictFault | undefined;
}

/** What became of a row that was accepted. `restored`: it had been put away, and is a draft again. */
export interface AcceptedGround {
  readonly number: number;
  readonly id: string;
  readonly revision: number;
  readonly outcome: 'draft' | 'known' | 'restored';
  readonly state: DeskState;
}

/** All rows that were asked for, or why none of them was written. */
export type GroundAccepted =
  | { readonly accepted: readonly AcceptedGround[] }
  | { readonly refused: readonly { readonly number: number; readonly fault: VerdictFault }[] };
