import type { Kysely, Selectable } from 'kysely';
import type { KeyedWidget, OwnWords } from '#lib/domain/embed/keyed.ts';
import type { DeskWidget, HookCall, Tried, WidgetStore } from '../widgets.ts';
import { append } from './audit.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['widget']>;

/** What readers are shown of a keyed widget: nothing of who is told, or how. */
export async function publicWidget(db: Kysely<Tables>, id: string): Promise<KeyedWidget | undefined> {
  const row = await db.selectFrom('widget').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { name, query, words, sites } = fromRow(row);
  return { id, name, query, words, sites };
}

const fromRow = ({ words, sites, hook, ...row }: Row): DeskWidget => ({
  ...row,
  words: JSON.parse(words) as OwnWords,
  sites: JSON.parse(sites) as string[],
  hook: hook ?? undefined,
});

const callFrom = (row: Selectable<Tables['hook_call']>): HookCall => ({
  ...row,
  due: row.due ?? undefined,
  status: row.status ?? undefined,
  answer: row.answer ?? undefined,
  answered_at: row.answered_at ?? undefined,
});

/** Keys of newsrooms in the embedded store. */
export class SqliteWidgets implements WidgetStore {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;

  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async all(): Promise<DeskWidget[]> {
    const rows = await this.#db.selectFrom('widget').selectAll().orderBy('name').orderBy('id').execute();
    return rows.map(fromRow);
  }

  async one(id: string): Promise<DeskWidget | undefined> {
    const row = await this.#db.selectFrom('widget').selectAll().where('id', '=', id).executeTakeFirst();
    return row && fromRow(row);
  }

  async make(
    { words, sites, hook, ...widget }: KeyedWidget & Pick<DeskWidget, 'hook' | 'secret' | 'seen'>,
    by: string,
  ): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      const row = {
        ...widget,
        words: JSON.stringify(words),
        sites: JSON.stringify(sites),
        hook: hook ?? null,
        made_at: this.#now(),
        made_by: by,
      };
      await trx.insertInto('widget').values(row).execute();
      const { name } = widget;
      await append(trx, row.made_at, by, 'widget-made', `widget ${widget.id}`, { name, sites, hook });
    });
  }

  pin = (id: string, { query, words }: { query: string; words: OwnWords }, by: string): Promise<boolean> =>
    this.#change(id, { query, words: JSON.stringify(words) }, by, 'widget-pinned', { query, words });

  settle = (
    id: string,
    { sites, hook }: { sites: readonly string[]; hook: string | undefined },
    by: string,
  ): Promise<boolean> =>
    this.#change(id, { sites: JSON.stringify(sites), hook: hook ?? null }, by, 'widget-settled', {
      sites,
      hook,
    });

  async #change(
    id: string,
    set: Partial<Pick<Row, 'query' | 'words' | 'sites' | 'hook'>>,
    by: string,
    action: string,
    detail: unknown,
  ): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('widget')
        .set(set)
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await append(trx, this.#now(), by, action, `widget ${id}`, detail);
      return true;
    });
  }

  async drop(id: string, by: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx.deleteFrom('widget').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      await append(trx, this.#now(), by, 'widget-dropped', `widget ${id}`);
      return true;
    });
  }

  async saw(id: string, edition: number, body: string | undefined): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      // Another process may have looked meanwhile: what it saw is not told twice.
      const { numUpdatedRows } = await trx
        .updateTable('widget')
        .set({ seen: edition })
        .where('id', '=', id)
        .where('seen', '<', edition)
        .executeTakeFirst();
      if (numUpdatedRows === 0n || body === undefined) return;
      const at = this.#now();
      await trx
        .insertInto('hook_call')
        .values({ widget: id, edition, body, made_at: at, due: at, tries: 0 })
        .execute();
    });
  }

  async due(limit: number): Promise<HookCall[]> {
    const rows = await this.#db
      .selectFrom('hook_call')
      .selectAll()
      .where('due', '<=', this.#now())
      .orderBy('due')
      .orderBy('number')
      .limit(limit)
      .execute();
    return rows.map(callFrom);
  }

  async nextDue(): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('hook_call')
      .select('due')
      .where('due', 'is not', null)
      .orderBy('due')
      .limit(1)
      .executeTakeFirst();
    const due = row?.due ?? undefined;
    return due === undefined ? undefined : due - this.#now();
  }

  async tried(number: number, { status, answer, again }: Tried): Promise<void> {
    const at = this.#now();
    await this.#db
      .updateTable('hook_call')
      .set((eb) => ({
        tries: eb('tries', '+', 1),
        status: status ?? null,
        answer,
        answered_at: at,
        due: again === undefined ? null : at + again,
      }))
      .where('number', '=', number)
      .execute();
  }

  async calls(id: string, limit: number): Promise<HookCall[]> {
    const rows = await this.#db
      .selectFrom('hook_call')
      .selectAll()
      .where('widget', '=', id)
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
    return rows.map(callFrom);
  }
}
