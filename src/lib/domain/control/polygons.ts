import { inRings, type Ring, type Rings } from '../geometry/rings.ts';
import { ringArea, type Position } from '../geometry/sphere.ts';

/**
 * Rings filled even-odd, that do not cross, as a GeoJSON MultiPolygon by the right-hand rule: a ring inside an even
 * number of others is a shell, inside an odd number a hole of the smallest shell around it.
 */
export function toMultiPolygon(rings: Rings): GeoJSON.MultiPolygon {
  const sized = rings
    .map((ring) => ({ ring, area: Math.abs(ringArea(ring)) }))
    .sort((a, b) => b.area - a.area);
  const polygons = new Map<Ring, { shell: Ring; holes: Ring[] }>();
  for (const [i, { ring, area }] of sized.entries()) {
    const around = sized
      .slice(0, i)
      .filter((other) => other.area > area && inRings(middleOf(ring), [other.ring]));
    const parent = around.at(-1);
    if (around.length % 2 === 0) polygons.set(ring, { shell: wound(ring, true), holes: [] });
    else if (parent) polygons.get(parent.ring)?.holes.push(wound(ring, false));
  }
  return {
    type: 'MultiPolygon',
    coordinates: [...polygons.values()].map(({ shell, holes }) =>
      [shell, ...holes].map((r) => r.map((p) => [...p])),
    ),
  };
}

/** The middle of a ring's first edge: a point of the ring that no ring it does not cross can share with its inside. */
function middleOf(ring: Ring): Position {
  const a = ring[0] as Position;
  const b = ring[1] as Position;
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** The ring wound counter-clockwise (shell) or clockwise (hole). */
function wound(ring: Ring, counterClockwise: boolean): Ring {
  return ringArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
}
