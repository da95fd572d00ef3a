import type { Box } from '../domain/geometry/rings.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Camera } from '../domain/view/view.ts';

/** A picture's camera and size in CSS pixels. */
export interface Frame {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

/** A point in the picture, in pixels from its upper left corner. */
export type Point = readonly [x: number, y: number];

const RAD = Math.PI / 180;

/** Width of the world in pixels at a zoom, as MapLibre counts it: 512 at zoom 0. */
export const worldSize = (zoom: number): number => 512 * 2 ** zoom;

/** Latitude as a fraction of the world's half height, spherical Mercator (EPSG:3857). */
const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) / (2 * Math.PI);

/** Degrees to pixels. The same as d3-geo's geoMercator with scale 512·2^zoom/2π, centred on the camera. */
export function projection({ camera, width, height }: Frame): (p: Position) => Point {
  const size = worldSize(camera.zoom);
  const cy = mercatorY(camera.lat);
  return ([lng, lat]) => [
    width / 2 + ((lng - camera.lng) / 360) * size,
    height / 2 - (mercatorY(Math.max(-85.06, Math.min(85.06, lat))) - cy) * size,
  ];
}

/** Pixels to degrees. */
export function unprojection({ camera, width, height }: Frame): (p: Point) => Position {
  const size = worldSize(camera.zoom);
  const cy = mercatorY(camera.lat);
  return ([x, y]) => {
    const my = cy - (y - height / 2) / size;
    return [
      camera.lng + ((x - width / 2) / size) * 360,
      (2 * Math.atan(Math.exp(my * 2 * Math.PI)) - Math.PI / 2) / RAD,
    ];
  };
}

/** [west, south, east, north] of a picture, `margin` pixels around it included. */
export function boxOfFrame(frame: Frame, margin = 0): Box {
  const at = unprojection(frame);
  const [west, north] = at([-margin, -margin]);
  const [east, south] = at([frame.width + margin, frame.height + margin]);
  return [west, south, east, north];
}

/** Circumference of the sphere that areas and distances are measured on (R = 6,371,008.8 m). */
const AROUND_M = 2 * Math.PI * 6_371_008.8;

/** Metres on the ground that one pixel covers at a latitude. */
export const metresPerPixel = (zoom: number, lat: number): number =>
  (AROUND_M * Math.cos(lat * RAD)) / worldSize(zoom);

/** The camera that shows a box of degrees as large as fits in a picture, with `padding` pixels left free around it. */
export function cameraForBox(box: Box, width: number, height: number, padding = 24): Camera {
  const [w, s, e, n] = box;
  const [y0, y1] = [mercatorY(s), mercatorY(n)];
  const across = Math.max(64, width - 2 * padding) / ((e - w) / 360 || 1e-9) / 512;
  const down = Math.max(64, height - 2 * padding) / (y1 - y0 || 1e-9) / 512;
  const lat = (2 * Math.atan(Math.exp(((y0 + y1) / 2) * 2 * Math.PI)) - Math.PI / 2) / RAD;
  return { lng: (w + e) / 2, lat, zoom: Math.log2(Math.min(across, down)) };
}
