import { createHash } from 'node:crypto';
import type { Claim } from '#lib/domain/events/claim.ts';
import { idOf } from '#lib/domain/id.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import { urlKey } from '#lib/domain/reports/url-key.ts';
import type { EventMapping, EventRow } from '#lib/formats/events/index.ts';

/** An id that the same words give every time, and that tells nothing of them. */
export const idFrom = (prefix: string, words: string): string =>
  idOf(prefix, createHash('sha256').update(`salient import ${prefix} ${words}`).digest());

const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** The reports that events cite: the one of the import, and where the mapping wants it one for every link. */
export class Cited {
  readonly #given: Report;
  readonly #mapping: EventMapping;
  readonly #byLink = new Map<string, ReportId>();
  readonly #ids = new Set<string>();

  constructor(given: Report, mapping: EventMapping) {
    this.#given = given;
    this.#mapping = mapping;
  }

  /** Reports of the store: a link that one of them has is cited as that. */
  know(known: Iterable<Partial<Report>>): void {
    for (const { id, url, archive_url } of known) {
      if (id === undefined) continue;
      this.#ids.add(id);
      for (const link of [url, archive_url])
        if (typeof link === 'string' && link !== '') this.#byLink.set(urlKey(link), id);
    }
  }

  /** The report that is made of a link, where none has it. */
  static reportId = (link: string): ReportId => idFrom('r', urlKey(link)) as ReportId;

  /** The report of a link, and what has to be written where it is new. */
  #reportOf(link: string, row: EventRow): { id: ReportId; draft?: Partial<Report> } {
    const key = urlKey(link);
    const known = this.#byLink.get(key);
    if (known) return { id: known };
    const id = Cited.reportId(link);
    this.#byLink.set(key, id);
    if (this.#ids.has(id)) return { id };
    const draft: Partial<Report> = {
      id,
      title: short(key, 160),
      publisher: row.publisher || new URL(link).hostname.replace(/^www\./, ''),
      ...(row.reported ? { published: row.reported } : {}),
      url: link,
      ...(this.#mapping.language ? { language: this.#mapping.language } : {}),
      kind: 'statement',
    };
    return { id, draft };
  }

  /** What is claimed of an event, and the drafts of reports that come with it. */
  claimsOf(row: EventRow, number: number): { claims: Claim[]; reports: Partial<Report>[] } {
    const given = this.#given;
    const reports: Partial<Report>[] = [];
    const text = row.claim || row.event.title.en || row.event.title.uk || '';
    const name = row.speaker || row.publisher || given.publisher;
    const speaker = { name: { en: name }, ...(row.party ? { party: row.party } : {}) };
    const cite = (link: string, quotation: string): Pick<Claim, 'citation' | 'via'> => {
      const quoted = quotation ? { quotation } : {};
      if (link === '' || this.#mapping.cites !== 'link') {
        const at = `row ${number}${link ? `, ${link}` : ''}`;
        return { citation: { report: given.id, locator: { en: at }, ...quoted } };
      }
      const { id, draft } = this.#reportOf(link, row);
      if (draft) reports.push(draft);
      // We know of it through the collection that the rows come from.
      return { citation: { report: id, ...quoted }, ...(id === given.id ? {} : { via: given.id }) };
    };
    const { says } = row;
    const claims: Claim[] = [
      { aspect: 'occurred', says, speaker, text: { en: text }, ...cite(row.link, row.quotation) },
    ];
    if (row.geolocation !== '')
      claims.push({
        aspect: 'location',
        says: 'reports',
        speaker: { name: { en: given.publisher } },
        text: { en: text },
        geolocation: true,
        ...cite(row.geolocation, ''),
      });
    return { claims, reports };
  }
}
