import { reportedFrom } from '#lib/domain/events/dating.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { detailWords, kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned, type Head } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import type { Catalogue } from '#lib/scene/catalogue.ts';
import { picturesOf, SMALL } from './pictures.ts';
import { claimsOf } from '#lib/scene/card-claims.ts';
import { eventCard, type EventCard, type Fact } from '#lib/scene/cards.ts';

/** Everything that the page of an event shows; undefined where the edition has no such event. */
export async function eventPage(asked: Asked, config: Config, id: string) {
  const { lang, reader, edition, control } = asked;
  const event = await reader.event(id as EventId);
  if (!event) return undefined;
  const catalogue = await catalogueOf(reader);
  const t = pageWords[lang];
  const hrefOf = (page: string): string => address(lang, page, carried(asked.view));
  const card = eventCard({ catalogue, lang, hrefOf }, event);
  const { evidence, title } = card;
  const day = event.period.from ?? reportedFrom(event, catalogue.reports) ?? control.lastReviewed;
  const view: View = { ...carried(asked.view), event: id, ...(day ? { day } : {}) };
  const path = address(lang, `/events/${id}`);
  const focus = event.point ? { point: event.point, radius_m: event.location?.radius_m ?? 1000 } : undefined;
  const drawn = focus && day ? (await picturesOf(asked, view, SMALL, focus)).pictures : undefined;
  const description = (card.note ?? title).text;
  return {
    title: title.text,
    titleLang: title.lang,
    kind: event.kind,
    evidenceLevel: evidence.level,
    disputed: evidence.disputed,
    kicker: [card.kindWord, card.sideWord].filter(Boolean).join(' · '),
    note: card.note,
    facts: factsOf(event, card, lang),
    claims: claimsOf(event, catalogue, lang, hrefOf).map(({ who, text, locator, ...claim }) => ({
      ...claim,
      speaker: who,
      text: text.text,
      textLang: text.lang,
      locator: locator?.text,
    })),
    harm: card.harm,
    history: (await reader.historyOf('event', id)).map((c) => ({
      edition: c.edition,
      change: detailWords[lang].change[c.change],
      note: c.note && textIn(c.note, lang),
      href: address(lang, `/events/${id}`, { ...DEFAULT_VIEW, edition: c.edition, theme: asked.view.theme }),
    })),
    pictures: drawn,
    pictureAlt: t.picture,
    onMap: day && event.point ? { href: address(lang, '/', { ...view }), text: t.openOnMap } : undefined,
    noPoint: card.noPoint,
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
      embed: { event: id },
    }),
    head: headOf(event, title.text, description, config, asked, catalogue),
  };
}

/** The plain facts as pairs of a word and what it is. */
function factsOf(event: Event, card: EventCard, lang: Lang) {
  const t = pageWords[lang];
  const k = kindWords[lang];
  const { word, why, disputed } = card.evidence;
  const facts: { name: string; value: string; href?: string; more?: string }[] = [fact(t.when, card.when)];
  if (card.reported) facts.push({ name: t.reportedOn, value: card.reported });
  if (card.planned) {
    const { value, note } = card.planned;
    facts.push({ name: t.plannedFor, value, ...(note ? { more: note.text } : {}) });
  }
  if (card.place && event.location) {
    facts.push({
      name: t.where,
      value: card.place.name,
      href: `/places/${event.location.place}`,
      more: card.place.precision,
    });
  }
  if (event.point)
    facts.push({ name: t.coordinates, value: `${event.point[1].toFixed(4)}, ${event.point[0].toFixed(4)}` });
  facts.push({ name: t.side, value: k.side[event.by] });
  if (event.weapon)
    facts.push({ name: t.weapon, value: detailWords[lang].weapon[event.weapon] ?? event.weapon });
  if (event.target)
    facts.push({ name: t.target, value: detailWords[lang].target[event.target] ?? event.target });
  if (card.heading) facts.push(fact(t.heading, card.heading));
  facts.push({
    name: t.evidence,
    value: word + (disputed ? ` · ${k.disputed}` : ''),
    more: why,
  });
  return facts;
}

const fact = (name: string, { value, more }: Fact) => ({ name, value, ...(more ? { more } : {}) });

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
