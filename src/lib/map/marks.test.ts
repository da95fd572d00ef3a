import { describe, expect, it } from 'vitest';
import type { PlaceId } from '../domain/places/place.ts';
import { metresPerPixel } from '../look/mercator.ts';
import type { MarkGroup } from '../scene/groups.ts';
import type { SceneMark } from '../scene/scene.ts';
import { shares, shapeOf } from './mark-shapes.ts';
import { clusterRadius, hitAt, inView, inWorld, layoutOf, type Item, type Placed } from './marks.ts';
import { apartAt, atOnePoint } from './pointer.ts';

const mark = (id: string, more: Partial<SceneMark> = {}): SceneMark => ({
  id,
  kind: 'strike',
  by: 'russia',
  point: [35.04, 48.46],
  precision: 'settlement',
  radius_m: 0,
  heading: undefined,
  evidence: 'reported',
  disputed: false,
  standing: 'dated',
  place: { id: 'dnipro' as PlaceId, name: 'Dnipro' },
  title: id,
  label: id,
  selected: false,
  ...more,
});
const alone = (m: SceneMark): MarkGroup => ({
  key: m.id,
  point: m.point,
  ids: [m.id],
  kinds: [{ kind: m.kind, count: 1 }],
});
const layout = (marks: SceneMark[], zoom = 8, more: { width?: number; chosen?: string[] } = {}): Item[] =>
  layoutOf(marks.map(alone), new Map(marks.map((m) => [m.id, m])), {
    zoom,
    width: more.width ?? 900,
    chosen: new Set(more.chosen ?? []),
  });

describe('where marks stand', () => {
  it('side by side, up to three, where they would lie on each other', () => {
    expect(layout([mark('a')]).map((i) => i.shift)).toEqual([0]);
    expect(layout([mark('a'), mark('b')]).map((i) => i.shift)).toEqual([-12, 12]);
    expect(layout([mark('a'), mark('b'), mark('c')]).map((i) => i.shift)).toEqual([-24, 0, 24]);
  });

  it('as one group that opens as a list where more than three lie at one point', () => {
    const kinds = ['strike', 'strike', 'clash', 'incident'] as const;
    const [group, ...others] = layout(kinds.map((kind, i) => mark(`m${i}`, { kind })));
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      shape: 'cluster',
      ids: ['m0', 'm1', 'm2', 'm3'],
      kinds: [
        { kind: 'strike', count: 2 },
        { kind: 'clash', count: 1 },
        { kind: 'incident', count: 1 },
      ],
    });
  });

  it('for itself where it is chosen, whatever it lies on', () => {
    const items = layout(
      ['a', 'b', 'c', 'd', 'e'].map((id) => mark(id)),
      8,
      { chosen: ['d'] },
    );
    expect(items.map((i) => [i.shape, i.ids])).toEqual([
      ['cluster', ['a', 'b', 'c', 'e']],
      ['mark', ['d']],
    ]);
    expect(Math.abs(items[1]?.shift ?? 0)).toBeGreaterThan(28);
  });

  it('apart as soon as the zoom parts them', () => {
    const two = [mark('a'), mark('b', { point: [35.1, 48.46] })];
    expect(layout(two, 6).map((i) => i.shift)).toEqual([-12, 12]);
    expect(layout(two, 10).map((i) => i.shift)).toEqual([0, 0]);
  });
});

describe('what is in the view', () => {
  it('stands where its point is, and what lies far outside is not drawn', () => {
    const items = layout([mark('a'), mark('far', { point: [25, 54] })], 8);
    const [x, y] = inWorld([35.04, 48.46], 8);
    const placed = inView(items, [x - 450, y - 300], { width: 900, height: 600 });
    expect(placed.map((p) => [p.item.key, p.x, p.y])).toEqual([['a', 450, 300]]);
  });

  it('includes what reaches into it with its halo', () => {
    const [item] = layout([mark('a', { radius_m: 40_000 })], 8, { width: 3000 }) as [Item];
    const halo = item.halo ?? 0;
    expect(halo).toBeGreaterThan(100);
    const seen = (x: number) =>
      inView([item], [item.at[0] - x, item.at[1]], { width: 900, height: 600 }).length;
    expect([seen(-halo), seen(-halo - 100)]).toEqual([1, 0]);
  });

  it('is found among thousands, each once', () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      mark(`m${i}`, { point: [30 + ((i * 7919) % 1000) / 100, 46 + ((i * 104_729) % 1000) / 250] }),
    );
    const ids = layout(many, 8).flatMap((i) => i.ids);
    expect(ids.length).toBe(3000);
    expect(new Set(ids).size).toBe(3000);
  });
});

