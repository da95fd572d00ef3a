import { sql, type Kysely } from 'kysely';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { OPEN_END, type Edition, type ItemKind } from '#lib/domain/history/edition.ts';
import type { AcceptedDraft, Builder, DeskItem, DeskStore, Draft, Items, Publication } from '../store.ts';
import { keepNames } from './desk-names.ts';
import { deskRows, newestOf } from './desk-rows.ts';
import { publishIn } from './publish.ts';
import { accept, discard, isHere } from './accepting.ts';
import { keepLinks } from './links.ts';
import { sha256, stage } from './staging.ts';
import type { Tables } from './tables.ts';

/** The desk's side of the embedded store: one writer, every write whole or not at all. */
export class SqliteDesk implements DeskStore {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;

  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async save(drafts: readonly Draft[]): Promise<number[]> {
    return this.#db.transaction().execute(async (trx) => {
      const numbers: number[] = [];
      for (const draft of drafts) {
        const { id } = draft.payload;
        const last = await trx
          .selectFrom('revision')
          .select(sql<number | null>`max(number)`.as('number'))
          .where('kind', '=', draft.kind)
          .where('id', '=', id)
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        const payload = canonical(draft.payload);
        await trx
          .insertInto('revision')
          .values({
            kind: draft.kind,
            id,
            number,
            payload,
            sha256: sha256(payload),
            written_at: this.#now(),
            written_by: draft.by,
            note: draft.note ?? null,
          })
          .execute();
        await keepLinks(trx, draft.kind, draft.payload as unknown as Unfinished);
        numbers.push(number);
      }
      const keys = drafts.map((draft, i) => [draft.kind, draft.payload.id, numbers[i]]);
      await deskRows(newestOf(keys)).execute(trx);
      await keepNames(newestOf(keys)).execute(trx);
      return numbers;
    });
  }

  stage = (batch: string, drafts: readonly Draft[]): Promise<void> =>
    stage(this.#db, batch, drafts, this.#now());
  accept = (batch: string): Promise<AcceptedDraft[]> => accept(this.#db, batch);
  discard = (batch: string): Promise<void> => discard(this.#db, batch);

  async all<K extends ItemKind>(kind: K): Promise<DeskItem<K>[]> {
    const rows = await this.#db
      .selectFrom('revision as r')
      .innerJoin('desk_item as d', (join) =>
        join.onRef('d.kind', '=', 'r.kind').onRef('d.id', '=', 'r.id').onRef('d.revision', '=', 'r.number'),
      )
      .leftJoin('public_item as p', (join) =>
        join.onRef('p.kind', '=', 'r.kind').onRef('p.id', '=', 'r.id').on('p.superseded_in', '=', OPEN_END),
      )
      .select(['r.id', 'r.number', 'r.payload', 'p.revision'])
      .select(
        sql<number>`p.revision is null
          and exists (select 1 from public_item q where q.kind = r.kind and q.id = r.id)`.as('retracted'),
      )
      .where('r.kind', '=', kind)
      .where(isHere)
      .where('r.payload', 'is not', null)
      .orderBy('r.id')
      .execute();
    return rows.map((row) => ({
      payload: JSON.parse(row.payload ?? 'null') as Items[K],
      revision: row.number,
      published: row.revision ?? undefined,
      retracted: row.retracted === 1,
    }));
  }

  publish(publication: Publication, build: Builder): Promise<Edition> {
    return this.#db.transaction().execute((trx) => publishIn(trx, publication, build));
  }

  async latest<K extends ItemKind>(
    kind: K,
    id: string,
  ): Promise<{ revision: number; payload: Items[K] } | undefined> {
    const row = await this.#db
      .selectFrom('revision as r')
      .innerJoin('desk_item as d', (join) => join.onRef('d.kind', '=', 'r.kind').onRef('d.id', '=', 'r.id'))
      .select(['r.number', 'r.payload'])
      .where('r.kind', '=', kind)
      .where('r.id', '=', id)
      .where(isHere)
      .orderBy('r.number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.payload ? { revision: row.number, payload: JSON.parse(row.payload) as Items[K] } : undefined;
  }

  async authors(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('revision')
      .select('written_by')
      .distinct()
      .orderBy('written_by')
      .execute();
    return rows.map((row) => row.written_by);
  }

  async publicItems(author: string): Promise<{ kind: ItemKind; id: string }[]> {
    return this.#db
      .selectFrom('public_item as p')
      .innerJoin('revision as r', (join) =>
        join.onRef('r.kind', '=', 'p.kind').onRef('r.id', '=', 'p.id').onRef('r.number', '=', 'p.revision'),
      )
      .select(['p.kind', 'p.id'])
      .where('p.superseded_in', '=', OPEN_END)
      .where('r.written_by', '=', author)
      .orderBy('p.kind')
      .orderBy('p.id')
      .execute();
  }
}
