import { type Frame, type Point } from '#lib/look/mercator.ts';
import { TARGET, markSvg } from '#lib/look/marks.ts';
import { variable, type Paint } from '#lib/look/palette.ts';
import type { PlacedLabel, Rect } from '#lib/look/labels.ts';
import { NARROW_PX } from '#lib/look/cameras.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import { textWidth } from '#lib/look/text-width.ts';
import { mapWords } from '#lib/words/map.ts';
import { landLayer, linesLayer } from './base-layers.ts';
import { frontLayer } from './front-layer.ts';
import { groundLayer, hatchLayer } from './ground-layers.ts';
import { stroke, type Ink } from './ink.ts';
import { SANS, escapeXml, lengthOf, tenth, textAt } from './markup.ts';
import { comparedWords } from './picture-layout.ts';
import { OBLAST, SEA, WIDE, haloOf, isVague, placeNames, wideOf, type Insets } from './names.ts';
import { reviewedLayer } from './reviewed-layer.ts';
import { penFor } from './path.ts';
import type { SceneMark } from '#lib/scene/scene.ts';
import type { DrawnScene } from './scene.ts';

export { drawPicture, type PictureOptions } from './picture.ts';

/** What a link in a picture leads to. */
export interface Target {
  readonly kind: 'event' | 'place';
  readonly id: string;
}

/** How finely lines are drawn. */
export interface Fineness {
  /** Pixels by which a line may leave the true one; without it, less than anybody sees. */
  readonly tolerance?: number | undefined;
  /** How many times farther than usual the lines of the base map may leave theirs. */
  readonly ease?: number | undefined;
}

export interface MapOptions extends Fineness {
  readonly frame: Frame;
  readonly paint: Paint;
  readonly prefix: string;
  readonly hrefOf?: ((target: Target) => string) | undefined;
  readonly insets?: Insets | undefined;
  /** Boxes of the frame that something else covers. */
  readonly obstacles?: readonly Rect[] | undefined;
  /** Where names stand only if there is no better room. */
  readonly rather?: readonly Rect[] | undefined;
  /** Classes of a name that stands in a box. */
  readonly classOf?: ((box: Rect) => string) | undefined;
  /** Bounds that are asked about. */
  readonly outline?: Rings | undefined;
}

export interface InlineOptions {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  readonly lang: Lang;
  readonly idPrefix: string;
  readonly hrefOf: (target: Target) => string;
  /** Pixels along each edge that the page covers or crops: no label stands there. */
  readonly labelInset?: Insets;
  /** Boxes of the picture over which the page lays something: no label stands under them or across their edges. */
  readonly obstacles?: readonly Rect[] | undefined;
  readonly outline?: Rings | undefined;
}

const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * The map as an `<svg>` for a page: colours are the page's `--map-…` variables, marks and place names are links, and
 * there is no style attribute or element, which the page's policy would refuse. One unit is one CSS pixel.
 */
export function drawInline(scene: DrawnScene, options: InlineOptions): string {
  const { camera, width, height, lang, idPrefix, hrefOf, labelInset, obstacles, outline } = options;
  const { defs, body } = drawMap(scene, {
    frame: { camera, width, height },
    paint: variable,
    prefix: idPrefix,
    hrefOf,
    insets: labelInset,
    obstacles,
    outline,
  });
  const label = escapeXml(
    [comparedWords(scene, lang), mapWords[lang].mapLabel(scene.day)].filter(Boolean).join('. '),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `preserveAspectRatio="xMidYMid slice" role="group" aria-label="${label}" font-family="${SANS}"><defs>${defs}</defs>${body}</svg>`
  );
}

