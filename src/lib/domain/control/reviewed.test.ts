import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../desk/faults.ts';
import { inRings, type Rings } from '../geometry/rings.ts';
import { addDays, day } from '../time/day.ts';
import { isReviewId, type ReviewId } from './review-id.ts';
import type { Review } from './review.ts';
import { lastReviews, reviewAge, reviewAt, reviewedZones } from './reviewed.ts';

const FIRST = day('2024-11-01');
const box = (w: number, s: number, e: number, n: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ] as [number, number][][],
});
const aReview = (id: string, more: Partial<Review> = {}): Review => ({
  id: `v-${id.padEnd(10, 'a')}` as ReviewId,
  basis: 'reviewed',
  day: FIRST,
  title: { en: 'A sector' },
  ...more,
});
const OBLASTS: Readonly<Record<string, Rings>> = {
  'UA-14': box(36, 46, 40, 50).coordinates,
  'UA-23': box(34, 46, 36, 49).coordinates,
};
const oblastRings = (iso: string): Rings | undefined => OBLASTS[iso];
const oblastOf = (p: readonly [number, number]): string | undefined =>
  Object.keys(OBLASTS).find((iso) => inRings(p, OBLASTS[iso] ?? []));

/** Oblasts and boxes on whole degrees, reviewed on some days. */
const reviews = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 60 }),
      where: fc.oneof(
        fc.constantFrom('UA-14', 'UA-23').map((oblast) => ({ oblast })),
        fc
          .tuple(
            fc.integer({ min: 33, max: 39 }),
            fc.integer({ min: 45, max: 49 }),
            fc.integer({ min: 1, max: 4 }),
            fc.integer({ min: 1, max: 3 }),
          )
          .map(([w, s, x, y]) => ({ area: box(w, s, w + x, s + y) })),
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ after, where }, i) =>
      aReview(String.fromCharCode(98 + i), { day: addDays(FIRST, after), ...where }),
    ),
  );
/** Never on an edge. */
const point = fc
  .tuple(fc.integer({ min: 33, max: 42 }), fc.integer({ min: 45, max: 51 }))
  .map(([x, y]) => [x + 0.5, y + 0.5] as const);
const someDay = fc.integer({ min: -5, max: 90 }).map((n) => addDays(FIRST, n));

describe('ground that was looked at', () => {
  it('is in one zone at most, of the day on which it was last looked at', () => {
    fc.assert(
      fc.property(reviews, point, someDay, (all, p, d) => {
        const zones = reviewedZones(all, d, oblastRings);
        const there = zones.filter((z) => inRings(p, z.rings)).map((z) => z.day);
        const last = reviewAt(all, p, oblastOf(p), d)?.day;
        expect(there).toEqual(last === undefined ? [] : [last]);
        expect(zones.map((z) => z.day)).toEqual([...new Set(zones.map((z) => z.day))].sort().reverse());
      }),
      { numRuns: 300 },
    );
  });

  it('on a day nothing is known of what was looked at later, and what was stays', () => {
    fc.assert(
      fc.property(reviews, point, someDay, (all, p, d) => {
        const last = reviewAt(all, p, oblastOf(p), d);
        expect(
          reviewAt(
            all.filter((r) => r.day <= d),
            p,
            oblastOf(p),
            d,
          ),
        ).toEqual(last);
        const next = reviewAt(all, p, oblastOf(p), addDays(d, 1));
        if (last) expect((next?.day ?? '') >= last.day).toBe(true);
      }),
    );
  });

  it('is listed once for each oblast and area, by its last review', () => {
    const all = [
      aReview('b', { oblast: 'UA-14' }),
      aReview('c', { oblast: 'UA-14', day: addDays(FIRST, 3) }),
      aReview('d', { area: box(36, 47, 37, 48), day: addDays(FIRST, 1) }),
      aReview('e', { oblast: 'UA-23', day: addDays(FIRST, 9) }),
    ];
    expect(lastReviews(all, addDays(FIRST, 5)).map((r) => r.id[2])).toEqual(['c', 'd']);
    expect(lastReviews(all, addDays(FIRST, -1))).toEqual([]);
  });

  it('is classed by the days since: three, a week, a month, more', () => {
    const classes = [0, 3, 4, 7, 8, 30, 31, 400].map((n) => reviewAge(FIRST, addDays(FIRST, n)));
    expect(classes).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('of an oblast that the map does not have is none', () => {
    const all = [aReview('b', { oblast: 'UA-99' })];
    expect(reviewedZones(all, FIRST, oblastRings)).toEqual([]);
    expect(reviewAt(all, [37, 48], oblastOf([37, 48]), FIRST)).toBeUndefined();
  });
});

describe('what may be published as a review', () => {
  const faults = (more: object) => faultsOf('statement', { ...aReview('b'), ...more }).map((p) => p.path);

  it('names an oblast or an area, and not both', () => {
    expect(faults({ oblast: 'UA-14' })).toEqual([]);
    expect(faults({ area: box(36, 47, 37, 48) })).toEqual([]);
    expect(faults({})).toEqual(['area']);
    expect(faults({ oblast: 'UA-14', area: box(36, 47, 37, 48) })).toEqual(['area']);
  });

  it('has a day, a name, and nothing that claims ground', () => {
    expect(faults({ oblast: 'UA-14', day: '2024-13-01' })).toEqual(['day']);
    expect(faults({ oblast: 'UA-14', title: { en: ' ' } })).toEqual(['title.en']);
    expect(faults({ oblast: 'RU-BEL' })).toEqual(['oblast']);
    expect(faults({ oblast: 'UA-14', holder: 'russia' })).toEqual(['holder']);
  });

  it('has an id that no statement about ground has', () => {
    expect([isReviewId('v-aaaaaaaaaa'), isReviewId('c-aaaaaaaaaa'), isReviewId('v-AAAAAAAAAA')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(faultsOf('statement', { ...aReview('b', { oblast: 'UA-14' }), id: 'c-aaaaaaaaaa' })).not.toEqual(
      [],
    );
  });
});
