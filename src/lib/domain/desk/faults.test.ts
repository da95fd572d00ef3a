import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { anEvent, aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import { ITEM_KINDS } from '../history/edition.ts';
import { faultsOf, type Unfinished } from './faults.ts';

const whole = {
  event: anEvent('e-aaaaaaaaaa'),
  report: aReport('r-aaaaaaaaaa'),
  place: aPlace('dnipro', [35, 48]),
  statement: aStatement('russia', square(36, 47, 37, 48), '2024-11-20', {
    citations: [{ report: 'r-aaaaaaaaaa' as never, says: { en: 'It was taken.' } }],
  }),
} as unknown as Record<'event' | 'report' | 'place' | 'statement', Unfinished>;

describe('what keeps an item from being published', () => {
  it('is nothing for what is whole', () => {
    for (const [kind, payload] of Object.entries(whole)) expect(faultsOf(kind as never, payload)).toEqual([]);
  });

  it('is named by its field, not by where GeoJSON keeps it', () => {
    const fields = (kind: keyof typeof whole, more: object): string[] =>
      faultsOf(kind, { ...whole[kind], ...more }).map((p) => p.path);
    expect(fields('event', { title: undefined })).toEqual(['title']);
    expect(fields('event', { claims: [] })).toEqual(['claims']);
    expect(fields('event', { point: [200, 48] })).toEqual(['point']);
    expect(fields('statement', { area: { type: 'Polygon', coordinates: [] } })).toEqual(['area']);
    expect(fields('report', { url: 'nowhere' })).toEqual(['url']);
  });

  it('never fails, whatever somebody has begun', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ITEM_KINDS),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (kind, draft) => {
          expect(faultsOf(kind, { ...draft, id: 'x' }).length).toBeGreaterThan(0);
        },
      ),
    );
    for (const [kind, payload] of Object.entries(whole))
      for (const field of Object.keys(payload))
        for (const odd of [null, 3, '', [], {}, [[]]])
          expect(() => faultsOf(kind as never, { ...payload, [field]: odd })).not.toThrow();
  });
});
