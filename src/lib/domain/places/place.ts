import * as v from 'valibot';
import type { Brand } from '../brand.ts';
import { featureSchema, pointSchema } from '../geometry/geojson.ts';
import type { Lang } from '../text.ts';

/** A slug, e.g. `velyka-novosilka`. */
export type PlaceId = Brand<string, 'PlaceId'>;

export const placeIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no slug; use small Latin letters, digits and single hyphens'),
  v.transform((s) => s as PlaceId),
);

/** From the largest to the smallest; the order in which labels are placed. */
export const PLACE_KINDS = [
  'country',
  'oblast',
  'district',
  'city',
  'town',
  'settlement',
  'village',
  'place',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

const yearSchema = v.pipe(v.string(), v.regex(/^\d{4}$/, 'is no year; write four digits'));

export const placeNameSchema = v.strictObject({
  text: v.pipe(v.string(), v.nonEmpty('is empty')),
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'is no language code, e.g. uk')),
  script: v.picklist(['Latn', 'Cyrl']),
  kind: v.picklist(['official', 'exonym', 'former', 'translit']),
  from: v.optional(yearSchema),
  until: v.optional(yearSchema),
  note: v.optional(v.string()),
});
export type PlaceName = v.InferOutput<typeof placeNameSchema>;

const placePropertiesSchema = v.strictObject({
  kind: v.picklist(PLACE_KINDS),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is no ISO country code, e.g. UA')),
  oblast: v.nullable(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z0-9]{2,3}$/, 'is no ISO 3166-2 code, e.g. UA-14')),
  ),
  population: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  names: v.pipe(
    v.array(placeNameSchema),
    v.check(
      (names) => names.some((n) => n.lang === 'en' && n.kind !== 'former'),
      'has no English name; add one with lang "en"',
    ),
  ),
  ids: v.strictObject({
    geonames: v.optional(v.pipe(v.number(), v.integer())),
    wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))),
    katottg: v.optional(v.pipe(v.string(), v.regex(/^UA\d+$/))),
  }),
  /** Ids under which the same place stood twice: their addresses lead here. */
  merged: v.optional(v.array(placeIdSchema)),
});

export const placeFeatureSchema = v.pipe(
  featureSchema(pointSchema, placePropertiesSchema),
  v.check(
    (f) => v.is(placeIdSchema, f.id),
    'the id is no slug; use small Latin letters, digits and single hyphens',
  ),
);

/** A gazetteer entry. */
export interface Place extends v.InferOutput<typeof placePropertiesSchema> {
  readonly id: PlaceId;
  /** Degrees; for oblasts and countries a point inside that stands for them. */
  readonly point: readonly [lng: number, lat: number];
}

export const placeFromFeature = (f: v.InferOutput<typeof placeFeatureSchema>): Place => ({
  id: f.id as PlaceId,
  point: f.geometry.coordinates,
  ...f.properties,
});

export const placeToFeature = ({ id, point, ...properties }: Place) => ({
  type: 'Feature' as const,
  id,
  geometry: { type: 'Point' as const, coordinates: point },
  properties,
});

/** Which names stand for a place in a language, best first. Ukrainian official names, never Russian ones. */
export function nameOf(place: Pick<Place, 'names' | 'id'>, lang: Lang): string {
  const best = (language: Lang): string | undefined => {
    const own = place.names.filter((n) => n.lang === language && n.kind !== 'former');
    return (own.find((n) => n.kind === 'official') ?? own.find((n) => n.kind === 'exonym') ?? own[0])?.text;
  };
  return best(lang) ?? best('en') ?? place.id;
}
