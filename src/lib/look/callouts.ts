import type { Position } from '../domain/geometry/sphere.ts';
import { projection, type Frame } from './mercator.ts';
import { variable } from './palette.ts';

const HALF = 8;

/** Where a newsroom points to: a number in a dashed square, like no mark of the map, around the middle of the origin. */
export const calloutSvg = (number: number): string =>
  `<rect x="${-HALF}" y="${-HALF}" width="${HALF * 2}" height="${HALF * 2}" fill="${variable('paper')}" ` +
  `stroke="${variable('ink')}" stroke-dasharray="3 2"/>` +
  `<text y="4" font-size="11" text-anchor="middle" fill="${variable('ink')}">${number}</text>`;

/** The points of a newsroom where a frame has them, in pixels, each with its number; those outside are left out. */
export function calloutsIn(
  points: readonly Position[],
  frame: Frame,
): { readonly number: number; readonly x: number; readonly y: number }[] {
  const project = projection(frame);
  return points.flatMap((point, i) => {
    const [x, y] = project(point).map((n) => Math.round(n * 10) / 10 + 0) as [number, number];
    return x < 0 || y < 0 || x > frame.width || y > frame.height ? [] : [{ number: i + 1, x, y }];
  });
}

/** The numbers of a newsroom's points over a picture; their words stand beside it. */
export const drawCallouts = (points: readonly Position[], frame: Frame): string =>
  calloutsIn(points, frame)
    .map(({ number, x, y }) => `<g transform="translate(${x} ${y})">${calloutSvg(number)}</g>`)
    .join('');
