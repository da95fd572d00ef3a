import { describe, expect, it } from 'vitest';
import type { Rings } from '../../domain/geometry/rings.ts';
import { day } from '../../domain/time/day.ts';
import { DEFAULT_VIEW, LAYERS } from '../../domain/view/view.ts';
import { metresPerPixel } from '../../look/mercator.ts';
import type { Scene } from '../../scene/scene.ts';
import type { StyleOptions } from '../style/options.ts';
import { bandZoom, planOf, sameGround, STAGES, type Plan } from './plan.ts';

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
const line = [
  [37, 47],
  [37, 48],
] as const;
const scene = {
  grounds: [
    ground('assessed', square(37, 47, 2)),
    ground('pre-2022', square(38, 47, 1)),
    ground('contested', [...square(37, 48, 0.02), ...square(38, 48, 0.5)], 'unknown'),
    ground('claimed', square(37.5, 48.5, 0.5)),
    ground('infiltration', square(36.9, 47.5, 0.01), 'unknown'),
    ground('assessed', square(35, 51, 0.5), 'ukraine'),
  ],
  fresh: [
    { to: 'russia', rings: square(37, 47, 0.1), age: 3, day: day('2024-11-23'), statement: 's' },
    { to: 'ukraine', rings: square(35, 51, 0.1), age: 13, day: day('2024-11-13'), statement: 't' },
  ],
  fronts: [{ side: 'russia', sourced: [line], unsourced: [] }],
  startLine: { day: day('2024-11-19'), lines: [line] },
} as unknown as Scene;
const look: StyleOptions = {
  theme: 'light',
  lang: 'en',
  resolution_m: 10_000,
  lat: 48.4,
  layers: LAYERS,
  narrow: false,
  fade: 0,
  quarter: 0,
};
const named = (plan: Plan) =>
  STAGES.flatMap((stage) =>
    [...plan[stage].fills, ...(plan[stage].shades ?? []), ...plan[stage].lines].map((draw) => draw.what),
  );

