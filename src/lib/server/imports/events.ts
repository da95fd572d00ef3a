import { randomUUID } from 'node:crypto';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import { placeIndex, type PlaceIndex } from '#lib/domain/places/in-text.ts';
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
} from '#lib/formats/events/index.ts';
import type { EventsOutcome } from '#lib/formats/events/outcome.ts';
import { unlocatedWords } from '#lib/words/import-events.ts';
import type { AcceptedDraft, Draft, Store } from '../store/store.ts';
import { AlikeEvents, type Known } from './alike-events.ts';
import { Cited, idFrom, linksOf } from './events-cited.ts';
import { EventsTally } from './events-tally.ts';

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
  const known = await knownTo(store);
  const cited = new Cited(report, mapping, known.reports);
  const around = { today, index: known.index, seenFrom: report.published };
  const words = unlocatedWords[wish.lang ?? 'en'];
  const batch = new Batch(store, write, signal);
  /** The row in which each event of the file stands first. */
  const rows = new Map<string, number>();
  let bytes = 0;
  try {
    if (!known.reports.some(({ id }) => id === report.id))
      await batch.add({ kind: 'report', payload: report, by: wish.by });
    const reading = { signal, onBytes: (n: number) => void (bytes += n) };
    for await (const read of readRows(file, mapping, reading)) {
      if ('columns' in read) {
        checkMapped(mapping, read.columns);
        continue;
      }
      tally.rows += 1;
      if (tally.rows % CHUNK === 0) {
        onProgress?.({ bytes, rows: tally.rows, drafts: tally.accepted });
        await rest(signal);
      }
      if ('refused' in read) {
        tally.refuse(read.refused);
        continue;
      }
      const { row } = read;
      const taken = eventOfRow(row, mapping, around);
      if (taken.is === 'skipped') {
        tally.skipped += 1;
        continue;
      }
      tally.sawUnknown(taken.unknown);
      if (taken.is === 'refused') {
        tally.refuse({ number: row.number, fault: taken.fault });
        continue;
      }
      const id = idFrom('e', identityOf(row, mapping)) as EventId;
      const first = rows.get(id);
      if (first !== undefined) {
        tally.sawTwice(row.number, first);
        continue;
      }
      rows.set(id, row.number);
      if (known.events.has(id)) {
        tally.known += 1;
        continue;
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
        if (mapping.leave_alike) continue;
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

/** Lets a signal be heard, and others in the same process answer. */
async function rest(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise((done) => setImmediate(done));
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

interface KnownThings {
  readonly index: PlaceIndex;
  readonly reports: readonly Partial<Report>[];
  readonly events: ReadonlySet<string>;
  readonly alike: AlikeEvents;
}

/** What the store has, public and drafts, as far as it decides what a row becomes. */
async function knownTo(store: Store): Promise<KnownThings> {
  const index = placeIndex((await store.desk.all('place')).map(({ payload }) => payload));
  const reports = (await store.desk.all('report')).map(({ payload }) => payload as Partial<Report>);
  const urls = new Map(reports.map(({ id, url }) => [id as string, url]));
  const alike = new AlikeEvents();
  const events = new Set<string>();
  for (const { payload } of await store.desk.all('event')) {
    events.add(payload.id);
    // A draft may have any of its fields missing.
    const { kind, period, title, claims, point } = payload as Partial<Event>;
    if (kind === undefined) continue;
    const own = bare(payload.id, { ...payload, kind, period: period ?? {}, point: point ?? null });
    const links = linksOf(claims, (report) => urls.get(report));
    alike.add({ ...own, title: title?.en ?? title?.uk ?? '', row: undefined }, links);
  }
  return { index, reports, events, alike };
}
