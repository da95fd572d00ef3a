import { expect, it } from 'vitest';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import { outerEdge } from './difference.ts';

const square = (x: number, y: number): Rings => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
];
const corners = (lines: Rings): string[] => lines.map((line) => line.map((p) => p.join()).join(' '));

it('patches that lie beside each other are bounded together, without the edge between them', () => {
  const lines = outerEdge([square(0, 0), square(1, 0)]);
  expect(lines).toHaveLength(1);
  const all = corners(lines)[0] as string;
  expect(all.split(' ')).toHaveLength(7);
  expect(all).not.toContain('1,0 1,1');
  expect(all).not.toContain('1,1 1,0');
  expect(lines[0]?.[0]).toEqual(lines[0]?.at(-1));
});

it('patches apart keep an edge each, and of no patches there is none', () => {
  expect(corners(outerEdge([square(0, 0), square(5, 5)]))).toEqual(
    corners([...square(0, 0), ...square(5, 5)]),
  );
  expect(outerEdge([])).toEqual([]);
});

it('a hole in a patch is bounded too', () => {
  const [outer, hole] = [
    square(0, 0)[0] ?? [],
    (square(0, 0)[0] ?? []).map(([x, y]) => [x / 4 + 0.2, y / 4 + 0.2] as const),
  ];
  expect(outerEdge([[outer, hole]])).toHaveLength(2);
});
