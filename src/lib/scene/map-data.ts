import type { Patch } from '#lib/domain/control/flips.ts';
import type { Line } from '#lib/domain/control/front.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Basis, Holder, Statement } from '#lib/domain/control/statement.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Place } from '#lib/domain/places/place.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { makeCatalogue, type Catalogue } from './catalogue.ts';
import { controlFrom, type Control } from './control.ts';

/** A front line from a day on, until the next of its side. */
export interface FrontFrom {
  readonly side: 'russia' | 'ukraine';
  readonly from: Day;
  readonly lines: readonly Line[];
}

/**
 * Everything of an edition that the moving map is made from, as one file: what it shows on any day follows from it,
 * so nothing is fetched while time moves.
 */
export interface MapData {
  readonly edition: { readonly number: number; readonly published_at: number; readonly digest: string };
  readonly events: readonly Event[];
  readonly reports: readonly Report[];
  /** Those that events and statements name. */
  readonly places: readonly Place[];
  readonly ledgers: readonly Ledger[];
  /** In the order in which they are painted. */
  readonly statements: readonly Statement[];
  /** Every distinct state of each ledger; `by` names statements. */
  readonly states: readonly {
    readonly holder: Holder;
    readonly basis: Basis;
    readonly states: readonly { from: Day; rings: Rings; by: readonly string[] }[];
  }[];
  /** Of each side in order of days. */
  readonly fronts: readonly FrontFrom[];
  readonly patches: readonly Patch[];
}

/** An edition as the map asks it. */
export interface Atlas {
  readonly edition: MapData['edition'];
  readonly catalogue: Catalogue;
  readonly control: Control;
}

/** An edition from its file. */
export function atlasOf(data: MapData): Atlas {
  const statements = new Map(data.statements.map((s) => [s.id as string, s]));
  const history = {
    ledgers: data.states.map(({ holder, basis, states }) => ({
      holder,
      basis,
      states: states.map(({ from, rings, by }) => ({
        from,
        rings,
        by: by.flatMap((id) => statements.get(id) ?? []),
      })),
    })),
  };
  const none: readonly Line[] = [];
  return {
    edition: data.edition,
    catalogue: makeCatalogue(data.reports, data.events, data.places),
    control: controlFrom({
      ledgers: data.ledgers,
      statements: data.statements,
      history,
      patches: data.patches,
      front: (side, d) => data.fronts.findLast((f) => f.side === side && f.from <= d)?.lines ?? none,
    }),
  };
}
