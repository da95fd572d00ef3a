import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromNumber, type Day } from '../time/day.ts';
import { comparedWith, spanned } from './compared.ts';
import { inOrder } from './in-order.ts';
import { DEFAULT_VIEW } from './view.ts';

const anyDay = fc.integer({ min: 19_000, max: 20_500 }).map(dayFromNumber);
const [before, after] = [day('2024-11-01'), day('2024-11-26')];

describe('two days that are compared', () => {
  it('are shown the earlier first, whichever way round an address has them', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.boolean(), (p: Day, q: Day, isNamed) => {
        fc.pre(p !== q);
        const { view, note } = inOrder({ ...DEFAULT_VIEW, compare: p, day: isNamed ? q : undefined }, q);
        expect(note).toBe(p < q ? undefined : 'swapped');
        const shown = view.day ?? q;
        expect([comparedWith(view, shown), shown]).toEqual([p, q].sort());
      }),
    );
  });

  it('stay as they are in the right order, with the way in which they are compared', () => {
    const view = { ...DEFAULT_VIEW, day: after, compare: before, how: 'swipe' } as const;
    expect(inOrder(view, undefined)).toEqual({ view, note: undefined });
  });

  it('are none where both are the same, and the day is shown alone', () => {
    const { view, note } = inOrder({ ...DEFAULT_VIEW, compare: after, how: 'side' }, after);
    expect(note).toBe('same');
    expect(view).toEqual(DEFAULT_VIEW);
  });

  it('are none where nothing is published and no day is named', () => {
    expect(inOrder({ ...DEFAULT_VIEW, compare: before }, undefined).note).toBeUndefined();
  });
});

describe('the window of two days', () => {
  it('is what lies between them, whatever window the view has', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 500 }), (d, days) => {
        const compare = addDays(d, -days);
        for (const window of [1, 30, 'all'] as const)
          expect(spanned({ ...DEFAULT_VIEW, window, compare }, d).window).toBe(days);
      }),
    );
  });

  it('is the own one of a view that compares nothing', () => {
    expect(spanned({ ...DEFAULT_VIEW, window: 30 }, after).window).toBe(30);
    expect(spanned({ ...DEFAULT_VIEW, window: 30, compare: after }, before).window).toBe(30);
  });
});
