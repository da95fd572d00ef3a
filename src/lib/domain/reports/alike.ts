import { fold } from '../places/fold.ts';
import { daysApart } from '../time/period.ts';
import type { Report } from './report.ts';
import { urlKey } from './url-key.ts';

/** What of a report tells whether it is another one entered twice. */
export type ComparableReport = Pick<
  Report,
  'id' | 'title' | 'publisher' | 'published' | 'url' | 'archive_url'
>;

export interface ReportLikeness {
  /** The same page, or a title that is the same or nearly so; `other` where it is neither. */
  readonly why: 'same-url' | 'same-title' | 'near-title' | 'other';
  /** Days between the days on which they can have appeared, 0 where they share one. */
  readonly days: number;
  readonly samePublisher: boolean;
  /** From 0 to 1; a number to sort by, nothing that a person is shown. */
  readonly likeness: number;
}

export interface AlikeReport<T> extends ReportLikeness {
  readonly report: T;
}

const LEAST = 0.6;
/** A report is taken over by others within days. */
const MOST_DAYS = 3;

/** The reports that may be the same as one that is being entered, likest first; never the report itself. */
export function alikeReports<T extends ComparableReport>(
  report: Omit<ComparableReport, 'id'> & { readonly id?: ComparableReport['id'] | undefined },
  candidates: readonly T[],
): AlikeReport<T>[] {
  return candidates
    .filter((candidate) => candidate.id !== report.id)
    .map((candidate) => ({ report: candidate, ...reportLikeness(report, candidate) }))
    .filter(({ why }) => why !== 'other')
    .sort((a, b) => b.likeness - a.likeness || (a.report.id < b.report.id ? -1 : 1));
}

/** How alike two reports are; the same whichever is asked about. */
export function reportLikeness(
  a: Omit<ComparableReport, 'id'>,
  b: Omit<ComparableReport, 'id'>,
): ReportLikeness {
  const days = daysApart(a.published, b.published) ?? 0;
  const samePublisher = fold(a.publisher) === fold(b.publisher);
  const more = { days, samePublisher };
  const keys = new Set(addressesOf(a));
  if (addressesOf(b).some((key) => keys.has(key))) return { why: 'same-url', likeness: 1, ...more };
  const title = days > MOST_DAYS ? 0 : titleLikeness(bareTitle(a), bareTitle(b));
  // Same words on the same day by the same house come first, but stay behind the same page.
  const likeness = title * (1 - 0.05 * days) * (samePublisher ? 0.99 : 0.95);
  if (likeness < LEAST) return { why: 'other', likeness, ...more };
  return { why: title === 1 ? 'same-title' : 'near-title', likeness, ...more };
}

const addressesOf = ({ url, archive_url }: Pick<ComparableReport, 'url' | 'archive_url'>): string[] =>
  [url, archive_url].flatMap((address) => (address ? [urlKey(address)] : []));

/** A title without the name of its site, which pages write after a dash or a bar. */
function bareTitle({ title, publisher }: Pick<ComparableReport, 'title' | 'publisher'>): string {
  const match = /^(.+?)\s+[-–—|:·]\s+([^-–—|]+)$/u.exec(title);
  return match && fold(match[2] ?? '') === fold(publisher) ? (match[1] ?? title) : title;
}

/** Titles as spelled by anyone, in either script, by the threes of letters that they share (Dice). */
export function titleLikeness(a: string, b: string): number {
  const [x, y] = [fold(a), fold(b)];
  if (x === y) return x === '' && a !== b ? 0 : 1;
  const [threes, others] = [threesOf(x), threesOf(y)];
  const shared = [...threes].filter((three) => others.has(three)).length;
  const likeness = (2 * shared) / (threes.size + others.size);
  // A daily report has the same title every day but for its number.
  return numbersOf(x) === numbersOf(y) ? likeness : likeness * 0.6;
}

function threesOf(text: string): Set<string> {
  const padded = `  ${text.replaceAll(' ', '  ')}  `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(' ');
