import { expect, it } from 'vitest';
import { day } from '../../domain/time/day.ts';
import type { Rings } from '../../domain/geometry/rings.ts';
import type { Scene } from '../../scene/scene.ts';
import { controlKey, frontFeatures, groundFeatures, sameKey } from './features.ts';

const square = (x: number, y: number, size: number): Rings => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const ground = (basis: string, rings: Rings, holder = 'russia') =>
  ({
    holder,
    basis,
    rings,
    resolution_m: 1000,
    demonstration: false,
    opening: false,
  }) as Scene['grounds'][number];
const scene = {
  grounds: [
    ground('assessed', [...square(37, 47, 2), ...square(37.5, 47.5, 0.5)]),
    ground('pre-2022', square(38, 47, 1)),
    ground('contested', [...square(37, 48, 0.1), ...square(38, 48, 0.5)], 'unknown'),
    ground('assessed', square(35, 51, 0.5), 'ukraine'),
  ],
  fresh: [{ to: 'russia', rings: square(37, 47, 0.1), age: 3, day: day('2024-11-23'), statement: 's' }],
  fronts: [],
  startLine: undefined,
} as Pick<Scene, 'grounds' | 'fresh' | 'fronts' | 'startLine'>;

it('ground is told apart by holder and basis, holes are holes, and each hatched shape stands alone', () => {
  const { features } = groundFeatures(scene);
  expect(features.map((f) => f.properties?.['kind'])).toEqual([
    'held',
    'pre2022',
    'contested',
    'contested',
    'ua-held',
    'fresh',
  ]);
  const [held, , small, large] = features;
  expect((held?.geometry as GeoJSON.MultiPolygon).coordinates.map((p) => p.length)).toEqual([2]);
  const from = (f: GeoJSON.Feature | undefined) => Number(f?.properties?.['from']);
  const [less, more] = [from(small), from(large)].sort((a, b) => a - b);
  // Five times as wide shows its pattern some two zooms sooner.
  expect((more ?? 0) - (less ?? 0)).toBeCloseTo(Math.log2(5), 1);
});

it('a day with the same states draws the same ground, and one of another age another', () => {
  expect(sameKey(controlKey(scene), controlKey({ ...scene, grounds: [...scene.grounds] }))).toBe(true);
  const older = { ...scene, fresh: scene.fresh.map((f) => ({ ...f, age: 4 })) };
  expect(sameKey(controlKey(scene), controlKey(older))).toBe(false);
});

it('the front knows its side, and what of it has a source', () => {
  const line = [
    [37, 47],
    [37, 48],
  ] as const;
  const { features } = frontFeatures({
    fronts: [{ side: 'russia', sourced: [line], unsourced: [] }],
    startLine: { day: day('2024-11-19'), lines: [line] },
  });
  expect(features.map((f) => f.properties)).toEqual([{ kind: 'start' }, { kind: 'sourced', side: 'russia' }]);
});
