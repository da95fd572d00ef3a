/** Mean Earth radius in metres (IUGG). With the equatorial one areas would be 0.2 % off. */
export const EARTH_RADIUS_M = 6_371_008.8;

/** Longitude and latitude in degrees, CRS84. */
export type Position = readonly [lng: number, lat: number];

const RAD = Math.PI / 180;

/** Great-circle distance in metres (haversine). */
export function distance(a: Position, b: Position): number {
  const dLat = (b[1] - a[1]) * RAD;
  const dLng = (b[0] - a[0]) * RAD;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from a to b in degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearing(a: Position, b: Position): number {
  const dLng = (b[0] - a[0]) * RAD;
  const y = Math.sin(dLng) * Math.cos(b[1] * RAD);
  const x =
    Math.cos(a[1] * RAD) * Math.sin(b[1] * RAD) -
    Math.sin(a[1] * RAD) * Math.cos(b[1] * RAD) * Math.cos(dLng);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/** Metres of one degree of longitude and of latitude at a latitude, on the sphere. */
export const metresPerDegree = (lat: number): { lng: number; lat: number } => {
  const perDegree = EARTH_RADIUS_M * RAD;
  return { lng: perDegree * Math.cos(lat * RAD), lat: perDegree };
};

/**
 * Signed area of a closed ring on the sphere in square metres, counter-clockwise positive:
 * A = R²/2 · Σ Δλ (sin φ₁ + sin φ₂) (Chamberlain and Duquette 2007). It is a sum over edges, so areas of rings add.
 */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const a = ring[i - 1] as Position;
    const b = ring[i] as Position;
    sum += (a[0] - b[0]) * RAD * (Math.sin(a[1] * RAD) + Math.sin(b[1] * RAD));
  }
  return (sum * EARTH_RADIUS_M ** 2) / 2;
}

/** Distance in metres from a point to a segment, on a plane around the point; good to some hundred kilometres. */
export function distanceToSegment(p: Position, a: Position, b: Position): number {
  const m = metresPerDegree(p[1]);
  const ax = (a[0] - p[0]) * m.lng;
  const ay = (a[1] - p[1]) * m.lat;
  const dx = (b[0] - a[0]) * m.lng;
  const dy = (b[1] - a[1]) * m.lat;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + t * dx, ay + t * dy);
}
