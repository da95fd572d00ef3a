import { describe, expect, it } from 'vitest';
import { areaAt } from '#lib/domain/control/areas.ts';
import { decodeLedger } from '#lib/domain/control/ledger-decode.ts';
import { encodeLedger } from '#lib/domain/control/ledger-encode.ts';
import { openSeries } from '#lib/domain/control/series-reader.ts';
import { seriesOf } from '#lib/domain/control/series.ts';
import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import { ringFault } from '#lib/domain/geometry/ring-fault.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { edgesOf } from '../fixtures/edges.ts';
import { madeDays, realDays } from '../fixtures/daily.ts';

const real = realDays();
const daily = real ?? madeDays(400);
const reader = openSeries(decodeLedger(encodeLedger(seriesOf(daily.states)).objects.map((o) => o.bytes)));

// Without SALIENT_TEST_DATA these hold for a front that was made up; the areas need the real one.
describe(`a year of the front (${daily.name})`, () => {
  it('comes back from its bytes edge for edge on every day', () => {
    for (const { from, rings } of daily.states) {
      expect(edgesOf(reader.ringsAt(reader.indexOn(from))), from).toEqual(edgesOf(rings));
    }
  });

  it('is valid polygons on any day', () => {
    for (const { from } of daily.states.filter((_, i) => i % 40 === 0)) {
      const rings = reader.ringsAt(reader.indexOn(from));
      const polygons = toMultiPolygon(rings).coordinates.flat() as unknown as Position[][];
      expect(polygons.length, from).toBe(rings.length);
      for (const ring of polygons) expect(ringFault(ring), from).toBeUndefined();
    }
  });

  it.skipIf(!real)(
    'has the area that others measured, within 2 km² on every day (needs SALIENT_TEST_DATA)',
    () => {
      expect(real?.km2?.size).toBe(daily.states.length);
      for (const [d, km2] of real?.km2 ?? []) {
        expect(Math.abs(areaAt(reader, reader.indexOn(d)) / 1e6 - km2), d).toBeLessThan(2);
      }
    },
  );

  it.skipIf(!real)('tells how often a town on the front changed hands (needs SALIENT_TEST_DATA)', () => {
    // In the west of Toretsk.
    expect(reader.turnsAt([37.8303, 48.3903]).map((t) => [t.day, t.held])).toEqual([
      ['2025-01-13', true],
      ['2025-03-17', false],
      ['2025-07-08', true],
    ]);
  });
});
