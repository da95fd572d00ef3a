import type { Statement } from '#lib/domain/control/statement.ts';
import { inRings, ringsOf } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { longDay } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import { roughKm } from './card-numbers.ts';
import type { Control } from './control.ts';

/** What is asked of control, and in which language. */
export interface StatusInput {
  readonly control: Control;
  readonly lang: Lang;
}

/** Where no ledger reaches: in Ukraine the ground is in no ledger of what Russia holds, elsewhere none is kept. */
export const unheldWords = (country: string | undefined, lang: Lang): string =>
  country === 'UA' ? pageWords[lang].heldUkraine : pageWords[lang].heldNone;

/**
 * The status of a point on a day in words: every ledger that reaches it.
 *
 * @param unheld what is said where none does
 */
export function statusOn({ control, lang }: StatusInput, point: Position, d: Day, unheld: string): string {
  const t = pageWords[lang];
  const k = kindWords[lang];
  const words = control.holders(point, d).map(({ holder, basis }) => {
    const ledger = control.ledgers.find((l) => l.holder === holder && l.basis === basis);
    if (basis === 'contested') return t.heldContested;
    return ledger ? textIn(ledger.name, lang).text : t.heldBy(k.holder[holder], k.basis[basis]);
  });
  return words.length > 0 ? [...new Set(words)].join('; ') : unheld;
}

/** Days through which the status of a point stayed the same. */
export interface Stretch {
  readonly from: Day;
  readonly status: string;
  /** It begins as the ledgers open. */
  readonly opening: boolean;
  /** The statements of its first day that are about the point. */
  readonly because: readonly Statement[];
}

/**
 * Who held a point when: the days on which its status changed, oldest first, with the statements behind each.
 *
 * @param place statements that name it count as well, also where their ground leaves the point out
 */
export function stretchesAt(input: StatusInput, point: Position, unheld: string, place?: PlaceId): Stretch[] {
  const { history, opens } = input.control;
  if (!opens) return [];
  // Only days on which the point itself turned, or a statement names the place, can tell anything new.
  const turns = history.ledgers.flatMap(({ reader }) => reader.turnsAt(point).map((t) => t.day));
  const days = [...new Set([opens, ...turns])].sort();
  const stretches: Stretch[] = [];
  for (const from of days) {
    const status = statusOn(input, point, from, unheld);
    if (stretches.at(-1)?.status === status) continue;
    const because = history.ledgers
      .flatMap(({ reader, by }) => {
        const index = reader.indexOn(from);
        return index >= 0 && reader.dayOf(index) === from ? (by[index] ?? []) : [];
      })
      .filter(
        (s) =>
          s.extent === 'snapshot' || (place && s.places.includes(place)) || inRings(point, ringsOf(s.area)),
      );
    stretches.push({ from, status, opening: from === opens, because });
  }
  return stretches;
}

/** The distance from a point to the front on a day, no finer than the line is true. */
export function distanceWords({ control, lang }: StatusInput, point: Position, d: Day): string {
  const t = pageWords[lang];
  const metres = control.distanceToFront(point, d);
  if (metres === undefined) return t.noFront;
  const resolution = roughKm(lang, control.resolution_m);
  if (metres < control.resolution_m) return t.distanceNear(resolution, longDay(lang, d));
  return t.distanceIs(roughKm(lang, metres), longDay(lang, d), resolution);
}
