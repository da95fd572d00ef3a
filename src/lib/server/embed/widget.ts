import { readableOn, PAPERS } from '#lib/domain/embed/accent.ts';
import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import { embedToUrl, followingOf, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { textIn } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { addDays, dayOfInstant } from '#lib/domain/time/day.ts';
import { comparedWith } from '#lib/domain/view/compared.ts';
import { address } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW, type View, type ViewNote } from '#lib/domain/view/view.ts';
import type { Widget, WidgetPicture, WidgetRow } from '#lib/embed/widget.ts';
import { drawCallouts } from '#lib/look/callouts.ts';
import { cameraFor } from '#lib/look/cameras.ts';
import { boxOfFrame, type Frame } from '#lib/look/mercator.ts';
import { swatchSvg } from '#lib/look/swatches.ts';
import { legendOf } from '#lib/scene/legend.ts';
import { eventRow, eventsInWindow, newestFirst } from '#lib/scene/rows.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import { copyWords } from '#lib/words/copy.ts';
import { embedWords } from '#lib/words/embed.ts';
import { laterWords } from '#lib/words/embed-later.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { liveWords } from '#lib/words/embed-live.ts';
import { mapWords } from '#lib/words/map.ts';
import type { Config } from '../config.ts';
import { scaleBar, shownOf } from '../draw/picture.ts';
import { drawMap, type Fineness } from '../draw/svg.ts';
import { buildScene, type DrawnScene } from '../draw/scene.ts';
import { variable } from '#lib/look/palette.ts';
import type { Asked } from '../pages/asked.ts';
import { escapeXml } from '../draw/markup.ts';
import { addressOfFeed } from './feed.ts';
import { liveBoot } from './live-boot.ts';
import { ownOf } from './own.ts';
import { classesIn, coveredIn } from './cropped.ts';
import { drawLocator } from './locator.ts';
import { HALF, SIZES, type Size, type Sizes } from './sizes.ts';

const MOST_ROWS = 12;
/** The files of a copy, from which each leads to the other. */
export const COPIED = { picture: 'index.html', live: 'live.html' } as const;

/** Whether the line was last looked at so long ago that it is not the line today. */
export const isStale = ({ control }: Pick<Asked, 'control'>, now: number): boolean =>
  control.lastReviewed !== undefined && now > Date.parse(addDays(control.lastReviewed, 4));

/** The view that is shown, with the day that is meant. */
export const viewShown = ({ view, day }: Asked): View => ({ ...view, ...(day ? { day } : {}) });

/** The heading of a widget, from the data. */
export async function titleOfWidget(asked: Asked, options: EmbedOptions): Promise<string> {
  const day = asked.day ?? dayOfInstant(asked.edition.published_at);
  const before = comparedWith({ ...asked.view, day }, day);
  return embedWords[options.lang].title(await aboutWhat(asked, options), day, before);
}

/** What is known of a widget beside what its edition shows. */
export interface News extends Pick<Widget, 'ribbon' | 'gone'> {
  readonly keyed?: KeyedWidget | undefined;
  /** What is shown otherwise than it was asked for. */
  readonly otherwise?: readonly string[];
}

