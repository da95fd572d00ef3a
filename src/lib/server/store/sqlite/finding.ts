import { sql, type Kysely } from 'kysely';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { isHere } from './accepting.ts';
import type { Tables } from './tables.ts';

export interface Spot {
  readonly day: Day;
  readonly box: Box;
}

/** The newest words of those of some items that the desk has. */
export async function having(
  db: Kysely<Tables>,
  kind: ItemKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Unfinished>> {
  const { rows } = await sql<{ id: string; payload: string }>`
    select d.id, r.payload from json_each(${JSON.stringify([...new Set(ids)])}) i
    cross join desk_item d on d.kind = ${kind} and d.id = i.value
    join revision r on r.kind = d.kind and r.id = d.id and r.number = d.revision
    where ${isHere} and r.payload is not null`.execute(db);
  return new Map(rows.map(({ id, payload }) => [id, JSON.parse(payload) as Unfinished]));
}

/** What begins on a day in a box, from an index that has all that is told. */
export async function onDays(
  db: Kysely<Tables>,
  kind: ItemKind,
  spots: readonly Spot[],
): Promise<{ id: string; day: Day; point: readonly [number, number] }[]> {
  const asked = JSON.stringify(spots.map(({ day, box }) => [day, ...box]));
  const { rows } = await sql<{ id: string; day: Day; lng: number; lat: number }>`
    select distinct d.id, d.day_from as day, d.lng, d.lat from json_each(${asked}) s
    cross join desk_item d on d.kind = ${kind} and d.day_from = s.value ->> 0
      and d.lat between s.value ->> 2 and s.value ->> 4 and d.lng between s.value ->> 1 and s.value ->> 3
    where ${isHere} order by d.id`.execute(db);
  return rows.map(({ id, day, lng, lat }) => ({ id, day, point: [lng, lat] }));
}

/** Every tag that any item has, in order. */
export async function tagsInUse(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select distinct t.value as tag from desk_item d, json_each(d.tags) t where d.tags is not null order by 1`.execute(
    db,
  );
  return rows.map(({ tag }) => tag);
}
