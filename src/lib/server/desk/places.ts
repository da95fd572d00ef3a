import * as v from 'valibot';
import { parse } from '#lib/domain/parse.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { PlaceId, Place } from '#lib/domain/places/place.ts';
import { nameOf } from '#lib/domain/places/place.ts';
import { placeIndex, placesInText, type PlaceIndex } from '#lib/domain/places/in-text.ts';
import type { Lang } from '#lib/domain/text.ts';
import { boundedPeriodSchema, type BoundedPeriod, type Period } from '#lib/domain/time/period.ts';
import { saidDays } from '#lib/domain/time/said-days.ts';
import type { PlaceChoice } from '#lib/ui/desk/place-choice.ts';
import { aboutPlace, hitsOf } from '../api/find.ts';
import { bounded } from '../editions/bounded.ts';
import type { Asked } from '../pages/asked.ts';

const choiceOf = (place: Place, lang: Lang, about: string): PlaceChoice => ({
  id: place.id,
  name: nameOf(place, lang),
  about,
  point: place.point,
  kind: place.kind,
  country: place.country,
});

/** At most so many places are offered as one types. */
const OFFERED = 8;

/** Published places of a name, in any spelling; none is ever chosen by itself. */
export async function findPlaces(asked: Asked, query: string): Promise<PlaceChoice[]> {
  const { places } = await hitsOf(asked, query, { places: OFFERED, events: 0, reports: 0 });
  return places.map(({ place, about }) => choiceOf(place, asked.lang, about));
}

/** Places by their ids, for fields that hold one. */
export const placesById = ({ catalogue, lang }: Asked, ids: readonly string[]): PlaceChoice[] =>
  ids.flatMap((id) => {
    const place = catalogue.place(id as PlaceId);
    return place ? [choiceOf(place, lang, aboutPlace(place, lang))] : [];
  });

/** What words suggest, with where in them it stands. */
export interface Suggestions {
  readonly places: readonly {
    readonly from: number;
    readonly to: number;
    readonly choices: readonly PlaceChoice[];
  }[];
  readonly days: readonly { readonly from: number; readonly to: number; readonly period: Period }[];
}

const indexes = bounded<Promise<PlaceIndex>>(2);
/** So much of a text is read at once. */
const MOST_LETTERS = 4000;
const MOST_CHOICES = 4;

/** Places and days that words name, to be taken or left by an editor: nothing is filled in by them. */
async function suggestFrom(
  asked: Asked,
  words: string,
  published: BoundedPeriod | undefined,
): Promise<Suggestions> {
  const { reader, lang } = asked;
  const index = await indexes(reader.edition.digest, async () => placeIndex(await reader.places()));
  const text = words.slice(0, MOST_LETTERS);
  return {
    places: placesInText(text, index).map(({ from, to, meant }) => ({
      from,
      to,
      choices: meant
        .slice(0, MOST_CHOICES)
        .map(({ place }) => choiceOf(place, lang, aboutPlace(place, lang))),
    })),
    days: published ? saidDays(text, published).map(({ from, to, period }) => ({ from, to, period })) : [],
  };
}

const suggestSchema = v.strictObject({
  words: v.pipe(v.string(), v.maxLength(100_000, 'are too many words; select a sentence')),
  /** As a draft has it: of any shape, or none. */
  published: v.optional(v.unknown()),
});

/** What the words of a request suggest. */
export async function suggestionsFor(asked: Asked, body: unknown): Promise<Result<Suggestions>> {
  const read = parse(suggestSchema, body);
  if (!read.ok) return read;
  const published = v.safeParse(boundedPeriodSchema, read.value.published);
  return ok(await suggestFrom(asked, read.value.words, published.success ? published.output : undefined));
}
