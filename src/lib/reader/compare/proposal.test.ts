import { describe, expect, it } from 'vitest';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import { day, type Day } from '#lib/domain/time/day.ts';
import type { Control } from '#lib/scene/control.ts';
import { proposedBefore } from './proposal.ts';

const at = (x: number): Rings => [
  [
    [x, 48],
    [x + 0.1, 48],
    [x + 0.1, 48.1],
    [x, 48],
  ],
];
const changes: [string, number][] = [
  ['2024-10-02', 37],
  ['2024-11-10', 35],
  ['2024-11-22', 30],
];
const control = (all = changes): Pick<Control, 'flips' | 'opens'> => ({
  opens: day('2024-09-01'),
  flips: (a: Day, b: Day) =>
    all
      .filter(([d]) => d > a && d <= b)
      .map(([d, x]) => ({ day: day(d), patch: at(x) })) as unknown as ReturnType<Control['flips']>,
});
const NEAR = [34.9, 47.9, 35.3, 48.2] as const;
const NOWHERE = [10, 40, 11, 41] as const;
const EAST = [36.9, 47.9, 37.3, 48.2] as const;

describe('the day that is proposed to compare with', () => {
  it('is the one before ground in view last changed hands', () => {
    expect(proposedBefore(control(), day('2024-11-26'), NEAR)).toBe('2024-11-09');
    expect(proposedBefore(control(), day('2024-11-26'), EAST)).toBe('2024-10-01');
    expect(proposedBefore(control(), day('2024-11-10'), NEAR)).toBe('2024-11-09');
  });

  it('is the one before ground last changed hands anywhere, where none did in view', () => {
    expect(proposedBefore(control(), day('2024-11-26'), NOWHERE)).toBe('2024-11-21');
    expect(proposedBefore(control(), day('2024-11-09'), NEAR)).toBe('2024-10-01');
    expect(proposedBefore(control([['2024-09-03', 37]]), day('2025-09-01'), NOWHERE)).toBe('2024-09-02');
  });

  it('is a week before where nothing ever changed, and always earlier than the day shown', () => {
    expect(proposedBefore(control([]), day('2024-11-26'), NEAR)).toBe('2024-11-19');
    expect(proposedBefore(control([]), day('2024-09-03'), NEAR)).toBe('2024-09-01');
    expect(proposedBefore(control([]), day('2024-09-01'), NEAR)).toBe('2024-08-31');
  });
});
