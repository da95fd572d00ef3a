import type { Ring } from './rings.ts';
import { EARTH_RADIUS_M, type Position } from './sphere.ts';

const RAD = Math.PI / 180;
const CORNERS = 72;

/** A ring all of whose corners lie so many metres from a point, counter-clockwise. */
export function circleAround([lng, lat]: Position, metres: number): Ring {
  const angle = metres / EARTH_RADIUS_M;
  const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const bearing = (-2 * Math.PI * i) / CORNERS;
    const north = Math.asin(sin * Math.cos(angle) + cos * Math.sin(angle) * Math.cos(bearing));
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * cos,
      Math.cos(angle) - sin * Math.sin(north),
    );
    return [lng + east / RAD, north / RAD];
  });
  return [...ring, ring[0] as Position];
}
