import { ledgerSchema } from '../control/ledger.ts';
import { isReviewId } from '../control/review-id.ts';
import { reviewSchema } from '../control/review.ts';
import { statementFeatureSchema, statementToFeature, type Statement } from '../control/statement.ts';
import { eventFeatureSchema, eventToFeature, type Event } from '../events/event.ts';
import type { ItemKind } from '../history/edition.ts';
import { parse } from '../parse.ts';
import { placeFeatureSchema, placeToFeature, type Place } from '../places/place.ts';
import { reportSchema } from '../reports/report.ts';
import type { Problem } from '../result.ts';

/** What is being written: an item of which anything but its id may still be missing. */
export interface Unfinished {
  readonly id: string;
  readonly [field: string]: unknown;
}

const feature = (kind: ItemKind, payload: Unfinished): unknown => {
  switch (kind) {
    case 'event':
      return eventToFeature(payload as unknown as Event);
    case 'statement':
      // Its place within its day is given when it is approved.
      return statementToFeature({ order: 0, ...payload } as unknown as Statement);
    case 'place':
      return placeToFeature(payload as unknown as Place);
    default:
      return payload;
  }
};

const SCHEMAS = {
  event: eventFeatureSchema,
  statement: statementFeatureSchema,
  place: placeFeatureSchema,
  report: reportSchema,
  ledger: ledgerSchema,
} as const;

/** The field of the item that holds its geometry. */
const GEOMETRY: Partial<Record<ItemKind, string>> = { event: 'point', place: 'point', statement: 'area' };

/**
 * What keeps an item from being published, each with the field it is about (dotted, e.g. `claims.0.speaker.name.en`).
 * A draft may have any of them; nothing that is published has.
 */
export function faultsOf(kind: ItemKind, payload: Unfinished): Problem[] {
  if (isReviewOf(kind, payload)) {
    const review = parse(reviewSchema, payload);
    return review.ok ? [] : [...review.problems];
  }
  const read = parse(SCHEMAS[kind], feature(kind, payload));
  if (read.ok) return [];
  return read.problems.map(({ path, reason }) => ({ path: fieldOf(kind, path), reason }));
}

/** A statement that ground was looked at: it says so, and its id does. */
const isReviewOf = (kind: ItemKind, { id, basis }: Unfinished): boolean =>
  kind === 'statement' && (isReviewId(id) || basis === 'reviewed');

/** A path in a GeoJSON feature as a path in the item. */
function fieldOf(kind: ItemKind, path: string): string {
  const own = GEOMETRY[kind];
  if (own === undefined) return path;
  if (path === 'geometry' || path.startsWith('geometry.')) return own;
  return path.replace(/^properties(\.|$)/, '');
}
