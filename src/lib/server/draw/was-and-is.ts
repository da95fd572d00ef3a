import { boxOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { metresPerDegree, type Position } from '#lib/domain/geometry/sphere.ts';
import { cameraForBox, metresPerPixel, type Frame } from '#lib/look/mercator.ts';
import { variable } from '#lib/look/palette.ts';
import { landLayer, linesLayer } from './base-layers.ts';
import { fill, stroke } from './ink.ts';
import { escapeXml, tenth } from './markup.ts';
import { penFor } from './path.ts';

/** What of an item stands on the map: a point true to a radius, or ground. */
export type Shown =
  | { readonly type: 'point'; readonly point: Position; readonly radius_m: number }
  | { readonly type: 'ground'; readonly rings: Rings };

const SIZE = { width: 280, height: 180 };
/** The least that is shown around a point, in metres: one sees where it is. */
const AROUND_M = 25_000;
const DASHED = ' stroke-dasharray="5 4"';

/** A small map of what an item was, dashed, and what it is; undefined where neither is anywhere. */
export function wasAndIs(
  was: Shown | undefined,
  is: Shown | undefined,
  label: string,
  prefix: string,
): string | undefined {
  const boxes = [was, is].flatMap((one) => (one ? [cornersOf(one)] : []));
  if (boxes.every((corners) => corners.length === 0)) return undefined;
  const box = boxOf([boxes.flat()]);
  const frame: Frame = { ...SIZE, camera: cameraForBox(box, SIZE.width, SIZE.height, 18) };
  const pen = penFor({ ...frame, camera: { ...frame.camera, zoom: Math.min(10, frame.camera.zoom) } });
  const ink = { pen, paint: variable, prefix };
  const land = landLayer(ink);
  const drawn = (one: Shown | undefined, isNow: boolean): string => {
    if (!one) return '';
    const [colour, dash] = [variable(isNow ? 'front' : 'ink'), isNow ? '' : DASHED];
    if (one.type === 'ground') {
      const d = pen.area(one.rings);
      return (isNow ? fill(d, colour, ' fill-opacity=".2"') : '') + stroke(d, colour, 1.5, dash);
    }
    const [x, y] = pen.project(one.point);
    const r = Math.max(6, one.radius_m / metresPerPixel(pen.frame.camera.zoom, one.point[1]));
    const circle = (radius: number, more: string): string =>
      `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}"${more}/>`;
    return (
      circle(r, ` fill="none" stroke="${colour}" stroke-width="1.5"${dash}`) +
      circle(4, isNow ? ` fill="${colour}"` : ` fill="${variable('paper')}" stroke="${colour}"`)
    );
  };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" ` +
    `viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${escapeXml(label)}">` +
    `<defs>${land.defs}</defs>${land.body}${linesLayer(ink)}${drawn(was, false)}${drawn(is, true)}</svg>`
  );
}

function cornersOf(one: Shown): Position[] {
  if (one.type === 'ground') return one.rings.flat();
  const m = metresPerDegree(one.point[1]);
  const half = Math.max(AROUND_M, one.radius_m * 1.3);
  const [dx, dy] = [half / m.lng, half / m.lat];
  const [x, y] = one.point;
  return [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ];
}
