import { inRings, type Rings } from '#lib/domain/geometry/rings.ts';
import { metresPerPixel, type Frame, type Point } from '#lib/look/mercator.ts';
import { around, placeLabels, type LabelRequest, type PlacedLabel, type Rect } from '#lib/look/labels.ts';
import { textWidth } from '#lib/look/text-width.ts';
import { mapWords } from '#lib/words/map.ts';
import type { Pen } from './path.ts';
import type { SceneMark, WideEvents } from '#lib/scene/scene.ts';
import type { DrawnScene } from './scene.ts';

export interface Names {
  readonly places: readonly PlacedLabel[];
  readonly oblasts: readonly PlacedLabel[];
  readonly seas: readonly PlacedLabel[];
}

/** Pixels of quiet between labels and the edge of the picture. */
const EDGE = 8;
export const OBLAST = { size: 10.5, spacing: 1.5 } as const;
/** The note under the name of an oblast, and the room that it takes. */
export const WIDE = { size: 11, height: 17 } as const;
export const SEA = { size: 11.5, spacing: 0.6 } as const;

export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * Where names stand: settlements first, then oblasts and seas in what is left.
 *
 * @param covered where a name stands only if there is no better room
 */
export function placeNames(
  scene: DrawnScene,
  pen: Pen,
  marks: readonly { mark: SceneMark; at: Point }[],
  insets: Insets,
  obstacles: readonly Rect[],
  covered: readonly Rect[] = [],
): Names {
  const { frame } = pen;
  const inner: Rect = {
    x0: EDGE + insets.left,
    y0: EDGE + insets.top,
    x1: frame.width - EDGE - insets.right,
    y1: frame.height - EDGE - insets.bottom,
  };
  const taken = [...obstacles, ...marks.map(({ at }) => around(at, 11))];
  const rather = [
    ...covered.flatMap(pointsIn),
    ...scene.fronts.flatMap((f) =>
      pen.pieces([...f.unsourced, ...f.sourced], 2).flatMap((piece) => alongEvery(piece, 9)),
    ),
  ];
  const zoom = frame.camera.zoom;
  const requests = scene.places.flatMap((place): LabelRequest[] => {
    const point = pen.project(place.point);
    const [x, y] = point;
    if (x < inner.x0 || x > inner.x1 || y < inner.y0 || y > inner.y1) return [];
    if (!place.named && place.zoom > zoom) return [];
    const marked = marks.filter(({ at }) => Math.hypot(at[0] - x, at[1] - y) < 8);
    // A mark that is true to no more than what the picture shows says so: it is somewhere here.
    const vague = marked.some(({ mark }) => mark.place.id === place.id && isVague(mark, frame));
    const big = place.population >= 250_000;
    return [
      {
        id: place.id,
        text: vague ? mapWords[scene.lang].somewhere(place.name) : place.name,
        face: place.named ? 'bold' : 'regular',
        size: place.named || big ? 13 : place.population >= 40_000 ? 12 : 11.5,
        point,
        gap: marked.some(({ mark }) => mark.selected) ? 20 : marked.length > 0 ? 14 : 7,
        radius: marked.length > 0 ? 0 : 4,
        priority: place.priority,
      },
    ];
  });
  const places = placeLabels(requests.slice(0, 400), inner, taken, rather);
  const rings = marks.map(({ mark, at }) => ({ at, r: haloOf(mark, frame) })).filter(({ r }) => r < 80);
  const hatched = pen.shapes(
    scene.grounds.filter((g) => g.basis !== 'assessed' && g.basis !== 'pre-2022').flatMap((g) => g.rings),
    2,
  );
  const used = [
    ...taken,
    ...rings.map(({ at, r }) => around(at, r)),
    ...hatched.map(boundsOfRing),
    ...places.flatMap((p) => [p.box, around(p.request.point, 5)]),
  ];
  const oblasts = placeLabels(oblastRequests(scene, frame, pen, inner), inner, used, rather);
  const more = [...used, ...oblasts.map((o) => o.box)];
  const seas = placeLabels(seaRequests(scene, pen, frame), inner, more);
  return { places, oblasts, seas };
}

const boundsOfRing = (ring: readonly Point[]): Rect => ({
  x0: Math.min(...ring.map((p) => p[0])),
  y0: Math.min(...ring.map((p) => p[1])),
  x1: Math.max(...ring.map((p) => p[0])),
  y1: Math.max(...ring.map((p) => p[1])),
});

/** Points in a box, one every so many pixels each way. */
function pointsIn({ x0, x1, y0, y1 }: Rect): Point[] {
  const step = 9;
  const points: Point[] = [];
  for (let y = y0; y <= y1; y += step) for (let x = x0; x <= x1; x += step) points.push([x, y]);
  return points;
}

