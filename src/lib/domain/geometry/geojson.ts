import * as v from 'valibot';
import { ringFault } from './ring-fault.ts';
import { roundCoordinate } from './rounding.ts';
import type { Position } from './sphere.ts';

const coordinate = (least: number, most: number, name: string) =>
  v.pipe(
    v.number(`is no number; ${name} is in degrees`),
    v.finite(`is not finite; ${name} is in degrees`),
    v.minValue(least, (issue) => `is ${issue.received}; ${name} lies between ${least} and ${most}`),
    v.maxValue(most, (issue) => `is ${issue.received}; ${name} lies between ${least} and ${most}`),
    v.check((x) => roundCoordinate(x) === x, 'has more than 6 decimals; round it'),
  );

/** `[longitude, latitude]` in degrees (CRS84), at most 6 decimals, no height. */
export const positionSchema = v.pipe(
  v.strictTuple([coordinate(-180, 180, 'longitude'), coordinate(-90, 90, 'latitude')]),
  v.transform((p) => p as Position),
);

/** A closed ring that does not cross itself. Which way it winds is checked by its polygon. */
const ringSchema = v.pipe(
  v.array(positionSchema),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const fault = ringFault(dataset.value);
    if (fault) addIssue({ message: fault });
  }),
);

const windingFault = (rings: readonly (readonly Position[])[]): string | undefined => {
  for (const [i, ring] of rings.entries()) {
    let twice = 0;
    for (let k = 1; k < ring.length; k += 1) {
      const [ax, ay] = ring[k - 1] as Position;
      const [bx, by] = ring[k] as Position;
      twice += ax * by - bx * ay;
    }
    if (i === 0 && twice < 0)
      return 'its outer ring runs clockwise; RFC 7946 wants counter-clockwise (right-hand rule)';
    if (i > 0 && twice > 0)
      return `its hole ${i} runs counter-clockwise; RFC 7946 wants clockwise (right-hand rule)`;
  }
  return undefined;
};

const polygonRingsSchema = v.pipe(
  v.array(ringSchema),
  v.minLength(1, 'has no ring'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const fault = windingFault(dataset.value);
    if (fault) addIssue({ message: fault });
  }),
);

export const pointSchema = v.strictObject({ type: v.literal('Point'), coordinates: positionSchema });
export const polygonSchema = v.strictObject({ type: v.literal('Polygon'), coordinates: polygonRingsSchema });
export const multiPolygonSchema = v.strictObject({
  type: v.literal('MultiPolygon'),
  coordinates: v.pipe(v.array(polygonRingsSchema), v.minLength(1, 'has no polygon')),
});
export const areaSchema = v.variant('type', [polygonSchema, multiPolygonSchema]);
export type Area = v.InferOutput<typeof areaSchema>;

/** A GeoJSON feature of the given geometry and properties; the id is a string in the feature's own place. */
export const featureSchema = <G extends v.GenericSchema, P extends v.GenericSchema>(
  geometry: G,
  properties: P,
) =>
  v.strictObject({
    type: v.literal('Feature', 'is no Feature'),
    id: v.pipe(v.string('is missing; every feature has an id'), v.nonEmpty('is empty')),
    geometry,
    properties,
  });

/** The outside of every GeoJSON file: features are read one by one, so that each fault names its feature. */
export const collectionSchema = v.strictObject({
  type: v.literal('FeatureCollection', 'is no FeatureCollection'),
  features: v.array(v.unknown(), 'is no list of features'),
});
