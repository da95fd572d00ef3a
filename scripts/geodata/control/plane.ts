import { geoConicEquidistant } from 'd3-geo';
import { EARTH_RADIUS_M, type Position } from '#lib/domain/geometry/sphere.ts';
import { roundCoordinate } from '#lib/domain/geometry/rounding.ts';

/** Kilometres east and south of 36° E, 48° N. */
export type PlanePoint = readonly [x: number, y: number];

// Distances along meridians and on 46° and 51° N are true, elsewhere in the theatre to 2 in 1,000: "halfway" is halfway.
const conic = geoConicEquidistant()
  .parallels([46, 51])
  .rotate([-36, 0])
  .center([0, 48])
  .scale(EARTH_RADIUS_M / 1000)
  .translate([0, 0]);

/** A position on the plane on which halfway lines are drawn. */
export const toPlane = ([lng, lat]: Position): PlanePoint => conic([lng, lat]) ?? [NaN, NaN];

/** Back to degrees, rounded to a millionth. */
export function toDegrees([x, y]: PlanePoint): Position {
  const [lng, lat] = conic.invert?.([x, y]) ?? [NaN, NaN];
  return [roundCoordinate(lng), roundCoordinate(lat)];
}
