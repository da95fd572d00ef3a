import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '#lib/domain/events/terms.ts';
import { LAYERS, type Layer } from '#lib/domain/view/view.ts';
import { isOn, toggled } from './choice.ts';
import { notShown } from './layers.ts';

const choices = fc.option(fc.subarray([...EVENT_KINDS]), { nil: undefined });
const kind = fc.constantFrom(...EVENT_KINDS);

describe('a choice in a filter', () => {
  it('leaves out the one value that is clicked while all are shown', () => {
    expect(toggled(EVENT_KINDS, undefined, 'strike')).toEqual(EVENT_KINDS.filter((k) => k !== 'strike'));
  });

  it('can be of nothing, and of all again, which is no filter', () => {
    expect(toggled(EVENT_KINDS, ['strike'], 'strike')).toEqual([]);
    const allButOne = EVENT_KINDS.filter((k) => k !== 'clash');
    expect(toggled(EVENT_KINDS, allButOne, 'clash')).toBeUndefined();
  });

  it('changes the clicked value and no other, and a second click takes it back', () => {
    fc.assert(
      fc.property(choices, kind, (chosen, clicked) => {
        const next = toggled(EVENT_KINDS, chosen, clicked);
        for (const k of EVENT_KINDS) expect(isOn(next, k)).toBe(isOn(chosen, k) !== (k === clicked));
        const back = toggled(EVENT_KINDS, next, clicked);
        for (const k of EVENT_KINDS) expect(isOn(back, k)).toBe(isOn(chosen, k));
      }),
    );
  });

  it('is kept in the order of the list, so that equal choices have equal addresses', () => {
    fc.assert(
      fc.property(choices, kind, (chosen, clicked) => {
        const next = toggled(EVENT_KINDS, chosen?.toReversed(), clicked) ?? EVENT_KINDS;
        expect(next).toEqual(EVENT_KINDS.filter((k) => next.includes(k)));
      }),
    );
  });
});

describe('what a legend says of layers', () => {
  const without = (...off: Layer[]): { layers: Layer[] } => ({
    layers: LAYERS.filter((l) => !off.includes(l)),
  });

  it('names those that are switched off, in either language', () => {
    expect(notShown(without('fresh', 'labels'), 'en')).toBe('Not shown: fresh ground, labels');
    expect(notShown(without('fresh', 'labels'), 'uk')).toBe('Не показано: нещодавні зміни, підписи');
  });

  it('says nothing while all are shown', () => {
    expect(notShown({}, 'en')).toBeUndefined();
    expect(notShown(without(), 'en')).toBeUndefined();
  });
});
