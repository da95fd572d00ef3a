import { EVENT_KINDS, type EventKind } from '#lib/domain/events/terms.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { denseCells, wholeZoom, type DenseCell } from './event-cells.ts';
import { TRAITS, traitsFrom, type EventIndex } from './event-index.ts';
import type { MarkGroup } from './groups.ts';
import { DATED, OUTSIDE } from './standings.ts';

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
  const chosenRow = chosen === undefined ? -1 : (index.rowOf(chosen) ?? -1);
  const shown = shownRows(index, standings, chosenRow);
  const byRank: MarkGroup[][] = Array.from({ length: RANKS }, () => []);
  const addAlone = (row: number): unknown => byRank[rankOf(index, standings, row)]?.push(alone(index, row));
  let next = 0;
  const nextBelow = (end: number): boolean => next < shown.length && (shown[next] as number) < end;
  for (const cell of denseCells(index, wholeZoom(zoom))) {
    while (nextBelow(cell.start)) addAlone(shown[next++] as number);
    const first = next;
    while (nextBelow(cell.end)) next += 1;
    if (next - first === 1) addAlone(shown[first] as number);
    if (next - first < 2) continue;
    const { group, rank } = ring(index, standings, cell, shown.slice(first, next));
    byRank[rank]?.push(group);
  }
  while (nextBelow(index.located)) addAlone(shown[next++] as number);
  const groups = byRank.flat();
  if (chosenRow >= 0 && chosenRow < index.located) groups.push(alone(index, chosenRow));
  return groups;
}

/** Rows with a point that are shown, in order, without the chosen one. */
function shownRows({ located }: EventIndex, standings: Uint8Array, chosenRow: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < located; row += 1) {
    if (standings[row] !== OUTSIDE && row !== chosenRow) rows.push(row);
  }
  return rows;
}

const kindOf = ({ marks }: EventIndex, row: number): number => KIND[(marks[row] as number) >> 1] as number;

const rankOf = (index: EventIndex, standings: Uint8Array, row: number): number =>
  (standings[row] === DATED ? 2 : 0) + (kindOf(index, row) === STRIKE ? 1 : 0);

function alone(index: EventIndex, row: number): MarkGroup {
  const id = index.ids[row] as string;
  const kind = EVENT_KINDS[kindOf(index, row)] as EventKind;
  return { key: id, point: index.points[row] as Position, ids: [id], kinds: [{ kind, count: 1 }] };
}

/** The group of a dense cell and the rank of its most important event. */
function ring(
  index: EventIndex,
  standings: Uint8Array,
  { key, point }: DenseCell,
  rows: readonly number[],
): { group: MarkGroup; rank: number } {
  const ids: string[][] = Array.from({ length: RANKS }, () => []);
  const counts = new Uint32Array(EVENT_KINDS.length);
  for (const row of rows) {
    const kind = kindOf(index, row);
    counts[kind] = (counts[kind] as number) + 1;
    ids[rankOf(index, standings, row)]?.push(index.ids[row] as string);
  }
  const kinds = EVENT_KINDS.flatMap((kind, i) => (counts[i] ? [{ kind, count: counts[i] }] : []));
  const rank = ids.findLastIndex((some) => some.length > 0);
  return { group: { key, point, ids: ids.flat(), kinds }, rank };
}
