import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayOfInstant } from '../time/day.ts';
import { embargoUntil, USUAL_RULES, type EmbargoRule } from './embargo.ts';

const strike = (target: string | undefined, from = '2024-11-21', until = '2024-11-22') => ({
  id: 'e-aaaaaaaaaa',
  kind: 'strike',
  theatre: 'ukraine',
  period: { from, until },
  ...(target ? { target } : {}),
});
const at = (text: string): number => Date.parse(text);

describe('an embargo by rule', () => {
  it('counts from the end of the day in Kyiv, by winter and by summer time', () => {
    expect(embargoUntil(strike('military'), USUAL_RULES)).toBe(at('2024-11-22T12:00:00+02:00'));
    expect(embargoUntil(strike('energy'), USUAL_RULES)).toBe(at('2024-11-22T03:00:00+02:00'));
    const july = strike('housing', '2024-07-01', '2024-07-04');
    expect(embargoUntil(july, USUAL_RULES)).toBe(at('2024-07-04T03:00:00+03:00'));
  });

  it('holds nothing back that no rule fits, or that has no day', () => {
    expect(embargoUntil(strike(undefined), USUAL_RULES)).toBeUndefined();
    expect(embargoUntil({ ...strike('military'), kind: 'clash' }, USUAL_RULES)).toBeUndefined();
    expect(embargoUntil({ ...strike('military'), period: {} }, USUAL_RULES)).toBeUndefined();
    expect(embargoUntil({ id: 'e-aaaaaaaaaa' }, USUAL_RULES)).toBeUndefined();
  });

  it('goes by the longest rule that fits, wherever it stands in the list', () => {
    const rules: EmbargoRule[] = [
      { kind: 'any', target: 'any', theatre: 'russia', hours: 48 },
      { kind: 'strike', target: 'military', theatre: 'any', hours: 12 },
      { kind: 'any', target: 'any', theatre: 'any', hours: 1 },
    ];
    for (const all of [rules, [...rules].reverse()]) {
      const ends = (theatre: string) => embargoUntil({ ...strike('military'), theatre }, all);
      expect(ends('ukraine')).toBe(at('2024-11-22T12:00:00+02:00'));
      expect(ends('russia')).toBe(at('2024-11-24T00:00:00+02:00'));
    }
  });

  it('never ends on the last day itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_000, max: 22_000 }),
        fc.constantFrom('military', 'energy'),
        (n, target) => {
          const [from, until] = [dayFromNumber(n), dayFromNumber(n + 1)];
          expect(dayOfInstant(embargoUntil(strike(target, from, until), USUAL_RULES) ?? 0) >= until).toBe(
            true,
          );
        },
      ),
    );
  });
});
