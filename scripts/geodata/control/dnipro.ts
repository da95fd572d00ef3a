import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Site } from './ground.ts';
import { toPlane, type PlanePoint } from './plane.ts';

/** Kilometres between the pairs of virtual points, and of each point from the river's course. */
const EVERY = 2;
const BESIDE = 1.5;

/**
 * North of this latitude the line runs overland: it meets the drained reservoir south-west of Zaporizhzhia. The pairs
 * begin where the course has passed it.
 */
const MEETS_RIVER_AT = 47.6;

/** Carried on past the Kinburn spit over open sea, so that no far coast falls to the wrong bank. */
const OUT_TO_SEA: readonly Position[] = [
  [31.35, 46.5],
  [31.1, 46.3],
  [30.9, 45.6],
  [30.9, 44.2],
];

/**
 * Pairs of virtual points on either side of the Dnipro's course, from the drained reservoir down to the Kinburn spit:
 * the line between the two sides then follows the river. Its left bank (south and east) is held.
 *
 * @param course of the river, downstream
 */
export function riverSites(course: readonly Position[]): Site[] {
  const first = course.findIndex(
    (p, i) => p[1] < MEETS_RIVER_AT && course.slice(i).every((q) => q[1] < MEETS_RIVER_AT),
  );
  const line = [...course.slice(first), ...OUT_TO_SEA].map(toPlane);
  const sites: Site[] = [];
  let until = 0;
  for (let i = 1; i < line.length; i += 1) {
    const [ax, ay] = line[i - 1] as PlanePoint;
    const [bx, by] = line[i] as PlanePoint;
    const length = Math.hypot(bx - ax, by - ay);
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    for (; until <= length; until += EVERY) {
      const [x, y] = [ax + ux * until, ay + uy * until];
      // On the plane y grows southward: (−uy, ux) points to the right of the way, which downstream is the right bank.
      sites.push({ at: [x - uy * BESIDE, y + ux * BESIDE], held: false });
      sites.push({ at: [x + uy * BESIDE, y - ux * BESIDE], held: true });
    }
    until -= length;
  }
  return sites;
}
