import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type SelectQueryBuilder, type Transaction } from 'kysely';
import { faultsOf, type Unfinished } from '#lib/domain/desk/faults.ts';
import { retagged } from '#lib/domain/desk/tags.ts';
import { isRefusal, type DeskState, type Refusal, type Standing } from '#lib/domain/desk/workflow.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { OPEN_END, type ItemKind } from '#lib/domain/history/edition.ts';
import { idOf } from '#lib/domain/id.ts';
import { fold } from '#lib/domain/places/fold.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Period } from '#lib/domain/time/period.ts';
import type {
  Arrangement,
  AuditEntry,
  Comment,
  DeskEntry,
  DeskRow,
  Drawn,
  Given,
  PastedText,
  QueueFilter,
  Revision,
  Save,
  Saved,
  WorkStore,
} from '../work.ts';
import { isHere } from './accepting.ts';
import { giveAtApproval } from './approval.ts';
import { append, entries, verify } from './audit.ts';
import { having, onDays, tagsInUse, type Spot } from './finding.ts';
import { linking } from './links.ts';
import { idsNaming } from './naming.ts';
import { isRetraction, lastMove } from './moving.ts';
import { appendRevision, revisions, write, writeAll } from './saving.ts';
import type { Tables } from './tables.ts';
import { textsOf } from './texts.ts';

