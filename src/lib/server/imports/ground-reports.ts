import { faultsOf, type Unfinished } from '#lib/domain/desk/faults.ts';
import { urlKey } from '#lib/domain/reports/url-key.ts';
import type { VerdictFault } from '#lib/formats/control/ground.ts';
import type { Store } from '../store/store.ts';

/** Reports that ground may cite, found by their id or their link. */
export class CitedReports {
  readonly #byId = new Map<string, Unfinished>();
  readonly #byLink = new Map<string, string>();
  readonly #faults = new Map<string, VerdictFault | undefined>();

  static async of(store: Store): Promise<CitedReports> {
    const all = new CitedReports();
    for (const { payload, retracted } of await store.desk.all('report')) {
      if (retracted) continue;
      const { id, url, archive_url } = payload as Partial<typeof payload> & { id: string };
      all.#byId.set(id, payload as unknown as Unfinished);
      for (const link of [url, archive_url])
        if (typeof link === 'string' && link !== '') all.#byLink.set(urlKey(link), id);
    }
    return all;
  }

  /** The report that a property names. */
  find(value: string): string | undefined {
    const own = value.trim();
    return this.#byId.has(own) ? own : this.#byLink.get(urlKey(own));
  }

  /** Why a report cannot carry ground. */
  faultOf(id: string): VerdictFault | undefined {
    if (!this.#faults.has(id)) this.#faults.set(id, this.#judged(id));
    return this.#faults.get(id);
  }

  #judged(id: string): VerdictFault | undefined {
    const report = this.#byId.get(id);
    if (!report) return { code: 'unknown-report', value: id.slice(0, 80) };
    const title = typeof report['title'] === 'string' ? report['title'].slice(0, 80) : id;
    // A map alone is evidence of nothing.
    if (report['kind'] === 'map') return { code: 'report-map', title };
    return faultsOf('report', report).length > 0 ? { code: 'report-unfinished', title } : undefined;
  }
}
