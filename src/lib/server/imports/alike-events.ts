import { alikeEvents, type Comparable } from '#lib/domain/events/alike.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { urlKey } from '#lib/domain/reports/url-key.ts';

/** As much of an event as tells it from others. */
export interface Known extends Comparable {
  readonly title: string;
  /** The row that it comes from; undefined for what the store has. */
  readonly row: number | undefined;
}

/** Why an event may be one that is known. */
export interface AlikeWhy {
  readonly known: Known;
  readonly why: 'link' | 'near';
  readonly days: number | undefined;
  readonly metres: number | undefined;
}

/** Degrees of a drawer; what is near lies in it or in one beside it. */
const CELL = 0.1;
/** So many of one day and drawer are looked at: a thousand of one town and day are alike anyway. */
const MOST = 60;
/** From here on two are taken for one written twice; the desk, which only offers, looks further. */
const LEAST = 0.6;

/** Events by link, and by day and place, so that each new one is compared with few. */
export class AlikeEvents {
  readonly #links = new Map<string, Known>();
  readonly #drawers = new Map<string, Known[]>();

  /** The likest of those that are known. */
  find(event: Known, link: string): AlikeWhy | undefined {
    const linked = link === '' ? undefined : this.#links.get(urlKey(link));
    if (linked) return { known: linked, why: 'link', days: undefined, metres: undefined };
    const { point, period } = event;
    if (!point || period.from === undefined) return undefined;
    const near: Known[] = [];
    for (const days of [-1, 0, 1])
      for (const dx of [-1, 0, 1])
        for (const dy of [-1, 0, 1])
          near.push(...(this.#drawers.get(drawer(addDays(period.from, days), point, dx, dy)) ?? []));
    const [best] = alikeEvents(event, near);
    return best && best.likeness >= LEAST && best.sameSpot && best.kind !== 'other'
      ? { known: best.event, why: 'near', days: best.days, metres: best.metres }
      : undefined;
  }

  add(event: Known, links: readonly string[]): void {
    this.addLinks(event, links);
    const { point, period } = event;
    if (!point || period.from === undefined) return;
    const key = drawer(period.from, point, 0, 0);
    const there = this.#drawers.get(key);
    if (!there) this.#drawers.set(key, [event]);
    else if (there.length < MOST) there.push(event);
  }

  addLinks(event: Known, links: readonly string[]): void {
    for (const link of links) {
      const key = urlKey(link);
      if (link !== '' && !this.#links.has(key)) this.#links.set(key, event);
    }
  }
}

/** Where and when what may be near begins: three days, and the drawers around. */
export function spotsAround(d: Day, [lng, lat]: readonly [number, number]): { day: Day; box: Box }[] {
  const [x, y] = [Math.floor(lng / CELL), Math.floor(lat / CELL)];
  const box: Box = [(x - 1) * CELL, (y - 1) * CELL, (x + 2) * CELL, (y + 2) * CELL];
  return [-1, 0, 1].map((days) => ({ day: addDays(d, days), box }));
}

/** Of what begins on a day in a drawer, as many as are looked at. */
export function lookedAt<T extends { day: Day; point: readonly [number, number] }>(found: readonly T[]): T[] {
  const counts = new Map<string, number>();
  return found.filter(({ day, point }) => {
    const key = drawer(day, point, 0, 0);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MOST;
  });
}

const drawer = (d: Day, [lng, lat]: readonly [number, number], dx: number, dy: number): string =>
  `${d} ${Math.floor(lng / CELL) + dx} ${Math.floor(lat / CELL) + dy}`;
