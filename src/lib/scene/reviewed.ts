import { lastReviews, REVIEW_CLASSES, reviewAge, reviewAt } from '#lib/domain/control/reviewed.ts';
import type { Review } from '#lib/domain/control/review.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { variable, type Paint } from '#lib/look/palette.ts';
import { reviewSwatch } from '#lib/look/review-hatch.ts';
import { reviewedWords } from '#lib/words/reviewed.ts';
import type { DrawnEntry } from './legend.ts';
import type { Told } from './card-claims.ts';

/** The legend of ground by how long ago it was looked at: the classes that there are, and what is left bare. */
export function reviewedLegend(reviews: readonly Review[], d: Day, lang: Lang): DrawnEntry[] {
  const ages = new Set(lastReviews(reviews, d).map((r) => reviewAge(r.day, d)));
  const entry = (age: (typeof REVIEW_CLASSES)[number] | undefined): DrawnEntry => ({
    key: `reviewed-${age ?? 'none'}`,
    words: reviewedWords[lang].legend(age),
    draw: (paint: Paint = variable, place) => reviewSwatch(age, paint, place),
  });
  return [...REVIEW_CLASSES.filter((age) => ages.has(age)).map(entry), entry(undefined)];
}

/** What was looked at when, in words: what the shades on the map say, for everybody. */
export interface ReviewedRow {
  readonly key: string;
  readonly title: Told;
  readonly when: string;
  readonly note: Told | undefined;
  readonly by: string | undefined;
}

export const reviewedRows = (reviews: readonly Review[], d: Day, lang: Lang): ReviewedRow[] =>
  lastReviews(reviews, d).map((r) => ({
    key: r.id,
    title: textIn(r.title, lang),
    when: reviewedWords[lang].when(r.day, d),
    note: r.note && textIn(r.note, lang),
    by: r.reviewer === undefined ? undefined : reviewedWords[lang].by(r.reviewer),
  }));

/** When the line at a point was last looked at: its day, where it is recorded. */
export const reviewedHere = (
  reviews: readonly Review[],
  point: Position,
  oblast: string | null | undefined,
  d: Day,
): Day | undefined => reviewAt(reviews, point, oblast ?? undefined, d)?.day;
