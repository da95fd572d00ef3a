import type { Basis, Statement } from '#lib/domain/control/statement.ts';
import type { Claim } from '#lib/domain/events/claim.ts';
import type { Standing } from '#lib/domain/events/dating.ts';
import { EVENT_KINDS, SIDES } from '#lib/domain/events/terms.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { inRings, ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { distance, distanceToSegment, type Position } from '#lib/domain/geometry/sphere.ts';
import type { PlaceId, PlaceKind } from '#lib/domain/places/place.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { cardWords, spanInText, type CountedKind } from '#lib/words/cards.ts';
import { shortDay } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { awayWords } from './card-numbers.ts';
import type { Catalogue } from './catalogue.ts';
import type { Control } from './control.ts';
import { earliestReport, isBefore, windowOf } from './lists.ts';
import { eventRow, eventsInWindow, flipRow, newestFirst, tellingClaims, type Row } from './rows.ts';

export interface NearInput {
  readonly catalogue: Catalogue;
  readonly control: Control;
  readonly lang: Lang;
}

/** A place around which is asked; what is not known of it is left out. */
export interface NearPlace {
  readonly id?: string | undefined;
  readonly point: Position;
  readonly kind?: PlaceKind | undefined;
  readonly country?: string | undefined;
  /** ISO 3166-2 code. */
  readonly oblast?: string | null | undefined;
}

/** A row with how far from the place it is. */
export interface NearRow extends Row {
  /** Metres from the place to the event's point, or to the ground that changed hands; 0 inside of it. */
  readonly metres: number;
  /** "about 6 km east", or "here"; nothing where only a whole region is known. */
  readonly away: string | undefined;
  /** Of ground that only one of these is said of, and that no line goes around. */
  readonly ground?: Exclude<Basis, 'assessed' | 'pre-2022'> | undefined;
}

/** What is known around a place in a window of days. */
export interface Nearby {
  /** One sentence, true to the data. */
  readonly sentence: string;
  /** Newest first; what has no day comes last. */
  readonly rows: readonly NearRow[];
}

/** How far around a place is asked, in metres. */
export const NEAR_M = 15_000;

/**
 * What is known within some kilometres of a place in a window of days, and who says so. For a region or a country it
 * is what is known in it.
 */
export function placeSentence(
  { catalogue, control, lang }: NearInput,
  place: NearPlace,
  day: Day,
  window: number | 'all',
  radius_m: number = NEAR_M,
): Nearby {
  const period = windowOf(day, window);
  const before = period === 'all' ? (control.opens ?? day) : addDays(period.from, -1);
  const isArea = place.kind === 'oblast' || place.kind === 'country';
  const flips = (before < day ? control.flips(before, day) : []).flatMap((flip) => {
    const metres = isArea
      ? metresToArea(catalogue.told(flip.statement).places, place, catalogue)
      : metresTo(flip.patch, place.point);
    return metres <= radius_m ? [{ flip, metres }] : [];
  });
  // What is fought over, entered or claimed changes no line, but "nothing is recorded" would be untrue beside it.
  const told = control.statements.flatMap((statement) => {
    if (statement.basis === 'assessed' || statement.opening || statement.day <= before || statement.day > day)
      return [];
    const ground = ringsOf(statement.area);
    const metres = isArea ? metresToArea(statement.places, place, catalogue) : metresTo(ground, place.point);
    return metres <= radius_m ? [{ statement, ground, metres }] : [];
  });
  const events = eventsInWindow(catalogue, period).flatMap(({ event, standing }) => {
    if (period === 'all' && !isBefore(event, day)) return [];
    const metres = metresToEvent(event, place, isArea, catalogue);
    return metres <= radius_m ? [{ event, standing, metres }] : [];
  });
  const rows: NearRow[] = [
    ...flips.map(({ flip, metres }) => ({
      ...flipRow(flip, catalogue, lang),
      metres,
      away: isArea ? undefined : awayToGround(flip.patch, place.point, metres, lang),
    })),
    ...told.map(({ statement, ground, metres }) => ({
      ...statementRow(statement, catalogue, lang),
      ground: groundOf(statement.basis),
      metres,
      away: isArea ? undefined : awayToGround(ground, place.point, metres, lang),
    })),
    ...events.map(({ event, standing, metres }) => ({
      ...eventRow(event, standing, catalogue, lang),
      metres,
      away: isArea || !event.point ? undefined : awayWords(lang, place.point, event.point),
    })),
  ].sort(newestFirst);
  const standingAs = (which: Standing): Event[] =>
    events.filter((e) => e.standing === which).map((e) => e.event);
  const undated = standingAs('undated');
  const sentence = cardWords[lang].sentence({
    window,
    day,
    around: isArea ? (place.kind === 'oblast' ? 'oblast' : 'country') : Math.round(radius_m / 1000),
    moved: flips.map(({ flip }) => flip.day).sort(),
    told: told.map(({ statement }) => ({ title: textIn(statement.title, lang).text, day: statement.day })),
    dated: countKinds(standingAs('dated'), catalogue, lang),
    touching: countKinds(standingAs('touches'), catalogue, lang),
    undated: countKinds(undated, catalogue, lang),
    reported: earliestReport(undated, catalogue),
    speakers: speakersOf(
      rows,
      [...flips.map((f) => f.flip.statement), ...told.map((s) => s.statement)],
      catalogue,
      lang,
    ),
    reviewed: control.lastReviewed,
  });
  return { sentence, rows };
}

