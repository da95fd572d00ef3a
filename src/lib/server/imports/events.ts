import { randomUUID } from 'node:crypto';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import { placeIndex } from '#lib/domain/places/in-text.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import {
  checkMapped,
  eventOfRow,
  identityOf,
  readRows,
  UnreadableFile,
  type EventMapping,
  type EventsFile,
  type Row,
  type Taken,
} from '#lib/formats/events/index.ts';
import type { EventsOutcome } from '#lib/formats/events/outcome.ts';
import { unlocatedWords } from '#lib/words/import-events.ts';
import { othersTurn } from '../others-turn.ts';
import type { AcceptedDraft, Draft, Store } from '../store/store.ts';
import type { Known } from './alike-events.ts';
import { Cited, idFrom } from './events-cited.ts';
import { EventsTally } from './events-tally.ts';
import { inChunks } from './in-chunks.ts';
import { KnownEvents, type Sought } from './known-events.ts';

/** Drafts that are put aside in one write; others write between. */
const CHUNK = 500;

export interface EventsWish {
  readonly mapping: EventMapping;
  /** The report that the rows are from. It is written too, where the store has none of its id. */
  readonly report: Report;
  readonly today: Day;
  /** Who imports, as revisions name them. */
  readonly by: string;
  readonly write: boolean;
  readonly lang?: Lang;
  readonly signal?: AbortSignal;
  readonly onProgress?: (at: {
    readonly bytes: number;
    readonly rows: number;
    readonly drafts: number;
  }) => void;
}

/**
 * Read a file of events and, where wanted, write what is new as drafts. Rows are read, judged and put aside as they
 * come; all of it is taken over at the end, or nothing: a file that breaks off, or a signal, leaves the store as it was.
 */
export async function importEvents(store: Store, file: EventsFile, wish: EventsWish): Promise<EventsOutcome> {
  const { mapping, report, today, signal, write, onProgress } = wish;
  const tally = new EventsTally();
  const index = placeIndex((await store.desk.all('place')).map(({ payload }) => payload));
  const cited = new Cited(report, mapping);
  const known = new KnownEvents(store.work, cited);
  const around = { today, index, seenFrom: report.published };
  const words = unlocatedWords[wish.lang ?? 'en'];
  const batch = new Batch(store, write, signal);
  /** The row in which each event of the file stands first. */
  const rows = new Map<string, number>();
  let bytes = 0;
  /** What a row comes to by itself, and what it is known by. */
  const judged = (row: Row): Judged => {
    const taken = eventOfRow(row, mapping, around);
    const id = idFrom('e', identityOf(row, mapping)) as EventId;
    return { row, id, taken };
  };
  const take = async ({ row, id, taken }: Judged): Promise<void> => {
    if (taken.is === 'skipped') {
      tally.skipped += 1;
      return;
    }
    tally.sawUnknown(taken.unknown);
    if (taken.is === 'refused') {
      tally.refuse({ number: row.number, fault: taken.fault });
      return;
    }
    const first = rows.get(id);
    if (first !== undefined) {
      tally.sawTwice(row.number, first);
      return;
    }
    rows.set(id, row.number);
    if (known.ids.has(id)) {
      tally.known += 1;
      return;
    }
    const { value } = taken;
    const title = value.event.title.en ?? value.event.title.uk ?? '';
    const own: Known = { ...bare(id, value.event), title, row: row.number };
    const alike = known.alike.find(own, value.link);
    if (alike) {
      const { known: other, why, days, metres } = alike;
      const { row: at, id: otherId, title: otherTitle } = other;
      tally.sawAlike(
        { row: row.number, title, why, days, metres, other: { row: at, id: otherId, title: otherTitle } },
        mapping.leave_alike,
      );
      if (mapping.leave_alike) return;
    }
    known.alike.add(own, [value.link]);
    tally.accepted += 1;
    tally.left(value.left);
    if (value.unlocated && !value.placeName) tally.unlocated(value.unlocated);
    const { claims, reports } = cited.claimsOf(value, row.number);
    tally.reports += reports.length;
    for (const payload of reports)
      await batch.add({ kind: 'report', payload: payload as Report, by: wish.by });
    const why = value.unlocated && !value.placeName ? words(value.unlocated) : undefined;
    const payload = { id, ...value.event, claims } as Event;
    await batch.add({ kind: 'event', payload, by: wish.by, ...(why ? { note: why } : {}) });
    tally.show({
      row: row.number,
      id,
      title,
      kind: value.event.kind,
      from: value.event.period.from,
      until: value.event.period.until,
      place: value.placeName,
      located: value.event.location !== undefined,
    });
  };
  try {
    const given = await store.work.having('report', [report.id]);
    cited.know(given.values() as Iterable<Partial<Report>>);
    if (given.size === 0) await batch.add({ kind: 'report', payload: report, by: wish.by });
    const reading = { signal, onBytes: (n: number) => void (bytes += n) };
    for await (const some of inChunks(readRows(file, mapping, reading), CHUNK)) {
      for (const read of some) if ('columns' in read) checkMapped(mapping, read.columns);
      const next = new Map(
        some.flatMap((read) => ('row' in read ? [[read, judged(read.row)] as const] : [])),
      );
      await known.lookUp([...next.values()].flatMap(soughtOf));
      for (const read of some) {
        if ('columns' in read) continue;
        tally.rows += 1;
        const one = next.get(read as { row: Row });
        if (one) await take(one);
        else if ('refused' in read) tally.refuse(read.refused);
      }
      onProgress?.({ bytes, rows: tally.rows, drafts: tally.accepted });
      await rest(signal);
    }
    onProgress?.({ bytes, rows: tally.rows, drafts: tally.accepted });
    signal?.throwIfAborted();
    const accepted = tally.accepted > 0 ? await batch.accept() : [];
    if (accepted.length === 0) await batch.discard();
    tally.cameFirst(accepted.filter(({ id, left }) => left && id !== report.id));
    return tally.report(
      undefined,
      accepted.some(({ left }) => !left),
    );
  } catch (error) {
    await batch.discard();
    if (error instanceof UnreadableFile && !signal?.aborted) return tally.report(error.fault, false);
    throw error;
  }
}

