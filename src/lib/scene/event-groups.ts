import { EVENT_KINDS, type EventKind } from '#lib/domain/events/event.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { denseCells, wholeZoom, type DenseCell } from './event-cells.ts';
import { TRAITS, traitsFrom, type EventIndex } from './event-index.ts';
import { DATED, OUTSIDE } from './event-scan.ts';
import type { MarkGroup } from './groups.ts';

export interface GroupOptions {
  /** Id of the chosen event. It always stands alone, over the others, also where the scan leaves it out. */
  readonly chosen?: string | undefined;
}

/** The kind of each combination of traits, as its place in EVENT_KINDS. */
const KIND = Uint8Array.from({ length: TRAITS }, (_, trait) => EVENT_KINDS.indexOf(traitsFrom(trait).kind));
const STRIKE = EVENT_KINDS.indexOf('strike');
/** Neither, strike, dated, both. */
const RANKS = 4;

/**
 * The marks of a map at a zoom: a ring for each dense cell that shows two events or more, each other event for
 * itself. The least important group comes first, to be drawn under the others. Only which events a group holds
 * depends on the day and the filters, never where it stands.
 *
 * @param standings what `scan` gave for the same index
 * @param zoom as MapLibre counts it; its whole part decides
 */
export function groupsAt(
  index: EventIndex,
  standings: Uint8Array,
  zoom: number,
  { chosen }: GroupOptions = {},
): MarkGroup[] {
  const { ids, points, marks, located } = index;
  const chosenRow = chosen === undefined ? -1 : (index.rowOf(chosen) ?? -1);
  const isShown = (row: number): boolean => standings[row] !== OUTSIDE && row !== chosenRow;
  const kindOf = (row: number): number => KIND[(marks[row] as number) >> 1] as number;
  const rankOf = (row: number): number =>
    (standings[row] === DATED ? 2 : 0) + (kindOf(row) === STRIKE ? 1 : 0);

  const byRank: MarkGroup[][] = Array.from({ length: RANKS }, () => []);
  const alone = (row: number): MarkGroup => ({
    key: ids[row] as string,
    point: points[row] as Position,
    ids: [ids[row] as string],
    kinds: [{ kind: EVENT_KINDS[kindOf(row)] as EventKind, count: 1 }],
  });
  const eachAlone = (start: number, end: number): void => {
    for (let row = start; row < end; row += 1) if (isShown(row)) byRank[rankOf(row)]?.push(alone(row));
  };
  const together = ({ key, point, start, end }: DenseCell): void => {
    let count = 0;
    for (let row = start; row < end && count < 2; row += 1) if (isShown(row)) count += 1;
    if (count < 2) {
      eachAlone(start, end);
      return;
    }
    const rows: number[][] = Array.from({ length: RANKS }, () => []);
    const counts = new Uint32Array(EVENT_KINDS.length);
    for (let row = start; row < end; row += 1) {
      if (!isShown(row)) continue;
      const kind = kindOf(row);
      rows[rankOf(row)]?.push(row);
      counts[kind] = (counts[kind] as number) + 1;
    }
    const kinds = EVENT_KINDS.flatMap((kind, i) => (counts[i] ? [{ kind, count: counts[i] }] : []));
    const highest = rows.findLastIndex((some) => some.length > 0);
    byRank[highest]?.push({
      key,
      point,
      ids: rows.flatMap((some) => some.map((row) => ids[row] as string)),
      kinds,
    });
  };

  let row = 0;
  for (const cell of denseCells(index, wholeZoom(zoom))) {
    eachAlone(row, cell.start);
    together(cell);
    row = cell.end;
  }
  eachAlone(row, located);
  const groups = byRank.flat();
  if (chosenRow >= 0 && chosenRow < located) groups.push(alone(chosenRow));
  return groups;
}