/** Whether a place lies in a region or country, or is it. */
function inArea(catalogue: Catalogue, id: PlaceId, area: NearPlace): boolean {
  if (id === area.id) return true;
  const place = catalogue.place(id);
  if (!place) return false;
  return area.kind === 'oblast'
    ? place.oblast !== null && place.oblast === area.oblast
    : place.country === area.country;
}

const groundOf = (basis: Basis): NearRow['ground'] =>
  basis === 'assessed' || basis === 'pre-2022' ? undefined : basis;

const metresToArea = (places: readonly PlaceId[], area: NearPlace, catalogue: Catalogue): number =>
  places.some((id) => inArea(catalogue, id, area)) ? 0 : Infinity;

/** A statement that changes no line, as a row: its day and on which basis it is said. */
function statementRow(statement: Statement, catalogue: Catalogue, lang: Lang): Row {
  const basis = kindWords[lang].basis[statement.basis];
  const row = flipRow({ day: statement.day, statement }, catalogue, lang);
  return { ...row, when: `${shortDay(lang, statement.day)} · ${basis}` };
}

/** Metres from a place to an event; 0 where the event names the place itself, Infinity where it has no point. */
function metresToEvent(event: Event, place: NearPlace, isArea: boolean, catalogue: Catalogue): number {
  if (event.location && event.location.place === place.id) return 0;
  if (isArea) return event.location && inArea(catalogue, event.location.place, place) ? 0 : Infinity;
  return event.point ? distance(place.point, event.point) : Infinity;
}

/** The nearest corner or edge of ground, in metres; 0 inside of it. */
export function metresTo(ground: Rings, p: Position): number {
  if (inRings(p, ground)) return 0;
  let least = Infinity;
  for (const ring of ground) {
    for (let i = 1; i < ring.length; i += 1) {
      least = Math.min(least, distanceToSegment(p, ring[i - 1] as Position, ring[i] as Position));
    }
  }
  return least;
}

/** Where ground lies as seen from a place: by its nearest corner, which at these distances is near enough. */
function awayToGround(ground: Rings, from: Position, metres: number, lang: Lang): string {
  if (metres === 0) return cardWords[lang].here;
  let nearest: Position | undefined;
  let least = Infinity;
  for (const corner of ground.flat()) {
    const d = distance(from, corner);
    if (d < least) [least, nearest] = [d, corner];
  }
  return nearest ? awayWords(lang, from, nearest) : cardWords[lang].here;
}

/** Events counted by kind and side, with their days and how many of them are only claimed. */
function countKinds(events: readonly Event[], catalogue: Catalogue, lang: Lang): CountedKind[] {
  const sorts = EVENT_KINDS.flatMap((kind) => SIDES.map((by) => ({ kind, by })));
  return sorts.flatMap(({ kind, by }) => {
    const own = events
      .filter((e) => e.kind === kind && e.by === by)
      .sort((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? -1 : 1));
    if (own.length === 0) return [];
    const when = own.flatMap(({ period: { from, until } }) =>
      from === undefined || until === undefined ? [] : [spanInText(lang, from, until)],
    );
    return [
      {
        kind,
        by,
        count: own.length,
        claimed: own.filter((e) => catalogue.evidence(e).level === 'claimed').length,
        when: [...new Set(when)],
      },
    ];
  });
}

/** Everyone who says any of the rows, once, in the order of the rows. */
function speakersOf(
  rows: readonly Row[],
  statements: readonly Statement[],
  catalogue: Catalogue,
  lang: Lang,
): readonly string[] {
  const byId = new Map(statements.map((s) => [s.id as string, s]));
  const names = rows.flatMap(({ key }) => {
    const statement = byId.get(key);
    if (statement)
      return statement.citations.flatMap((c) => catalogue.reports.get(c.report)?.publisher ?? []);
    const event = catalogue.event(key);
    return event ? tellingClaims(event).map((c) => shortSpeaker(c, catalogue, lang)) : [];
  });
  return [...new Set(names)];
}

/** "ISW via JadeTimes": in a sentence a name that says its abbreviation goes by it. */
function shortSpeaker(claim: Claim, catalogue: Catalogue, lang: Lang): string {
  const name = textIn(claim.speaker.name, lang).text;
  const short = /\((\p{Lu}{2,6})\)$/u.exec(name)?.[1] ?? name;
  const publisher = catalogue.reports.get(claim.via ?? claim.citation.report)?.publisher;
  return !publisher || publisher === name || publisher === claim.speaker.name.en
    ? short
    : cardWords[lang].via(short, publisher);
}
