import { contrast, PAPERS, readableOn } from '#lib/domain/embed/accent.ts';
import {
  choicesFrom,
  LATERS,
  SHOWS,
  widgetOptions,
  type Choices,
  type Show,
} from '#lib/domain/embed/builder.ts';
import { FONTS, RATIOS } from '#lib/domain/embed/options.ts';
import { elementSnippet, iframeSnippet, scriptSnippet } from '#lib/domain/embed/snippets.ts';
import { EVENT_KINDS } from '#lib/domain/events/terms.ts';
import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import { LANGS, textIn, type Lang } from '#lib/domain/text.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { LAYERS, THEMES, viewToUrl, type View } from '#lib/domain/view/view.ts';
import { builderWords } from '#lib/words/builder.ts';
import { mediumDay } from '#lib/words/dates.ts';
import { embedWords } from '#lib/words/embed.ts';
import { filterValue, toolWords } from '#lib/words/tools.ts';
import { aboutPlace, hitsOf } from '../api/find.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from '../pages/about.ts';
import type { Asked } from '../pages/asked.ts';
import { builtOf, type Built } from './built.ts';
import { aroundNearestFlip } from './nearest-flip.ts';
import { pointOf, SENT } from './sent.ts';
import { pictureHref, TAKEN_SIZES } from './taken-pictures.ts';

/** How many events and reports are offered; one further back comes with the link of its own page. */
const MOST_OFFERED = 200;
/** Widths of the column in which a widget is looked at, in pixels. */
const WIDTHS = [320, 640, 1200] as const;
const WINDOWS = [1, 7, 14, 30, 'all'] as const;

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
  readonly about?: string | undefined;
}
const chosenOf = <T extends string>(
  all: readonly T[],
  chosen: T | undefined,
  textOf: (one: T) => string,
): Choice[] => all.map((value) => ({ value, text: textOf(value), chosen: value === chosen }));

/** The page on which a newsroom makes a widget: a form, what it makes, and what to copy. */
export async function builderPage(asked: Asked, config: Config, params: URLSearchParams) {
  const { lang, edition, control, view, day } = asked;
  const t = builderWords[lang];
  const { choices, notes } = choicesFrom(params, view, lang);
  const shown = edition.number > 0 ? day : undefined;
  const options = widgetOptions(choices, view, { day: shown, edition: edition.number || undefined });
  const built = await builtOf(asked, options, config, choices.picture);
  const mustKnow = control.demonstration && !choices.know;
  return {
    ownSearch: true,
    title: t.title,
    lead: t.lead,
    words: plainWords(lang),
    examples: { href: address(lang, '/embed/examples', carried(view)), text: t.examples },
    notes: [
      ...notes.map((n) => embedWords[lang].note(n.param, n.value)),
      ...missing(choices, view, lang),
      ...(shown ? [] : [t.none]),
    ],
    form: await formOf(asked, choices, params),
    preview: {
      src: built.query ? `/embed?${built.query}` : '/embed',
      title: built.parts.title,
      ratio: options.ratio,
      test: { href: address(lang, '/embed/article') + (built.query && `?${built.query}`), text: t.openTest },
    },
    mustKnow,
    copies: mustKnow ? [] : copiesOf(built, lang),
    pictures: mustKnow ? [] : picturesOf(built, config, lang),
    about: aboutPage(asked, config, {
      title: t.title,
      item: 'embed',
      url: pinned(config, address(lang, '/embed/new'), edition.number),
    }),
    head: { title: `${t.title} · Salient`, description: t.lead, image: undefined, jsonLd: undefined },
  };
}

/** What was chosen to be shown and is not named. */
function missing({ show, find }: Choices, view: View, lang: Lang): string[] {
  const t = builderWords[lang];
  if (show === 'place' && !view.place) return [find ? t.notFound(find) : t.missing(t.show.place)];
  const named: Partial<Record<Show, unknown>> = { event: view.event, report: view.report, area: view.area };
  return show in named && !named[show] ? [t.missing(t.show[show])] : [];
}