interface Judged {
  readonly row: Row;
  readonly id: EventId;
  readonly taken: Taken;
}

function soughtOf({ id, taken }: Judged): Sought[] {
  if (taken.is !== 'event') return [];
  const { event, link, geolocation } = taken.value;
  return [{ id, point: event.point, period: event.period, link, geolocation }];
}

const bare = (
  id: EventId,
  event: Partial<Pick<Event, 'by' | 'location'>> & Pick<Event, 'kind' | 'period' | 'point'>,
) => ({
  id,
  kind: event.kind,
  by: event.by ?? ('unknown' as const),
  period: event.period,
  point: event.point,
  location: event.location,
});

async function rest(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await othersTurn();
}

/** Drafts on their way: put aside in small writes, taken over whole. */
class Batch {
  readonly #name = randomUUID();
  readonly #store: Store;
  readonly #write: boolean;
  readonly #signal: AbortSignal | undefined;
  #waiting: Draft[] = [];
  #staged = false;

  constructor(store: Store, write: boolean, signal: AbortSignal | undefined) {
    this.#store = store;
    this.#write = write;
    this.#signal = signal;
  }

  async add(draft: Draft): Promise<void> {
    if (!this.#write) return;
    // Another may bring in the same at the same moment.
    this.#waiting.push({ ...draft, onlyNew: true });
    if (this.#waiting.length >= CHUNK) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    this.#staged = true;
    await this.#store.desk.stage(this.#name, this.#waiting);
    this.#waiting = [];
    await rest(this.#signal);
  }

  async accept(): Promise<AcceptedDraft[]> {
    await this.#flush();
    if (!this.#staged) return [];
    const accepted = await this.#store.desk.accept(this.#name);
    this.#staged = false;
    return accepted;
  }

  async discard(): Promise<void> {
    this.#waiting = [];
    if (this.#staged) await this.#store.desk.discard(this.#name);
  }
}