/** Where the desk's work is kept in the embedded store. */
export class SqliteWork implements WorkStore {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;

  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  write = (save: Save): Promise<Saved> => write(this.#db, save, this.#now());
  writeAll = (saves: readonly Save[]): Promise<Saved[]> => writeAll(this.#db, saves, this.#now());
  revisions = (kind: ItemKind, id: string): Promise<Revision[]> => revisions(this.#db, kind, id);
  audit = (limit: number, before?: number): Promise<AuditEntry[]> => entries(this.#db, limit, before);
  verifyAudit = (): Promise<{ number: number; reason: string } | undefined> => verify(this.#db);

  item = (kind: ItemKind, id: string): Promise<DeskEntry | undefined> => entryOf(this.#db, kind, id);

  linking = (keys: readonly string[]) => linking(this.#db, keys);
  having = (kind: ItemKind, ids: readonly string[]) => having(this.#db, kind, ids);
  tags = () => tagsInUse(this.#db);
  onDays = (kind: ItemKind, spots: readonly Spot[]) => onDays(this.#db, kind, spots);

  async naming(kinds: readonly ItemKind[], text: string): Promise<DeskEntry[]> {
    const found = await Promise.all(
      (await idsNaming(this.#db, kinds, text)).map(({ kind, id }) => entryOf(this.#db, kind, id)),
    );
    return found.filter((entry) => entry !== undefined);
  }

  async queue(filter: QueueFilter): Promise<DeskRow[]> {
    const { states, kinds, assignee, tag, embargoedAfter, limit, offset = 0 } = filter;
    const words = filter.text?.trim();
    let query = rowsOf(this.#db);
    if (states) query = query.where('d.state', 'in', states);
    if (kinds) query = query.where('d.kind', 'in', kinds);
    if (assignee !== undefined) query = query.where('d.assignee', '=', assignee);
    if (tag !== undefined)
      query = query.where(
        sql<boolean>`d.tags is not null and exists (select 1 from json_each(d.tags) t where t.value = ${tag})`,
      );
    if (embargoedAfter !== undefined) query = query.where('d.embargo_until', '>', embargoedAfter);
    // Of signs alone nothing is left, and everything would begin with that.
    if (words) query = query.where(sql<boolean>`${fold(words)} != '' and instr(d.names, ${fold(words)}) > 0`);
    const rows = await query
      .orderBy('d.updated_at', 'desc')
      .orderBy('d.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(toRow);
  }

  /** Counted from an index that has all that is asked for; what is held back is few, and has its own. */
  async counts(): Promise<Record<DeskState | 'embargoed', number>> {
    const here = this.#db.selectFrom('desk_item as d').where('d.kind', '!=', 'place').where(isHere);
    const rows = await here
      .select(['d.state', sql<number>`count(*)`.as('n')])
      .groupBy('d.state')
      .execute();
    const { held } = await here
      .select(sql<number>`count(*)`.as('held'))
      .where('d.embargo_until', '>', this.#now())
      .where('d.state', 'not in', ['public', 'discarded'])
      .executeTakeFirstOrThrow();
    const counts = { draft: 0, review: 0, approved: 0, public: 0, discarded: 0, embargoed: held };
    for (const { state, n } of rows) counts[state] = n;
    return counts;
  }

  async move(
    { kind, id, revision }: { readonly kind: ItemKind; readonly id: string; readonly revision: number },
    by: string,
    action: string,
    rule: (standing: Standing) => DeskState | Refusal,
    give?: (payload: Unfinished) => Given,
  ): Promise<DeskState | Refusal | 'changed' | 'unknown'> {
    return this.#db.transaction().execute(async (trx) => {
      const entry = await entryOf(trx, kind, id);
      if (!entry) return 'unknown';
      if (entry.revision !== revision) return 'changed';
      const last = await lastMove(trx, entry);
      const to = rule({
        state: entry.state,
        last,
        writers: entry.writers,
        isPublic: entry.published !== undefined,
        isRetraction: entry.retraction,
        faults: faultsOf(kind, entry.payload).length,
      });
      if (isRefusal(to)) return to;
      const state = await this.#arrive(trx, entry, to, by, action);
      const stands =
        state === 'approved' ? await giveAtApproval(trx, entry, give, this.#now()) : entry.revision;
      await trx
        .updateTable('desk_item')
        .set({
          state,
          retraction: isRetraction(entry, action, last) ? 1 : 0,
          updated_at: this.#now(),
          updated_by: by,
        })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
      await append(trx, this.#now(), by, action, `${kind} ${id}`, {
        revision: stands,
        from: entry.state,
        to: state,
        ...(entry.retraction ? { retraction: true } : {}),
      });
      return state;
    });
  }

  /**
   * Where an item really comes to: a change to what is public that is put away, or given up, leaves what is public, as
   * a new revision where there had been one.
   */
  async #arrive(
    trx: Transaction<Tables>,
    entry: DeskEntry,
    to: DeskState,
    by: string,
    action: string,
  ): Promise<DeskState> {
    if (entry.published === undefined || (action !== 'discard' && action !== 'keep')) return to;
    if (entry.revision === entry.published) return 'public';
    if (action === 'keep') return 'draft';
    const all = await revisions(trx, entry.kind, entry.id);
    const readers = all.find((r) => r.number === entry.published)?.payload;
    if (!readers) return to;
    // It says what readers see already, so nothing waits.
    await appendRevision(trx, { kind: entry.kind, payload: readers, by }, entry.revision + 1, this.#now());
    return 'public';
  }

  async arrange(kind: ItemKind, id: string, by: string, what: Arrangement): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const { note, tag, untag, ...rest } = what;
      const row = await trx
        .selectFrom('desk_item')
        .select('tags')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return false;
      const tags = JSON.stringify(retagged(tagsOf(row), { tag, untag })) ?? null;
      await trx
        .updateTable('desk_item')
        .set({ ...rest, tags, ...(note === undefined ? {} : { note: note && JSON.stringify(note) }) })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
      await append(trx, this.#now(), by, 'arrange', `${kind} ${id}`, what);
      return true;
    });
  }

  async around(
    kind: ItemKind,
    [west, south, east, north]: Box,
    { from, until }: Period = {},
  ): Promise<DeskRow[]> {
    let query = rowsOf(this.#db)
      .where('d.kind', '=', kind)
      .where('d.state', '!=', 'discarded')
      .where('d.lat', '>=', south)
      .where('d.lat', '<=', north)
      .where('d.lng', '>=', west)
      .where('d.lng', '<=', east);
    // An end that is not known may be any day.
    if (from !== undefined)
      query = query.where((e) => e.or([e('d.day_until', '>', from), e('d.day_until', 'is', null)]));
    if (until !== undefined)
      query = query.where((e) => e.or([e('d.day_from', '<', until), e('d.day_from', 'is', null)]));
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const rows = await query
      .orderBy(sql`(d.lng - ${x}) * (d.lng - ${x}) + (d.lat - ${y}) * (d.lat - ${y})`)
      .orderBy('d.id')
      .limit(500)
      .execute();
    return rows.map(toRow);
  }

  async pasteText(report: string, text: string, by: string): Promise<number> {
    return this.#db.transaction().execute(async (trx) => {
      const [last] = await textsOf(trx, report);
      if (last?.text === text) return last.number;
      const number = (last?.number ?? 0) + 1;
      await trx
        .insertInto('report_text')
        .values({ report, number, text, pasted_at: this.#now(), pasted_by: by })
        .execute();
      return number;
    });
  }

  textsOf = (report: string): Promise<PastedText[]> => textsOf(this.#db, report);

  async draw(report: string, drawn: Drawn, by: string): Promise<void> {
    await this.#db
      .insertInto('drawn')
      .values({ report, ...drawn, at: this.#now(), by })
      .onConflict((c) => c.doNothing())
      .execute();
  }

  async drawnFrom(report: string): Promise<Drawn[]> {
    return this.#db
      .selectFrom('drawn')
      .select(['number', 'start', 'until', 'kind', 'id'])
      .where('report', '=', report)
      .orderBy('start')
      .orderBy('id')
      .execute();
  }

  async comment(kind: ItemKind, item: string, text: string, by: string): Promise<void> {
    await this.#db
      .insertInto('comment')
      .values({
        id: idOf('n', randomBytes(10)),
        kind,
        item,
        at: this.#now(),
        by,
        text,
        resolved_at: null,
        resolved_by: null,
      })
      .execute();
  }

  async resolve(comment: string, by: string): Promise<void> {
    await this.#db
      .updateTable('comment')
      .set({ resolved_at: this.#now(), resolved_by: by })
      .where('id', '=', comment)
      .where('resolved_at', 'is', null)
      .execute();
  }

  async commentsOf(kind: ItemKind, item: string): Promise<Comment[]> {
    const rows = await this.#db
      .selectFrom('comment')
      .selectAll()
      .where('kind', '=', kind)
      .where('item', '=', item)
      .orderBy('at')
      .execute();
    return rows.map(({ id, at, by, text, resolved_at }) => ({
      id,
      at,
      by,
      text,
      resolved_at: resolved_at ?? undefined,
    }));
  }

  async here(kind: ItemKind, id: string, person: string, since: number): Promise<string[]> {
    const at = this.#now();
    await this.#db
      .insertInto('presence')
      .values({ kind, id, person, at })
      .onConflict((c) => c.columns(['kind', 'id', 'person']).doUpdateSet({ at }))
      .execute();
    const rows = await this.#db
      .selectFrom('presence')
      .select('person')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('person', '!=', person)
      .where('at', '>=', since)
      .orderBy('person')
      .execute();
    return rows.map((row) => row.person);
  }

  async setting(name: string): Promise<unknown> {
    const row = await this.#db
      .selectFrom('setting')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirst();
    return row ? (JSON.parse(row.value) as unknown) : undefined;
  }

  async settle(name: string, value: unknown, by: string): Promise<void> {
    const text = canonical(value);
    await this.#db.transaction().execute(async (trx) => {
      await trx
        .insertInto('setting')
        .values({ name, value: text })
        .onConflict((c) => c.column('name').doUpdateSet({ value: text }))
        .execute();
      await append(trx, this.#now(), by, 'setting', name, value);
    });
  }

  async log(by: string, action: string, subject: string, detail?: unknown): Promise<void> {
    await this.#db.transaction().execute((trx) => append(trx, this.#now(), by, action, subject, detail));
  }
}

const rowsOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('desk_item as d')
    .leftJoin('public_item as p', (join) =>
      join.onRef('p.kind', '=', 'd.kind').onRef('p.id', '=', 'd.id').on('p.superseded_in', '=', OPEN_END),
    )
    .selectAll('d')
    .select('p.revision as published')
    .where(isHere);
type Row = typeof rowsOf extends (db: never) => SelectQueryBuilder<infer _D, infer _T, infer R> ? R : never;

const tagsOf = ({ tags }: { readonly tags: string | null }): readonly string[] =>
  JSON.parse(tags ?? '[]') as string[];

const toRow = (row: Row): DeskRow => ({
  kind: row.kind,
  id: row.id,
  revision: row.revision,
  state: row.state,
  retraction: row.retraction === 1,
  assignee: row.assignee ?? undefined,
  tags: tagsOf(row),
  embargo_until: row.embargo_until ?? undefined,
  updated_at: row.updated_at,
  updated_by: row.updated_by,
  title: row.title ?? undefined,
  sort: row.sort ?? undefined,
  from: (row.day_from ?? undefined) as Day | undefined,
  until: (row.day_until ?? undefined) as Day | undefined,
  point: row.lng === null || row.lat === null ? undefined : [row.lng, row.lat],
  published: row.published ?? undefined,
});

async function entryOf(db: Kysely<Tables>, kind: ItemKind, id: string): Promise<DeskEntry | undefined> {
  const row = await rowsOf(db).where('d.kind', '=', kind).where('d.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const written = await db
    .selectFrom('revision')
    .select(['number', 'payload', 'written_by'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('number', '>', Math.min(row.published ?? 0, row.revision - 1))
    .orderBy('number')
    .execute();
  const payload = written.at(-1)?.payload;
  if (!payload) return undefined;
  const since = written.filter((r) => r.number > (row.published ?? 0));
  return {
    ...toRow(row),
    payload: JSON.parse(payload) as Unfinished,
    change: row.change ?? undefined,
    note: row.note === null ? undefined : (JSON.parse(row.note) as Text),
    writers: [...new Set(since.map((r) => r.written_by))],
  };
}
