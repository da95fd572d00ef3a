import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import { EMPTY_EDITION } from '#lib/domain/history/edition.ts';
import type { PublicStore } from '../store/store.ts';
import { editionFromPath, manifestOf } from './data.ts';

/** Two editions of the same morning in Kyiv. */
const readers = ['2026-11-22T05:00:00Z', '2026-11-22T06:00:00Z'].map((at, i) =>
  memoryReader({ edition: { number: i + 1, published_at: Date.parse(at) } }),
);
const store: PublicStore = {
  head: () => Promise.resolve(readers[1]?.edition ?? EMPTY_EDITION),
  editions: () => Promise.resolve(readers.map((r) => r.edition).reverse()),
  editionBefore: (instant) =>
    Promise.resolve(readers.findLast((r) => r.edition.published_at < instant)?.edition),
  at: (number) => Promise.resolve(readers[number - 1]),
  object: () => Promise.resolve(undefined),
  widget: () => Promise.resolve(undefined),
  isGone: () => Promise.resolve(false),
  review: () => Promise.resolve({ twoPeople: true }),
  ready: () => Promise.resolve(),
};
const numberOf = async (text: string) => (await editionFromPath(store, text))?.edition.number;

describe('an edition in an address', () => {
  it('is a number, the latest, or the last one published before the end of a day in Kyiv', async () => {
    expect(await numberOf('1')).toBe(1);
    expect(await numberOf('latest')).toBe(2);
    expect(await numberOf('2026-11-22')).toBe(2);
    expect(await numberOf('2030-01-01')).toBe(2);
  });

  it('is none where there is none', async () => {
    for (const text of ['3', '0', '2026-11-21', '999999999'])
      expect(await numberOf(text), text).toBeUndefined();
  });

  it('is none for any garbage', async () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.constantFrom('01', '1.0', '-1', '1e0', '', 'Latest', '2026-02-30', ' 1'),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        fc.pre(!/^[12]$|^latest$/.test(text));
        expect(await numberOf(text)).toBeUndefined();
      }),
    );
  });
});

it('a manifest names the edition, its digest and the address of each object', async () => {
  const [reader] = readers;
  if (!reader) throw new Error('no reader');
  const objects = async () => new Map([['events.geojson', 'f'.repeat(64)]]);
  expect(await manifestOf({ ...reader, objects })).toEqual({
    edition: 1,
    published_at: '2026-11-22T05:00:00.000Z',
    digest: reader.edition.digest,
    note: reader.edition.note,
    changes: 0,
    objects: { 'events.geojson': { sha256: 'f'.repeat(64), url: `/data/o/${'f'.repeat(64)}` } },
  });
});
