import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import { OPEN_END, type Edition } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import type { Text } from '#lib/domain/text.ts';
import { NotAsSeen, usualChange, type Seen, type Unreviewed } from '../publishing.ts';
import type { Builder, PublicationEntry } from '../store.ts';
import { append } from './audit.ts';
import { publishIn } from './publish.ts';
import type { Tables } from './tables.ts';

/** Releases that are due within this of one another share an edition, in milliseconds. */
const TOGETHER_MS = 60_000;
/** Who the audit log says published what was due. */
const CLOCK = 'embargo';

/** The database's own clock, UTC milliseconds: the same for every process that works on it. */
async function clockOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ now: number }>`select unixepoch('subsec') * 1000 as now`.execute(db);
  return Math.round(rows[0]?.now ?? 0);
}

const headOf = (db: Kysely<Tables>): Promise<{ number: number; published_at: number } | undefined> =>
  db
    .selectFrom('edition')
    .select(['number', 'published_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Publish, and say so in the audit log. */
async function publishAndLog(
  trx: Transaction<Tables>,
  what: { by: string; now: number; note: Text; action: string; entries: readonly PublicationEntry[] },
  build: Builder,
): Promise<Edition> {
  const { by, now, note, action, entries } = what;
  const before = await headOf(trx);
  const published_at = Math.max(now, (before?.published_at ?? 0) + 1);
  const edition = await publishIn(trx, { published_at, note, entries }, build);
  // No words of the items: they would outlive a take-down.
  const told = entries.map(({ kind, id, change, revision }) => ({ kind, id, change, revision }));
  await append(trx, published_at, by, action, `edition ${edition.number}`, { entries: told });
  return edition;
}

export async function publishSeen(db: Kysely<Tables>, seen: Seen, build: Builder): Promise<Edition> {
  return db.transaction().execute(async (trx) => {
    const now = await clockOf(trx);
    const head = (await headOf(trx))?.number ?? 0;
    if (head !== seen.edition)
      throw new NotAsSeen('edition', `edition ${head} was published since edition ${seen.edition} was seen`);
    for (const entry of seen.entries) await checkSeen(trx, entry, now, seen.urgent ?? false);
    const action = seen.urgent ? 'publish-urgent' : 'publish';
    const edition = await publishAndLog(trx, { ...seen, now, action }, build);
    if (!seen.urgent) return edition;
    for (const { kind, id, revision } of seen.entries) {
      await trx
        .insertInto('unreviewed')
        .values({
          kind,
          id,
          edition: edition.number,
          revision,
          by: seen.by,
          at: edition.published_at,
          confirmed_by: null,
          confirmed_at: null,
        })
        .execute();
    }
    return edition;
  });
}

async function checkSeen(
  trx: Transaction<Tables>,
  { kind, id, revision, change }: Seen['entries'][number],
  now: number,
  urgent: boolean,
): Promise<void> {
  const row = await trx
    .selectFrom('desk_item')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  const stands =
    row !== undefined &&
    row.revision === revision &&
    (row.retraction === 1) === (change === 'retraction') &&
    (urgent ? row.state !== 'discarded' : row.state === 'approved' && (row.embargo_until ?? 0) <= now);
  if (!stands) throw new NotAsSeen('item', `${kind} ${id} does not stand as it was seen`);
}

type Held = Selectable<Tables['desk_item']> & { published: number | null; payload: string | null };

const approved = (db: Kysely<Tables>) =>
  db
    .selectFrom('desk_item as d')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.kind', '=', 'd.kind').onRef('r.id', '=', 'd.id').onRef('r.number', '=', 'd.revision'),
    )
    .leftJoin('public_item as p', (join) =>
      join.onRef('p.kind', '=', 'd.kind').onRef('p.id', '=', 'd.id').on('p.superseded_in', '=', OPEN_END),
    )
    .selectAll('d')
    .select(['p.revision as published', 'r.payload'])
    .where('d.state', '=', 'approved')
    .where('d.retraction', '=', 0);

export async function releaseDue(
  db: Kysely<Tables>,
  note: Text,
  build: Builder,
): Promise<Edition | undefined> {
  return db.transaction().execute(async (trx) => {
    const now = await clockOf(trx);
    const isDue = await trx
      .selectFrom('desk_item')
      .select('id')
      .where('state', '=', 'approved')
      .where('embargo_until', '<=', now)
      .limit(1)
      .executeTakeFirst();
    if (!isDue) return undefined;
    const ready = (await approved(trx).execute()).filter((row) => (row.embargo_until ?? 0) <= now);
    const going = await ableToGo(trx, ready);
    const first = Math.min(...going.map((row) => row.embargo_until ?? Infinity));
    if (first === Infinity) return undefined;
    const { soon } = await trx
      .selectFrom('desk_item')
      .select(sql<number>`count(*)`.as('soon'))
      .where('state', '=', 'approved')
      .where('embargo_until', '>', now)
      .where('embargo_until', '<=', first + TOGETHER_MS)
      .executeTakeFirstOrThrow();
    if (soon > 0) return undefined;
    const entries = going.map(({ kind, id, revision, change, published, note: said }) => ({
      kind,
      id,
      revision,
      change: usualChange(change ?? undefined, published !== null, false),
      note: said === null ? undefined : (JSON.parse(said) as Text),
    }));
    return publishAndLog(trx, { by: CLOCK, now, note, action: 'release', entries }, build);
  });
}

/** Of what is ready: what is due and leans on nothing that is missing, with what of the rest it leans on. */
async function ableToGo(trx: Transaction<Tables>, ready: readonly Held[]): Promise<Held[]> {
  const byName = new Map(ready.map((row) => [`${row.kind} ${row.id}`, row]));
  const isPublic = async (kind: Held['kind'], id: string): Promise<boolean> =>
    (await trx
      .selectFrom('public_item')
      .select('key')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('superseded_in', '=', OPEN_END)
      .executeTakeFirst()) !== undefined;
  /** What comes along with an item, itself too; undefined where it cannot go. */
  const along = async (row: Held, seen: ReadonlySet<string>): Promise<Held[] | undefined> => {
    if (row.payload === null || (row.change === 'correction' && row.note === null)) return undefined;
    const all = [row];
    for (const { kind, id } of referencesOf(row.kind, JSON.parse(row.payload))) {
      const name = `${kind} ${id}`;
      if (seen.has(name) || (await isPublic(kind, id))) continue;
      const other = byName.get(name);
      const more = other && (await along(other, new Set([...seen, name])));
      if (!more) return undefined;
      all.push(...more);
    }
    return all;
  };
  const all = new Set<Held>();
  for (const row of ready) {
    if (row.embargo_until === null) continue;
    for (const one of (await along(row, new Set([`${row.kind} ${row.id}`]))) ?? []) all.add(one);
  }
  return [...all];
}

export async function nextRelease(db: Kysely<Tables>): Promise<number | undefined> {
  const now = await clockOf(db);
  const row = await db
    .selectFrom('desk_item')
    .select(sql<number | null>`min(embargo_until)`.as('at'))
    .where('state', '=', 'approved')
    .where('embargo_until', '>', now)
    .executeTakeFirst();
  return row?.at ? row.at - now : undefined;
}

export async function unreviewed(db: Kysely<Tables>): Promise<Unreviewed[]> {
  const rows = await db
    .selectFrom('unreviewed as u')
    .leftJoin('desk_item as d', (join) => join.onRef('d.kind', '=', 'u.kind').onRef('d.id', '=', 'u.id'))
    .select(['u.kind', 'u.id', 'u.edition', 'u.revision', 'u.by', 'u.at', 'd.title'])
    .where('u.confirmed_at', 'is', null)
    .orderBy('u.at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, title: row.title ?? undefined }));
}

export async function confirm(
  db: Kysely<Tables>,
  { kind, id, edition }: Pick<Unreviewed, 'kind' | 'id' | 'edition'>,
  by: string,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('unreviewed')
      .set({ confirmed_by: by, confirmed_at: now })
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('edition', '=', edition)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await append(trx, now, by, 'confirm', `edition ${edition}`, { kind, id });
    return true;
  });
}
