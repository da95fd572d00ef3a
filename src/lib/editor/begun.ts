import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Sentence } from './sentences.ts';
import { quotationOf } from './sentences.ts';

/** As much of a report as an event that is drawn from it takes over. */
interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly paragraph: { readonly en: string; readonly uk: string };
}

/**
 * An event as it begins from words of a report: it cites them, and its publisher reports it. Place and day are not
 * filled in: they are offered beside it.
 */
export const begunFrom = (id: string, source: Source, words: Sentence): Unfinished => ({
  id,
  claims: [
    {
      aspect: 'occurred',
      says: 'reports',
      ...(source.publisher ? { speaker: { name: { en: source.publisher } } } : {}),
      citation: { report: source.id, locator: source.paragraph, quotation: quotationOf(words.text) },
    },
  ],
});

/** One more like it: the same sources, day, place and kind; another event, with its own words. */
export function anotherLike(id: string, event: Unfinished): Unfinished {
  const { title: _title, note: _note, harm: _harm, ...rest } = event;
  const claims = (Array.isArray(rest['claims']) ? rest['claims'] : []) as Record<string, unknown>[];
  return { ...rest, id, claims: claims.map(({ text: _, ...claim }) => claim) };
}

/** The claims of a draft put on top of those of a known event, each once. */
export function citedIn(known: Unfinished, draft: Unfinished): Unfinished {
  const of = (item: Unfinished): unknown[] =>
    Array.isArray(item['claims']) ? (item['claims'] as unknown[]) : [];
  const there = new Set(of(known).map((claim) => JSON.stringify(claim)));
  const added = of(draft).filter((claim) => !there.has(JSON.stringify(claim)));
  return { ...known, claims: [...of(known), ...added] };
}
