import type { Flip } from '#lib/domain/control/flips.ts';
import type { Claim } from '#lib/domain/events/claim.ts';
import { standing, type Standing } from '#lib/domain/events/dating.ts';
import type { Event, EventKind } from '#lib/domain/events/event.ts';
import type { Evidence } from '#lib/domain/events/evidence.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { BoundedPeriod } from '#lib/domain/time/period.ts';
import { mediumDay, period, shortDay } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Catalogue } from './catalogue.ts';

/** One line of a list: day · what · where · who says. */
export interface Row {
  readonly key: string;
  readonly type: 'flip' | 'event';
  readonly kind: EventKind | undefined;
  readonly evidence: Evidence | undefined;
  readonly disputed: boolean;
  /** Path of its page, without language. */
  readonly path: string;
  readonly when: string;
  readonly where: string | undefined;
  readonly title: string;
  readonly titleLang: Lang;
  readonly who: string;
  readonly standing: Standing;
  /** By which rows are sorted, newest first; undated ones have none and come last. */
  readonly sort: Day | undefined;
}

export function eventRow(event: Event, standingNow: Standing, catalogue: Catalogue, lang: Lang): Row {
  const { text, lang: titleLang } = textIn(event.title, lang);
  const evidence = catalogue.evidence(event);
  return {
    key: event.id,
    type: 'event',
    kind: event.kind,
    evidence: evidence.level,
    disputed: evidence.disputed,
    path: `/events/${event.id}`,
    when: whenInList(event, lang),
    where: event.location && catalogue.nameOfPlace(event.location.place, lang),
    title: text,
    titleLang,
    who: whoSays(event, catalogue, lang),
    standing: standingNow,
    sort: event.period.from,
  };
}

/** The day in a list: short where it is one, a span where it is one, else that it is undated. */
export function whenInList(event: Event, lang: Lang): string {
  const { from, until } = event.period;
  if (from === undefined) return pageWords[lang].undated;
  if (until !== undefined && Date.parse(until) - Date.parse(from) === 86_400_000) return shortDay(lang, from);
  return period(lang, event.period);
}

export function flipRow(flip: Pick<Flip, 'day' | 'statement'>, catalogue: Catalogue, lang: Lang): Row {
  // Of a whole day the title says no more than the day; where it changed the line, and how much, is what is new.
  const {
    places: [place],
    where,
  } = catalogue.told(flip.statement);
  const { text, lang: titleLang } = textIn(where ?? flip.statement.title, lang);
  const publishers = flip.statement.citations.flatMap(
    (c) => catalogue.reports.get(c.report)?.publisher ?? [],
  );
  return {
    key: flip.statement.id,
    type: 'flip',
    kind: undefined,
    evidence: undefined,
    disputed: false,
    path: `/days/${flip.day}`,
    when: `${shortDay(lang, flip.day)} · ${kindWords[lang].basis.assessed}`,
    where: where || !place ? undefined : catalogue.nameOfPlace(place, lang),
    title: text,
    titleLang,
    who: [...new Set(publishers)].join(', '),
    standing: 'dated',
    sort: flip.day,
  };
}

/** The claims that tell of the thing itself, not of its cause or its harm; all of them where there is none. */
export function tellingClaims(event: Event): readonly Claim[] {
  const occurred = event.claims.filter(
    (c) => c.aspect !== 'cause' && c.aspect !== 'harm' && c.says !== 'denies',
  );
  return occurred.length > 0 ? occurred : event.claims;
}

/** Who says it and through whom we know: "ISW, via JadeTimes". At most three, the rest counted. */
export function whoSays(event: Event, catalogue: Catalogue, lang: Lang): string {
  const names = [...new Set(tellingClaims(event).map((c) => speakerOf(c, catalogue, lang)))];
  const shown = names.slice(0, 2).join('; ');
  return names.length > 2 ? `${shown}; ${pageWords[lang].moreEvents(names.length - 2)}` : shown;
}

/** The speaker of a claim, with the publisher through which we know of the words. */
export function speakerOf(claim: Claim, catalogue: Catalogue, lang: Lang): string {
  const speaker = textIn(claim.speaker.name, lang).text;
  const publisher = catalogue.reports.get(claim.via ?? claim.citation.report)?.publisher;
  if (!publisher || publisher === claim.speaker.name.en || publisher === speaker) return speaker;
  return pageWords[lang].via(speaker, publisher);
}

/** Events that belong in a window, each with how it stands to it; the others are left out. */
export function eventsInWindow(
  catalogue: Catalogue,
  window: BoundedPeriod | 'all',
): { event: Event; standing: Standing }[] {
  return catalogue.events.flatMap((event) => {
    if (window === 'all') {
      return [
        { event, standing: event.period.from === undefined ? ('undated' as const) : ('dated' as const) },
      ];
    }
    const s = standing(event, window, catalogue.reports);
    return s === 'outside' ? [] : [{ event, standing: s }];
  });
}

/** Newest first, undated ones after all dated ones; ties keep the order of their keys. */
export const newestFirst = (a: Row, b: Row): number => {
  if (a.sort === b.sort) return a.key < b.key ? -1 : 1;
  if (a.sort === undefined) return 1;
  if (b.sort === undefined) return -1;
  return a.sort < b.sort ? 1 : -1;
};

/** When a report appeared: its day, or the bounds between which it must have. */
export function publishedWords(published: BoundedPeriod, lang: Lang): string {
  const oneDay = Date.parse(published.until) - Date.parse(published.from) === 86_400_000;
  return oneDay
    ? mediumDay(lang, published.from)
    : pageWords[lang].datedOnOrAfter(mediumDay(lang, published.from));
}
