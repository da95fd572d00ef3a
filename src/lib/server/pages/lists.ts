import { EVENT_KINDS, SIDES } from '#lib/domain/events/event.ts';
import { EVIDENCE } from '#lib/domain/events/evidence.ts';
import { isDay, addDays, type Day } from '#lib/domain/time/day.ts';
import { isWithin, overlaps } from '#lib/domain/time/period.ts';
import { reportedFrom } from '#lib/domain/events/dating.ts';
import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import type { EventId } from '#lib/domain/events/event.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import { textIn } from '#lib/domain/text.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { instant, longDay, weekday } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { oblastName } from './regions.ts';
import type { PublicStore } from '../store/store.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from './catalogue.ts';
import { passes } from './home.ts';
import { reportLink } from './report.ts';
import { eventRow, flipRow, newestFirst } from './rows.ts';
import { rowViews } from './row-views.ts';

/** A row of links that choose one value of a filter, with how many events each leaves. */
interface Filter {
  readonly name: string;
  readonly links: readonly { href: string; text: string; count: number; current: boolean }[];
}

/** All events of the edition, filtered by links. */
export async function eventsPage(asked: Asked, config: Config) {
  const { lang, view, edition } = asked;
  const catalogue = await catalogueOf(asked.reader);
  const t = pageWords[lang];
  const k = kindWords[lang];
  const counted = (v: View): number =>
    catalogue.events.filter((e) => passes(e, { ...asked, view: v }, catalogue)).length;
  const filter = <T extends string>(
    name: string,
    key: 'kinds' | 'evidence' | 'by',
    all: string,
    values: readonly T[],
    word: (value: T) => string,
  ): Filter => ({
    name,
    links: [undefined, ...values].flatMap((value) => {
      const next: View = { ...view, [key]: value === undefined ? undefined : [value] };
      const current =
        value === undefined
          ? view[key] === undefined
          : view[key]?.length === 1 && view[key][0] === (value as never);
      const count = counted(next);
      if (value !== undefined && count === 0 && !current) return [];
      return [
        {
          href: address(lang, '/events', next),
          text: value === undefined ? all : word(value),
          count,
          current,
        },
      ];
    }),
  });
  const shown = catalogue.events.filter((e) => passes(e, asked, catalogue));
  const path = address(lang, '/events');
  return {
    title: t.events,
    filters: [
      filter(t.filterKind, 'kinds', t.allKinds, EVENT_KINDS, (x) => k.kind[x]),
      filter(t.filterEvidence, 'evidence', t.allEvidence, EVIDENCE, (x) => k.evidence[x]),
      filter(t.filterSide, 'by', t.allSides, SIDES, (x) => k.side[x]),
    ],
    rows: rowViews(shown.map((e) => eventRow(e, 'dated', catalogue, lang)).sort(newestFirst), asked),
    hidden:
      shown.length < catalogue.events.length
        ? {
            text: t.hidden(catalogue.events.length - shown.length),
            href: address(lang, '/events', carried(view)),
            link: t.clearFilters,
          }
        : undefined,
    empty: edition.number === 0 ? t.noEdition : t.noEvents,
    words: { claimed: t.claimed, disputed: t.disputed },
    about: aboutPage(asked, config, {
      title: t.events,
      item: 'events',
      url: pinned(config, path, edition.number),
    }),
    head: { title: `${t.events} · Salient`, description: t.tagline, image: undefined, jsonLd: undefined },
  };
}

