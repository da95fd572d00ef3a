import { SCALE } from '../geometry/rounding.ts';
import { EARTH_RADIUS_M } from '../geometry/sphere.ts';
import type { SeriesReader } from './series-reader.ts';

const known = new WeakMap<SeriesReader, { sines: Float64Array; areas: Map<number, number> }>();

/** Square metres on the sphere of the ground of a series after a change: measured once. */
export function areaAt(reader: SeriesReader, index: number): number {
  const { x, y } = reader.series;
  const kept = known.get(reader) ?? {
    sines: Float64Array.from(y, (lat) => Math.sin((lat / SCALE) * (Math.PI / 180))),
    areas: new Map<number, number>(),
  };
  known.set(reader, kept);
  let area = kept.areas.get(index);
  if (area === undefined) {
    let sum = 0;
    for (const ring of reader.verticesAt(index)) {
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [ring[i - 1] as number, ring[i] as number];
        const sines = (kept.sines[a] as number) + (kept.sines[b] as number);
        sum += ((x[a] as number) - (x[b] as number)) * sines;
      }
    }
    // A = R²/2 · Σ Δλ (sin φ₁ + sin φ₂), as in geometry/sphere.ts.
    area = (((sum / SCALE) * (Math.PI / 180)) / 2) * EARTH_RADIUS_M ** 2;
    kept.areas.set(index, area);
  }
  return area;
}
