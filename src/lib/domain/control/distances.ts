import { SCALE } from '../geometry/rounding.ts';
import { distanceToSegment, type Position } from '../geometry/sphere.ts';
import type { Day } from '../time/day.ts';
import type { FrontHistory } from './control-file.ts';

/** How far a point was from the front from a day on, in metres; undefined where there was no front. */
export interface DistanceSince {
  readonly day: Day;
  readonly metres: number | undefined;
}

/**
 * The distance from a point to the nearest front after every change of it, oldest first. Every edge that was ever front
 * is measured once; what stands after a change follows from what came and went, so a year of days takes hardly longer
 * than one.
 */
export function distancesOf(p: Position, fronts: readonly FrontHistory[]): DistanceSince[] {
  const changes = fronts
    .flatMap((front, side) => changesOf(p, front).map((change) => ({ ...change, side })))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const now: (number | undefined)[] = fronts.map(() => undefined);
  const found = new Map<Day, number | undefined>();
  for (const { day, side, metres } of changes) {
    now[side] = metres;
    const least = Math.min(...now.map((m) => m ?? Infinity));
    found.set(day, least === Infinity ? undefined : least);
  }
  return [...found].map(([day, metres]) => ({ day, metres }));
}

function changesOf(p: Position, { reader, isFront }: FrontHistory): DistanceSince[] {
  const { edges, x, y, days, starts, toggles } = reader.series;
  const at = (v: number): Position => [(x[v] as number) / SCALE, (y[v] as number) / SCALE];
  const metres = Float64Array.from(isFront, (is, e) =>
    is === 1 ? distanceToSegment(p, at(edges[e * 2] as number), at(edges[e * 2 + 1] as number)) : Infinity,
  );
  // The nearest edge that stands is the first that does in this order.
  const nearest = Array.from(isFront.keys())
    .filter((e) => isFront[e] === 1)
    .sort((a, b) => (metres[a] as number) - (metres[b] as number));
  const stands = new Uint8Array(isFront.length);
  return Array.from(days.keys(), (index) => {
    for (let t = starts[index] as number; t < (starts[index + 1] as number); t += 1) {
      const e = toggles[t] as number;
      stands[e] = (stands[e] as number) ^ 1;
    }
    const first = nearest.find((e) => stands[e] === 1);
    return { day: reader.dayOf(index), metres: first === undefined ? undefined : metres[first] };
  });
}
