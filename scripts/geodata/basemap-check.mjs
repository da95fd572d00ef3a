/** Rules that every file of the base map keeps; each check throws with file, feature and reason. */

/** Twice the signed area of a ring on the plane: positive if counter-clockwise. */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return sum;
}

/** Even-odd point in polygon, over all rings of a Polygon or MultiPolygon. */
export function contains(geometry, [x, y]) {
  let inside = false;
  for (const ring of ringsOf(geometry)) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

export function polygonsOf(geometry) {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

export function ringsOf(geometry) {
  return polygonsOf(geometry).flat();
}

/** Every chain of points: rings, or lines. */
export function chainsOf(geometry) {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return ringsOf(geometry);
}

const orient = (a, b, c) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const between = (a, b, c) =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two segments meet anywhere; exact, as coordinates are integers here. */
function meet(a, b, c, d) {
  const [o1, o2, o3, o4] = [orient(a, b, c), orient(a, b, d), orient(c, d, a), orient(c, d, b)];
  if (o1 !== o2 && o3 !== o4) return true;
  return (
    (o1 === 0 && between(a, b, c)) ||
    (o2 === 0 && between(a, b, d)) ||
    (o3 === 0 && between(c, d, a)) ||
    (o4 === 0 && between(c, d, b))
  );
}

/**
 * The first place where the rings of one feature cross or run along each other; rings may touch at a
 * single vertex (RFC 7946 leaves that to OGC, which allows it between rings, not within one).
 */
export function crossing(rings, scale) {
  const cells = new Map();
  const size = 2000;
  const segments = [];
  rings.forEach((ring, r) => {
    const points = ring.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]);
    for (let i = 1; i < points.length; i++)
      segments.push([points[i - 1], points[i], r, i, points.length - 1]);
  });
  for (const segment of segments) {
    const [a, b] = segment;
    for (let cx = Math.floor(Math.min(a[0], b[0]) / size); cx <= Math.max(a[0], b[0]) / size; cx++) {
      for (let cy = Math.floor(Math.min(a[1], b[1]) / size); cy <= Math.max(a[1], b[1]) / size; cy++) {
        const key = `${cx},${cy}`;
        const others = cells.get(key) ?? [];
        for (const other of others) if (bad(segment, other)) return [a[0] / scale, a[1] / scale];
        others.push(segment);
        cells.set(key, others);
      }
    }
  }
  return null;
}

function bad([a, b, r1, i1, n1], [c, d, r2, i2]) {
  if (r1 === r2) {
    const step = Math.abs(i1 - i2);
    if (step === 1 || step === n1 - 1) return isBackward(a, b, c, d);
    return meet(a, b, c, d);
  }
  const shared = [a, b].some((p) => [c, d].some((q) => p[0] === q[0] && p[1] === q[1]));
  return shared ? isBackward(a, b, c, d) : meet(a, b, c, d);
}

/** Two segments with a common end overlap if both lie in the same direction from it. */
function isBackward(a, b, c, d) {
  const same = (p, q) => p[0] === q[0] && p[1] === q[1];
  const [p, u, v] = same(a, c) ? [a, b, d] : same(a, d) ? [a, b, c] : same(b, c) ? [b, a, d] : [b, a, c];
  const cross = (u[0] - p[0]) * (v[1] - p[1]) - (u[1] - p[1]) * (v[0] - p[0]);
  const dot = (u[0] - p[0]) * (v[0] - p[0]) + (u[1] - p[1]) * (v[1] - p[1]);
  return cross === 0 && dot > 0;
}

/** RFC 7946 and the house rules, for one collection. */
export function checkCollection(file, collection, digits) {
  const fail = (feature, reason) => {
    throw new Error(`${file}: ${feature?.id ?? '-'}: ${reason}`);
  };
  if (collection.type !== 'FeatureCollection' || 'crs' in collection)
    fail(null, 'not a plain FeatureCollection');
  const ids = new Set();
  const scale = 10 ** digits;
  for (const feature of collection.features) {
    if (typeof feature.id !== 'string' || ids.has(feature.id)) fail(feature, 'id missing or used twice');
    ids.add(feature.id);
    const chains = chainsOf(feature.geometry);
    if (chains.length === 0) fail(feature, 'no geometry');
    for (const point of chains.flat()) {
      if (Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90) fail(feature, `${point} is not on Earth`);
      if (point.some((v) => Math.abs(v * scale - Math.round(v * scale)) > 1e-6))
        fail(feature, `${point} not rounded`);
    }
    for (const polygon of polygonsOf(feature.geometry)) {
      polygon.forEach((ring, i) => {
        const [first, last] = [ring[0], ring.at(-1)];
        if (ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) fail(feature, 'ring not closed');
        const area = ringArea(ring);
        if (area === 0) fail(feature, 'ring without area');
        if (area > 0 !== (i === 0)) fail(feature, 'ring against the right-hand rule');
      });
    }
    const at = crossing(ringsOf(feature.geometry), scale);
    if (at) fail(feature, `rings cross or overlap near ${at}`);
    for (const line of chains) if (line.length < 2) fail(feature, 'line of one point');
  }
}