/** The map itself, without a frame around it: what `drawInline` and `drawPicture` share. */
export function drawMap(scene: DrawnScene, options: MapOptions): { defs: string; body: string } {
  const { frame, paint, prefix, hrefOf, insets = NONE, obstacles = [], rather = [], outline = [] } = options;
  const pen = penFor(frame, undefined, options.tolerance);
  const ink = { pen, paint, prefix, ease: options.ease };
  const land = landLayer(ink);
  const ground = groundLayer(scene, ink);
  const reviewed = reviewedLayer(scene, ink);
  const hatches = hatchLayer(scene, ink);
  const front = frontLayer(scene, ink, frame.width < NARROW_PX);
  const marks = scene.layers.includes('events') ? spread(scene.marks, frame, pen.project) : [];
  const names = placeNames(
    scene,
    pen,
    marks.filter((m) => !isRing(m.mark)),
    insets,
    obstacles,
    rather,
  );
  const within = (label: PlacedLabel, drawn: string): string => {
    const classes = drawn && options.classOf?.(label.box);
    return classes ? `<g class="${classes}">${drawn}</g>` : drawn;
  };
  const labels = scene.layers.includes('labels');
  // In a frame of an article there are the letters that the reader has, which may be wider than those measured.
  const isFitted = options.classOf !== undefined;
  return {
    defs: land.defs + front.defs + ground.defs + reviewed.defs + hatches.defs + dots(prefix, paint),
    body:
      `<g aria-hidden="true">${land.body}${ground.body}${reviewed.body}${linesLayer(ink)}${hatches.body}${front.body}${boundsLayer(outline, ink)}` +
      `${labels ? quietNames(names.oblasts, names.seas, paint, within, isFitted) : ''}` +
      `${marks.map(({ mark }) => halo(mark, frame, pen.project(mark.point), paint)).join('')}</g>` +
      marks
        .filter(({ mark }) => isRing(mark))
        .map(({ mark, at }) => ring(mark, at, frame, paint, hrefOf))
        .join('') +
      (labels
        ? `<g fill="${paint('ink')}" stroke="${paint('land')}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">` +
          names.places.map((l) => within(l, placeName(l, prefix, hrefOf, isFitted))).join('') +
          '</g>' +
          names.oblasts.map((l) => within(l, wideNote(scene, l, paint, hrefOf, isFitted))).join('')
        : '') +
      marks
        .filter(({ mark }) => !isRing(mark))
        .map(({ mark, at }) => link(mark, at, paint, hrefOf))
        .join(''),
  };
}

/** Bounds that are asked about: dashes, which no line of control has. */
const boundsLayer = (outline: Rings, { pen, paint }: Ink): string => {
  const d = pen.area(outline);
  return stroke(d, paint('casing'), 4) + stroke(d, paint('ink'), 1.8, ' stroke-dasharray="7 5"');
};

/** An advance without a heading is said to be somewhere around a place: a ring of its true width, and no needle. */
const isRing = (mark: SceneMark): boolean =>
  mark.kind === 'advance' && mark.heading === undefined && mark.precision === 'district';

/** Marks in the picture; those that would lie on each other stand side by side. */
function spread(marks: readonly SceneMark[], frame: Frame, project: (p: SceneMark['point']) => Point) {
  const seen = marks
    .map((mark) => ({ mark, at: project(mark.point) }))
    .filter(({ at: [x, y], mark }) => {
      const slack = isRing(mark) ? haloOf(mark, frame) : 14;
      return x > -slack && y > -slack && x < frame.width + slack && y < frame.height + slack;
    });
  const groups: { mark: SceneMark; at: Point }[][] = [];
  for (const m of seen) {
    const group = isRing(m.mark)
      ? undefined
      : groups.find(
          (g) => g[0] && !isRing(g[0].mark) && Math.hypot(g[0].at[0] - m.at[0], g[0].at[1] - m.at[1]) < 16,
        );
    if (group) group.push(m);
    else groups.push([m]);
  }
  return groups.flatMap((group) =>
    group.map(({ mark, at }, i): { mark: SceneMark; at: Point } => ({
      mark,
      at: [at[0] + (i - (group.length - 1) / 2) * 24, at[1]],
    })),
  );
}

/** A dotted ring of true metres around a mark that is not exact; too wide for the view, it is left to the words. */
function halo(mark: SceneMark, frame: Frame, [x, y]: Point, paint: Paint): string {
  const radius = haloOf(mark, frame);
  if (isRing(mark) || radius < 13 || isVague(mark, frame)) return '';
  return (
    `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" fill="${paint('ink')}" fill-opacity=".05" ` +
    `stroke="${paint('ink')}" stroke-opacity=".75" stroke-width="1.1" stroke-dasharray=".1 3.2" stroke-linecap="round"/>`
  );
}

// Links in a picture are for the pointer. The page crops the picture to the window, so the focus of a keyboard could
// come to stand where nobody sees it; the lists beside it and the search have the same links.
const linked = (inside: string, label: string, href: string | undefined): string =>
  href === undefined
    ? `<g><title>${escapeXml(label)}</title>${inside}</g>`
    : `<a href="${escapeXml(href)}" tabindex="-1" aria-label="${escapeXml(label)}"><title>${escapeXml(label)}</title>${inside}</a>`;

function ring(
  mark: SceneMark,
  [x, y]: Point,
  frame: Frame,
  paint: Paint,
  hrefOf: MapOptions['hrefOf'],
): string {
  const r = tenth(Math.max(10, haloOf(mark, frame)));
  const at = `cx="${tenth(x)}" cy="${tenth(y)}" r="${r}"`;
  const dash = mark.evidence === 'claimed' ? '1.5 3.5' : '4 3.5';
  return linked(
    `<circle ${at} fill="none" stroke="${paint('front')}" stroke-width="1" stroke-opacity=".7" stroke-dasharray="${dash}"/>` +
      `<circle ${at} fill="none" stroke="${paint('front')}" stroke-opacity="0" stroke-width="12" pointer-events="stroke"/>`,
    mark.label,
    hrefOf?.({ kind: 'event', id: mark.id }),
  );
}

