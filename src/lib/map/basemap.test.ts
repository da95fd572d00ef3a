import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRings, type Rings } from '../domain/geometry/rings.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import { basemapFile, innerPoint, packLine } from '../server/api/basemap.ts';
import { basemap } from '../server/draw/basemap.ts';
import { basemapOf, landAt, unpackLine } from './basemap.ts';

const map = basemapOf(JSON.parse(JSON.stringify(basemapFile())));
const CRIMEA: Record<string, Position> = {
  Simferopol: [34.1, 44.95],
  Sevastopol: [33.55, 44.6],
  Kerch: [36.42, 45.33],
  Yalta: [34.15, 44.52],
  Dzhankoi: [34.39, 45.71],
  Yevpatoriia: [33.4, 45.2],
};

describe('a packed line', () => {
  const degree = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5);
  const line = fc.array(fc.tuple(degree(180), degree(90)), { minLength: 1, maxLength: 60 });

  it('comes back to the metre', () => {
    fc.assert(
      fc.property(line, (positions) => {
        const back = unpackLine(packLine(positions, 5), 5);
        expect(back.length).toBe(positions.length);
        for (const [i, [x, y]] of back.entries()) {
          expect(x).toBeCloseTo((positions[i] as Position)[0], 8);
          expect(y).toBeCloseTo((positions[i] as Position)[1], 8);
        }
      }),
    );
  });
});

describe('the base map in a browser', () => {
  it('is the one that pictures are drawn with, to the last vertex', () => {
    for (const { iso, rings } of basemap().countries) {
      const here = map.land.features.find((f) => f.properties?.['iso'] === iso && f.properties['near']);
      const count = (r: Rings): number => r.reduce((sum, ring) => sum + ring.length, 0);
      expect(count(here?.geometry.coordinates.flat() as never), iso).toBe(count(rings));
    }
  });

  it('has Crimea and Sevastopol in Ukraine, near and far', () => {
    for (const [town, p] of Object.entries(CRIMEA)) {
      for (const near of [true, false]) {
        const inside = map.land.features
          .filter((f) => f.properties?.['near'] === near)
          .filter((f) => f.geometry.coordinates.some((polygon) => inRings(p, polygon as unknown as Rings)))
          .map((f) => f.properties?.['iso'] as string);
        // The coarse coast may leave a harbour in the sea, but gives no town to anybody else.
        expect(
          inside.every((iso) => iso === 'UA'),
          `${town}, near: ${near}`,
        ).toBe(true);
        if (near) expect(inside, town).toEqual(['UA']);
      }
      expect(landAt(map, p), town).toBe('ukraine');
    }
  });

  it('has no state border through or around Crimea', () => {
    const state = map.lines.features.find((f) => f.properties?.['kind'] === 'state');
    const inside = state?.geometry.coordinates
      .flat()
      .filter(([x = 0, y = 0]) => x > 32.4 && x < 36.6 && y > 44.3 && y < 46.2);
    expect(inside).toEqual([]);
  });

  it('tells whose land a point is, by land and by water', () => {
    expect(landAt(map, [30.52, 50.45])).toBe('ukraine');
    expect(landAt(map, [37.6, 55.75])).toBe('russia');
    expect(landAt(map, [8.24, 50.08])).toBe('elsewhere');
    expect(landAt(map, [34, 43.5])).toBe('water');
    expect(landAt(map, [-30, 40])).toBe('water');
  });

  it('has sea where no country is, and nowhere else', () => {
    const sea = map.sea.features[0]?.geometry.coordinates as unknown as Rings[];
    const wet = (p: Position): boolean => sea.some((polygon) => inRings(p, polygon));
    const [w, s, e, n] = map.detail;
    for (let x = w + 0.37; x < e; x += 1.3) {
      for (let y = s + 0.29; y < n; y += 0.9)
        expect(wet([x, y]), `${x},${y}`).toBe(landAt(map, [x, y]) === 'water');
    }
  });

  it('names each oblast inside of it', () => {
    expect(map.oblasts.length).toBeGreaterThan(24);
    for (const { iso, rings } of basemap().oblasts) {
      const named = map.oblasts.find((o) => o.iso === iso);
      if (named) expect(inRings(named.point, rings), iso).toBe(true);
      if (named) expect(inRings(named.point, named.rings), iso).toBe(true);
    }
    expect(
      innerPoint([
        [
          [0, 0],
          [4, 0],
          [4, 1],
          [0, 1],
          [0, 0],
        ],
      ])[1],
    ).toBeCloseTo(0.5, 1);
  });

  it('is refused where it is of another kind', () => {
    for (const bad of [undefined, null, 'x', {}, { version: 2 }, []]) expect(() => basemapOf(bad)).toThrow();
  });
});
