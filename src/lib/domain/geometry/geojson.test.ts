import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse.ts';
import { areaSchema, collectionSchema, featureSchema, pointSchema, polygonSchema } from './geojson.ts';

const RING = [[37, 48], [38, 48], [38, 49], [37, 49], [37, 48]]; // prettier-ignore
const HOLE = [[37.2, 48.2], [37.2, 48.4], [37.4, 48.4], [37.2, 48.2]]; // prettier-ignore
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

/** The faults of an input as `path: reason`. */
const faults = (schema: v.GenericSchema, input: unknown): string[] => {
  const read = parse(schema, input);
  return read.ok ? [] : read.problems.map(({ path, reason }) => `${path}: ${reason}`);
};

describe('a geometry is refused, and the fault names the place', () => {
  it('at latitude 95', () => {
    expect(faults(pointSchema, point(37, 95))).toEqual([
      'coordinates.1: is 95; latitude lies between -90 and 90',
    ]);
    expect(
      faults(
        polygonSchema,
        polygon([
          [37, 48],
          [38, 95],
          [38, 49],
          [37, 48],
        ]),
      ),
    ).toEqual([
      // prettier-ignore
      'coordinates.0.1.1: is 95; latitude lies between -90 and 90',
    ]);
  });

  it('at longitude 181', () => {
    expect(faults(pointSchema, point(-181, 48))[0]).toMatch(/^coordinates\.0: is -181; longitude/);
  });

  it('with 7 decimals', () => {
    expect(faults(pointSchema, point(37.1234567, 48))).toEqual([
      'coordinates.0: has more than 6 decimals; round it',
    ]);
    expect(faults(pointSchema, point(37.123456, -48.000001))).toEqual([]);
  });

  it('with a height, with text, with nothing', () => {
    expect(faults(pointSchema, point(37, 48, 100))[0]).toMatch(/^coordinates\.2/);
    expect(faults(pointSchema, point('37', 48))[0]).toMatch(/^coordinates\.0: is no number; longitude/);
    expect(faults(pointSchema, point(37, Number.NaN))[0]).toMatch(/^coordinates\.1/);
    expect(faults(pointSchema, point())[0]).toMatch(/^coordinates/);
    expect(faults(areaSchema, polygon())).toEqual(['coordinates: has no ring']);
  });

  it('whose outer ring runs clockwise, or whose hole does not', () => {
    expect(faults(polygonSchema, polygon([...RING].reverse()))[0]).toMatch(
      /^coordinates: its outer ring runs clockwise.*right-hand rule/,
    );
    expect(faults(polygonSchema, polygon(RING, [...HOLE].reverse()))[0]).toMatch(
      /^coordinates: its hole 1 runs counter-clockwise/,
    );
    expect(faults(polygonSchema, polygon(RING, HOLE))).toEqual([]);
  });

  it('with crossing rings, in the second polygon of several too', () => {
    const crossing = [[37, 48], [38, 49], [38, 48], [37, 48.5], [37, 48]]; // prettier-ignore
    const found = faults(areaSchema, { type: 'MultiPolygon', coordinates: [[RING], [crossing]] });
    expect(found[0]).toMatch(/^coordinates\.1\.0: crosses itself near longitude/);
  });
});

describe('a feature', () => {
  const schema = featureSchema(pointSchema, v.strictObject({}));
  const feature = { type: 'Feature', id: 'x', geometry: point(37, 48), properties: {} };

  it('has an id of its own', () => {
    expect(faults(schema, feature)).toEqual([]);
    const { id: _, ...nameless } = feature;
    expect(faults(schema, nameless)).toEqual(['id: is missing']);
    expect(faults(schema, { ...feature, id: '' })).toEqual(['id: is empty']);
    expect(faults(schema, { ...feature, id: 7 })[0]).toMatch(/^id: is missing; every feature has an id/);
  });

  it('carries nothing that nobody reads', () => {
    expect(faults(schema, { ...feature, bbox: [0, 0, 1, 1] })[0]).toMatch(/^bbox: is not known here/);
  });

  it('stands in a collection', () => {
    expect(faults(collectionSchema, feature)[0]).toMatch(/^type: is no FeatureCollection/);
    expect(faults(collectionSchema, { type: 'FeatureCollection', features: {} })).toEqual([
      'features: is no list of features',
    ]);
  });
});
