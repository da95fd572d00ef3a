import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import type { Paint } from '#lib/look/palette.ts';
import { SWATCH, swatchSvg } from '#lib/look/swatches.ts';
import { textWidth, wrapText } from '#lib/look/text-width.ts';
import { compareWords } from '#lib/words/compare.ts';
import { longDay, weekday } from '#lib/words/dates.ts';
import { mapWords } from '#lib/words/map.ts';
import type { DrawnEntry, LegendEntry } from '#lib/scene/legend.ts';
import { tenth, textAt } from './markup.ts';
import type { Scene } from '#lib/scene/scene.ts';

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  /** Without it, the view's own. */
  readonly camera?: Camera | undefined;
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  /** Who publishes; without it the picture says that nobody watches over it. */
  readonly publisher?: string | undefined;
  /** Bounds that are drawn over the map. */
  readonly outline?: Rings | undefined;
}

/** A rectangle by its corner and size. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the words of a picture depend on. */
export interface Said {
  readonly legend: readonly (LegendEntry | DrawnEntry)[];
  readonly shown: string;
}

/** Words of the picture's column or rows, laid out. */
export interface Layout {
  readonly map: Area;
  readonly words: string;
  /** Whether everything has its room and the map is no mere strip. */
  readonly fits: boolean;
}

/** Width of the column of words beside the map. */
export const columnOf = (width: number): number => Math.round(Math.min(340, Math.max(280, width * 0.27)));

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

/** The other day of two that are compared, in words; nothing where there is one only. */
export const comparedWords = ({ compared }: Scene, lang: Lang): string =>
  compared ? compareWords[lang].with(longDay(lang, compared)) : '';

/** Words in a column at the left, the map at the right of it: for desks, cards and slides. */
export function column(scene: Scene, options: PictureOptions, { legend, shown }: Said, paint: Paint): Layout {
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
  for (const line of scene.compared ? wrapText(comparedWords(scene, lang), 'serif', 15, inner) : []) {
    y += 22;
    out.push(textAt(pad, y, line, { size: 15, fill: paint('soft'), serif: true }));
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
    out.push(swatchOf(entry, paint, { x: pad, y: Math.round(y + gap / 2 + 1) }));
    for (const line of lines) {
      y += 16;
      out.push(textAt(pad + SWATCH.width + 10, y, line, { size: 12, fill: paint('ink') }));
    }
    y += gap;
  }
  out.push(`<path d="M${across - 0.5} 0V${height}" stroke="${paint('rule')}"/>`);
  return {
    map: { x: across, y: 0, width: width - across, height },
    words: out.join(''),
    fits: need <= room + 4 * entries.length,
  };
}

/** Pixels of height below which a map is none. */
const LEAST_MAP = 60;

/** Words above and below the map: for phones and narrow columns. */
export function rows(scene: Scene, options: PictureOptions, { legend, shown }: Said, paint: Paint): Layout {
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
  for (const line of scene.compared ? wrapText(comparedWords(scene, lang), 'serif', 16, inner) : []) {
    out.push(textAt(pad, y - 2, line, { size: 16, fill: paint('soft'), serif: true }));
    y += 24;
  }
  y -= 6;
  for (const line of wrapText(shown, 'regular', 13, inner)) {
    out.push(textAt(pad, y, line, { size: 13, fill: paint('ink') }));
    y += 18;
  }
  const top = y - 4;
  // From the bottom up: small print as one flowing paragraph, then the legend in as many columns as fit.
  const print = wrapText(smallPrint(scene, options).join(' · '), 'regular', 10.5, inner);
  let baseline = height - pad + 4 - (print.length - 1) * 14.5;
  const printTop = baseline - 12;
  for (const line of print) {
    out.push(textAt(pad, baseline, line, { size: 10.5, fill: paint('soft') }));
    baseline += 14.5;
  }
  const columns =
    width >= 600
      ? 3
      : inner >= 330 &&
          legend.every((e) => textWidth(e.words, 'regular', 11.5) < inner / 2 - SWATCH.width - 14)
        ? 2
        : width >= 500
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
      out.push(swatchOf(entry, paint, { x: pad + c * each, y: Math.round(at + 1) }));
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
  const from = Math.round(top);
  const bottom = Math.max(from + LEAST_MAP, Math.round(legendTop - 10));
  return {
    map: { x: 0, y: from, width, height: bottom - from },
    words: out.join(''),
    fits: legendTop - 10 - from >= Math.min(height * 0.36, width),
  };
}

const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
const rule = (x: number, y: number, width: number, paint: Paint): string =>
  `<path d="M${tenth(x)} ${tenth(y)}h${tenth(width)}" stroke="${paint('rule')}"/>`;
const swatchOf = (entry: LegendEntry | DrawnEntry, paint: Paint, at: { x: number; y: number }): string =>
  entry.draw ? entry.draw(paint, at) : swatchSvg(entry.key, paint, at);
