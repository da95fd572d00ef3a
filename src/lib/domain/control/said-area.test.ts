import { describe, expect, it } from 'vitest';
import { vertexCount } from '../geometry/vertices.ts';
import { saidArea } from './said-area.ts';

const WKT = 'POLYGON ((37.1 47.9, 37.4 47.9, 37.4 48.1, 37.1 48.1, 37.1 47.9))';
const reason = (text: string): string => {
  const read = saidArea(text);
  return read.ok ? 'taken' : (read.problems[0]?.reason ?? '');
};
/** A round outline with so many corners. */
const round = (corners: number): string =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      Array.from({ length: corners }, (_, i) => [
        37 + Math.cos((2 * Math.PI * i) / corners),
        48 + Math.sin((2 * Math.PI * i) / corners),
      ]),
    ],
  });

describe('a pasted area', () => {
  it('is the same in every notation', () => {
    const whole = saidArea(WKT);
    if (!whole.ok) throw new Error('refused');
    const polygon = {
      type: 'Polygon',
      // Clockwise, not closed and with heights, as other programs write it.
      coordinates: [
        [
          [37.1, 47.9, 90],
          [37.1, 48.1, 90],
          [37.4, 48.1, 90],
          [37.4, 47.9, 90],
        ],
      ],
    };
    const feature = { type: 'Feature', properties: {}, geometry: polygon };
    for (const other of [polygon, feature, { type: 'FeatureCollection', features: [feature] }]) {
      const read = saidArea(JSON.stringify(other));
      expect(read.ok && new Set(JSON.stringify(read.value).match(/[\d.]+,[\d.]+/g))).toEqual(
        new Set(JSON.stringify(whole.value).match(/[\d.]+,[\d.]+/g)),
      );
    }
    expect(saidArea(`SRID=4326; ${WKT.toLowerCase()}`)).toEqual(whole);
  });

  it('keeps holes and parts', () => {
    const read = saidArea(
      'MULTIPOLYGON (((36 47, 38 47, 38 49, 36 49, 36 47), (36.5 47.5, 37 47.5, 37 48, 36.5 48, 36.5 47.5)), ((40 47, 41 47, 41 48, 40 47)))',
    );
    expect(read.ok && read.value.coordinates.map((p) => (p as unknown[]).length)).toEqual([2, 1]);
  });

  it('that crosses itself is refused with the place', () => {
    expect(reason('POLYGON ((36 48, 37 49, 37 48, 36 49, 36 48))')).toBe(
      'crosses itself near latitude 48.50000, longitude 36.50000; redraw it there',
    );
  });

  it('of ten thousand corners is taken, of a million refused with the reason', () => {
    const large = saidArea(round(10_000));
    expect(large.ok && vertexCount(large.value.coordinates)).toBe(10_001);
    expect(reason(round(1_000_000))).toMatch(/1000000 corners|letters/);
  });

  it.each([
    ['', 'is empty'],
    ['{"type":"Polygon"', 'is no JSON'],
    ['{"type":"Point","coordinates":[37,48]}', 'has a Point'],
    ['POLYGON ((37 48, 38 48))', 'a closed ring has at least 4'],
    ['POLYGON ((37 48, 38 x, 38 49, 37 48))', 'no pair of numbers'],
    ['POLYGON ((37 148, 38 48, 38 49, 37 148))', 'longitude comes first'],
    ['POLYGON ((37 48, 38 48, 39 48, 37 48))', 'has no area'],
    ['drop table', 'is neither GeoJSON'],
  ])('%s is refused', (text, why) => {
    expect(reason(text)).toContain(why);
  });
});
