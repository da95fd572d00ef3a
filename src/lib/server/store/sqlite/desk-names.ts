import type { DatabaseSync } from 'node:sqlite';
import { sql, type RawBuilder } from 'kysely';
import { fold, foldedNames } from '#lib/domain/places/fold.ts';

/** Teach a connection to fold names as every search does: SQLite itself knows no Cyrillic letter from its capital. */
export function teachFolding(db: DatabaseSync): void {
  db.function('folded_words', { deterministic: true }, (title, name, names) =>
    foldedWords([title, name, names].map((json) => (typeof json === 'string' ? JSON.parse(json) : null))),
  );
}

/** What a draft is called in every language, folded; it may be of any shape yet. */
function foldedWords([title, name, names]: readonly unknown[]): string {
  const ofPlace = Array.isArray(names) ? names.flatMap((one: unknown) => stringsIn(one, ['text'])) : [];
  const all = [title, name].flatMap((one) => stringsIn(one, ['en', 'uk']));
  return [...new Set([...all.map(fold), ...ofPlace.flatMap(foldedNames)])].join(' | ');
}

function stringsIn(value: unknown, keys: readonly string[]): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return keys.map((key) => fields[key]).filter((one) => typeof one === 'string');
}

/**
 * Keep by which words items are found at the desk.
 *
 * @param newest rows of (kind, id, number), as the rows of the desk are made of
 */
export const keepNames = (newest: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  update desk_item set names = folded_words(r.payload -> '$.title', r.payload -> '$.name', r.payload -> '$.names')
  from (${newest}) n join revision r on r.kind = n.kind and r.id = n.id and r.number = n.number
  where desk_item.kind = n.kind and desk_item.id = n.id`;
