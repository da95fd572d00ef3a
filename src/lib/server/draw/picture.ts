import { cameraFor } from '#lib/look/cameras.ts';
import { metresPerPixel, type Frame } from '#lib/look/mercator.ts';
import { paintOf, type Paint } from '#lib/look/palette.ts';
import { SWATCH, swatchSvg } from '#lib/look/swatches.ts';
import { textWidth, wrapText } from '#lib/look/text-width.ts';
import type { Rect } from '#lib/look/labels.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import { longDay, weekday } from '#lib/words/dates.ts';
import { mapWords } from '#lib/words/map.ts';
import { chipsOf, type Chip } from './chips.ts';
import { legendOf, type LegendEntry } from './legend.ts';
import { SANS, escapeXml, tenth, textAt } from './markup.ts';
import type { Scene } from './scene.ts';
import { penFor } from './path.ts';
import { drawMap } from './svg.ts';

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  /** Without it, the view's own. */
  readonly camera?: Camera | undefined;
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  /** Who publishes; without it the picture says that nobody watches over it. */
  readonly publisher?: string | undefined;
}

/** A rectangle by its corner and size. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the words of a picture depend on. */
interface Said {
  readonly legend: readonly LegendEntry[];
  readonly shown: string;
}

/** Words of the picture's column or rows, laid out. */
interface Layout {
  readonly map: Area;
  readonly words: string;
}

/**
 * The map as a document of its own, everything inside it: the day, what is shown, map, legend, scale, as-of day,
 * edition, marks of demonstration and review, publisher and attribution. The same scene and options give the same bytes.
 */
