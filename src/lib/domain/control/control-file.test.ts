import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeDays } from '../../../../tests/fixtures/daily.ts';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { bitsOf, objectName, openControl, packControl, type ControlIndex } from './control-file.ts';
import { decodeLedger } from './ledger-decode.ts';
import { encodeLedger } from './ledger-encode.ts';
import { openSeries } from './series-reader.ts';
import { seriesOf } from './series.ts';

const { states } = madeDays(70);
const objects = encodeLedger(seriesOf(states)).objects;
const reader = openSeries(decodeLedger(objects.map((o) => o.bytes)));
const isFront = Uint8Array.from({ length: reader.series.edges.length / 2 }, (_, e) => ((e * 7) % 3) & 1);
const pieces = new Map<string, Uint8Array>([
  ...objects.map((o) => [objectName('russia-assessed', o.from), o.bytes] as const),
  ['bits', bitsOf(isFront)],
]);
const index: ControlIndex = {
  ledgers: [
    {
      holder: 'russia',
      basis: 'assessed',
      objects: objects.map((o) => ({ name: objectName('russia-assessed', o.from), bytes: o.bytes.length })),
      by: reader.series.days.length > 0 ? [...reader.series.days].map((d) => [`c-${d}`]) : [],
    },
  ],
  fronts: [{ side: 'russia', ledger: 0, objects: [], bits: { name: 'bits', bytes: bitsOf(isFront).length } }],
};
const file = packControl(index, (name) => pieces.get(name) as Uint8Array);

describe('a file of control', () => {
  it('gives back every day, what is front, and the statements behind each change', () => {
    const { ledgers, fronts } = openControl(file);
    for (const { from, rings } of states)
      expect(edgesOf(ledgers[0]?.reader.ringsAt(ledgers[0].reader.indexOn(from)) ?? []), from).toEqual(
        edgesOf(rings),
      );
    expect(ledgers[0]?.by).toEqual(index.ledgers[0]?.by);
    expect(fronts[0]?.isFront).toEqual(isFront);
    expect(fronts[0]?.reader).toBe(ledgers[0]?.reader);
  });

  it('is refused where it is cut short, of another version, or no such file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
        expect(() => openControl(file.subarray(0, length))).toThrow();
      }),
      { numRuns: 60 },
    );
    expect(() => openControl(Uint8Array.from([...file].fill(9, 3, 4)))).toThrow(/version 1/);
    expect(() => openControl(new TextEncoder().encode('<!doctype html>'))).toThrow(/no file of control/);
  });
});
