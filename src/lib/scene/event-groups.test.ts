import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '#lib/domain/events/terms.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { addDays, day } from '#lib/domain/time/day.ts';
import { projection } from '#lib/look/mercator.ts';
import { mortonCode, worldOf } from './event-cells.ts';
import { indexEvents, type EventFacts } from './event-index.ts';
import { groupsAt } from './event-groups.ts';
import { queryOf, scan } from './event-scan.ts';
import type { MarkGroup } from './groups.ts';

const START = day('2024-11-01');

const aFact = (id: string, more: Partial<EventFacts> = {}): EventFacts => ({
  id,
  point: [37, 48],
  period: { from: START, until: addDays(START, 1) },
  reportedFrom: START,
  kind: 'clash',
  by: 'russia',
  theatre: 'ukraine',
  evidence: 'reported',
  ...more,
});

/** Points in a few clusters, some on the very edges of cells, some anywhere on Earth. */
const aPoint: fc.Arbitrary<Position> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(33.75, 36.5, 37.2, 180, -180, 0),
      fc.constantFrom(0, 47.1, 48, 85.2, -89),
      fc.nat(300),
      fc.nat(300),
    )
    .map(([lng, lat, dx, dy]): Position => [Math.min(180, lng + dx / 5000), lat + dy / 5000]),
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
);
const someFacts = fc
  .array(
    fc.record({
      point: fc.option(aPoint, { freq: 9 }),
      days: fc.option(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 })), { freq: 9 }),
      kind: fc.constantFrom(...EVENT_KINDS),
    }),
    { maxLength: 80 },
  )
  .map((list) =>
    list.map(({ point, days, kind }, i) =>
      aFact(`e-${i}`, {
        point,
        kind,
        period: days ? { from: addDays(START, days[0]), until: addDays(START, days[0] + days[1]) } : {},
      }),
    ),
  );
const aZoom = fc.double({ min: 0, max: 14, noNaN: true });
const aQuery = fc
  .record({
    n: fc.nat(25),
    window: fc.constantFrom(1, 3, 7, 'all' as const),
    kinds: fc.option(fc.subarray([...EVENT_KINDS]), { nil: undefined }),
  })
  .map(({ n, ...view }) => queryOf(view as Parameters<typeof queryOf>[0], addDays(START, n)));

const everything = queryOf({ window: 'all' }, addDays(START, 400));
const isRing = (group: MarkGroup): boolean => group.ids.length > 1;
const pixels = (point: Position, zoom: number) =>
  projection({ camera: { lng: 0, lat: 0, zoom: Math.floor(zoom) }, width: 0, height: 0 })(point);
/** So many points within a few metres. */
const heap = (count: number, more: (i: number) => Partial<EventFacts> = () => ({})): EventFacts[] =>
  Array.from({ length: count }, (_, i) => aFact(`e-${i}`, { point: [37.2 + i / 1e6, 47.9], ...more(i) }));

