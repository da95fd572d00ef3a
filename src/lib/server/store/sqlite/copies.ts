import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { digestOf } from './publish.ts';
import { sha256 } from './staging.ts';

/** A copy that cannot be made or trusted; the remedy is in the words. */
export class BadCopy extends Error {
  override readonly name = 'BadCopy';
}

/** What a database holds, as far as its digests vouch for it. */
export interface Vouched {
  readonly editions: number;
  /** The digest of the newest edition, which rests on all before it. */
  readonly digest: string | undefined;
}

interface EditionRow {
  number: number;
  published_at: number;
  digest: string;
}
interface ChangeRow {
  kind: string;
  id: string;
  change: string;
  revision: number | null;
  sha256: string | null;
}

/**
 * Reckon every edition's digest again from what the database holds, and every revision's hash from its payload (but
 * for those that were erased, whose hash alone is kept).
 *
 * @throws BadCopy naming the first thing that does not agree
 */
export function vouchFor(db: DatabaseSync, name: string): Vouched {
  let editions: EditionRow[];
  try {
    const [fault] = db.prepare('pragma quick_check(1)').all() as { quick_check: string }[];
    if (fault?.quick_check !== 'ok') throw new BadCopy(`"${name}" is damaged: ${fault?.quick_check}`);
    editions = db
      .prepare('select number, published_at, digest from edition order by number')
      .all() as unknown as EditionRow[];
  } catch (error) {
    if (error instanceof BadCopy) throw error;
    throw new BadCopy(
      `"${name}" is no database of Salient (${error instanceof Error ? error.message : error}).`,
    );
  }
  for (const row of db.prepare('select kind, id, number, payload, sha256 from revision').iterate()) {
    const { kind, id, number, payload, sha256: hash } = row as Record<string, string | number | null>;
    if (payload !== null && sha256(String(payload)) !== hash)
      throw new BadCopy(`"${name}": revision ${number} of ${kind} ${id} is not what was written.`);
  }
  const changes = db.prepare(
    `select c.kind, c.id, c.change, c.revision, r.sha256 from change c
     left join revision r on r.kind = c.kind and r.id = c.id and r.number = c.revision where c.edition = ?`,
  );
  let before: string | undefined;
  for (const edition of editions) {
    const lines = (changes.all(edition.number) as unknown as ChangeRow[]).map((c) =>
      c.change === 'retraction'
        ? `${c.kind} ${c.id} retraction`
        : `${c.kind} ${c.id} ${c.revision} ${c.sha256}`,
    );
    if (digestOf(before, edition.published_at, lines) !== edition.digest)
      throw new BadCopy(`"${name}": edition ${edition.number} is not what was published.`);
    before = edition.digest;
  }
  return { editions: editions.length, digest: before };
}

/** Write a whole copy of a database into a new file, while others read and write it, and vouch for the copy. */
export function backupTo(file: string, copy: string): Vouched {
  if (!existsSync(file)) throw new BadCopy(`there is no database "${file}" to copy.`);
  if (existsSync(copy)) throw new BadCopy(`"${copy}" is there already; name a new file.`);
  const db = new DatabaseSync(file);
  try {
    db.exec('pragma busy_timeout = 30000');
    db.prepare('vacuum into ?').run(copy);
  } finally {
    db.close();
  }
  const made = new DatabaseSync(copy, { readOnly: true });
  try {
    return vouchFor(made, copy);
  } finally {
    made.close();
  }
}

/**
 * Put a copy in the place of a database, while others may have it open: they read what the copy holds from then on.
 * The copy is vouched for before anything is touched, and what was there is kept beside it.
 *
 * @returns where what was there is kept; undefined where nothing was
 */
export async function restoreFrom(
  copy: string,
  file: string,
  now = Date.now(),
): Promise<Vouched & { readonly kept: string | undefined }> {
  if (!existsSync(copy)) throw new BadCopy(`there is no file "${copy}".`);
  const source = new DatabaseSync(copy, { readOnly: true });
  try {
    const vouched = vouchFor(source, copy);
    let kept: string | undefined;
    if (existsSync(file)) {
      kept = `${file}.before-restore-${now}`;
      const own = new DatabaseSync(file);
      own.exec('pragma busy_timeout = 30000');
      own.prepare('vacuum into ?').run(kept);
      own.close();
    }
    await backup(source, file);
    const restored = new DatabaseSync(file);
    try {
      restored.exec('pragma journal_mode = wal');
      const there = vouchFor(restored, file);
      if (there.digest !== vouched.digest)
        throw new BadCopy(`"${file}" did not take over what "${copy}" holds.`);
    } finally {
      restored.close();
    }
    return { ...vouched, kept };
  } finally {
    source.close();
  }
}
