import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { linkKeys } from '#lib/domain/desk/links.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Tables } from './tables.ts';

/** So a link tells nothing of itself, and all are of one length. */
const hashed = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** Keep by what an item is found again. What an older revision rested on stays; whoever asks looks at the item. */
export async function keepLinks(db: Kysely<Tables>, kind: ItemKind, item: Unfinished): Promise<void> {
  const keys = linkKeys(kind, item).map(hashed);
  if (keys.length === 0) return;
  await sql`insert or ignore into item_link (link, kind, id)
    select value, ${kind}, ${item.id} from json_each(${JSON.stringify(keys)})`.execute(db);
}

/** Items at the desk that rest, or once rested, on what keys stand for. */
export async function linking(
  db: Kysely<Tables>,
  keys: readonly string[],
): Promise<{ key: string; kind: ItemKind; id: string }[]> {
  const byHash = new Map(keys.map((key) => [hashed(key), key]));
  const { rows } = await sql<{ link: string; kind: ItemKind; id: string }>`
    select l.link, l.kind, l.id from json_each(${JSON.stringify([...byHash.keys()])}) k
    cross join item_link l on l.link = k.value order by l.kind, l.id`.execute(db);
  return rows.map(({ link, kind, id }) => ({ key: byHash.get(link) as string, kind, id }));
}
