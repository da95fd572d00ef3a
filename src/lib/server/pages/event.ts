import { reportedFrom } from '#lib/domain/events/dating.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { longDay, period } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned, type Head } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import type { Catalogue } from '#lib/scene/catalogue.ts';
import { compass } from './numbers.ts';
import { picturesOf, SMALL } from './pictures.ts';
import { publishedWords, speakerOf } from '#lib/scene/rows.ts';

/** Everything that the page of an event shows; undefined where the edition has no such event. */
export async function eventPage(asked: Asked, config: Config, id: string) {
  const { lang, reader, edition, control } = asked;
  const event = await reader.event(id as EventId);
  if (!event) return undefined;
  const catalogue = await catalogueOf(reader);
  const t = pageWords[lang];
  const k = kindWords[lang];
  const evidence = catalogue.evidence(event);
  const title = textIn(event.title, lang);
  const day = event.period.from ?? reportedFrom(event, catalogue.reports) ?? control.lastReviewed;
  const view: View = { ...carried(asked.view), event: id, ...(day ? { day } : {}) };
  const path = address(lang, `/events/${id}`);
  const focus = event.point ? { point: event.point, radius_m: event.location?.radius_m ?? 1000 } : undefined;
  const drawn = focus && day ? (await picturesOf(asked, view, SMALL, focus)).pictures : undefined;
  const description = event.note ? textIn(event.note, lang).text : title.text;
  return {
    title: title.text,
    titleLang: title.lang,
    kind: event.kind,
    evidenceLevel: evidence.level,
    disputed: evidence.disputed,
    kicker: [k.kind[event.kind], event.by === 'other' || event.by === 'unknown' ? '' : k.side[event.by]]
      .filter(Boolean)
      .join(' · '),
    note: event.note && textIn(event.note, lang),
    facts: factsOf(event, catalogue, lang),
    claims: claimsOf(event, catalogue, asked),
    harm: harmOf(event, catalogue, asked),
    history: (await reader.historyOf('event', id)).map((c) => ({
      edition: c.edition,
      change: k.change[c.change],
      note: c.note && textIn(c.note, lang),
      href: address(lang, `/events/${id}`, { ...DEFAULT_VIEW, edition: c.edition, theme: asked.view.theme }),
    })),
    pictures: drawn,
    pictureAlt: t.picture,
    onMap: day && event.point ? { href: address(lang, '/', { ...view }), text: t.openOnMap } : undefined,
    noPoint: !event.point && event.location ? t.noPoint : !event.location ? t.noPlace : undefined,
    words: {
      claims: t.claims,
      history: t.history,
      harm: t.harm,
      edition: t.editions,
      inEnglish: t.inEnglish,
    },
    data: { href: `/data/${edition.number}/events.geojson`, text: `GeoJSON · ${t.edition(edition.number)}` },
    about: aboutPage(asked, config, {
      title: title.text,
      item: `event ${id}`,
      url: pinned(config, path, edition.number),
    }),
    head: headOf(event, title.text, description, config, asked, catalogue),
  };
}

/** The plain facts as pairs of a word and what it is. */
function factsOf(event: Event, catalogue: Catalogue, lang: Lang) {
  const t = pageWords[lang];
  const k = kindWords[lang];
  const evidence = catalogue.evidence(event);
  const reported = reportedFrom(event, catalogue.reports);
  const first = event.claims
    .map((c) => catalogue.reports.get(c.citation.report))
    .find((r) => r?.published.from === reported);
  const facts: { name: string; value: string; href?: string; more?: string }[] = [
    event.period.from === undefined
      ? {
          name: t.when,
          value: t.undated,
          ...(event.period.until ? { more: period(lang, event.period) } : {}),
        }
      : { name: t.when, value: period(lang, event.period) },
  ];
  if (first) facts.push({ name: t.reportedOn, value: publishedWords(first.published, lang) });
  if (event.planned_for) {
    facts.push({
      name: t.plannedFor,
      value: period(lang, event.planned_for),
      ...(event.planned_note ? { more: textIn(event.planned_note, lang).text } : {}),
    });
  }
  if (event.location) {
    const km = event.location.radius_m
      ? t.within(t.kilometres(Math.round(event.location.radius_m / 100) / 10))
      : '';
    facts.push({
      name: t.where,
      value: catalogue.nameOfPlace(event.location.place, lang),
      href: `/places/${event.location.place}`,
      more: [k.precision[event.location.precision], km].filter(Boolean).join('; '),
    });
  }
  if (event.point)
    facts.push({ name: t.coordinates, value: `${event.point[1].toFixed(4)}, ${event.point[0].toFixed(4)}` });
  facts.push({ name: t.side, value: k.side[event.by] });
  if (event.weapon) facts.push({ name: t.weapon, value: k.weapon[event.weapon] ?? event.weapon });
  if (event.target) facts.push({ name: t.target, value: k.target[event.target] ?? event.target });
  if (event.heading !== undefined) {
    facts.push({ name: t.heading, value: compass(lang, event.heading), more: t.headingNote });
  }
  facts.push({
    name: t.evidence,
    value: k.evidence[evidence.level] + (evidence.disputed ? ` · ${k.disputed}` : ''),
    more: k.evidenceWhy[evidence.level],
  });
  return facts;
}