describe('how exact a mark is', () => {
  const dnipro = mark('a', { radius_m: 12_000 });
  const px = (zoom: number): number => 12_000 / metresPerPixel(zoom, 48.46);

  it('shows as a halo of true metres once it is wider than the mark', () => {
    expect(layout([dnipro], 5)[0]?.halo).toBeUndefined();
    expect(layout([dnipro], 7)[0]?.halo).toBeCloseTo(px(7), 6);
  });

  it('becomes words, and no needle, when the halo is wider than half the view', () => {
    const [item] = layout([dnipro], 11);
    expect(px(11) * 4).toBeGreaterThan(900);
    expect(item).toMatchObject({ halo: undefined, vague: true });
    // The same halo is not too wide for a wider screen.
    expect(layout([dnipro], 9.4, { width: 390 })[0]?.vague).toBe(true);
    expect(layout([dnipro], 9.4, { width: 1600 })[0]?.vague).toBe(false);
  });

  it('is a ring without a needle for an advance around a place, which spreads nothing', () => {
    const around = mark('r', { kind: 'advance', precision: 'district', radius_m: 15_000 });
    const [ring, burst] = layout([mark('a'), around], 8);
    expect(ring).toMatchObject({ shape: 'ring', shift: 0, halo: undefined });
    expect(ring?.radius).toBeCloseTo(15_000 / metresPerPixel(8, 48.46), 6);
    expect(burst?.shift).toBe(0);
    expect(shapeOf(ring as Item, false)).toContain('stroke-dasharray');
    const arrow = layout([mark('r', { kind: 'advance', precision: 'district', heading: 270 })])[0] as Item;
    expect(arrow.shape).toBe('mark');
    expect(shapeOf(arrow, false)).toContain('rotate(270)');
  });
});

describe('what a pointer means', () => {
  const at = (item: Item, x: number, y: number): Placed => ({ item, x, y });
  const [one] = layout([mark('a')]) as [Item];
  const [two] = layout([mark('b')]) as [Item];
  const [ring] = layout([mark('r', { kind: 'advance', precision: 'district', radius_m: 15_000 })], 8) as [
    Item,
  ];

  it('is the nearest mark within 24 pixels across for a mouse, 44 for a finger', () => {
    const placed = [at(one, 100, 100), at(two, 130, 100)];
    expect(hitAt(placed, 111, 100, false)?.item.key).toBe('a');
    expect(hitAt(placed, 114, 100, false)).toBeUndefined();
    expect(hitAt(placed, 121, 100, true)?.item.key).toBe('b');
    expect(hitAt(placed, 100, 123, true)).toBeUndefined();
  });

  it('is a ring only on its line, so that what lies inside can be met', () => {
    const placed = [at(ring, 300, 300), at(one, 300, 300)];
    expect(hitAt(placed, 300 + ring.radius, 300, false)?.item.key).toBe('r');
    expect(hitAt(placed, 302, 300, false)?.item.key).toBe('a');
    expect(hitAt([at(ring, 300, 300)], 302, 300, false)).toBeUndefined();
  });
});

describe('a cluster', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `e${i}`);
  const spread = new Map(ids.map((id, i) => [id, mark(id, { point: [35 + i / 100, 48] })]));
  const heap = new Map(ids.map((id) => [id, mark(id)]));
  const groups = (zoom: number): MarkGroup[] =>
    zoom < 9
      ? [{ key: 'all', point: [35, 48], ids, kinds: [] }]
      : ids.map((id) => alone(spread.get(id) as SceneMark));

  it('is 36 pixels across at least and grows gently', () => {
    expect(clusterRadius(2)).toBe(18);
    expect(clusterRadius(200)).toBe(26);
    expect(clusterRadius(1_000_000)).toBe(30);
  });

  it('has at most four greys, the fourth for all other kinds', () => {
    const count = (...counts: number[]) => counts.map((c) => ({ kind: 'strike' as const, count: c }));
    expect(shares(count(3, 9))).toEqual([9, 3]);
    expect(shares(count(1, 2, 3, 4, 5, 6))).toEqual([6, 5, 4, 6]);
  });

  it('is entered by the zoom at which it comes apart', () => {
    expect(apartAt(ids, 6.4, groups, spread)).toBe(9);
  });

  it('is a list where it is short, lies at one point, or never comes apart', () => {
    expect(apartAt(ids.slice(0, 8), 6.4, groups, spread)).toBeUndefined();
    expect(atOnePoint(ids, heap)).toBe(true);
    expect(apartAt(ids, 6.4, groups, heap)).toBeUndefined();
    expect(apartAt(ids, 6.4, () => groups(0), spread)).toBeUndefined();
    expect(apartAt(ids, 14, groups, spread)).toBeUndefined();
  });
});