/** Points along a line, one every so many pixels. */
function alongEvery(line: readonly Point[], step: number): Point[] {
  const points: Point[] = [];
  for (let i = 1; i < line.length; i += 1) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const n = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
    for (let k = 0; k < n; k += 1)
      points.push([a[0] + ((b[0] - a[0]) * k) / n, a[1] + ((b[1] - a[1]) * k) / n]);
  }
  return points;
}

/** Events of which no more is known than this oblast. */
export const wideOf = (scene: DrawnScene, oblast: Rings): WideEvents | undefined =>
  scene.layers.includes('events') ? scene.wide.find((w) => inRings(w.point, oblast)) : undefined;

const CITIES: ReadonlySet<string> = new Set(['UA-30', 'UA-40']);

/** Names of oblasts wherever the whole name lies inside what is seen of them, nearest to the middle of it first. */
function oblastRequests(scene: DrawnScene, frame: Frame, pen: Pen, inner: Rect): LabelRequest[] {
  if (frame.camera.zoom < 5 || frame.camera.zoom > 9.5) return [];
  return scene.oblasts.flatMap((oblast): LabelRequest[] => {
    // Kyiv and Sevastopol are cities of their own and are named as such.
    if (CITIES.has(oblast.iso)) return [];
    const seen = pen.shapes(oblast.rings, 1).map((ring) => [...ring, ring[0] as Point]);
    if (seen.length === 0) return [];
    const text = oblast.name.toLocaleUpperCase(scene.lang);
    const half = textWidth(text, 'regular', OBLAST.size, OBLAST.spacing) / 2;
    const box = boundsOf(seen, inner);
    const [cx, cy] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    const points: Point[] = [];
    for (let y = box.y0 + 14; y < box.y1 - 10; y += 14) {
      for (let x = box.x0 + half; x <= box.x1 - half; x += 18) {
        if (
          [-1, -0.5, 0, 0.5, 1].every((t) => [-8, 8].every((u) => inRings([x + t * (half + 5), y + u], seen)))
        )
          points.push([x, y]);
      }
    }
    points.sort(
      (a, b) => Math.hypot(a[0] - cx, (a[1] - cy) * 1.4) - Math.hypot(b[0] - cx, (b[1] - cy) * 1.4),
    );
    const [first, ...others] = points;
    if (!first) return [];
    const wide = wideOf(scene, oblast.rings);
    const note = wide && mapWords[scene.lang].wide(wide.events.length);
    return [
      {
        id: oblast.iso,
        ...(note ? { under: { width: textWidth(note, 'regular', WIDE.size), height: WIDE.height } } : {}),
        text,
        face: 'regular',
        size: OBLAST.size,
        letterSpacing: OBLAST.spacing,
        point: first,
        others: others.slice(0, 120),
        gap: 0,
        radius: 0,
        // What is told of a whole oblast hangs on its name, so that name goes first.
        priority: points.length + (wide ? 10_000 : 0),
      },
    ];
  });
}

function boundsOf(rings: readonly (readonly Point[])[], limit: Rect): Rect {
  let { x0, y0, x1, y1 } = { x0: limit.x1, y0: limit.y1, x1: limit.x0, y1: limit.y0 };
  for (const [x, y] of rings.flat()) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return {
    x0: Math.max(x0, limit.x0),
    y0: Math.max(y0, limit.y0),
    x1: Math.min(x1, limit.x1),
    y1: Math.min(y1, limit.y1),
  };
}

/** Points of open water for the names of the seas. */
const SEAS: Readonly<Record<'azov' | 'black', readonly (readonly [number, number])[]>> = {
  azov: [
    [36.6, 46.15],
    [36.3, 46.3],
    [36.9, 46.4],
    [37.2, 46.6],
    [36.2, 45.85],
  ],
  black: [
    [31.4, 45.4],
    [31.9, 45.9],
    [31.2, 44.6],
    [33.2, 44],
    [36.6, 44.3],
  ],
};

function seaRequests(scene: DrawnScene, pen: Pen, frame: Frame): LabelRequest[] {
  if (frame.camera.zoom < 4.6) return [];
  return (['azov', 'black'] as const).flatMap((sea): LabelRequest[] => {
    const [first, ...others] = SEAS[sea].map((p) => pen.project(p));
    if (!first) return [];
    const text = mapWords[scene.lang].seas[sea];
    return [
      {
        id: `sea-${sea}`,
        text,
        face: 'regular',
        size: SEA.size,
        letterSpacing: SEA.spacing,
        point: first,
        others,
        gap: 0,
        radius: 0,
        priority: 0,
      },
    ];
  });
}

/** Whether a halo is wider than half of the picture: then words say how exact the mark is. */
export const isVague = (mark: SceneMark, frame: Frame): boolean => haloOf(mark, frame) * 4 > frame.width;

/** Radius of a mark's halo in pixels. */
export const haloOf = (mark: SceneMark, frame: Frame): number =>
  mark.radius_m / metresPerPixel(frame.camera.zoom, mark.point[1]);
