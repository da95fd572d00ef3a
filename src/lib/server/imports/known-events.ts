import { linksOf } from '#lib/domain/desk/links.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import { urlKey } from '#lib/domain/reports/url-key.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import type { WorkStore } from '../store/work.ts';
import { AlikeEvents, lookedAt, spotsAround, type Known } from './alike-events.ts';
import { Cited } from './events-cited.ts';

/** Events of one link that are looked at: one is shown, and some of them may rest on it no more. */
const MOST = 20;

/** As much of a row as decides what of the store is looked at for it. */
export interface Sought extends Pick<Known, 'id' | 'point' | 'period'> {
  readonly link: string;
  readonly geolocation: string;
}

/**
 * What the store has, public and drafts, as far as it decides what rows become: only what has their ids or their links,
 * or is near to them, is ever read.
 */
export class KnownEvents {
  readonly alike = new AlikeEvents();
  readonly ids = new Set<string>();
  readonly #work: WorkStore;
  readonly #cited: Cited;
  readonly #spots = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #added = new Map<string, Known | undefined>();

  constructor(work: WorkStore, cited: Cited) {
    this.#work = work;
    this.#cited = cited;
  }

  /** Look up what some rows, which come next, may be. */
  async lookUp(rows: readonly Sought[]): Promise<void> {
    const had = await this.#work.having('event', rows.map(({ id }) => id)); // prettier-ignore
    for (const id of had.keys()) this.ids.add(id);
    const reports = await this.#reportsOf(rows);
    const ids = [...(await this.#linked(rows, reports)), ...(await this.#near(rows))];
    const urlOf = (report: string): unknown => reports.get(report)?.url;
    for (const [id, payload] of await this.#work.having('event', ids)) {
      const event = payload as Partial<Event>;
      const links = linksOf(event.claims, urlOf);
      const known = this.#added.get(id);
      if (known) this.alike.addLinks(known, links);
      else if (!this.#added.has(id)) {
        const own = knownOf(id as EventId, event);
        this.#added.set(id, own);
        if (own) this.alike.add(own, links);
      }
    }
  }

  /** The reports that have a link of a row, and those that an earlier import made of one. */
  async #reportsOf(rows: readonly Sought[]): Promise<ReadonlyMap<string, Partial<Report>>> {
    const links = rows.flatMap(({ link, geolocation }) => [link, geolocation]).filter((link) => link !== '');
    const found = (await this.#work.linking(links.map(urlKey))).filter(({ kind }) => kind === 'report');
    const ids = [...found.map(({ id }) => id), ...links.map((link) => Cited.reportId(link))];
    const reports = (await this.#work.having('report', ids)) as ReadonlyMap<string, Partial<Report>>;
    this.#cited.know(reports.values());
    return reports;
  }

  /** Events that rest on the link of a row: in a locator, or by a report that has it. */
  async #linked(rows: readonly Sought[], reports: ReadonlyMap<string, unknown>): Promise<string[]> {
    const links = rows.flatMap(({ link }) => (link === '' ? [] : urlKey(link)));
    const keys = [...links, ...reports.keys()].filter((key) => !this.#keys.has(key));
    for (const key of keys) this.#keys.add(key);
    const counts = new Map<string, number>();
    return (await this.#work.linking(keys)).flatMap(({ key, kind, id }) => {
      if (kind !== 'event') return [];
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= MOST ? id : [];
    });
  }

  async #near(rows: readonly Sought[]): Promise<string[]> {
    const spots = rows
      .flatMap(({ point, period }) =>
        point && period.from !== undefined ? spotsAround(period.from, point) : [],
      )
      .filter(({ day, box }) => {
        const key = `${day} ${box.join(' ')}`;
        return !this.#spots.has(key) && this.#spots.add(key);
      });
    const found = await this.#work.onDays('event', spots);
    return lookedAt(found).flatMap(({ id }) => (this.#added.has(id) ? [] : id));
  }
}

/** A draft may have any of its fields missing. */
function knownOf(
  id: EventId,
  { kind, by, period, point, location, title }: Partial<Event>,
): Known | undefined {
  if (kind === undefined) return undefined;
  const own = {
    id,
    kind,
    by: by ?? ('unknown' as const),
    period: period ?? {},
    point: point ?? null,
    location,
  };
  return { ...own, title: title?.en ?? title?.uk ?? '', row: undefined };
}