describe('what is drawn of ground', () => {
  it('is, bottom to top: ground and what is fresh of it, hatches, the old line, the front in its casing', () => {
    expect(named(planOf(scene, look, 7))).toEqual([
      ...['held', 'fresh', 'pre2022', 'ua-held', 'ua-fresh', 'shade'],
      ...['contested', 'contested-tint', 'claimed', 'infiltration-tint'],
      ...['contested-edge', 'contested-edge', 'claimed-edge', 'infiltration-edge'],
      ...['start', 'casing', 'casing', 'unsourced', 'sourced'],
    ]);
  });

  it('has a pattern where it is wide enough for one, and a tint with an edge where not', () => {
    const contested = (zoom: number) =>
      planOf(scene, look, zoom)
        .front.fills.filter((f) => f.what.startsWith('contested'))
        .map((f) => f.what);
    expect(contested(3)).toEqual(['contested-tint', 'contested-tint']);
    expect(contested(7)).toEqual(['contested', 'contested-tint']);
    expect(contested(11)).toEqual(['contested', 'contested']);
  });

  it('has no line where a line would say more than is known', () => {
    const near = named(planOf(scene, look, bandZoom(look)));
    for (const what of ['start', 'casing', 'sourced', 'unsourced', 'shade']) expect(near).not.toContain(what);
    expect(near).toEqual(expect.arrayContaining(['held', 'pre2022', 'contested']));
  });

  it('has a band of the width that is not known in place of such a line', () => {
    // 10 km are 48 pixels at zoom 7.96 on the front.
    expect(bandZoom(look)).toBeCloseTo(7.96, 1);
    const zoom = bandZoom(look) + 1;
    const { ground, ukrainian } = planOf(scene, look, zoom);
    const [outside, inside] = [ground.shades?.[0], ukrainian.shades?.[0]];
    expect([outside?.what, inside?.what]).toEqual(['band', 'band']);
    // Beyond the line lies the colour of the ground; within, that of the land beyond.
    expect(outside?.within).toBeUndefined();
    expect(inside?.within).toHaveLength(2);
    const metres = (outside?.reach ?? 0) * metresPerPixel(zoom, look.lat);
    expect(metres).toBeCloseTo(look.resolution_m / 2, 5);
    expect(inside?.reach).toBe(outside?.reach);
    expect(named(planOf(scene, look, zoom - 2))).not.toContain('band');
    expect(named(planOf(scene, { ...look, layers: ['front'] }, zoom))).not.toContain('band');
  });

  it('has no band where the ledger is true to what can be seen', () => {
    expect(bandZoom({ resolution_m: 50, lat: 48 })).toBeGreaterThan(14);
    for (const resolution_m of [0, 50])
      expect(named(planOf(scene, { ...look, resolution_m }, 12))).not.toContain('band');
  });

  it('leaves out what is switched off', () => {
    const only = (layers: StyleOptions['layers']) => new Set(named(planOf(scene, { ...look, layers }, 7)));
    expect([...only(['front'])]).toEqual(['shade', 'casing', 'unsourced', 'sourced']);
    expect([...only(['control'])]).toEqual(['held', 'pre2022', 'ua-held']);
    expect([...only(['fresh'])]).toEqual(['fresh', 'ua-fresh']);
    expect([...only(['start'])]).toEqual(['start']);
    expect([...only([])]).toEqual([]);
  });

  it('is stronger the fresher it is', () => {
    const inkOf = (age: number) => {
      const fresh = [{ ...(scene.fresh[0] as Scene['fresh'][number]), age }];
      return planOf({ ...scene, fresh }, look, 7).ground.fills.find((f) => f.what === 'fresh')?.ink ?? [];
    };
    // Green falls as red ground grows stronger.
    expect(inkOf(0)[1]).toBeLessThan(inkOf(7)[1] as number);
    expect(inkOf(7)[1]).toBeLessThan(inkOf(14)[1] as number);
  });

  it('outlines what changed hands between two days, gained ground in the edge of who has it', () => {
    const two = { ...scene, compared: day('2024-11-01'), view: DEFAULT_VIEW, layers: LAYERS };
    const lines = planOf(two, look, 7).front.lines;
    const inkOf = (what: string) => lines.find((l) => l.what === what)?.ink ?? [];
    expect(lines.filter((l) => l.what === 'gained')).toHaveLength(1);
    expect(inkOf('gained')).toEqual(inkOf('sourced'));
    const [red, , blue] = inkOf('ua-gained');
    expect(blue).toBeGreaterThan(red as number);
    // Under the front, which stays the strongest line.
    const whats = lines.map((l) => l.what);
    expect(whats.indexOf('ua-gained')).toBeLessThan(whats.indexOf('sourced'));
    expect(whats).toContain('start');
    for (const other of [
      planOf({ ...two, view: { ...DEFAULT_VIEW, how: 'swipe' } }, look, 7),
      planOf({ ...two, layers: ['front'] }, look, 7),
      planOf(two, look, bandZoom(look)),
    ])
      expect(named(other)).not.toContain('gained');
  });

  it('is another where the same ground is compared in another way', () => {
    const two = { ...scene, compared: day('2024-11-01'), view: DEFAULT_VIEW, layers: LAYERS };
    expect(sameGround(two, { ...two, marks: [] })).toBe(true);
    expect(sameGround(two, { ...two, view: { ...DEFAULT_VIEW, how: 'swipe' } })).toBe(false);
    expect(sameGround(two, scene)).toBe(false);
  });

  it('is the same on a day with the same states, and another when what is fresh is a day older', () => {
    expect(sameGround(scene, { ...scene, grounds: [...scene.grounds], marks: [] })).toBe(true);
    const older = { ...scene, fresh: scene.fresh.map((f) => ({ ...f, age: f.age + 1 })) };
    expect(sameGround(scene, older)).toBe(false);
  });
});
