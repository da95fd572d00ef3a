import * as v from 'valibot';
import type { Brand } from '../brand.ts';
import { featureSchema, pointSchema } from '../geometry/geojson.ts';
import { placeIdSchema } from '../places/place.ts';
import { periodSchema } from '../time/period.ts';
import { textSchema } from '../text.ts';
import { claimSchema, harmSchema } from './claim.ts';
import { EVENT_KINDS, PRECISIONS, ROLES, SIDES, TARGETS, THEATRES, WEAPONS } from './terms.ts';

export type { EventKind, Precision, Side, Theatre } from './terms.ts';

/** `e-` and ten random base32 characters; never in order, which would tell how much is held back. */
export type EventId = Brand<string, 'EventId'>;

export const eventIdSchema = v.pipe(
  v.string(),
  v.regex(/^e-[a-z2-7]{10}$/, 'is no event id; it is "e-" and ten of a–z, 2–7'),
  v.transform((s) => s as EventId),
);

const locationSchema = v.strictObject({
  precision: v.picklist(PRECISIONS),
  /** Radius in metres within which the event lies; for oblasts and countries there is none. */
  radius_m: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(200_000))),
  place: placeIdSchema,
});

export const eventPropertiesSchema = v.pipe(
  v.strictObject({
    kind: v.picklist(EVENT_KINDS),
    by: v.picklist(SIDES),
    title: textSchema,
    note: v.optional(textSchema),
    period: periodSchema,
    location: v.optional(locationSchema),
    theatre: v.picklist(THEATRES),
    role: v.picklist(ROLES),
    weapon: v.optional(v.picklist(WEAPONS)),
    target: v.optional(v.picklist(TARGETS)),
    /** Degrees clockwise from north; only where a report or a flip gives one. */
    heading: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(360))),
    planned_for: v.optional(periodSchema),
    planned_note: v.optional(textSchema),
    claims: v.pipe(
      v.array(claimSchema),
      v.minLength(1, 'has no claim; an event has at least one, with its citation'),
    ),
    harm: v.optional(v.array(harmSchema)),
  }),
  v.forward(
    v.partialCheck(
      [['kind'], ['weapon'], ['target']],
      (e) => e.kind === 'strike' || (e.weapon === undefined && e.target === undefined),
      'belongs to strikes only',
    ),
    ['weapon'],
  ),
  v.forward(
    v.partialCheck(
      [['kind'], ['heading']],
      (e) => e.kind === 'advance' || e.heading === undefined,
      'belongs to advances only',
    ),
    ['heading'],
  ),
);

/** A GeoJSON feature of one event: a point where the location is finer than an oblast, else no geometry. */
export const eventFeatureSchema = v.pipe(
  featureSchema(v.nullable(pointSchema), eventPropertiesSchema),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { geometry, properties, id } = dataset.value;
    if (!v.is(eventIdSchema, id))
      addIssue({ message: 'the id is no event id; it is "e-" and ten of a–z, 2–7' });
    const coarse = properties.location && ['oblast', 'country'].includes(properties.location.precision);
    if (geometry && !properties.location) {
      addIssue({ message: 'has a point but no location; say its precision and place' });
    }
    if (geometry && coarse) addIssue({ message: 'is known to an oblast or country only; it has no point' });
    if (!geometry && properties.location && !coarse) {
      addIssue({ message: 'names a place to the settlement or finer but has no point' });
    }
    if (geometry && properties.location && properties.location.radius_m === undefined) {
      addIssue({ message: 'has a point but no radius_m; say within how many metres it is true' });
    }
  }),
);

/** Something that happened or is said to. */
export interface Event extends v.InferOutput<typeof eventPropertiesSchema> {
  readonly id: EventId;
  /** Degrees, or null for what has no point: shown as a label, a chip, or in lists only. */
  readonly point: readonly [lng: number, lat: number] | null;
}

export const eventFromFeature = (f: v.InferOutput<typeof eventFeatureSchema>): Event => ({
  id: f.id as EventId,
  point: f.geometry?.coordinates ?? null,
  ...f.properties,
});

export const eventToFeature = ({ id, point, ...properties }: Event) => ({
  type: 'Feature' as const,
  id,
  geometry: point ? { type: 'Point' as const, coordinates: point } : null,
  properties,
});