describe('the groups of a zoom', () => {
  it('hold each event that is shown and has a point once, and nothing else', () => {
    fc.assert(
      fc.property(someFacts, aZoom, aQuery, fc.nat(79), (facts, zoom, query, n) => {
        const index = indexEvents(facts);
        const standings = scan(index, query);
        const chosen = `e-${n}`;
        const held = groupsAt(index, standings, zoom, { chosen }).flatMap((g) => g.ids);
        const wanted = index.ids.filter(
          (id, row) => index.points[row] && (standings[row] !== 0 || id === chosen),
        );
        expect(held.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it('have keys of their own and counts by kind that add up', () => {
    fc.assert(
      fc.property(someFacts, aZoom, aQuery, (facts, zoom, query) => {
        const index = indexEvents(facts);
        const groups = groupsAt(index, scan(index, query), zoom);
        expect(new Set(groups.map((g) => g.key)).size).toBe(groups.length);
        for (const { ids, kinds } of groups) {
          const counted = EVENT_KINDS.flatMap((kind) => {
            const count = ids.filter((id) => facts.find((f) => f.id === id)?.kind === kind).length;
            return count > 0 ? [{ kind, count }] : [];
          });
          expect(kinds).toEqual(counted);
        }
      }),
    );
  });

  it('stand still whatever the day, the window and the filters', () => {
    fc.assert(
      fc.property(someFacts, aZoom, aQuery, (facts, zoom, query) => {
        const index = indexEvents(facts);
        const whole = new Map(groupsAt(index, scan(index, everything), zoom).map((g) => [g.key, g.point]));
        const own = new Map(facts.map((f) => [f.id, f.point]));
        for (const group of groupsAt(index, scan(index, query), zoom)) {
          expect(group.point).toEqual(isRing(group) ? whole.get(group.key) : own.get(group.key));
        }
      }),
    );
  });

  it('do not depend on the order in which the events come', () => {
    fc.assert(
      fc.property(someFacts, aZoom, (facts, zoom) => {
        const groups = (list: readonly EventFacts[]): MarkGroup[] => {
          const index = indexEvents(list);
          return groupsAt(index, scan(index, everything), zoom);
        };
        expect(groups(facts.toReversed())).toEqual(groups(facts));
      }),
    );
  });

  it('keep rings 36 pixels apart, at the whole zoom and above it', () => {
    fc.assert(
      fc.property(someFacts, aZoom, (facts, zoom) => {
        const index = indexEvents(facts);
        const rings = groupsAt(index, scan(index, everything), zoom).filter(isRing);
        const points = rings.map((g) => pixels(g.point, zoom));
        for (const [i, [ax, ay]] of points.entries()) {
          for (const [bx, by] of points.slice(i + 1)) {
            expect(Math.max(Math.abs(ax - bx), Math.abs(ay - by))).toBeGreaterThan(36 - 1e-6);
          }
        }
      }),
    );
  });

  it('keep rings apart whose events crowd the corner between four cells', () => {
    const corner = (i: number): Position => [i % 2 ? 1e-4 : -1e-4, i % 4 < 2 ? 1e-4 : -1e-4];
    const index = indexEvents(heap(20, (i) => ({ point: corner(i) })));
    for (const zoom of [0, 6, 14]) {
      const rings = groupsAt(index, scan(index, everything), zoom).map((g) => pixels(g.point, zoom));
      const near = (of: readonly number[]): number[] => of.map(Math.round).toSorted((a, b) => a - b);
      expect(near(rings.map(([x]) => x))).toEqual([-18, -18, 18, 18]);
      expect(near(rings.map(([, y]) => y))).toEqual([-18, -18, 18, 18]);
    }
  });

  it('join five events of one cell to a ring near them, and leave four alone', () => {
    const index = indexEvents(heap(5));
    const [ring, ...others] = groupsAt(index, scan(index, everything), 6);
    expect(others).toEqual([]);
    expect(ring?.ids).toHaveLength(5);
    const [x, y] = pixels(ring?.point ?? [0, 0], 6);
    const [ex, ey] = pixels([37.2, 47.9], 6);
    expect(Math.hypot(x - ex, y - ey)).toBeLessThan(18 * Math.SQRT2 + 0.1);

    const four = indexEvents(heap(4));
    expect(groupsAt(four, scan(four, everything), 6).map((g) => g.ids.length)).toEqual([1, 1, 1, 1]);
  });

  it('show a single event of a dense cell at its own point', () => {
    const facts = heap(6, (i) => ({ period: { from: addDays(START, i), until: addDays(START, i + 1) } }));
    const index = indexEvents(facts);
    const [only, ...others] = groupsAt(index, scan(index, queryOf({ window: 1 }, addDays(START, 3))), 6);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ key: 'e-3', point: facts[3]?.point, ids: ['e-3'] });
  });

  it('put the most important last: the chosen, then what is dated, then strikes', () => {
    const facts = heap(7, (i) => ({
      kind: i % 2 ? 'strike' : 'clash',
      period: i < 2 ? { from: START, until: addDays(START, 90) } : { from: START, until: addDays(START, 1) },
    }));
    const index = indexEvents(facts);
    const standings = scan(index, queryOf({ window: 7 }, START));
    const [ring, chosen] = groupsAt(index, standings, 6, { chosen: 'e-0' });
    expect(ring?.ids).toEqual(['e-1', 'e-2', 'e-4', 'e-6', 'e-3', 'e-5']);
    expect(chosen).toMatchObject({ key: 'e-0', point: facts[0]?.point, ids: ['e-0'] });
  });

  it('never hold what has no point, even if it is the chosen one', () => {
    const index = indexEvents([aFact('e-0', { point: null }), aFact('e-1')]);
    const groups = groupsAt(index, scan(index, everything), 6, { chosen: 'e-0' });
    expect(groups.map((g) => g.key)).toEqual(['e-1']);
  });
});

it('the curve visits each cell of every zoom once', () => {
  fc.assert(
    fc.property(aPoint, aPoint, fc.integer({ min: 0, max: 25 }), (a, b, bits) => {
      const cellOf = (p: Position): string =>
        worldOf(p)
          .map((f) => Math.floor(f * 2 ** bits))
          .join();
      const runOf = (p: Position): number => Math.floor(mortonCode(worldOf(p)) / 4 ** (26 - bits));
      expect(runOf(a) === runOf(b)).toBe(cellOf(a) === cellOf(b));
    }),
  );
});
