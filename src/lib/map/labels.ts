import type { Line } from '../domain/control/front.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Lang } from '../domain/text.ts';
import { around, type Rect } from '../look/labels.ts';
import type { Point } from '../look/mercator.ts';
import type { Scene } from '../scene/scene.ts';
import type { Basemap } from './basemap.ts';
import { besideFront, nameWidth, type SideOf } from './beside.ts';
import type { Canvas } from './canvas.ts';
import type { Item } from './marks.ts';
import { namesOf } from './names.ts';
import { spotFor } from './oblast-spots.ts';
import { framePoints, oblastNames, oblastPoints, pointsOf, seaPoints } from './points.ts';
import { sameThings } from './same.ts';

export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What the map's own names know: of marks, of the front, of the edges of the view. */
export interface Labels {
  basemap(map: Basemap): void;
  names(file: unknown): void;
  /** A day's scene and its marks. */
  show(scene: Scene, items: readonly Item[]): void;
  /** The camera has come to rest, or the size or insets have changed. */
  rest(items: readonly Item[]): void;
  insets(insets: Insets): void;
}

/** Pixels of quiet between names of oblasts and the edges of the view. */
const EDGE = 8;
const OBLAST = { size: 10.5, spacing: 1.5, height: 17, note: 36 } as const;
const SCALE = { width: 130, height: 22 } as const;

export function createLabels(
  canvas: Canvas,
  size: () => { readonly width: number; readonly height: number },
  lang: Lang,
): Labels {
  const { map } = canvas;
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  let base: Basemap | undefined;
  let file: GeoJSON.FeatureCollection<GeoJSON.Point> | undefined;
  let places = new Map<string, Position>();
  let scene: Scene | undefined;
  let lines: readonly Line[] = [];
  let side: SideOf = () => 'right';
  let edges: GeoJSON.Feature<GeoJSON.Point>[] = [];
  const spots = new Map<string, Position>();
  const sent = { points: '', oblasts: '' };

  const project = ([lng, lat]: Position): Point => {
    const { x, y } = map.project([lng, lat]);
    return [x, y];
  };
  const unproject = (x: number, y: number): Position => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };

  const sendPoints = (items: readonly Item[]): void => {
    const options = { lang, zoom: map.getZoom(), placeAt: (id: string) => places.get(id), side };
    const data = pointsOf(items, options);
    data.features.push(...edges);
    const key = JSON.stringify(data);
    if (key === sent.points) return;
    sent.points = key;
    canvas.set('points', data);
  };

  /** Boxes of the view that names of oblasts leave to others: marks and the front, and names of settlements. */
  const takenBy = (items: readonly Item[], view: Rect): { hard: Rect[]; names: Rect[] } => {
    const names: Rect[] = [];
    const zoom = map.getZoom();
    const inView = ([x, y]: Point): boolean => x > view.x0 && x < view.x1 && y > view.y0 && y < view.y1;
    const taken = items.map((i) => around(project(i.point), i.radius + 4 + Math.abs(i.shift)));
    for (const { geometry, properties } of file?.features ?? []) {
      if (Number(properties?.['zoom']) > zoom) continue;
      const at = project(geometry.coordinates as unknown as Position);
      if (!inView(at)) continue;
      const wide = 10 + nameWidth(String(properties?.['name']), 12);
      const x0 = properties?.['left'] ? at[0] - wide : at[0] - 4;
      names.push({ x0, x1: x0 + wide, y0: at[1] - 10, y1: at[1] + 8 });
    }
    for (const line of lines) {
      for (let i = 1; i < line.length; i += 1) {
        const [a, b] = [project(line[i - 1] as Position), project(line[i] as Position)];
        if (!inView(a) && !inView(b)) continue;
        const n = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / 9));
        for (let k = 0; k < n; k += 1)
          taken.push(around([a[0] + ((b[0] - a[0]) * k) / n, a[1] + ((b[1] - a[1]) * k) / n], 1));
      }
    }
    return { hard: taken, names };
  };

  const sendOblasts = (items: readonly Item[]): void => {
    const zoom = map.getZoom();
    if (!base || zoom < 5 || zoom > 9.5) return;
    const stage = size();
    const inner: Rect = {
      x0: EDGE + insets.left,
      y0: EDGE + insets.top,
      x1: stage.width - EDGE - insets.right,
      y1: stage.height - EDGE - insets.bottom,
    };
    const { hard, names } = takenBy(items, inner);
    const all = [...hard, ...names];
    const placed = oblastNames(base.oblasts, scene?.wide ?? [], lang).flatMap((o) => {
      if (o.rings.length === 0) return [o];
      const width = nameWidth(o.name, OBLAST.size * 1.18) + o.name.length * OBLAST.spacing;
      const wide = Math.max(width, nameWidth(o.note ?? '', 11));
      const height = o.note ? OBLAST.note : OBLAST.height;
      const spot = (taken: readonly Rect[]): Position | undefined =>
        spotFor(
          { rings: o.rings, width: wide, height },
          { inner, project, taken, before: spots.get(o.iso), unproject: ([x, y]) => unproject(x, y) },
        );
      // A name with a note goes before the towns' where it must.
      const point = spot(all) ?? (o.note ? spot(hard) : undefined);
      if (!point) return [];
      spots.set(o.iso, point);
      const [x, y] = project(point);
      all.push({ x0: x - wide / 2, x1: x + wide / 2, y0: y - height / 2, y1: y + height / 2 });
      return [{ ...o, point }];
    });
    const data = oblastPoints(placed);
    const key = JSON.stringify(data);
    if (key === sent.oblasts) return;
    sent.oblasts = key;
    canvas.set('oblasts', data);
  };

  const rest = (items: readonly Item[]): void => {
    const { width, height } = size();
    const scale = {
      x: width - SCALE.width - insets.right,
      y: height - SCALE.height - insets.bottom,
    };
    edges = framePoints({ width, height }, scale, unproject);
    sendPoints(items);
    sendOblasts(items);
  };

  return {
    basemap(given) {
      base = given;
      canvas.set('seas', seaPoints(lang));
    },
    names(given) {
      file = namesOf(given, side);
      places = new Map(
        file.features.map((f) => [
          String(f.properties?.['id']),
          f.geometry.coordinates as unknown as Position,
        ]),
      );
      canvas.set('names', file);
    },
    show(given, items) {
      const told =
        scene?.wide.map((w) => w.events.length).join() !== given.wide.map((w) => w.events.length).join();
      scene = given;
      const now = given.fronts.flatMap((f) => [...f.unsourced, ...f.sourced]);
      if (!sameThings(now, lines)) {
        lines = now;
        side = besideFront(now);
      }
      sendPoints(items);
      if (told) sendOblasts(items);
    },
    rest,
    insets(given) {
      insets = given;
    },
  };
}
