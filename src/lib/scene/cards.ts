import { reportedFrom } from '#lib/domain/events/dating.ts';
import { EVENT_KINDS, type EventKind } from '#lib/domain/events/terms.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { Evidence } from '#lib/domain/events/evidence.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { cardWords } from '#lib/words/cards.ts';
import { period } from '#lib/words/dates.ts';
import { detailWords, kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import { counted } from '#lib/words/plural.ts';
import {
  claimGroups,
  harmOf,
  type CardHarm,
  type ClaimGroup,
  type HrefOf,
  type Told,
} from './card-claims.ts';
import { compass, coordinatesText } from './card-numbers.ts';
import type { Catalogue } from './catalogue.ts';
import { eventRow, newestFirst, publishedWords, whenInList, type Row } from './rows.ts';

/** What cards are made from. */
export interface CardInput {
  readonly catalogue: Catalogue;
  readonly lang: Lang;
  readonly hrefOf: HrefOf;
}

/** Words with something smaller after them. */
export interface Fact {
  readonly value: string;
  readonly more: string | undefined;
}

export interface EvidenceWords {
  readonly level: Evidence;
  readonly word: string;
  /** What the level means, in one sentence. */
  readonly why: string;
  readonly disputed: boolean;
}

/** Everything that a panel shows of one event. */
export interface EventCard {
  readonly lang: Lang;
  readonly id: string;
  readonly kind: EventKind;
  readonly kindWord: string;
  /** The side that acted, where it is a side of the war. */
  readonly sideWord: string | undefined;
  readonly title: Told;
  readonly note: Told | undefined;
  /** Its period in words; `undated` with the bound that is known. */
  readonly when: Fact;
  readonly dated: boolean;
  /** When its earliest report appeared. */
  readonly reported: string | undefined;
  readonly planned: (Omit<Fact, 'more'> & { readonly note: Told | undefined }) | undefined;
  readonly place: { readonly name: string; readonly href: string; readonly precision: string } | undefined;
  /** Why it stands nowhere on the map. */
  readonly noPoint: string | undefined;
  readonly point: Position | undefined;
  readonly coordinates: string | undefined;
  readonly weapon: string | undefined;
  readonly target: string | undefined;
  readonly heading: Fact | undefined;
  readonly evidence: EvidenceWords;
  readonly claims: readonly ClaimGroup[];
  readonly harm: readonly CardHarm[];
  /** How many reports it rests on, in words. */
  readonly reports: string;
  readonly href: string;
}

/** Everything that a panel shows of one event. */
export function eventCard({ catalogue, lang, hrefOf }: CardInput, event: Event): EventCard {
  const t = pageWords[lang];
  const k = kindWords[lang];
  const { location, point } = event;
  return {
    lang,
    id: event.id,
    kind: event.kind,
    kindWord: k.kind[event.kind],
    sideWord: sideOf(event, lang),
    title: textIn(event.title, lang),
    note: event.note && textIn(event.note, lang),
    when: whenOf(event, lang),
    dated: event.period.from !== undefined,
    reported: reportedWords(event, catalogue, lang),
    planned: event.planned_for && {
      value: period(lang, event.planned_for),
      note: event.planned_note && textIn(event.planned_note, lang),
    },
    place: location && {
      name: catalogue.nameOfPlace(location.place, lang),
      href: hrefOf(`/places/${location.place}`),
      precision: precisionWords(location, lang),
    },
    noPoint: point ? undefined : location ? t.noPoint : t.noPlace,
    point: point ?? undefined,
    coordinates: point ? coordinatesText(point, location?.radius_m ?? 0) : undefined,
    weapon: event.weapon && givenWords(event.weapon, detailWords[lang].weapon, lang),
    target: event.target && givenWords(event.target, detailWords[lang].target, lang),
    heading:
      event.heading === undefined ? undefined : { value: compass(lang, event.heading), more: t.headingNote },
    evidence: evidenceWords(event, catalogue, lang),
    claims: claimGroups(event, catalogue, lang, hrefOf),
    harm: harmOf(event, catalogue, lang, hrefOf),
    reports: reportsWords(event, lang),
    href: hrefOf(`/events/${event.id}`),
  };
}

/** A weapon or a target in words; beside its own heading "weapon not given" need not say weapon again. */
const givenWords = (id: string, words: Readonly<Record<string, string>>, lang: Lang): string =>
  id === 'unknown' ? cardWords[lang].notGiven : (words[id] ?? id);

/** The side that acted, in a word; nothing where it is no side of the war or is not known. */
export const sideOf = (event: Event, lang: Lang): string | undefined =>
  event.by === 'other' || event.by === 'unknown' ? undefined : kindWords[lang].side[event.by];

/** When an event happened: its period, or that it is undated with the latest day that it can mean. */
export function whenOf(event: Event, lang: Lang): Fact {
  if (event.period.from !== undefined) return { value: period(lang, event.period), more: undefined };
  return {
    value: pageWords[lang].undated,
    more: event.period.until ? period(lang, event.period) : undefined,
  };
}

/** When the earliest report of an event appeared; a reported day is never the day on which it happened. */
export function reportedWords(event: Event, catalogue: Catalogue, lang: Lang): string | undefined {
  const from = reportedFrom(event, catalogue.reports);
  const first = event.claims
    .map((c) => catalogue.reports.get(c.citation.report))
    .find((r) => r?.published.from === from);
  return first && publishedWords(first.published, lang);
}

/** How exact a place is: "somewhere in the settlement; true to about 12 km". */
export function precisionWords(location: NonNullable<Event['location']>, lang: Lang): string {
  const t = pageWords[lang];
  const km = location.radius_m ? t.within(t.kilometres(Math.round(location.radius_m / 100) / 10)) : '';
  return [kindWords[lang].precision[location.precision], km].filter(Boolean).join('; ');
}

export function evidenceWords(event: Event, catalogue: Catalogue, lang: Lang): EvidenceWords {
  const k = kindWords[lang];
  const { level, disputed } = catalogue.evidence(event);
  return { level, word: k.evidence[level], why: detailWords[lang].evidenceWhy[level], disputed };
}

const reportsWords = (event: Event, lang: Lang): string =>
  cardWords[lang].reports(new Set(event.claims.map((c) => c.citation.report)).size);

/** What hovering over a mark or focusing it tells: one event, or several that stand together. */
export interface ShortCard {
  /** A kind of event; undefined where several kinds stand together. */
  readonly kind: EventKind | undefined;
  readonly evidence: Evidence | undefined;
  readonly disputed: boolean;
  /** When · where · kind, side. */
  readonly meta: string;
  readonly title: Told;
  /** Level of evidence · disputed · reports. */
  readonly sure: string;
  /** How exact the place is. */
  readonly precision: string | undefined;
}

/** The few words of one event that a pointer shows. */
export function shortCard({ catalogue, lang }: Omit<CardInput, 'hrefOf'>, event: Event): ShortCard {
  const k = kindWords[lang];
  const evidence = evidenceWords(event, catalogue, lang);
  return {
    kind: event.kind,
    evidence: evidence.level,
    disputed: evidence.disputed,
    meta: [
      whenInList(event, lang),
      event.location && catalogue.nameOfPlace(event.location.place, lang),
      [k.kind[event.kind], sideOf(event, lang)].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join(' · '),
    title: textIn(event.title, lang),
    sure: [evidence.word, evidence.disputed ? k.disputed : '', reportsWords(event, lang)]
      .filter(Boolean)
      .join(' · '),
    precision: event.location && precisionWords(event.location, lang),
  };
}

/** The few words that a pointer shows: of the one event, or how many of which kinds stand together. */
export function shortCardOf(
  input: Omit<CardInput, 'hrefOf'>,
  events: readonly Event[],
): ShortCard | undefined {
  const { lang, catalogue } = input;
  const [first] = events;
  if (!first) return undefined;
  if (events.length === 1) return shortCard(input, first);
  const kinds = EVENT_KINDS.map((kind) => ({ kind, n: events.filter((e) => e.kind === kind).length }));
  const places = events.flatMap((e) => (e.location ? catalogue.nameOfPlace(e.location.place, lang) : []));
  return {
    kind: events.every((e) => e.kind === first.kind) ? first.kind : undefined,
    evidence: undefined,
    disputed: false,
    meta: someNames(places),
    title: { text: cardWords[lang].eventsHere(events.length), lang },
    sure: kinds
      .filter(({ n }) => n > 0)
      .map(({ kind, n }) => counted(lang, n, kindWords[lang].counted[kind]))
      .join(' · '),
    precision: undefined,
  };
}

/** At most three names, each once. */
function someNames(all: readonly string[]): string {
  const names = [...new Set(all)];
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '');
}

/** Several events that a map cannot tell apart, as a list to choose from. */
export interface GroupCard {
  readonly lang: Lang;
  readonly title: string;
  /** Names of their places. */
  readonly where: string;
  readonly rows: readonly (Row & { readonly href: string })[];
}

/** Several events that stand at one point, newest first. */
export function groupCard({ catalogue, lang, hrefOf }: CardInput, events: readonly Event[]): GroupCard {
  const rows = events.map((e) =>
    eventRow(e, e.period.from === undefined ? 'undated' : 'dated', catalogue, lang),
  );
  return {
    lang,
    title: cardWords[lang].eventsHere(events.length),
    where: someNames(rows.flatMap((r) => r.where ?? [])),
    rows: rows.sort(newestFirst).map((row) => ({ ...row, href: hrefOf(row.path) })),
  };
}
