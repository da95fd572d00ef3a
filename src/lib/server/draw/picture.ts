import { cameraFor } from '#lib/look/cameras.ts';
import { metresPerPixel, type Frame } from '#lib/look/mercator.ts';
import { paintOf, type Paint } from '#lib/look/palette.ts';
import { textWidth } from '#lib/look/text-width.ts';
import type { Rect } from '#lib/look/labels.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import { mapWords } from '#lib/words/map.ts';
import { chipsOf, type Chip } from '#lib/scene/chips.ts';
import { legendOf } from '#lib/scene/legend.ts';
import { SANS, escapeXml, tenth, textAt } from './markup.ts';
import { penFor } from './path.ts';
import {
  column,
  columnOf,
  comparedWords,
  rows,
  type Area,
  type Layout,
  type PictureOptions,
} from './picture-layout.ts';
import type { DrawnScene } from './scene.ts';
import { drawMap } from './svg.ts';

export type { PictureOptions } from './picture-layout.ts';

/**
 * The map as a document of its own, everything inside it: the day, what is shown, map, legend, scale, as-of day,
 * edition, marks of demonstration and review, publisher and attribution. The same scene and options give the same bytes.
 */
export function drawPicture(scene: DrawnScene, options: PictureOptions): string {
  const { width, height, lang, theme } = options;
  const paint = paintOf(theme);
  const words = mapWords[lang];
  const { size, map, words: text, frame } = composed(scene, options, paint);
  // The chips cover the upper edge, so what would lie under them goes onto a chip too.
  const outside = chipsOf(scene, frame).length > 0 ? chipsOf(scene, frame, CHIPS_PX) : [];
  const chips = chipRow(outside, map.width, paint, lang);
  const shown = { ...scene, marks: scene.marks.filter((m) => !outside.some((c) => c.events.includes(m.id))) };
  const scale = scaleBar(frame, paint, lang);
  const drawn = drawMap(shown, {
    frame,
    paint,
    prefix: 'm',
    obstacles: [...chips.boxes, scale.box],
    outline: options.outline,
  });
  const title = [words.mapTitle(scene.day), comparedWords(scene, lang)].filter(Boolean).join('. ');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${tenth(size.width)} ${tenth(size.height)}" ` +
    `xml:lang="${lang}" role="img" aria-labelledby="t d" font-family="${SANS}">` +
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(description(scene, shownOf(scene, frame), chips.all))}</desc>` +
    `<defs><clipPath id="mf"><path d="M0 0H${tenth(map.width)}V${tenth(map.height)}H0z"/></clipPath>${drawn.defs}</defs>` +
    `<path d="M0 0H${tenth(size.width)}V${tenth(size.height)}H0z" fill="${paint('paper')}"/>` +
    `<g transform="translate(${tenth(map.x)} ${tenth(map.y)})"><g clip-path="url(#mf)">${drawn.body}${chips.svg}${scale.svg}</g></g>` +
    `${text}</svg>\n`
  );
}

/** A size at which words and map have been laid out. */
interface Composed extends Layout {
  readonly size: { readonly width: number; readonly height: number };
  readonly frame: Frame;
}

/** Portrait pictures are made for phones: so wide is their canvas, whatever the pixels. And the widest for slides. */
const PORTRAIT = 540;
const LANDSCAPE = 1280;

/**
 * Lay out words and map on a canvas that suits the picture: large pictures have larger letters, and where small ones
 * cannot hold everything the letters shrink, to a half at the least.
 */
function composed(scene: DrawnScene, options: PictureOptions, paint: Paint): Composed {
  const { width, height } = options;
  const first = isWide(width, height) ? Math.max(1, width / LANDSCAPE) : width >= 700 ? width / PORTRAIT : 1;
  let best: Composed | undefined;
  for (const shrink of [1, 0.85, 0.72, 0.6, 0.5]) {
    const k = first * shrink;
    best = composedAt(scene, { ...options, width: width / k, height: height / k }, k, paint);
    if (best.fits) break;
  }
  return best as Composed;
}

const isWide = (width: number, height: number): boolean => width >= 700 && width / height > 1.15;

function composedAt(scene: DrawnScene, options: PictureOptions, k: number, paint: Paint): Composed {
  const { width, height } = options;
  const wide = isWide(width, height);
  const cameraOf = (map: Area): Camera => {
    const named = options.camera ?? scene.view.at;
    // A camera that is named shows its own ground, however large the letters are.
    if (named) return { ...named, zoom: named.zoom - Math.log2(k) };
    return cameraFor(scene.view, { width: map.width, height: map.height }, scene.focus);
  };
  const frameOf = (map: Area): Frame => ({ camera: cameraOf(map), width: map.width, height: map.height });
  const layout = (frame: Frame): Layout => {
    const said = {
      legend: [...legendOf(scene, frame), ...(scene.seen?.legend ?? [])],
      shown: shownOf(scene, frame),
    };
    return wide ? column(scene, options, said, paint) : rows(scene, options, said, paint);
  };
  const across = columnOf(width);
  // The legend depends on what the map shows, and the map's size on the legend: three rounds settle it.
  let laid = layout(
    frameOf(
      wide
        ? { x: across, y: 0, width: width - across, height }
        : { x: 0, y: 0, width, height: height * 0.62 },
    ),
  );
  for (let i = 0; i < 2; i += 1) laid = layout(frameOf(laid.map));
  return { ...laid, size: { width, height }, frame: frameOf(laid.map) };
}

/** What the picture says, for who does not see it. */
function description(scene: DrawnScene, shown: string, chips: readonly Chip[]): string {
  const words = mapWords[scene.lang];
  const named = scene.marks.filter((m) => !chips.some((c) => c.events.includes(m.id)));
  const list = named.slice(0, 6).map((m) => m.label);
  const parts = [shown];
  if (list.length > 0) parts.push(`${list.join('; ')}.`);
  if (scene.demonstration) parts.push(`${words.demonstration(scene.resolution_m)}.`);
  return parts.join(' ');
}

/** One line of what is shown: of the whole front, or where the view is of a part, of what lies in the picture. */
export function shownOf(scene: DrawnScene, frame: Frame): string {
  const { view, day, days, lang, counts, reviewed } = scene;
  const pen = penFor(frame, 0);
  const part = (view.at ?? view.area ?? view.place ?? view.event) !== undefined;
  // Of a line that nobody reviewed since, nobody knows that it did not move.
  const isKnown = reviewed === undefined || day <= reviewed;
  const line = isKnown && scene.fronts.some((f) => pen.lines([...f.sourced, ...f.unsourced]) !== '');
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

/** What the row of chips covers. */
const CHIPS_PX = 46;

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
export function scaleBar(
  { camera, width, height }: Frame,
  paint: Paint,
  lang: Lang,
): { svg: string; box: Rect } {
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
