import { openControl } from '#lib/domain/control/control-file.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Review } from '#lib/domain/control/review.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { Place } from '#lib/domain/places/place.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { makeCatalogue, type Catalogue, type Told } from './catalogue.ts';
import { controlFrom, type Control } from './control.ts';

/**
 * Everything of an edition that the moving map is made from but its ground, as one file. With the file of control what
 * it shows on any day follows from it, so nothing is fetched while time moves.
 */
export interface MapData {
  readonly edition: { readonly number: number; readonly published_at: number; readonly digest: string };
  readonly events: readonly Event[];
  readonly reports: readonly Report[];
  /** Those that events name, and those that statements are about. */
  readonly places: readonly Place[];
  readonly ledgers: readonly Ledger[];
  readonly statements: readonly Statement[];
  /** What was looked at when. */
  readonly reviews: readonly Review[];
  /** Where the statements of whole days are about. */
  readonly told: readonly (readonly [StatementId, Told])[];
}

/** An edition as the map asks it. */
export interface Atlas {
  readonly edition: MapData['edition'];
  readonly catalogue: Catalogue;
  readonly control: Control;
  readonly reviews: readonly Review[];
}

/**
 * An edition from its two files.
 *
 * @throws BrokenLedger where the file of control is damaged
 */
export const atlasOf = (data: MapData, control: Uint8Array): Atlas => ({
  edition: data.edition,
  catalogue: makeCatalogue(data.reports, data.events, data.places, new Map(data.told)),
  control: controlFrom(openControl(control), data.ledgers, data.statements),
  reviews: data.reviews,
});
