import { EVENT_KINDS, SIDES, THEATRES } from '#lib/domain/events/terms.ts';
import { EVIDENCE } from '#lib/domain/events/evidence.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { addDays, day, dayNumber, type Day } from '#lib/domain/time/day.ts';
import { projection } from '#lib/look/mercator.ts';
import { CELL_PX, MOST_ALONE } from '#lib/scene/event-cells.ts';
import { groupsAt } from '#lib/scene/event-groups.ts';
import { indexEvents, type EventFacts } from '#lib/scene/event-index.ts';
import { facets, queryOf, scan, type EventQuery } from '#lib/scene/event-scan.ts';
import type { Figure } from './main.ts';
import { medianMs, round, seeded } from './measure.ts';

const START = day('2024-09-01');
const DAYS = 91;
const ZOOM = 6;
const SIZES = [
  { count: 5000, times: 600 },
  { count: 1_000_000, times: 15 },
];

/**
 * One step of the day: which events of a week with a filter are shown, the counts of the filter panel, and the marks
 * of the map, from the index, against the plain way: filter the list of events and build the clusters anew.
 */
export async function eventIndex(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { count, times } of SIZES) {
    const events = make(count);
    const index = indexEvents(events);
    const into = new Uint8Array(count);
    const ours = (i: number) => {
      const query = queryFor(i);
      const counts = facets(index, query, into);
      return { counts, groups: groupsAt(index, into, ZOOM) };
    };
    const plain = plainWay(events);
    const peer = (i: number) => plain.step(queryFor(i));
    agree(ours(9), peer(9));
    const ourMs = await medianMs(times, ours);
    const peerMs = await medianMs(times, peer);
    const scanMs = await medianMs(times, (i) => scan(index, queryFor(i), into));
    const filterMs = await medianMs(times, (i) => plain.filterOnly(queryFor(i)));
    figures.push(
      {
        bench: `event-index-${count}-events`,
        value: round(ourMs),
        unit: 'ms',
        vs: 'filter the list of events and build the clusters anew',
        ratio: round(peerMs / ourMs),
      },
      {
        bench: `event-index-scan-${count}-events`,
        value: round(scanMs),
        unit: 'ms',
        vs: 'filter the list of events, no more',
        ratio: round(filterMs / scanMs),
      },
    );
  }
  return figures;
}

/** A week, another each time, of what happens on the ground. */
const queryFor = (i: number): EventQuery =>
  queryOf({ window: 7, kinds: ['strike', 'advance', 'clash'] }, addDays(START, 7 + ((i * 5) % (DAYS - 7))));

function make(count: number): EventFacts[] {
  const random = seeded(3);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const days = Array.from({ length: DAYS + 10 }, (_, i) => addDays(START, i));
  return Array.from({ length: count }, (_, i) => {
    const n = Math.floor(random() * DAYS);
    const from = days[n] as Day;
    const until = days[n + (random() < 0.1 ? 6 : 1)] as Day;
    const isDated = random() > 0.05;
    return {
      id: `e-${i}`,
      point: random() < 0.05 ? null : ([33 + random() * 6, 46.5 + random() * 5] as Position),
      period: isDated ? { from, until } : {},
      reportedFrom: from,
      kind: one(EVENT_KINDS),
      by: one(SIDES),
      theatre: one(THEATRES),
      evidence: one(EVIDENCE),
    };
  });
}

/** What anybody would write without an index, with the days parsed and the points projected beforehand. */
function plainWay(events: readonly EventFacts[]) {
  const pixels = projection({ camera: { lng: 0, lat: 0, zoom: ZOOM }, width: 0, height: 0 });
  const prepared = events.map((event) => ({
    event,
    from: event.period.from && dayNumber(event.period.from),
    until: event.period.until && dayNumber(event.period.until),
    reported: event.reportedFrom && dayNumber(event.reportedFrom),
    pixel: event.point && pixels(event.point),
  }));
  type Prepared = (typeof prepared)[number];
  const isIn = ({ from, until, reported }: Prepared, first: number, end: number): boolean =>
    from === undefined
      ? reported !== undefined && reported >= first && reported < end
      : from < end && (until === undefined || until > first);
  const passes = ({ event }: Prepared, query: EventQuery): boolean =>
    (query.kinds?.includes(event.kind) ?? true) &&
    (query.by?.includes(event.by) ?? true) &&
    (query.theatre?.includes(event.theatre) ?? true) &&
    (query.evidence?.includes(event.evidence) ?? true);
  const filterOnly = (query: EventQuery): readonly Prepared[] => {
    const first = query.from === 'all' ? -Infinity : query.from;
    return prepared.filter((each) => isIn(each, first, query.until) && passes(each, query));
  };
  const step = (query: EventQuery) => {
    const first = query.from === 'all' ? -Infinity : query.from;
    const counts = {
      kinds: new Map<string, number>(),
      by: new Map(),
      theatre: new Map(),
      evidence: new Map(),
    };
    let hidden = 0;
    const cells = new Map<string, Prepared[]>();
    for (const each of prepared) {
      if (!isIn(each, first, query.until)) continue;
      const { event, pixel } = each;
      const kinds = query.kinds?.includes(event.kind) ?? true;
      const by = query.by?.includes(event.by) ?? true;
      const theatre = query.theatre?.includes(event.theatre) ?? true;
      const evidence = query.evidence?.includes(event.evidence) ?? true;
      const add = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);
      if (by && theatre && evidence) add(counts.kinds, event.kind);
      if (kinds && theatre && evidence) add(counts.by, event.by);
      if (kinds && by && evidence) add(counts.theatre, event.theatre);
      if (kinds && by && theatre) add(counts.evidence, event.evidence);
      if (!(kinds && by && theatre && evidence)) hidden += 1;
      else if (pixel) {
        const key = `${Math.floor(pixel[0] / CELL_PX)}/${Math.floor(pixel[1] / CELL_PX)}`;
        const cell = cells.get(key);
        if (cell) cell.push(each);
        else cells.set(key, [each]);
      }
    }
    const groups = [...cells].flatMap(([key, members]) =>
      members.length > MOST_ALONE
        ? [{ key, ids: members.map((m) => m.event.id), pixel: middle(members) }]
        : members.map((m) => ({ key: m.event.id, ids: [m.event.id], pixel: m.pixel })),
    );
    return { counts, hidden, groups };
  };
  return { step, filterOnly };
}

function middle(members: readonly { readonly pixel: readonly [number, number] | null }[]): [number, number] {
  let [x, y] = [0, 0];
  for (const { pixel } of members) {
    x += pixel?.[0] ?? 0;
    y += pixel?.[1] ?? 0;
  }
  return [x / members.length, y / members.length];
}

/** Both ways must show the same events and hide as many, or the figures compare nothing. */
function agree(
  ours: { counts: { hidden: number }; groups: readonly { ids: readonly string[] }[] },
  peer: { hidden: number; groups: readonly { ids: readonly string[] }[] },
): void {
  const ids = (groups: readonly { ids: readonly string[] }[]): string =>
    groups
      .flatMap((g) => g.ids)
      .sort()
      .join();
  if (ours.counts.hidden !== peer.hidden || ids(ours.groups) !== ids(peer.groups))
    throw new Error('the index and the plain way do not show the same events');
}
