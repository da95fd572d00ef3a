import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../time/day.ts';
import { periodOfDays } from '../time/period.ts';
import type { PlaceId } from '../places/place.ts';
import { alikeEvents, eventLikeness, type Comparable } from './alike.ts';
import type { EventId } from './event.ts';
import { EVENT_KINDS, SIDES } from './terms.ts';

const D = day('2024-11-21');
/** A strike on Dnipro on 21 November 2024, true to the settlement. */
const strike = (id: string, more: Partial<Comparable> = {}): Comparable => ({
  id: `e-${id}` as EventId,
  kind: 'strike',
  by: 'russia',
  period: periodOfDays(D, D),
  point: [35.04, 48.46],
  location: { precision: 'settlement', radius_m: 3000, place: 'dnipro' as PlaceId },
  ...more,
});
/** Degrees of latitude for some kilometres. */
const north = (km: number): [number, number] => [35.04, 48.46 + km / 111.2];

const anyDay = fc.integer({ min: 0, max: 20 }).map((n) => addDays(D, n));
const anyEvent: fc.Arbitrary<Comparable> = fc
  .record({
    id: fc.stringMatching(/^[a-z2-7]{10}$/),
    kind: fc.constantFrom(...EVENT_KINDS),
    by: fc.constantFrom(...SIDES),
    period: fc.oneof(
      fc.tuple(anyDay, fc.nat(20)).map(([from, n]) => periodOfDays(from, addDays(from, n))),
      anyDay.map((until) => ({ until })),
      anyDay.map((from) => ({ from })),
      fc.constant({}),
    ),
    at: fc.option(fc.tuple(fc.double({ min: 30, max: 31, noNaN: true }), fc.double({ min: 48, max: 49, noNaN: true }))),
    radius_m: fc.integer({ min: 1, max: 20_000 }),
    place: fc.constantFrom('dnipro', 'kyiv', 'sumy'),
    nowhere: fc.boolean(),
  })
  .map(({ id, at, radius_m, place, nowhere, ...rest }) => ({
    ...rest,
    id: `e-${id}` as EventId,
    point: at,
    ...(at
      ? { location: { precision: 'settlement' as const, radius_m, place: place as PlaceId } }
      : nowhere
        ? {}
        : { location: { precision: 'oblast' as const, place: place as PlaceId } }),
  })); // prettier-ignore

describe('the likeness of two events', () => {
  it('is the same whichever is asked about, and highest of an event with itself', () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, (a, b) => {
        expect(eventLikeness(a, b)).toEqual(eventLikeness(b, a));
        expect(eventLikeness(a, b).likeness).toBeLessThanOrEqual(eventLikeness(a, a).likeness);
        expect(alikeEvents({ ...a, id: undefined }, [a]).map(({ event }) => event)).toEqual([a]);
      }),
    );
  });

  it('says in what they are alike', () => {
    expect(eventLikeness(strike('a'), strike('b', { point: north(3) }))).toMatchObject({
      days: 0,
      metres: expect.closeTo(3000, -1.5),
      sameSpot: true,
      kind: 'same',
      by: 'same',
    });
    const other = strike('c', {
      point: north(12),
      kind: 'incident',
      by: 'unknown',
      period: periodOfDays(addDays(D, 1), addDays(D, 1)),
    });
    expect(eventLikeness(strike('a'), other)).toMatchObject({
      days: 1,
      sameSpot: false,
      kind: 'related',
      by: 'unknown',
    });
    const oblast = strike('d', { point: null, location: { precision: 'oblast', place: 'UA-12' as PlaceId } });
    expect(eventLikeness(oblast, oblast)).toMatchObject({ metres: undefined, sameSpot: true });
    expect(eventLikeness(strike('a'), oblast)).toMatchObject({ metres: undefined, sameSpot: false });
  });
});

describe('events that may be one written twice', () => {
  it('come likest first, in the same order however they were given', () => {
    fc.assert(
      fc.property(
        anyEvent,
        fc.uniqueArray(anyEvent, { selector: (e) => e.id, maxLength: 8 }),
        fc.gen(),
        (event, all, g) => {
          const found = alikeEvents(event, all);
          const shuffled = g(() => fc.shuffledSubarray(all, { minLength: all.length }));
          expect(alikeEvents(event, shuffled)).toEqual(found);
          expect(found.map((f) => f.likeness)).toEqual(found.map((f) => f.likeness).sort((a, b) => b - a));
          expect(found.map((f) => f.event.id)).not.toContain(event.id);
        },
      ),
    );
  });

  it('are those near in day, in place and in kind', () => {
    const candidates = [
      strike('aa', { point: north(60) }),
      strike('bb', { point: north(2) }),
      strike('cc', { period: periodOfDays(addDays(D, 1), addDays(D, 1)) }),
      strike('dd', { period: periodOfDays(addDays(D, 5), addDays(D, 5)) }),
      strike('ee', { by: 'ukraine' }),
      strike('ff', { kind: 'diplomacy' }),
      strike('gg', { kind: 'incident', by: 'unknown' }),
      strike('hh'),
    ];
    expect(alikeEvents(strike('zz'), candidates).map(({ event }) => event.id)).toEqual([
      'e-hh',
      'e-bb',
      'e-cc',
      'e-gg',
      'e-ee',
    ]);
  });

  it('are a day rather than the month that holds it', () => {
    const month = strike('aa', { period: periodOfDays(day('2024-11-01'), day('2024-11-30')) });
    const two = strike('bb', { period: periodOfDays(D, addDays(D, 1)) });
    expect(alikeEvents(strike('zz'), [month, two]).map(({ event }) => event.id)).toEqual(['e-bb', 'e-aa']);
  });
});
