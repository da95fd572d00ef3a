import { sql, type Kysely, type Selectable } from 'kysely';
import { isReviewId, type ReviewId } from '#lib/domain/control/review-id.ts';
import type { Review } from '#lib/domain/control/review.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import type { Change, Edition, ItemKind } from '#lib/domain/history/edition.ts';
import { fold } from '#lib/domain/places/fold.ts';
import type { Place, PlaceId } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { UNDATED } from '#lib/domain/time/month.ts';
import type { EditionReader, Fate, Items, Months, Named, Replaced, SearchHit } from '../store.ts';
import { changesTo, corrections, erased, fateOf } from './fate.ts';
import type { Tables } from './tables.ts';

/** Public items as one edition has them. Every query of this class is bound to the edition's range. */
export class SqliteReader implements EditionReader {
  readonly edition: Edition;
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>, edition: Edition) {
    this.#db = db;
    this.edition = edition;
  }

  #items<K extends ItemKind>(kind: K) {
    const n = this.edition.number;
    return this.#db
      .selectFrom('public_item as p')
      .innerJoin('revision as r', (join) =>
        join.onRef('r.kind', '=', 'p.kind').onRef('r.id', '=', 'p.id').onRef('r.number', '=', 'p.revision'),
      )
      .select('r.payload')
      .where('p.kind', '=', kind)
      .where('p.published_in', '<=', n)
      .where('p.superseded_in', '>', n)
      .where('r.payload', 'is not', null);
  }

  async #all<K extends ItemKind>(kind: K): Promise<Items[K][]> {
    return payloads<K>(await this.#items(kind).orderBy('p.id').execute());
  }

  async #some<K extends ItemKind>(
    kind: K,
    { months, ids }: { months?: Months; ids?: readonly string[] } = {},
  ): Promise<Items[K][]> {
    let query = this.#items(kind).orderBy('p.id');
    if (ids) query = query.where(sql<boolean>`p.id in (select value from json_each(${JSON.stringify(ids)}))`);
    if (months)
      query = query.where(
        sql<boolean>`coalesce(substr(p.day, 1, 7), ${UNDATED}) in (select value from json_each(${JSON.stringify([...months])}))`,
      );
    return payloads<K>(await query.execute());
  }

  async #one<K extends ItemKind>(kind: K, id: string): Promise<Items[K] | undefined> {
    return payloads<K>(await this.#items(kind).where('p.id', '=', id).execute())[0];
  }

  /**
   * "Items in this box as of edition N" is one indexed query: the tree narrows, the exact columns decide. Cross joins,
   * because SQLite keeps their order: left to itself the planner begins with all items of the kind.
   */
  async #in<K extends ItemKind>(kind: K, [w, s, e, n]: Box): Promise<Items[K][]> {
    const edition = this.edition.number;
    const rows = await this.#db
      .selectFrom('public_space as t')
      .crossJoin('public_item as p')
      .crossJoin('revision as r')
      .select('r.payload')
      .where('t.west', '<=', e)
      .where('t.east', '>=', w)
      .where('t.south', '<=', n)
      .where('t.north', '>=', s)
      .where('t.first_edition', '<=', edition)
      .where('t.last_edition', '>=', edition)
      .whereRef('p.key', '=', 't.key')
      .where('p.kind', '=', kind)
      .where('p.published_in', '<=', edition)
      .where('p.superseded_in', '>', edition)
      .where('p.lng', '>=', w)
      .where('p.lng', '<=', e)
      .where('p.lat', '>=', s)
      .where('p.lat', '<=', n)
      .whereRef('r.kind', '=', 'p.kind')
      .whereRef('r.id', '=', 'p.id')
      .whereRef('r.number', '=', 'p.revision')
      .where('r.payload', 'is not', null)
      .execute();
    return payloads<K>(rows).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  place = (id: PlaceId): Promise<Place | undefined> => this.#one('place', id);
  report = (id: ReportId): Promise<Report | undefined> => this.#one('report', id);
  event = (id: EventId): Promise<Event | undefined> => this.#one('event', id);
  reports = (which?: { months?: Months; ids?: readonly string[] }): Promise<Report[]> =>
    this.#some('report', which);
  events = (which?: { months?: Months }): Promise<Event[]> => this.#some('event', which);
  ledgers = () => this.#all('ledger');
  statement = async (id: StatementId): Promise<Statement | undefined> =>
    isReviewId(id) ? undefined : ((await this.#one('statement', id)) as Statement | undefined);
  review = async (id: ReviewId): Promise<Review | undefined> =>
    isReviewId(id) ? ((await this.#one('statement', id)) as Review | undefined) : undefined;
  eventsIn = (box: Box): Promise<Event[]> => this.#in('event', box);
  placesIn = (box: Box): Promise<Place[]> => this.#in('place', box);

  async places({ population = 0 } = {}): Promise<Place[]> {
    const rows = await this.#items('place')
      .where('p.weight', '>=', population)
      .orderBy('p.weight', 'desc')
      .orderBy('p.id')
      .execute();
    return payloads<'place'>(rows);
  }

  async statements({ since }: { since?: Day } = {}): Promise<Statement[]> {
    const all = this.#items('statement').where('p.id', 'like', 'c-%').orderBy('p.id');
    const rows = await (since === undefined ? all : all.where('p.day', '>=', since)).execute();
    return payloads<'statement'>(rows) as Statement[];
  }

  async reviews(): Promise<Review[]> {
    const rows = await this.#items('statement').where('p.id', 'like', 'v-%').orderBy('p.id').execute();
    return payloads<'statement'>(rows) as Review[];
  }

  async historyOf(kind: ItemKind, id: string): Promise<Change[]> {
    const rows = await this.#db
      .selectFrom('change')
      .selectAll()
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('edition', '<=', this.edition.number)
      .orderBy('edition')
      .execute();
    return rows.map(changeFromRow);
  }

  fateOf = (kind: ItemKind, id: string): Promise<Fate | undefined> =>
    fateOf(this.#db, this.edition.number, kind, id);
  erased = () => erased(this.#db);
  corrections = ({ after = 0 }: { after?: number } = {}) => corrections(this.#db, after, this.edition.number);
  changesTo = (kind: ItemKind, { after }: { after: number }) =>
    changesTo(this.#db, kind, after, this.edition.number);

  async changes(): Promise<Change[]> {
    const rows = await this.#db
      .selectFrom('change')
      .selectAll()
      .where('edition', '=', this.edition.number)
      .orderBy('kind')
      .orderBy('id')
      .execute();
    return rows.map(changeFromRow);
  }

  async replaced<K extends ItemKind>(kind: K): Promise<Replaced<Items[K]>[]> {
    const n = this.edition.number;
    const { rows } = await sql<{ id: string; was: string | null; is: string | null }>`
      select c.id, a.payload as was, b.payload as "is" from change c
      left join public_item p on p.kind = c.kind and p.id = c.id and p.superseded_in = c.edition
      left join revision a on a.kind = p.kind and a.id = p.id and a.number = p.revision
      left join public_item q on q.kind = c.kind and q.id = c.id and q.published_in = c.edition
      left join revision b on b.kind = q.kind and b.id = q.id and b.number = q.revision
      where c.edition = ${n} and c.kind = ${kind} order by c.id`.execute(this.#db);
    const read = (payload: string | null): Items[K] | undefined =>
      payload === null ? undefined : (JSON.parse(payload) as Items[K]);
    return rows.map(({ id, was, is }) => ({ id, was: read(was), is: read(is) }));
  }

  async leaningOn({ kind, id }: Named): Promise<{ kind: ItemKind; payload: Items[ItemKind] }[]> {
    const n = this.edition.number;
    // Cross joins, which keep their order: what leans on an item is few, and what is public is not.
    const rows = await this.#db
      .selectFrom('public_lean as l')
      .crossJoin('public_item as p')
      .crossJoin('revision as r')
      .select(['p.kind', 'r.payload'])
      .where('l.kind', '=', kind)
      .where('l.id', '=', id)
      .whereRef('p.key', '=', 'l.key')
      .where('p.published_in', '<=', n)
      .where('p.superseded_in', '>', n)
      .whereRef('r.kind', '=', 'p.kind')
      .whereRef('r.id', '=', 'p.id')
      .whereRef('r.number', '=', 'p.revision')
      .where('r.payload', 'is not', null)
      .orderBy('p.kind')
      .orderBy('p.id')
      .execute();
    return rows.map((row) => ({
      kind: row.kind,
      payload: JSON.parse(row.payload ?? 'null') as Items[ItemKind],
    }));
  }

  async search(query: string, limit: number): Promise<SearchHit[]> {
    const folded = fold(query).slice(0, 80);
    const words = folded.split(' ').filter(Boolean);
    if (words.length === 0) return [];
    const n = this.edition.number;
    // Names are folded to letters and digits, so a word in quotes can hold nothing that the query language reads.
    const match = words.map((word) => `"${word}"*`).join(' ');
    const rows = await this.#db
      .selectFrom('public_search as s')
      .innerJoin('public_item as p', 'p.key', 's.rowid')
      .select(['p.kind', 'p.id', 'p.weight', 's.names'])
      .where(sql<boolean>`s.names match ${match}`)
      .where('p.published_in', '<=', n)
      .where('p.superseded_in', '>', n)
      // The best of each kind in turn, so that thousands of events never crowd out a place.
      .orderBy(sql`row_number() over (partition by p.kind order by p.weight desc, p.id)`)
      .limit(500)
      .execute();
    const rank = (names: string): number => {
      const all = names.split(' | ');
      if (all.includes(folded)) return 0;
      return all.some((name) => name.startsWith(folded)) ? 1 : 2;
    };
    return rows
      .map((row) => ({ ...row, rank: rank(row.names) }))
      .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ kind, id }) => ({ kind: kind as SearchHit['kind'], id }));
  }

  async objects(): Promise<ReadonlyMap<string, string>> {
    const n = this.edition.number;
    const rows = await this.#db
      .selectFrom('edition_object')
      .select(['name', 'sha256'])
      .where('published_in', '<=', n)
      .where('superseded_in', '>', n)
      .orderBy('name')
      .execute();
    return new Map(rows.map((row) => [row.name, row.sha256]));
  }

  async object(name: string): Promise<Uint8Array | undefined> {
    const n = this.edition.number;
    const row = await this.#db
      .selectFrom('edition_object as e')
      .innerJoin('object as o', 'o.sha256', 'e.sha256')
      .select('o.bytes')
      .where('e.name', '=', name)
      .where('e.published_in', '<=', n)
      .where('e.superseded_in', '>', n)
      .executeTakeFirst();
    return row?.bytes;
  }

  async objectsUnder(beginning: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const n = this.edition.number;
    const rows = await this.#db
      .selectFrom('edition_object as e')
      .crossJoin('object as o')
      .select(['e.name', 'o.bytes'])
      .where('e.name', '>=', beginning)
      .where('e.name', '<', `${beginning}\u{10ffff}`)
      .where('e.published_in', '<=', n)
      .where('e.superseded_in', '>', n)
      .whereRef('o.sha256', '=', 'e.sha256')
      .orderBy('e.name')
      .execute();
    return new Map(rows.map((row) => [row.name, row.bytes]));
  }
}

const payloads = <K extends ItemKind>(rows: { payload: string | null }[]): Items[K][] =>
  rows.flatMap((row) => (row.payload === null ? [] : [JSON.parse(row.payload) as Items[K]]));

const changeFromRow = (row: Selectable<Tables['change']>): Change => ({
  edition: row.edition,
  item: { kind: row.kind, id: row.id },
  change: row.change,
  note: row.note === null ? undefined : (JSON.parse(row.note) as Change['note']),
});