/** The changelog of a day in words; undefined where the text is no day. */
export async function dayPage(asked: Asked, config: Config, text: string) {
  if (!isDay(text)) return undefined;
  const { lang, view, edition, control } = asked;
  const catalogue = await catalogueOf(asked.reader);
  const t = pageWords[lang];
  const day: Day = text;
  const whole = { from: day, until: addDays(day, 1) };
  const rows = (pick: (e: (typeof catalogue.events)[number]) => boolean) =>
    rowViews(
      catalogue.events
        .filter(pick)
        .map((e) => eventRow(e, 'dated', catalogue, lang))
        .sort(newestFirst),
      asked,
    );
  const flips = control.flips(addDays(day, -1), day);
  const statements = control.statements.filter((s) => s.day === day && !s.opening);
  const title = `${weekday(lang, day)}, ${longDay(lang, day)}`;
  const path = address(lang, `/days/${day}`);
  const kept = carried(view);
  return {
    title: title.charAt(0).toLocaleUpperCase(lang) + title.slice(1),
    steps: {
      before: { href: address(lang, `/days/${addDays(day, -1)}`, kept), text: t.earlierDay },
      after: { href: address(lang, `/days/${addDays(day, 1)}`, kept), text: t.laterDay },
      map: { href: address(lang, '/', { ...kept, day }), text: t.openOnMap },
    },
    flips: rowViews(
      flips.map((f) => flipRow(f, catalogue, lang)),
      asked,
    ),
    statements: statements.map((s) => ({
      key: s.id as string,
      title: textIn(s.title, lang).text,
      note: s.note && textIn(s.note, lang).text,
      places: s.places.map((p) => ({
        text: catalogue.nameOfPlace(p, lang),
        href: address(lang, `/places/${p}`, kept),
      })),
      citations: s.citations.flatMap((c) => {
        const report = catalogue.reports.get(c.report);
        return report
          ? [{ ...reportLink(report, asked), key: `${s.id} ${report.id}`, says: textIn(c.says, lang).text }]
          : [];
      }),
    })),
    dated: rows((e) => e.period.from !== undefined && isWithin(e.period, whole)),
    touching: rows(
      (e) => e.period.from !== undefined && !isWithin(e.period, whole) && overlaps(e.period, whole),
    ),
    undated: rows((e) => e.period.from === undefined && reportedFrom(e, catalogue.reports) === day),
    reports: [...catalogue.reports.values()]
      .filter((r) => r.published.from === day)
      .map((r) => reportLink(r, asked)),
    withheld: control.demonstration && statements.length > 0 ? t.kmWithheld : undefined,
    words: {
      flips: t.flipTitle,
      noFlips: t.noFlips,
      dated: t.eventsOfDay,
      noDated: t.noEventsOfDay,
      touching: t.eventsTouching,
      undated: t.undatedOfDay,
      reports: t.reportsOfDay,
      noReports: t.noReportsOfDay,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    about: aboutPage(asked, config, { title, item: `day ${day}`, url: pinned(config, path, edition.number) }),
    head: {
      title: `${title} · Salient`,
      description: [
        t.whatChanged,
        title,
        ...flips.slice(0, 3).map((f) => textIn(f.statement.title, lang).text),
      ].join(' · '),
      image: `${config.origin}/map.png?day=${day}&edition=${edition.number}&width=1200&height=630&lang=${lang}`,
      jsonLd: undefined,
    },
  };
}

/** What a search finds: places in any script and old names, events, reports. */
export async function searchPage(asked: Asked, config: Config, query: string) {
  const { lang, reader, edition, view } = asked;
  const t = pageWords[lang];
  const k = kindWords[lang];
  const kept = carried(view);
  const catalogue = await catalogueOf(reader);
  const asking = query.trim().slice(0, 80);
  const hits = asking ? await reader.search(asking, 40) : [];
  const places = hits.flatMap((h) => {
    const place = h.kind === 'place' ? catalogue.place(h.id as PlaceId) : undefined;
    if (!place) return [];
    const name = nameOf(place, lang);
    const also = [...new Set(place.names.map((n) => n.text))].filter((n) => n !== name).slice(0, 4);
    return [
      {
        key: h.id,
        title: name,
        about: [
          k.place[place.kind],
          place.oblast && place.kind !== 'oblast' ? oblastName(place.oblast, lang) : '',
        ]
          .filter(Boolean)
          .join(', '),
        also: also.length > 0 ? `${t.also}: ${also.join(', ')}` : '',
        href: address(lang, `/places/${h.id}`, kept),
      },
    ];
  });
  const events = hits.flatMap((h) => {
    const event = h.kind === 'event' ? catalogue.events.find((e) => e.id === (h.id as EventId)) : undefined;
    return event ? [eventRow(event, 'dated', catalogue, lang)] : [];
  });
  const reports = hits.flatMap((h) => {
    const report = h.kind === 'report' ? catalogue.reports.get(h.id as ReportId) : undefined;
    return report ? [reportLink(report, asked)] : [];
  });
  const title = asking ? t.searchFor(asking) : t.search;
  return {
    ownSearch: true,
    title,
    query: asking,
    places,
    events: rowViews(events, asked),
    reports,
    message: !asking ? t.searchEmpty : hits.length === 0 ? t.searchNone(asking) : undefined,
    words: {
      places: t.places,
      events: t.events,
      reports: t.reports,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    about: aboutPage(asked, config, {
      title,
      item: `search ${asking}`,
      url: pinned(config, address(lang, '/search', DEFAULT_VIEW, { q: asking }), edition.number),
    }),
    head: { title: `${title} · Salient`, description: t.tagline, image: undefined, jsonLd: undefined },
  };
}

/** Every edition up to the newest, what each changed, and the map as known then. */
export async function editionsPage(asked: Asked, config: Config, store: PublicStore) {
  const { lang, view } = asked;
  const t = pageWords[lang];
  const k = kindWords[lang];
  const editions = await Promise.all(
    (await store.editions()).map(async (edition) => {
      const reader = await store.at(edition.number);
      const changes = (await reader?.changes()) ?? [];
      const catalogue = reader && (await catalogueOf(reader));
      const byKind = new Map<string, number>();
      for (const c of changes) byKind.set(c.item.kind, (byKind.get(c.item.kind) ?? 0) + 1);
      const told = changes.filter((c) => c.change !== 'new' || c.item.kind === 'event');
      const titleOf = (kind: string, id: string): string => {
        const event = kind === 'event' && catalogue?.events.find((e) => e.id === id);
        return event ? textIn(event.title, lang).text : id;
      };
      return {
        number: edition.number,
        title: t.edition(edition.number),
        when: t.publishedOn(instant(lang, edition.published_at)),
        note: textIn(edition.note, lang),
        counts: [...byKind].map(([kind, n]) => `${itemWord(lang, kind)}: ${n}`).join(' · '),
        changes: told.map((c) => ({
          key: `${c.item.kind} ${c.item.id}`,
          change: k.change[c.change],
          title: titleOf(c.item.kind, c.item.id),
          note: c.note && textIn(c.note, lang).text,
          href:
            c.change === 'retraction' || c.item.kind !== 'event'
              ? undefined
              : address(lang, `/events/${c.item.id}`, {
                  ...DEFAULT_VIEW,
                  edition: edition.number,
                  theme: view.theme,
                }),
        })),
        map: {
          href: address(lang, '/', { ...DEFAULT_VIEW, edition: edition.number, theme: view.theme }),
          text: t.asKnown,
        },
        digest: edition.digest,
        manifest: `/data/${edition.number}/manifest.json`,
        current: edition.number === asked.edition.number,
      };
    }),
  );
  return {
    title: t.editions,
    lead: t.editionsLead,
    editions,
    empty: editions.length === 0 ? t.noEdition : undefined,
    words: { digest: t.digest, manifest: t.manifest },
    about: aboutPage(asked, config, {
      title: t.editions,
      item: 'editions',
      url: config.origin + address(lang, '/editions'),
    }),
    head: {
      title: `${t.editions} · Salient`,
      description: t.editionsLead,
      image: undefined,
      jsonLd: undefined,
    },
  };
}

const itemWord = (lang: 'en' | 'uk', kind: string): string =>
  ({
    en: {
      place: 'places',
      report: 'reports',
      event: 'events',
      ledger: 'ledgers',
      statement: 'statements about ground',
    },
    uk: {
      place: 'місця',
      report: 'повідомлення',
      event: 'події',
      ledger: 'реєстри контролю',
      statement: 'твердження про територію',
    },
  })[lang][kind as 'place'] ?? kind;
