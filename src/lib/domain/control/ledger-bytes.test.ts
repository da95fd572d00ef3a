import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square } from '../../../../tests/fixtures/ground.ts';
import type { Rings } from '../geometry/rings.ts';
import { addDays, day } from '../time/day.ts';
import { BrokenLedger, decodeLedger } from './ledger-decode.ts';
import { encodeLedger, type LedgerObject } from './ledger-encode.ts';
import { openSeries } from './series-reader.ts';
import { seriesOf, type Series, type SeriesState } from './series.ts';

const FIRST = day('2024-07-08');

/** Ground of cells: it touches by corners, has holes, comes back to where it was, and goes altogether. */
const ground = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  .map((cells) => cells.map(([x, y]) => square(36 + x, 47 + y, 37 + x, 48 + y)));
/** Ground with slants and points of its own. */
const slanted = fc
  .array(fc.tuple(fc.integer({ min: 36e6, max: 37e6 }), fc.integer({ min: 47e6, max: 48e6 })), {
    minLength: 3,
    maxLength: 12,
  })
  .map((points): Rings => {
    const ring = points.map(([x, y]) => [x / 1e6, y / 1e6] as const);
    return [[...ring, ring[0] as (typeof ring)[0]]];
  });
const history = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.oneof(ground, slanted)), { maxLength: 25 })
  .map((steps): SeriesState[] => {
    let from = FIRST;
    return steps.map(([days, rings]) => ({ from: (from = addDays(from, days)), rings }));
  });

/** A series as what it says: edges by their points, on every day that has changes. */
function told({ x, y, edges, days, starts, toggles }: Series): string[] {
  const point = (v: number | undefined): string => `${x[v ?? -1]} ${y[v ?? -1]}`;
  return [...days].map((d, i) => {
    const changed = [...toggles.subarray(starts[i], starts[i + 1])].map((e) =>
      [point(edges[e * 2]), point(edges[e * 2 + 1])].sort().join(' – '),
    );
    return `${d}: ${changed.sort().join(', ')}`;
  });
}
const bytesOf = (objects: readonly LedgerObject[]): number[][] => objects.map((o) => [...o.bytes]);
const decoded = (objects: readonly LedgerObject[]): Series => decodeLedger(objects.map((o) => o.bytes));

describe('the bytes of a ledger', () => {
  it('say all of a series and nothing else', () => {
    fc.assert(
      fc.property(history, (states) => {
        const series = seriesOf(states);
        const { objects, series: read } = encodeLedger(series);
        expect(told(decoded(objects))).toEqual(told(series));
        expect(read).toEqual(decoded(objects));
      }),
    );
  });

  it('are the same however the series came about', () => {
    fc.assert(
      fc.property(history, fc.nat(), (states, turn) => {
        const bytes = bytesOf(encodeLedger(seriesOf(states)).objects);
        const turned = states.map(({ from, rings }) => ({
          from,
          rings: [...rings].reverse().map((ring) => {
            const open = ring.slice(1);
            const at = turn % open.length;
            const around = [...open.slice(at), ...open.slice(0, at)].reverse();
            return [...around, around[0] as (typeof ring)[0]];
          }),
        }));
        expect(bytesOf(encodeLedger(seriesOf(turned)).objects)).toEqual(bytes);
        expect(bytesOf(encodeLedger(decodeLedger(bytes.map((b) => Uint8Array.from(b)))).objects)).toEqual(
          bytes,
        );
      }),
    );
  });

  it('of earlier objects stay as they are when later days are added or changed', () => {
    fc.assert(
      fc.property(history, history, fc.nat(24), (states, later, at) => {
        const before = encodeLedger(seriesOf(states)).objects;
        const series = decoded(before);
        const since = states[at]?.from ?? FIRST;
        const changed = later.map(({ from, rings }) => ({
          from: addDays(since, Math.max(0, Math.round((Date.parse(from) - Date.parse(FIRST)) / 864e5))),
          rings,
        }));
        const grown = seriesOf(changed, series);
        const all = encodeLedger(grown).objects;
        const first = openSeries(grown).indexOn(addDays(changed[0]?.from ?? since, -1)) + 1;
        if (first === 0 || first >= grown.days.length) return;
        const { objects: tail, series: read } = encodeLedger(grown, first);
        expect(read).toEqual(decoded(all));
        expect(bytesOf(tail)).toEqual(bytesOf(all.slice(all.length - tail.length)));
        const kept = all.length - tail.length;
        expect(bytesOf(all.slice(0, kept))).toEqual(bytesOf(before.slice(0, kept)));
      }),
    );
  });

  it('hold 32 days in an object, counted from the first change', () => {
    const rings = (n: number): Rings => [square(36, 47, 37 + n, 48)];
    const states = [0, 31, 32, 100].map((n, i) => ({ from: addDays(FIRST, n), rings: rings(i) }));
    expect(encodeLedger(seriesOf(states)).objects.map((o) => o.from)).toEqual([
      FIRST,
      addDays(FIRST, 32),
      addDays(FIRST, 96),
    ]);
  });

  it('are refused with a reason where they are damaged, cut short, of a later version, or out of order', () => {
    const states = [0, 40].map((n, i) => ({ from: addDays(FIRST, n), rings: [square(36, 47, 37 + i, 48)] }));
    const [a, b] = encodeLedger(seriesOf(states)).objects.map((o) => o.bytes) as [Uint8Array, Uint8Array];
    const refused = (objects: Uint8Array[], why: RegExp): void => {
      expect(() => decodeLedger(objects)).toThrow(BrokenLedger);
      expect(() => decodeLedger(objects)).toThrow(why);
    };
    refused([new Uint8Array(0)], /version none/);
    refused([Uint8Array.from([9, ...a.subarray(1)])], /version 9/);
    refused([a.subarray(0, a.length - 1)], /cut short/);
    refused([b], /lacks an object before/);
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), (at, byte) => {
        const bytes = a.slice();
        bytes[at % bytes.length] = byte;
        try {
          decodeLedger([bytes, b]);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenLedger);
        }
      }),
    );
  });
});
