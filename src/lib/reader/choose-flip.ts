import { boxOf } from '#lib/domain/geometry/rings.ts';
import { cameraForBox } from '#lib/look/mercator.ts';
import { pointIn } from './point-in.ts';
import type { ReaderState } from './state.svelte.ts';

/** Show ground that changed hands: the patch on the map, and whose it is and by which report. */
export function chooseFlip(reader: ReaderState, statement: string): void {
  const { start, day } = reader.told.scene;
  const flip = reader.atlas.control.flips(start, day).find((f) => f.statement.id === statement);
  if (!flip) return;
  reader.open({ kind: 'ground', point: pointIn(flip.patch) });
  const { width, height } = reader.size;
  const fit = cameraForBox(boxOf(flip.patch), width, height, 90);
  reader.map.fly({ ...fit, zoom: Math.min(fit.zoom, Math.max(reader.camera.zoom, 7.6)) });
}
