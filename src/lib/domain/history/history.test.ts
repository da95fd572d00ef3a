import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import type { PlaceId } from '../places/place.ts';
import type { ReportId } from '../reports/report.ts';
import { canonical } from './canonical.ts';
import { referencesOf } from './references.ts';

describe('canonical JSON', () => {
  it('is the same bytes whichever order the keys were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
    expect(canonical({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
  });

  it('says what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
    );
  });

  it('treats a missing key and an undefined one alike', () => {
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
    expect(canonical({ a: { b: undefined } })).toBe('{"a":{}}');
  });

  it('keeps the order of lists, which means something', () => {
    expect(canonical([2, 1])).not.toBe(canonical([1, 2]));
  });
});

describe('what an item leans on', () => {
  const paths = (kind: Parameters<typeof referencesOf>[0], payload: unknown): string[] =>
    referencesOf(kind, payload).map((r) => `${r.path}: ${r.kind} ${r.id}`);
  const [claim] = anEvent('e-aaaaaaaaaa').claims;

  it('is every report that an event cites or knows of words through, and its place', () => {
    const event = anEvent('e-aaaaaaaaaa', {
      claims: claim ? [claim, { ...claim, via: 'r-bbbbbbbbbb' as ReportId }] : [],
      harm: [
        {
          who: 'unknown',
          as_of: '2024-11-21' as never,
          speaker: { name: { en: 'Mayor' } },
          citation: { report: 'r-cccccccccc' as ReportId },
        },
      ],
    });
    expect(paths('event', event).sort()).toEqual([
      'claims.0.citation.report: report r-aaaaaaaaaa',
      'claims.1.citation.report: report r-aaaaaaaaaa',
      'claims.1.via: report r-bbbbbbbbbb',
      'harm.0.citation.report: report r-cccccccccc',
      'location.place: place dnipro',
    ]);
  });

  it('is every report and place of a statement, and every report that dates a report', () => {
    const statement = aStatement('russia', square(36, 47, 37, 48), '2024-10-05', {
      places: ['selydove' as PlaceId],
      citations: [{ report: 'r-aaaaaaaaaa' as ReportId, says: { en: 'It was taken.' } }],
    });
    expect(paths('statement', statement)).toEqual([
      'citations.0.report: report r-aaaaaaaaaa',
      'places.0: place selydove',
    ]);
    expect(paths('report', aReport('r-aaaaaaaaaa', { dated_by: ['r-bbbbbbbbbb' as ReportId] }))).toEqual([
      'dated_by.0: report r-bbbbbbbbbb',
    ]);
  });

  it('is nothing for a place, and for an event without a place only its reports', () => {
    expect(paths('place', aPlace('dnipro', [35, 48]))).toEqual([]);
    expect(paths('event', anEvent('e-aaaaaaaaaa', { location: undefined }))).toHaveLength(1);
  });
});
