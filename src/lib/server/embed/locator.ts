import type { Box } from '#lib/domain/geometry/rings.ts';
import { cameraForBox, type Frame } from '#lib/look/mercator.ts';
import { variable } from '#lib/look/palette.ts';
import { basemap } from '../draw/basemap.ts';
import { fill, stroke } from '../draw/ink.ts';
import { escapeXml, tenth } from '../draw/markup.ts';
import { pathData, penFor, type Pen } from '../draw/path.ts';

export const LOCATOR = { width: 92, height: 62 } as const;
/** Ukraine in its recognised borders: west, south, east, north. */
const UKRAINE: Box = [22.1, 44.3, 40.3, 52.4];
/** A box is drawn no smaller: it says where, not how large. */
const LEAST_PX = 7;

/** What has fewer corners at this size is left out. */
const LEAST_CORNERS = 3;

/** The oblasts in steps of whole pixels, a corner no nearer to the last than two: at this size no more is seen. */
function outline(pen: Pen): string {
  return basemap()
    .oblasts.flatMap((oblast) => oblast.rings)
    .map((ring) => {
      const kept: [number, number][] = [];
      for (const point of ring) {
        const [x, y] = pen.project(point).map(Math.round) as [number, number];
        const last = kept.at(-1);
        if (!last || Math.hypot(x - last[0], y - last[1]) >= 2) kept.push([x, y]);
      }
      return kept.length < LEAST_CORNERS ? '' : pathData(kept, true);
    })
    .join('');
}

/** Where a map lies in Ukraine: its outline, and a box. */
export function drawLocator(box: Box, label: string): string {
  const frame: Frame = { ...LOCATOR, camera: cameraForBox(UKRAINE, LOCATOR.width, LOCATOR.height, 5) };
  const pen = penFor(frame);
  const ukraine = outline(pen);
  const [x0, y1] = pen.project([box[0], box[1]]);
  const [x1, y0] = pen.project([box[2], box[3]]);
  const [w, h] = [Math.max(LEAST_PX, x1 - x0), Math.max(LEAST_PX, y1 - y0)];
  const [x, y] = [(x0 + x1 - w) / 2, (y0 + y1 - h) / 2];
  const d = `M${tenth(x)} ${tenth(y)}h${tenth(w)}v${tenth(h)}h${tenth(-w)}z`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LOCATOR.width}" height="${LOCATOR.height}" ` +
    `viewBox="0 0 ${LOCATOR.width} ${LOCATOR.height}" role="img" aria-label="${escapeXml(label)}">` +
    `${fill(ukraine, variable('border'), ' fill-opacity=".45"')}${stroke(d, variable('front'), 1.6)}</svg>`
  );
}