function claimsOf(event: Event, catalogue: Catalogue, asked: Asked) {
  const { lang } = asked;
  const k = kindWords[lang];
  return event.claims.map((claim, i) => {
    const report = catalogue.reports.get(claim.citation.report);
    const text = textIn(claim.text, lang);
    return {
      key: String(i),
      aspect: k.aspect[claim.aspect],
      speaker: speakerOf(claim, catalogue, lang),
      says: k.says[claim.says],
      party: claim.speaker.party && k.side[claim.speaker.party],
      text: text.text,
      textLang: text.lang,
      quotation: claim.citation.quotation,
      report: {
        title: report?.title ?? claim.citation.report,
        lang: report?.language ?? 'en',
        publisher: report?.publisher ?? '',
        published: report ? publishedWords(report.published, lang) : '',
        href: address(lang, `/reports/${claim.citation.report}`, carried(asked.view)),
      },
      locator: claim.citation.locator && textIn(claim.citation.locator, lang).text,
    };
  });
}

const range = (n: { least: number; most?: number | undefined }): string =>
  n.most === undefined || n.most === n.least ? String(n.least) : `${n.least}–${n.most}`;

function harmOf(event: Event, catalogue: Catalogue, asked: Asked) {
  const { lang } = asked;
  const words = {
    en: { killed: 'killed', injured: 'injured', asOf: 'as of' },
    uk: { killed: 'загинули', injured: 'поранено', asOf: 'станом на' },
  }[lang];
  return (event.harm ?? []).map((h, i) => ({
    key: String(i),
    text: [
      h.killed ? `${words.killed}: ${range(h.killed)}` : '',
      h.injured ? `${words.injured}: ${range(h.injured)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
    who: textIn(h.speaker.name, lang).text,
    asOf: `${words.asOf} ${longDay(lang, h.as_of)}`,
    report: {
      publisher: catalogue.reports.get(h.citation.report)?.publisher ?? '',
      href: address(lang, `/reports/${h.citation.report}`, carried(asked.view)),
    },
  }));
}

function headOf(
  event: Event,
  title: string,
  description: string,
  config: Config,
  asked: Asked,
  catalogue: Catalogue,
): Head {
  const { lang, edition } = asked;
  const place = event.location && catalogue.place(event.location.place);
  return {
    title: `${title} · Salient`,
    description,
    image: `${config.origin}/map.png?event=${event.id}&edition=${edition.number}&width=1200&height=630&lang=${lang}`,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: title,
      description,
      url: config.origin + address(lang, `/events/${event.id}`),
      dateModified: new Date(edition.published_at).toISOString(),
      ...(event.period.from
        ? { temporalCoverage: `${event.period.from}/${event.period.until ?? '..'}` }
        : {}),
      ...(place
        ? {
            spatialCoverage: {
              '@type': 'Place',
              name: catalogue.nameOfPlace(place.id, lang),
              address: { '@type': 'PostalAddress', addressCountry: place.country },
              ...(event.point
                ? { geo: { '@type': 'GeoCoordinates', latitude: event.point[1], longitude: event.point[0] } }
                : {}),
            },
          }
        : {}),
      citation: [...new Set(event.claims.map((c) => c.citation.report))].flatMap((id) => {
        const report = catalogue.reports.get(id);
        return report
          ? [{ '@type': 'Article', headline: report.title, publisher: report.publisher, url: report.url }]
          : [];
      }),
      version: String(edition.number),
    },
  };
}
