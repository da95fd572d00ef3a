import type { FileFault, Left, Refused, RowFault, Unknown, Unlocated } from '#lib/formats/events/index.ts';
import type { AlikeRow, EventsOutcome, PreviewRow } from '#lib/formats/events/outcome.ts';

/** Things that are told one by one; the rest is counted. */
const MOST = 100;
const MOST_UNKNOWN = 5000;

const more = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
const byCount = <T>(counts: ReadonlyMap<T, number>): [T, number][] => [...counts].sort((a, b) => b[1] - a[1]);

/** Counts what becomes of rows, with as many of them by name as somebody reads. */
export class EventsTally {
  rows = 0;
  accepted = 0;
  skipped = 0;
  known = 0;
  reports = 0;
  #refused = new Map<RowFault['code'], number>();
  #refusedRows: Refused[] = [];
  #twice = 0;
  #twiceRows: { row: number; first: number }[] = [];
  #alike = 0;
  #alikeLeft = 0;
  #alikeRows: AlikeRow[] = [];
  #unlocated = 0;
  #names = new Map<string, { at: Unlocated; rows: number }>();
  #unknown = new Map<string, Unknown & { rows: number }>();
  #left = new Map<Left, number>();
  #preview: PreviewRow[] = [];

  refuse(refused: Refused): void {
    more(this.#refused, refused.fault.code);
    if (this.#refusedRows.length < MOST) this.#refusedRows.push(refused);
  }

  sawTwice(row: number, first: number): void {
    this.#twice += 1;
    if (this.#twiceRows.length < MOST) this.#twiceRows.push({ row, first });
  }

  sawAlike(row: AlikeRow, left: boolean): void {
    this.#alike += 1;
    if (left) this.#alikeLeft += 1;
    if (this.#alikeRows.length < MOST) this.#alikeRows.push(row);
  }

  unlocated(at: Unlocated): void {
    this.#unlocated += 1;
    const key = `${at.why} ${at.name}`;
    const known = this.#names.get(key);
    if (known) known.rows += 1;
    else if (this.#names.size < MOST_UNKNOWN) this.#names.set(key, { at, rows: 1 });
  }

  sawUnknown(unknown: readonly Unknown[]): void {
    for (const { field, value } of unknown) {
      const key = `${field} ${value}`;
      const known = this.#unknown.get(key);
      if (known) known.rows += 1;
      else if (this.#unknown.size < MOST_UNKNOWN) this.#unknown.set(key, { field, value, rows: 1 });
    }
  }

  /** Others brought these in while the file was read: they are known, and nothing was added. */
  cameFirst(left: readonly { readonly kind: string }[]): void {
    const events = left.filter(({ kind }) => kind === 'event').length;
    this.accepted -= events;
    this.known += events;
    this.reports -= left.length - events;
  }

  left(what: readonly Left[]): void {
    for (const one of what) more(this.#left, one);
  }

  show(row: PreviewRow): void {
    if (this.#preview.length < 12) this.#preview.push(row);
  }

  report(fault: FileFault | undefined, written: boolean): EventsOutcome {
    const refusedBy = byCount(this.#refused).map(([code, count]) => ({ code, count }));
    return {
      fault,
      rows: this.rows,
      accepted: this.accepted,
      refused: refusedBy.reduce((sum, { count }) => sum + count, 0),
      refusedBy,
      refusedRows: this.#refusedRows,
      skipped: this.skipped,
      twice: this.#twice,
      twiceRows: this.#twiceRows,
      known: this.known,
      alike: this.#alike,
      alikeRows: this.#alikeRows,
      alikeLeft: this.#alikeLeft,
      unlocated: this.#unlocated,
      unlocatedNames: [...this.#names.values()]
        .map(({ at, rows }) => ({ ...at, rows }))
        .sort((a, b) => b.rows - a.rows)
        .slice(0, MOST),
      unknown: [...this.#unknown.values()].sort((a, b) => b.rows - a.rows).slice(0, 2 * MOST),
      left: byCount(this.#left).map(([what, count]) => ({ what, count })),
      reports: this.reports,
      preview: this.#preview,
      written,
    };
  }
}
