import { sql, type RawBuilder } from 'kysely';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import type { Items } from '../store.ts';

/**
 * Notes what a public item leans on, so that whatever leans on a place or a report is found without reading the rest.
 *
 * @param key of the public item
 */
export function noteLeans(key: number, kind: ItemKind, payload: Items[ItemKind]): RawBuilder<unknown> {
  const all = referencesOf(kind, payload).map((on) => [on.kind, on.id]);
  return sql`insert or ignore into public_lean (kind, id, key)
    select value ->> 0, value ->> 1, ${key} from json_each(${JSON.stringify(all)})`;
}
