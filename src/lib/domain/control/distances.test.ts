import { describe, expect, it } from 'vitest';
import { aLedger } from '../../../../tests/fixtures/front.ts';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { wholeDays } from '../../../../tests/fixtures/whole-days.ts';
import { controlOf, frontsOf } from '#lib/server/editions/control.ts';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import type { EditionReader } from '#lib/server/store/store.ts';
import { distancesOf } from './distances.ts';
import { changeDays } from './states.ts';

const TWO_SIDES = memoryReader({
  ledgers: [aLedger('russia', 'assessed'), aLedger('ukraine', 'assessed')],
  statements: [
    aStatement('russia', square(37.5, 48, 38, 48.4), '2024-10-01'),
    aStatement('ukraine', square(35.2, 51.1, 35.4, 51.4), '2024-10-03'),
    aStatement('russia', square(37.2, 48, 37.5, 48.4), '2024-10-05'),
    aStatement('none', square(35.2, 51.1, 35.4, 51.4), '2024-10-09'),
    aStatement('none', square(37.2, 48, 37.4, 48.4), '2024-10-11'),
  ],
});

describe('distances to the front', () => {
  it.each<[string, EditionReader]>([
    ['whole days', wholeDays()],
    ['patches of both sides', TWO_SIDES],
  ])('are after every change of %s what the front of that day gives', async (_name, reader) => {
    const [control, fronts] = [await controlOf(reader), await frontsOf(reader)];
    const all = changeDays(control.history);
    expect(all.length).toBeGreaterThan(2);
    const points = [[37.05, 48.2], [37.95, 48.2], [36, 50], [35.1, 51]] as const; // prettier-ignore
    for (const p of points) {
      const found = distancesOf(p, fronts);
      expect(found.map((f) => f.day)).toEqual(all);
      for (const { day, metres } of found) {
        const whole = control.distanceToFront(p, day);
        if (whole === undefined) expect(metres, day).toBeUndefined();
        else expect(metres, day).toBeCloseTo(whole, 3);
      }
    }
  });

  it('are none where there is no front', async () => {
    expect(distancesOf([37, 48], await frontsOf(memoryReader({})))).toEqual([]);
  });
});