function link(mark: SceneMark, [x, y]: Point, paint: Paint, hrefOf: MapOptions['hrefOf']): string {
  const target = TARGET.least / 2 + 1;
  const chosen = mark.selected
    ? `<circle r="15" fill="none" stroke="${paint('accent')}" stroke-width="2"/>`
    : '';
  const picture = markSvg(mark.kind, {
    evidence: mark.evidence,
    disputed: mark.disputed,
    heading: mark.heading,
    by: mark.by,
    paint,
  });
  return linked(
    `<g transform="translate(${tenth(x)} ${tenth(y)})"><circle r="${target}" fill="none" pointer-events="all"/>${chosen}${picture}</g>`,
    mark.label,
    hrefOf?.({ kind: 'event', id: mark.id }),
  );
}

/** The dots of settlements, small and large, drawn once and used by each. */
const dots = (prefix: string, paint: Paint): string =>
  [2, 2.6]
    .map(
      (r, i) =>
        `<circle id="${prefix}d${i}" r="${r}" fill="${paint('mark-paper')}" stroke="${paint('ink')}" stroke-width="1.3" paint-order="normal"/>`,
    )
    .join('');

function placeName(
  label: PlacedLabel,
  prefix: string,
  hrefOf: MapOptions['hrefOf'],
  isFitted: boolean,
): string {
  const { text, size, face, point, radius } = label.request;
  const bold = face === 'bold';
  const dot =
    radius > 0
      ? `<use href="#${prefix}d${bold ? 1 : 0}" x="${tenth(point[0])}" y="${tenth(point[1])}"/>`
      : '';
  const words = `<text x="${tenth(label.x)}" y="${tenth(label.y)}" font-size="${size}"${bold ? ' font-weight="600"' : ''}${lengthOf(isFitted ? textWidth(text, face, size) : undefined)}>${escapeXml(text)}</text>`;
  if (!hrefOf) return dot + words;
  const { x0, x1, y0, y1 } = label.box;
  const tall = Math.max(0, TARGET.least - (y1 - y0)) / 2;
  const hit = `<path d="M${Math.floor(x0)} ${Math.floor(y0 - tall)}h${Math.ceil(x1 - x0)}v${Math.ceil(y1 - y0 + 2 * tall)}h-${Math.ceil(x1 - x0)}z" fill="none" stroke="none" pointer-events="all"/>`;
  return `<a href="${escapeXml(hrefOf({ kind: 'place', id: label.id }))}" tabindex="-1">${hit}${dot}${words}</a>`;
}

/** A line under the name of an oblast that leads to what is known of the whole of it. */
function wideNote(
  scene: DrawnScene,
  name: PlacedLabel,
  paint: Paint,
  hrefOf: MapOptions['hrefOf'],
  isFitted: boolean,
): string {
  const oblast = scene.oblasts.find((o) => o.iso === name.id);
  const wide = oblast && wideOf(scene, oblast.rings);
  if (!wide) return '';
  const { events, place } = wide;
  const text = mapWords[scene.lang].wide(events.length);
  const width = textWidth(text, 'regular', WIDE.size);
  const x = Math.round((name.box.x0 + name.box.x1 - width) / 2);
  const y = name.y + WIDE.height - 1;
  const words =
    `<path d="M${x - 4} ${y - 16}h${Math.ceil(width) + 8}v24H${x - 4}z" fill="none" pointer-events="all"/>` +
    textAt(x, y, text, { size: WIDE.size, fill: paint('ink'), length: isFitted ? width : undefined }) +
    `<path d="M${x} ${y + 3}h${Math.ceil(width)}" stroke="${paint('ink')}" stroke-width=".8" stroke-opacity=".6"/>`;
  const [first] = events;
  const target: Target =
    events.length === 1 && first ? { kind: 'event', id: first.id } : { kind: 'place', id: place.id };
  return linked(words, `${text}: ${events.map((e) => e.title).join('; ')}`, hrefOf?.(target));
}

/** Names of oblasts in spaced small capitals, of seas in the colour of water. */
function quietNames(
  oblasts: readonly PlacedLabel[],
  seas: readonly PlacedLabel[],
  paint: Paint,
  within: (label: PlacedLabel, drawn: string) => string,
  isFitted: boolean,
): string {
  const name = (label: PlacedLabel, { size, spacing }: typeof OBLAST | typeof SEA): string => {
    const { text, face } = label.request;
    const length = isFitted ? textWidth(text, face, size, spacing) : undefined;
    return within(label, textAt(label.x, label.y, text, { size, fill: paint('faint'), spacing, length }));
  };
  return oblasts.map((o) => name(o, OBLAST)).join('') + seas.map((s) => name(s, SEA)).join('');
}