/** What a widget shows and says, from an edition, a day and a view. */
export async function widgetOf(
  asked: Asked,
  options: EmbedOptions,
  notes: readonly ViewNote[],
  config: Config,
  now: number,
  news: News,
  fineness?: Fineness,
): Promise<Widget> {
  const { lang } = options;
  const { edition, control, reader } = asked;
  const t = embedWords[lang];
  const words = mapWords[lang];
  const points = news.keyed?.words.callouts.map(({ point }) => point) ?? [];
  const view = viewShown(asked);
  const scene = await buildScene(reader, view, { lang });
  const frame: Frame = {
    ...SIZES.wide.shown,
    camera: cameraFor(scene.view, SIZES.wide.shown, scene.focus),
  };
  const shownView = { ...view, edition: edition.number };
  const open = address(lang, '/', { ...view, edition: options.view.edition, theme: options.view.theme });
  const before = comparedWith(view, scene.day);
  const stale =
    control.lastReviewed !== undefined && isStale(asked, now)
      ? t.stale(control.lastReviewed)
      : scene.reviewed && words.reviewed(scene.reviewed);
  return {
    title: await titleOfWidget(asked, options),
    shown: shownOf(scene, frame),
    hidden: hiddenIn(options),
    pictures:
      before === undefined
        ? [draw(scene, undefined, SIZES, 'm', fineness, points)]
        : await two(asked, scene, view, before, lang, fineness, points),
    locator: drawLocator(boxOfFrame(frame), t.locator),
    tap: options.controls
      ? {
          href: config.copy
            ? COPIED[options.interactive ? 'picture' : 'live']
            : addressOfWidget({ ...options, interactive: !options.interactive }, news.keyed),
          text: options.interactive ? liveWords[lang].picture : t.tap,
          back: options.interactive,
        }
      : undefined,
    live: options.interactive
      ? {
          boot: liveBoot(asked, options, scene, before === undefined ? SIZES : HALF, config, news.keyed),
          noScript: liveWords[lang].noScript,
        }
      : undefined,
    open: {
      href: config.origin + open,
      text: t.openMap,
      at: `${t.openMapAt} ${config.origin}${open}`,
    },
    legendTitle: t.legend,
    legend: legendsOf(scene, before === undefined ? SIZES : HALF),
    demonstration: scene.demonstration ? `${words.demonstration(scene.resolution_m)}.` : undefined,
    foot: [
      words.asOf(scene.day),
      words.edition(edition.number),
      ...(stale ? [stale] : []),
      config.publisher ?? words.unattended,
      words.attribution,
    ],
    ribbon: news.ribbon,
    gone: news.gone,
    own: news.keyed && ownOf(news.keyed, lang),
    notes: [...notes.map((n) => t.note(n.param, n.value)), ...(news.otherwise ?? [])],
    copy: config.copy && copyWords[lang].copy(edition.number, config.copy.made),
    text: {
      title: t.text,
      sentences: [shownOf(scene, frame), t.follows[followingOf(options.view)]],
      heads: [t.day, t.what, t.where, t.who],
      rows: rowsOf(asked, scene, frame, shownView, config, lang),
      nothing: t.nothing,
      feed: {
        href: config.origin + addressOfFeed(options, news.keyed),
        text: laterWords[lang].feedLink,
      },
    },
    font: options.font,
  };
}

/** Where a widget is: a map with a key stays under its own address, with what its newsroom adds and for its sites. */
export const addressOfWidget = (options: EmbedOptions, keyed: KeyedWidget | undefined): string =>
  keyed ? `/w/${keyed.id}${options.interactive ? '?interactive=1' : ''}` : `/embed?${embedToUrl(options)}`;

/** The legend of both drawings, each entry with where it is true: one may show as a band what the other draws as a line. */
function legendsOf(scene: DrawnScene, sizes: Sizes): Widget['legend'] {
  const of = (size: Size) =>
    legendOf(scene, { ...size.shown, camera: cameraFor(scene.view, size.shown, scene.focus) });
  const wide = of(sizes.wide);
  const narrow = sizes.narrow ? of(sizes.narrow) : wide;
  const keys = new Set(narrow.map((entry) => entry.key));
  return [
    ...wide.map((entry) => ({ ...entry, only: keys.has(entry.key) ? undefined : ('wide' as const) })),
    ...narrow
      .filter((entry) => !wide.some((other) => other.key === entry.key))
      .map((entry) => ({ ...entry, only: 'narrow' as const })),
  ].map(({ key, words, only }) => ({ swatch: swatchSvg(key), words, only }));
}

/** What the view is about, by name; nothing where it is the front. */
export async function aboutWhat(
  { reader }: Asked,
  { view, lang }: EmbedOptions,
): Promise<string | undefined> {
  if (view.event !== undefined) {
    const event = await reader.event(view.event as never);
    if (event) return textIn(event.title, lang).text;
  }
  if (view.report !== undefined) {
    const report = await reader.report(view.report as ReportId);
    if (report) return report.title;
  }
  if (view.place !== undefined) {
    const place = await reader.place(view.place as PlaceId);
    if (place) return nameOf(place, lang);
  }
  return view.area || view.at ? embedWords[lang].map : undefined;
}

/** A filter that hides a kind, a side, a theatre or a layer says so: what is not seen is not thereby not there. */
function hiddenIn({ view, lang }: EmbedOptions): string | undefined {
  const [t, k] = [embedWords[lang], kindWords[lang]];
  const without = <T extends string>(
    all: Readonly<Record<T, string>>,
    chosen: readonly T[] | undefined,
  ): string[] =>
    chosen === undefined
      ? []
      : (Object.keys(all) as T[]).filter((key) => !chosen.includes(key)).map((key) => all[key]);
  const { layers } = view;
  const what = [
    ...without(
      t.layers,
      layers?.filter((l) => l !== 'labels'),
    ),
    ...without(k.kind, view.kinds).map((kind) => kind.toLowerCase()),
    ...without(k.evidence, view.evidence).map((word) => word.toLowerCase()),
    ...without(k.side, view.by),
  ];
  return what.length > 0 ? t.notShown(what) : undefined;
}