async function formOf(asked: Asked, choices: Choices, params: URLSearchParams) {
  const { lang, view, control, catalogue } = asked;
  const t = builderWords[lang];
  const shows = view.at ? SHOWS : SHOWS.filter((show) => show !== 'view');
  const isTwo = view.compare !== undefined || params.get('days') === 'two';
  const around = aroundNearestFlip(asked, await pointOf(asked, view));
  const events = [...catalogue.events]
    .sort((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? 1 : -1))
    .filter((event, i) => i < MOST_OFFERED || event.id === view.event);
  const reports = [...catalogue.reports.values()].filter((r, i) => i < MOST_OFFERED || r.id === view.report);
  const windows = [...new Set([...WINDOWS, view.window])];
  const { layers = LAYERS, kinds = EVENT_KINDS } = view;
  return {
    action: address(lang, '/embed/new'),
    sent: SENT,
    hidden: hiddenOf(view, choices),
    shows: chosenOf(shows, choices.show, (show) => t.show[show]),
    place: await placeField(asked, choices),
    events: events.map((e) => ({
      value: e.id as string,
      text: [e.period.from && mediumDay(lang, e.period.from), textIn(e.title, lang).text]
        .filter(Boolean)
        .join(' · '),
      chosen: e.id === view.event,
    })),
    reports: reports.map((r) => ({
      value: r.id as string,
      text: `${r.title} · ${r.publisher}`,
      chosen: r.id === view.report,
    })),
    area: params.get('area') ?? '',
    windows: windows.map((days) => ({
      value: String(days),
      text: days === 'all' ? t.allDays : t.lastDays(days),
      chosen: days === view.window,
    })),
    days: [
      { value: 'one', text: t.oneDay, chosen: !isTwo },
      { value: 'two', text: t.twoDays, chosen: isTwo },
    ],
    day: { value: (view.day ?? '') as string, about: asked.day ? t.dayHint(mediumDay(lang, asked.day)) : '' },
    compare: (view.compare ?? '') as string,
    least: (control.opens ?? '') as string,
    most: (control.lastReviewed ?? '') as string,
    around: around ? t.around(around.flip, around.before, around.after) : t.noFlip,
    hasAround: around !== undefined,
    laters: LATERS.map((later) => ({
      value: later,
      chosen: later === choices.later,
      ...t.laters[later],
    })),
    layers: LAYERS.map((layer) => ({
      value: layer,
      text: toolWords[lang].layers.name[layer],
      chosen: layers.includes(layer),
    })),
    kinds: EVENT_KINDS.map((kind) => ({
      value: kind,
      text: filterValue(lang, 'kinds', kind),
      chosen: kinds.includes(kind),
    })),
    kept: view.evidence || view.by || view.theatre ? t.kept : undefined,
    ratios: chosenOf(RATIOS, choices.ratio, (ratio) => t.ratios[ratio]),
    looks: chosenOf(THEMES, choices.look, (look) => t.themes[look]),
    fonts: chosenOf(FONTS, choices.font, (font) => t.fonts[font]),
    langs: chosenOf(LANGS, choices.lang, (one) => (one === 'en' ? 'English' : 'Українська')),
    controls: [
      { value: '1', text: t.controlsOn, chosen: choices.controls },
      { value: '0', text: t.controlsOff, chosen: !choices.controls },
    ],
    accent: { value: choices.accent ?? '', shades: shadesOf(choices.accent, lang) },
    picture: choices.picture ?? '',
  };
}

/** A place by its name, with others of that name. */
async function placeField(asked: Asked, { find }: Choices) {
  const { lang, view, reader } = asked;
  const t = builderWords[lang];
  const place = view.place ? await reader.place(view.place as PlaceId) : undefined;
  if (!place) return { id: '', value: find, found: '', others: [] };
  const name = nameOf(place, lang);
  const { places } = await hitsOf(asked, name, { places: 5, events: 0, reports: 0 });
  return {
    id: place.id as string,
    value: name,
    found: t.found(name, aboutPlace(place, lang)),
    others: places
      .filter((hit) => hit.place.id !== place.id)
      .map((hit) => ({
        href: address(lang, '/embed/new', { ...view, place: hit.place.id }),
        text: t.found(hit.name, hit.about),
      })),
  };
}

/** What of an address the form has no field for, and takes along. */
function hiddenOf(view: View, { know }: Choices): { name: string; value: string }[] {
  const kept = new Set(['edition', 'known', 'at', 'evidence', 'by', 'theatre', 'theme']);
  return [
    ...[...viewToUrl(view)].filter(([name]) => kept.has(name)).map(([name, value]) => ({ name, value })),
    ...(know ? [{ name: 'know', value: '1' }] : []),
  ];
}

/** An accent as it will be used on each paper. */
const shadesOf = (accent: string | undefined, lang: Lang) =>
  accent === undefined
    ? []
    : PAPERS.map((paper, i) => {
        const shade = readableOn(paper, accent);
        return {
          paper,
          shade,
          text: builderWords[lang].shade(i === 0 ? 'light' : 'dark', shade, shade !== accent),
          contrast: `${contrast(shade, paper).toFixed(1)} : 1`,
        };
      });

/** What is copied, each with why one would. */
function copiesOf({ parts, oembed }: Built, lang: Lang) {
  const t = builderWords[lang];
  const long = (key: string, title: string, about: string, text: string) => ({
    key,
    title,
    about,
    text,
    rows: text.split('\n').length + 3,
  });
  const short = (key: string, title: string, about: string | undefined, text: string) => ({
    key,
    title,
    about,
    text,
    rows: 1,
  });
  return [
    long('iframe', t.iframe, t.iframeWhy, iframeSnippet(parts)),
    long('script', t.script, t.scriptWhy, scriptSnippet(parts)),
    long('element', t.element, t.elementWhy, elementSnippet(parts)),
    short('oembed', t.oembed, t.oembedWhy, oembed),
    short('link', t.link, undefined, parts.map.href),
    short('address', t.address, undefined, parts.widget),
  ];
}

/** Pictures to take away, each in its size and in double size. */
function picturesOf({ options }: Built, { origin }: Config, lang: Lang) {
  const t = builderWords[lang];
  return [
    { href: pictureHref(options, origin, 'svg', TAKEN_SIZES[0]), text: 'SVG' },
    ...TAKEN_SIZES.flatMap((size) =>
      ([1, 2] as const).map((scale) => ({
        href: pictureHref(options, origin, 'png', size, scale),
        text: `PNG ${size[0]} × ${size[1]}${scale === 2 ? `, ${t.double}` : ''}`,
      })),
    ),
  ];
}

type Words = (typeof builderWords)[Lang];
type PlainWords = {
  [K in keyof Words as Words[K] extends (...args: never[]) => unknown ? never : K]: Words[K];
};

/** Words without functions, as a page can be handed them. */
function plainWords(lang: Lang) {
  const { px, ...all } = builderWords[lang];
  const plain = Object.entries(all).filter(([, said]) => typeof said !== 'function');
  const { copy, copied, byHand } = toolWords[lang].share;
  return {
    ...(Object.fromEntries(plain) as unknown as PlainWords),
    widths: WIDTHS.map((width) => ({ width, text: px(width) })),
    copy,
    copied,
    byHand,
  };
}
