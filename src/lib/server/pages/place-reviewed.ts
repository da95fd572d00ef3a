import { reviewAt } from '#lib/domain/control/reviewed.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { textIn } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { longDay } from '#lib/words/dates.ts';
import { placeWords } from '#lib/words/place.ts';
import { reviewedWords } from '#lib/words/reviewed.ts';
import type { Asked } from './asked.ts';

/** When the line where a place lies was last looked at, up to a day; undefined where none has recorded it. */
export async function reviewedThere(place: Place, { lang, reader }: Asked, d: Day | undefined) {
  if (d === undefined || place.kind === 'country') return undefined;
  const all = await reader.reviews();
  // Of an oblast only what was looked at as a whole: a sector is a part of it.
  const of = place.kind === 'oblast' ? all.filter((r) => r.area === undefined) : all;
  const review = reviewAt(of, place.point, place.oblast ?? undefined, d);
  if (!review) return undefined;
  const { day, title, reviewer, note } = review;
  return {
    term: placeWords[lang].reviewed,
    text: placeWords[lang].unchanged(longDay(lang, day)),
    where: textIn(title, lang),
    by: reviewer === undefined ? undefined : reviewedWords[lang].by(reviewer),
    note: note && textIn(note, lang),
  };
}