function draw(
  scene: DrawnScene,
  caption: string | undefined,
  sizes: Sizes,
  prefix: string,
  fineness: Fineness | undefined,
  points: readonly Position[],
): WidgetPicture {
  const one = (size: Size, id: string): string => {
    const { width, height } = size.drawn;
    const camera = cameraFor(scene.view, size.shown, scene.focus);
    const [dx, dy] = [(width - size.shown.width) / 2, (height - size.shown.height) / 2];
    const frame: Frame = { camera, width, height };
    const { defs, body } = drawMap(scene, {
      frame,
      paint: variable,
      prefix: id,
      ...fineness,
      insets: { top: dy, right: dx, bottom: dy, left: dx },
      rather: coveredIn(size.drawn, size.usual),
      classOf: classesIn(size.drawn),
    });
    const label = mapWords[scene.lang].mapLabel(scene.day);
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `preserveAspectRatio="xMidYMid slice" role="img" aria-label="${escapeXml(label)}"><defs>${defs}</defs>${body}${drawCallouts(points, frame)}</svg>` +
      scaleOf(frame, scene.lang)
    );
  };
  return {
    caption,
    wide: one(sizes.wide, `${prefix}w`),
    narrow: sizes.narrow && one(sizes.narrow, `${prefix}n`),
  };
}

const SCALE = { width: 150, height: 34 } as const;

/** The bar of kilometres by itself, to stand in the corner of a picture however it is cropped. */
function scaleOf({ camera }: Frame, lang: EmbedOptions['lang']): string {
  // Measured as in a frame four times as wide, in which a quarter of the width is all that is given to it.
  const { svg } = scaleBar({ camera, width: SCALE.width * 4, height: SCALE.height }, variable, lang);
  return (
    `<svg class="scale" xmlns="http://www.w3.org/2000/svg" width="${SCALE.width}" height="${SCALE.height}" ` +
    `viewBox="${SCALE.width * 3} 0 ${SCALE.width} ${SCALE.height}" aria-hidden="true">${svg}</svg>`
  );
}

/** Without a script two days stand beside each other; what changed between them is outlined on the later. */
async function two(
  { reader }: Asked,
  after: DrawnScene,
  view: View,
  before: Day,
  lang: EmbedOptions['lang'],
  fineness: Fineness | undefined,
  points: readonly Position[],
): Promise<WidgetPicture[]> {
  const t = embedWords[lang];
  const earlier = await buildScene(
    reader,
    { ...view, day: before, compare: undefined, how: undefined },
    { lang },
  );
  return [
    draw(earlier, t.before(before), HALF, 'b', fineness, points),
    draw(after, t.after(after.day), HALF, 'a', fineness, points),
  ];
}

/** Events that the map shows, newest first. */
function rowsOf(
  { catalogue }: Asked,
  scene: DrawnScene,
  frame: Frame,
  view: View,
  config: Config,
  lang: EmbedOptions['lang'],
): WidgetRow[] {
  const [west, south, east, north] = boxOfFrame(frame);
  const seen = new Set(
    scene.marks
      .filter(({ point: [x, y] }) => x >= west && x <= east && y >= south && y <= north)
      .map((mark) => mark.id),
  );
  return eventsInWindow(catalogue, scene.days === 'all' ? 'all' : scene.window)
    .filter(({ event }) => seen.has(event.id))
    .map(({ event, standing }) => eventRow(event, standing, catalogue, lang))
    .sort(newestFirst)
    .slice(0, MOST_ROWS)
    .map((row) => ({
      key: row.key,
      when: row.when,
      what: row.title,
      where: row.where ?? '',
      who: row.who,
      href: config.origin + address(lang, row.path, { ...DEFAULT_VIEW, edition: view.edition }),
    }));
}

/** The colours of rule and links on each paper, as declarations of a style sheet. */
export function accentStyle(accent: string | undefined): string {
  if (accent === undefined) return ':root{--accent-line:var(--map-ink);--accent-text:var(--map-accent)}';
  const [light, dark] = PAPERS.map((paper) => readableOn(paper, accent));
  const of = (text: string | undefined): string =>
    `{--accent-line:#${accent};--accent-text:#${text ?? accent}}`;
  return (
    `:root${of(light)}[data-theme=dark]${of(dark)}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light])${of(dark)}}`
  );
}