export function drawPicture(scene: Scene, options: PictureOptions): string {
  const { width, height, lang, theme } = options;
  const paint = paintOf(theme);
  const words = mapWords[lang];
  const wide = width >= 760 && width / height > 1.15;
  // The legend depends on what the map shows, and the map's size on the legend: three rounds settle it.
  const first = wide
    ? { x: columnOf(width), y: 0, width: width - columnOf(width), height }
    : { x: 0, y: 0, width, height: height * 0.62 };
  const cameraOf = (map: Area): Camera =>
    options.camera ?? cameraFor(scene.view, { width: map.width, height: map.height }, scene.focus);
  const frameOf = (map: Area): Frame => ({ camera: cameraOf(map), width: map.width, height: map.height });
  const layout = (frame: Frame): Layout => {
    const said = { legend: legendOf(scene, frame), shown: shownOf(scene, frame) };
    return wide ? column(scene, options, said, paint) : rows(scene, options, said, paint);
  };
  let { map, words: text } = layout(frameOf(first));
  for (let i = 0; i < 2; i += 1) ({ map, words: text } = layout(frameOf(map)));
  const frame = frameOf(map);
  const chips = chipRow(chipsOf(scene, frame), map.width, paint, lang);
  const scale = scaleBar(frame, paint, lang);
  const drawn = drawMap(scene, { frame, paint, prefix: 'm', obstacles: [...chips.boxes, scale.box] });
  const title = words.mapTitle(scene.day);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `xml:lang="${lang}" role="img" aria-labelledby="t d" font-family="${SANS}">` +
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(description(scene, shownOf(scene, frame), chips.all))}</desc>` +
    `<defs><clipPath id="mf"><path d="M0 0H${tenth(map.width)}V${tenth(map.height)}H0z"/></clipPath>${drawn.defs}</defs>` +
    `<path d="M0 0H${width}V${height}H0z" fill="${paint('paper')}"/>` +
    `<g transform="translate(${tenth(map.x)} ${tenth(map.y)})"><g clip-path="url(#mf)">${drawn.body}${chips.svg}${scale.svg}</g></g>` +
    `${text}</svg>\n`
  );
}

const columnOf = (width: number): number => Math.round(Math.min(340, Math.max(280, width * 0.27)));

/** What the picture says, for who does not see it. */
function description(scene: Scene, shown: string, chips: readonly Chip[]): string {
  const words = mapWords[scene.lang];
  const named = scene.marks.filter((m) => !chips.some((c) => c.events.includes(m.id)));
  const list = named.slice(0, 6).map((m) => m.label);
  const parts = [shown];
  if (list.length > 0) parts.push(`${list.join('; ')}.`);
  if (scene.demonstration) parts.push(`${words.demonstration(scene.resolution_m)}.`);
  return parts.join(' ');
}

/** The lines of small print, the most important first. */
function smallPrint(scene: Scene, { lang, publisher }: PictureOptions): string[] {
  const words = mapWords[lang];
  return [
    ...(scene.demonstration ? [words.demonstration(scene.resolution_m)] : []),
    `${words.asOf(scene.day)} · ${words.edition(scene.edition)}`,
    ...(scene.reviewed ? [words.reviewed(scene.reviewed)] : []),
    publisher ?? words.unattended,
    words.attribution,
  ];
}

/** Words in a column at the left, the map at the right of it: for desks, cards and slides. */
function column(scene: Scene, options: PictureOptions, { legend, shown }: Said, paint: Paint): Layout {
  const { width, height, lang } = options;
  const across = columnOf(width);
  const pad = Math.round(across * 0.085);
  const inner = across - 2 * pad;
  const out: string[] = [];
  let y = pad + 16;
  out.push(textAt(pad, y, 'Salient', { size: 15, fill: paint('accent'), serif: true }));
  const head = inner >= 270 ? 28 : 25;
  y += head + 6;
  out.push(
    textAt(pad, y, capital(weekday(lang, scene.day)), { size: head, fill: paint('ink'), serif: true }),
  );
  for (const line of wrapText(longDay(lang, scene.day), 'serif', head, inner)) {
    y += Math.round(head * 1.12);
    out.push(textAt(pad, y, line, { size: head, fill: paint('ink'), serif: true }));
  }
  y += 12;
  for (const line of wrapText(shown, 'regular', 14, inner)) {
    y += 20;
    out.push(textAt(pad, y, line, { size: 14, fill: paint('ink') }));
  }
  // Small print from the bottom up.
  const print = smallPrint(scene, options).flatMap((line, i) =>
    wrapText(line, i === 0 ? 'bold' : 'regular', 11, inner).map((text) => ({
      text,
      bold: i === 0 && scene.demonstration,
    })),
  );
  let bottom = height - pad + 3 - (print.length - 1) * 15.5;
  const top = bottom;
  for (const { text, bold } of print) {
    out.push(textAt(pad, bottom, text, { size: 11, fill: paint('soft'), bold }));
    bottom += 15.5;
  }
  out.push(rule(pad, top - 22, inner, paint));
  // The legend under the sentence, as far as there is room.
  y += 18;
  out.push(rule(pad, y, inner, paint));
  y += 8;
  const room = top - 30 - y;
  const entries = legend.map((entry) => ({
    entry,
    lines: wrapText(entry.words, 'regular', 12, inner - SWATCH.width - 10),
  }));
  const need = entries.reduce((sum, e) => sum + 7 + e.lines.length * 16, 0);
  const gap = need <= room ? 7 : Math.max(2, 7 - (need - room) / entries.length);
  for (const { entry, lines } of entries) {
    out.push(swatchSvg(entry.key, paint, { x: pad, y: Math.round(y + gap / 2 + 1) }));
    for (const line of lines) {
      y += 16;
      out.push(textAt(pad + SWATCH.width + 10, y, line, { size: 12, fill: paint('ink') }));
    }
    y += gap;
  }
  out.push(`<path d="M${across - 0.5} 0V${height}" stroke="${paint('rule')}"/>`);
  return { map: { x: across, y: 0, width: width - across, height }, words: out.join('') };
}

/** Words above and below the map: for phones and narrow columns. */
function rows(scene: Scene, options: PictureOptions, { legend, shown }: Said, paint: Paint): Layout {
  const { width, height, lang } = options;
  const pad = width < 420 ? 16 : 20;
  const inner = width - 2 * pad;
  const out: string[] = [];
  let y = pad + 20;
  const date = `${capital(weekday(lang, scene.day))}, ${longDay(lang, scene.day)}`;
  const size = textWidth(date, 'serif', 24, 0) <= inner ? 24 : 21;
  for (const line of wrapText(date, 'serif', size, inner)) {
    out.push(textAt(pad, y, line, { size, fill: paint('ink'), serif: true }));
    y += size + 4;
  }
  y -= 6;
  for (const line of wrapText(shown, 'regular', 13, inner)) {
    out.push(textAt(pad, y, line, { size: 13, fill: paint('ink') }));
    y += 18;
  }
  const top = y - 4;
  // From the bottom up: small print as one flowing paragraph, then the legend in as many columns as fit.
  const print = wrapText(smallPrint(scene, options).join(' · '), 'regular', 10.5, inner);
  let from = height - pad + 4 - (print.length - 1) * 14.5;
  const printTop = from - 12;
  for (const line of print) {
    out.push(textAt(pad, from, line, { size: 10.5, fill: paint('soft') }));
    from += 14.5;
  }
  const columns =
    width >= 620
      ? 3
      : inner >= 330 &&
          legend.every((e) => textWidth(e.words, 'regular', 11.5) < inner / 2 - SWATCH.width - 14)
        ? 2
        : width >= 560
          ? 2
          : 1;
  const each = inner / columns;
  const entries = legend.map((entry) => ({
    entry,
    lines: wrapText(entry.words, 'regular', 11.5, each - SWATCH.width - 14),
  }));
  const perColumn = Math.ceil(entries.length / columns);
  const heights = Array.from({ length: columns }, (_, c) =>
    entries.slice(c * perColumn, (c + 1) * perColumn).reduce((sum, e) => sum + 5 + e.lines.length * 15, 0),
  );
  const legendTop = printTop - 12 - Math.max(0, ...heights);
  for (let c = 0; c < columns; c += 1) {
    let at = legendTop;
    for (const { entry, lines } of entries.slice(c * perColumn, (c + 1) * perColumn)) {
      out.push(swatchSvg(entry.key, paint, { x: pad + c * each, y: Math.round(at + 1) }));
      for (const line of lines) {
        at += 15;
        out.push(
          textAt(pad + c * each + SWATCH.width + 9, at - 1.5, line, { size: 11.5, fill: paint('ink') }),
        );
      }
      at += 5;
    }
  }
  out.push(rule(pad, printTop - 5, inner, paint));
  const bottom = Math.max(top + 80, Math.round(legendTop - 10));
  return { map: { x: 0, y: Math.round(top), width, height: bottom - Math.round(top) }, words: out.join('') };
}

/** One line of what is shown: of the whole front, or where the view is of a part, of what lies in the picture. */
function shownOf(scene: Scene, frame: Frame): string {
  const { view, day, days, lang, counts } = scene;
  const pen = penFor(frame, 0);
  const part = (view.at ?? view.area ?? view.place ?? view.event) !== undefined;
  const line = scene.fronts.some((f) => pen.lines([...f.sourced, ...f.unsourced]) !== '');
  if (!part) return mapWords[lang].shown({ day, days, line, ...counts });
  const seen = scene.marks.filter(({ point }) => {
    const [x, y] = pen.project(point);
    return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  });
  const dated = seen.filter((m) => m.standing === 'dated');
  const place = view.place ?? seen.find((m) => m.selected)?.place.id;
  return mapWords[lang].shown({
    around: scene.places.find((p) => p.id === place)?.name ?? '',
    line,
    day,
    days,
    flips: scene.moved.filter((patch) => pen.area(patch) !== '').length,
    dated: dated.length,
    strikes: dated.filter((m) => m.kind === 'strike').length,
    undated: seen.filter((m) => m.standing === 'undated').length,
  });
}

const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
const rule = (x: number, y: number, width: number, paint: Paint): string =>
  `<path d="M${tenth(x)} ${tenth(y)}h${tenth(width)}" stroke="${paint('rule')}"/>`;

/** Chips for what lies outside along the top of the map, as many as fit. */
function chipRow(
  chips: readonly Chip[],
  width: number,
  paint: Paint,
  lang: Lang,
): { svg: string; boxes: Rect[]; all: readonly Chip[] } {
  const words = mapWords[lang];
  const out: string[] = [];
  const boxes: Rect[] = [];
  const height = 24;
  let x = 12;
  const pill = (text: string, turn: number | undefined): void => {
    const arrow = turn === undefined ? 0 : 16;
    const w = textWidth(text, 'regular', 12) + 22 + arrow;
    out.push(
      `<rect x="${tenth(x)}" y="12" width="${tenth(w)}" height="${height}" rx="12" fill="${paint('paper')}" stroke="${paint('rule')}"/>`,
    );
    if (turn !== undefined) {
      out.push(
        `<path d="M0 4.5V-4.5M-3.2-1.3L0-4.5L3.2-1.3" fill="none" stroke="${paint('ink')}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round" transform="translate(${tenth(x + 16)} 24) rotate(${Math.round(turn / 45) * 45})"/>`,
      );
    }
    out.push(textAt(x + 11 + arrow, 28.3, text, { size: 12, fill: paint('ink') }));
    boxes.push({ x0: x - 2, y0: 8, x1: x + w + 2, y1: 12 + height + 2 });
    x += w + 8;
  };
  let left = chips.length;
  for (const [i, chip] of chips.entries()) {
    const text = `${chip.name} ${words.distance(chip.km)}`;
    const more = textWidth(words.elsewhere(9), 'regular', 12) + 30;
    const w = textWidth(text, 'regular', 12) + 38;
    if (x + w + (i < chips.length - 1 ? more : 0) > width - 12) break;
    pill(text, chip.bearing);
    left -= 1;
  }
  if (left > 0) pill(words.elsewhere(left), undefined);
  return { svg: out.join(''), boxes, all: chips };
}

/** A bar of a round number of kilometres in the lower right corner, true at the middle of the picture. */
function scaleBar({ camera, width, height }: Frame, paint: Paint, lang: Lang): { svg: string; box: Rect } {
  const kmPerPixel = metresPerPixel(camera.zoom, camera.lat) / 1000;
  const most = Math.min(110, width / 4) * kmPerPixel;
  const unit = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((k) => k * unit).find((k) => k <= most) ?? unit;
  const length = km / kmPerPixel;
  const [x, y] = [width - 16 - length, height - 14];
  return {
    svg:
      `<path d="M${tenth(x)} ${y - 5}v5h${tenth(length)}v-5" fill="none" stroke="${paint('casing')}" stroke-width="4" stroke-opacity=".7"/>` +
      `<path d="M${tenth(x)} ${y - 5}v5h${tenth(length)}v-5" fill="none" stroke="${paint('ink')}" stroke-width="1.2"/>` +
      textAt(x + length / 2, y - 6, `${km} ${mapWords[lang].scale.km}`, {
        size: 11,
        fill: paint('ink'),
        anchor: 'middle',
        halo: paint('land'),
      }),
    box: { x0: x - 8, y0: y - 24, x1: width, y1: height },
  };
}
