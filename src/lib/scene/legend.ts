import { EVENT_KINDS } from '#lib/domain/events/terms.ts';
import { boxOfFrame, metresPerPixel, projection, type Frame } from '#lib/look/mercator.ts';
import type { Paint } from '#lib/look/palette.ts';
import { LEGEND_KEYS, type LegendKey } from '#lib/look/legend-keys.ts';
import { mapWords } from '#lib/words/map.ts';
import { groundMeets, linesMeet } from './in-frame.ts';
import type { Scene } from './scene.ts';

/** A swatch's key and its words. */
export interface LegendEntry {
  readonly key: LegendKey;
  readonly words: string;
  readonly draw?: undefined;
}

/** An entry that brings its own swatch, which the first page need not know. */
export interface DrawnEntry {
  readonly key: string;
  readonly words: string;
  readonly draw: (paint?: Paint, place?: { readonly x: number; readonly y: number }) => string;
}

/** Control truer than this many pixels is a line; coarser, a band. */
export const BAND_PX = 48;

/** Whether the ledgers' edge is drawn as a soft band at a camera, because a line would say more than is known. */
export const isBand = (scene: Pick<Scene, 'resolution_m'>, { camera }: Pick<Frame, 'camera'>): boolean =>
  scene.resolution_m / metresPerPixel(camera.zoom, camera.lat) > BAND_PX;

/**
 * The legend of what is on screen, in words, in the order of the swatches.
 *
 * @param frame the picture; without it everything that the scene holds counts as on screen
 */
export function legendOf(scene: Scene, frame?: Frame): LegendEntry[] {
  const keys = keysOf(scene, frame);
  const facts = { freshDays: scene.freshDays, start: scene.start, resolution_m: scene.resolution_m };
  return LEGEND_KEYS.filter((key) => keys.has(key)).map((key) => ({
    key,
    words: mapWords[scene.lang].legend(key, facts),
  }));
}

function keysOf(scene: Scene, frame: Frame | undefined): Set<LegendKey> {
  const keys = new Set<LegendKey>();
  const on = (layer: Scene['layers'][number]): boolean => scene.layers.includes(layer);
  const box = frame && boxOfFrame(frame);
  const hasArea = (rings: Scene['grounds'][number]['rings']): boolean =>
    box ? groundMeets(rings, box) : rings.length > 0;
  const hasLine = (lines: Scene['fronts'][number]['sourced']): boolean =>
    box ? linesMeet(lines, box) : lines.length > 0;
  for (const g of scene.grounds) {
    const quiet = g.basis === 'assessed' || g.basis === 'pre-2022';
    if (!on(quiet ? 'control' : 'contested') || !hasArea(g.rings)) continue;
    if (g.basis === 'pre-2022') keys.add('pre2022');
    else if (g.basis === 'assessed') keys.add(g.holder === 'ukraine' ? 'ua-held' : 'held');
    else keys.add(g.basis);
  }
  if (on('fresh'))
    for (const f of scene.fresh) if (hasArea(f.rings)) keys.add(f.to === 'ukraine' ? 'ua-fresh' : 'fresh');
  const band = frame !== undefined && isBand(scene, frame);
  if (on('front')) {
    for (const f of scene.fronts) {
      const ukraine = f.side === 'ukraine';
      if (hasLine(f.unsourced)) keys.add(band ? 'band' : ukraine ? 'ua-unsourced' : 'unsourced');
      if (hasLine(f.sourced) && (band || !ukraine)) keys.add(band ? 'band' : 'front');
    }
    // Where every stretch has its source, the swatch of the held ground already shows the edge.
    if (!keys.has('unsourced')) keys.delete('front');
    if (keys.has('unsourced')) keys.delete('ua-unsourced');
  }
  if (on('start') && !band && scene.startLine && hasLine(scene.startLine.lines)) keys.add('start');
  if (on('events')) marksOf(scene, frame, keys);
  return keys;
}

function marksOf(scene: Scene, frame: Frame | undefined, keys: Set<LegendKey>): void {
  const project = frame && projection(frame);
  for (const mark of scene.marks) {
    const [x, y] = project?.(mark.point) ?? [0, 0];
    if (frame && (x < 0 || y < 0 || x > frame.width || y > frame.height)) continue;
    const kind = EVENT_KINDS.find((k) => k === mark.kind);
    if (kind) keys.add(kind);
    if (mark.evidence === 'claimed') keys.add('claimed-mark');
    if (mark.disputed) keys.add('disputed-mark');
    const radius = frame ? mark.radius_m / metresPerPixel(frame.camera.zoom, mark.point[1]) : 20;
    const halo = mark.kind !== 'advance' && radius >= 13 && (!frame || radius * 4 <= frame.width);
    if (halo) keys.add('halo');
  }
}
