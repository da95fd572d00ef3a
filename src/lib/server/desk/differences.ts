import { difference } from '#lib/domain/history/difference.ts';
import { dotted } from '#lib/domain/history/merge.ts';
import type { Lang } from '#lib/domain/text.ts';
import { fieldText, valueText } from '#lib/words/fields.ts';

/** A difference as somebody reads it. */
export interface Told {
  readonly key: string;
  readonly field: string;
  /** Undefined where there was nothing to compare with. */
  readonly was: string | undefined;
  readonly is: string;
}

/** What differs between two payloads, in words; of what is new, what it says. */
export const differencesIn = (
  lang: Lang,
  was: { readonly id: string } | undefined,
  is: { readonly id: string },
): Told[] =>
  difference(was ?? bare(is), is).map((d) => ({
    key: dotted(d.path),
    field: fieldText(lang, d.path),
    was: was && valueText(lang, d.path, d.was),
    is: valueText(lang, d.path, d.is),
  }));

/** The same with nothing in its texts and lists, so that what is new is told part by part. */
const bare = (is: object): object =>
  Object.fromEntries(
    Object.entries(is).flatMap(([key, value]: [string, unknown]) => {
      if (key === 'id') return [[key, value]];
      if (typeof value !== 'object' || value === null) return [];
      return [[key, Array.isArray(value) ? [] : {}]];
    }),
  );
