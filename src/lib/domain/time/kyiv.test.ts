import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantInKyiv, wallInKyiv } from './kyiv.ts';

it('reads the clock in Kyiv by winter and by summer time, and knows the hour that never is', () => {
  expect(instantInKyiv('2024-11-22T12:00')).toBe(Date.parse('2024-11-22T10:00:00Z'));
  expect(instantInKyiv('2024-07-22T12:00')).toBe(Date.parse('2024-07-22T09:00:00Z'));
  expect(instantInKyiv('2024-03-31T03:30')).toBeUndefined();
  expect(instantInKyiv('soon')).toBeUndefined();
});

it('comes back to the same clock, whatever the instant', () => {
  const minute = fc.integer({ min: 26_300_000, max: 34_000_000 });
  fc.assert(
    fc.property(minute, (n) => {
      const wall = wallInKyiv(n * 60_000);
      expect(wallInKyiv(instantInKyiv(wall) ?? 0)).toBe(wall);
    }),
  );
});
