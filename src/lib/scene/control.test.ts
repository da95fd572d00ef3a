import { describe, expect, it } from 'vitest';
import { aStatement, square } from '../../../tests/fixtures/ground.ts';
import { makeControl } from '#lib/server/editions/control.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { day } from '#lib/domain/time/day.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { makeCatalogue } from './catalogue.ts';
import { sceneOf } from './scene.ts';

const [FIRST, SECOND, THIRD, FOURTH] = ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04'] as const;
const WEST = square(36, 47, 37, 48);
const MIDDLE = square(37, 47, 38, 48);
const EAST = square(38, 47, 39, 48);
/** All that Russia holds on a day. */
const whole = (on: string, ...rings: Rings): Statement => ({
  ...aStatement('russia', WEST, on, { extent: 'snapshot' }),
  area: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map(([x, y]) => [x, y])]) } as never,
});
const days = makeControl(
  [],
  [
    whole(FIRST, WEST, EAST),
    whole(SECOND, WEST, EAST),
    whole(THIRD, MIDDLE, EAST),
    whole(FOURTH, MIDDLE, EAST),
  ],
);

describe('whole days', () => {
  it('move the line on the days on which they differ from the one before, and not on the first', () => {
    expect(days.moves).toEqual([THIRD]);
  });

  it('tell of what was gained and of what was lost apart, under one statement', () => {
    const flips = days.flips(day(FIRST), day(FOURTH));
    expect(flips).toHaveLength(1);
    expect(flips[0]?.parts.map((p) => `${p.from} → ${p.to}`).sort()).toEqual([
      'russia → none',
      'undefined → russia',
    ]);
    const scene = sceneOf({
      catalogue: makeCatalogue([], [], []),
      control: days,
      edition: { number: 1, published_at: 0 },
      view: { ...DEFAULT_VIEW, day: day(FOURTH) },
      lang: 'en',
    });
    expect(scene.fresh.map((f) => f.to).sort()).toEqual(['russia', 'ukraine']);
    expect(scene.counts.flips).toBe(1);
  });

  it('tell nothing of the state with which a ledger begins', () => {
    expect(days.flips(day('2024-09-01'), day(SECOND))).toEqual([]);
    expect(days.flips(day('2024-09-01'), day(THIRD)).map((f) => f.day)).toEqual([THIRD]);
  });
});

it('moves of the line are those of assessed ground, without what a ledger opens with', () => {
  const control = makeControl(
    [],
    [
      aStatement('russia', WEST, FIRST, { opening: true }),
      aStatement('russia', MIDDLE, SECOND),
      aStatement('russia', EAST, THIRD, { basis: 'claimed' }),
      aStatement('unknown', EAST, FOURTH),
    ],
  );
  expect(control.moves).toEqual([SECOND]);
});
