import { expect, it } from 'vitest';
import { distance, ringArea, type Position } from '#lib/domain/geometry/sphere.ts';
import { day } from '#lib/domain/time/day.ts';
import type { FreshPatch } from './scene.ts';
import { takenBy } from './taken.ts';

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

it('what each side took is the area of its patches, and as far off as their common edge is', () => {
  const fresh = [
    patch('russia', ring(37, 48)),
    patch('russia', ring(37.1, 48)),
    patch('ukraine', ring(35, 51)),
  ];
  const [russia, ukraine] = takenBy(fresh, 100);
  expect(russia).toMatchObject({ to: 'russia', patches: 2 });
  expect(russia?.km2).toBeCloseTo(km2(ring(37, 48)) + km2(ring(37.1, 48)), 6);
  expect(ukraine?.km2).toBeCloseTo(km2(ring(35, 51)), 6);
  const around = (x: number, w: number): number =>
    distance([x, 48], [x + w, 48]) + distance([x, 48.1], [x + w, 48.1]) + 2 * distance([x, 48], [x, 48.1]);
  // Two patches side by side have the edge of one that is twice as wide: that between them is not uncertain.
  expect(russia?.plusMinus).toBeCloseTo((around(37, 0.2) * 100) / 1e6, 2);
});

it('ground within a patch that did not change hands is none of it', () => {
  const hole = ring(37.02, 48.02, 0.05).toReversed();
  const [taken] = takenBy([patch('russia', ring(37, 48), hole)], 100);
  expect(taken?.km2).toBeCloseTo(km2(ring(37, 48)) - Math.abs(km2(hole)), 6);
});

it('a side that took nothing is not told of', () => {
  expect(takenBy([], 100)).toEqual([]);
  expect(takenBy([patch('ukraine', ring(35, 51))], 100).map((t) => t.to)).toEqual(['ukraine']);
});
