import { expect, it } from 'vitest';
import { ringArea, type Position } from '#lib/domain/geometry/sphere.ts';
import { day } from '#lib/domain/time/day.ts';
import type { FreshPatch } from './scene.ts';
import { compile } from '#lib/domain/control/compile.ts';
import { gainedLost } from '#lib/domain/control/change.ts';
import { aStatement, square } from '../../../tests/fixtures/ground.ts';
import { plusMinusOf, takenBy } from './taken.ts';

const ring = (x: number, y: number, size = 0.1): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const patch = (to: FreshPatch['to'], ...rings: Position[][]): FreshPatch => ({
  to,
  rings,
  age: 0,
  day: day('2024-11-01'),
  statement: 'c-aaaaaaaaaa',
});
const km2 = (of: Position[]): number => ringArea(of) / 1e6;

it('what each side took is the area of its patches', () => {
  const fresh = [
    patch('russia', ring(37, 48)),
    patch('russia', ring(37.1, 48)),
    patch('ukraine', ring(35, 51)),
  ];
  const [russia, ukraine] = takenBy(fresh);
  expect(russia).toMatchObject({ to: 'russia', patches: 2 });
  expect(russia?.km2).toBeCloseTo(km2(ring(37, 48)) + km2(ring(37.1, 48)), 6);
  expect(ukraine?.km2).toBeCloseTo(km2(ring(35, 51)), 6);
});

it('ground within a patch that did not change hands is none of it', () => {
  const hole = ring(37.02, 48.02, 0.05).toReversed();
  const [taken] = takenBy([patch('russia', ring(37, 48), hole)]);
  expect(taken?.km2).toBeCloseTo(km2(ring(37, 48)) - Math.abs(km2(hole)), 6);
});

it('a side that took nothing is not told of', () => {
  expect(takenBy([])).toEqual([]);
  expect(takenBy([patch('ukraine', ring(35, 51))]).map((t) => t.to)).toEqual(['ukraine']);
});

it('what each side took is as far off as the line that moved is long, in its ledger and in the other', () => {
  const history = compile([
    aStatement('russia', square(37, 48, 37.4, 48.4), '2024-10-01', { extent: 'snapshot' }),
    aStatement('russia', square(37, 48, 37.6, 48.3), '2024-10-05', { extent: 'snapshot' }),
    aStatement('ukraine', square(35, 51, 35.1, 51.1), '2024-10-02', { extent: 'snapshot' }),
    aStatement('ukraine', square(35, 51, 35.1, 51.2), '2024-10-06', { extent: 'snapshot' }),
  ]);
  const [a, b] = [day('2024-09-20'), day('2024-10-10')];
  const { russia, ukraine } = plusMinusOf(history, a, b, 100);
  const [own, other] = (['russia', 'ukraine'] as const).map((side) =>
    gainedLost(history, side, a, b, { resolution_m: 100 }),
  );
  expect(own?.gained_edge_m).toBeGreaterThan(50_000);
  expect(russia).toBeCloseTo(((own?.gained_edge_m ?? 0) * 100) / 1e6, 6);
  expect(ukraine).toBeCloseTo((((own?.lost_edge_m ?? 0) + (other?.gained_edge_m ?? 0)) * 100) / 1e6, 6);
  // With what a ledger begins nothing was taken, so no line moved with it.
  const around = plusMinusOf(history, a, day('2024-10-02'), 100);
  expect(around).toEqual({ russia: 0, ukraine: 0 });
});
