import { brotliCompressSync, gzipSync } from 'node:zlib';
import { difference } from '@turf/difference';
import { featureCollection, multiPolygon } from '@turf/helpers';
import { areaAt } from '#lib/domain/control/areas.ts';
import { gainedLost } from '#lib/domain/control/change.ts';
import { decodeLedger } from '#lib/domain/control/ledger-decode.ts';
import { encodeLedger } from '#lib/domain/control/ledger-encode.ts';
import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import { openSeries } from '#lib/domain/control/series-reader.ts';
import { seriesOf, type SeriesState } from '#lib/domain/control/series.ts';
import { inRings } from '#lib/domain/geometry/rings.ts';
import { day } from '#lib/domain/time/day.ts';
import { readControl } from '#lib/formats/control/index.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { madeDays, realDays } from '../fixtures/daily.ts';
import type { Figure } from './main.ts';
import { median, medianMs, round, seeded } from './measure.ts';

/** The days as files that anybody would have: one GeoJSON each. */
const geojson = ({ from, rings }: SeriesState): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { day: from }, geometry: toMultiPolygon(rings) }],
  });

/**
 * A year of the front, one whole day after the other: how small it is sent, how fast it is compiled, and how fast any
 * of its days, its areas, and the history of a point come out of it.
 */
export async function ledger(): Promise<Figure[]> {
  const daily = realDays() ?? madeDays(384);
  const { states } = daily;
  const files = states.map(geojson);
  const random = seeded(7);
  const some = (n: number): number => Math.floor(random() * n);

  const compiled: number[] = [];
  let series = seriesOf(states);
  for (let i = 0; i < 5; i += 1) {
    const before = performance.now();
    series = seriesOf(states);
    compiled.push((performance.now() - before) / states.length);
  }
  const lines = new TextEncoder().encode(
    states
      .map(({ from, rings }) =>
        JSON.stringify({
          type: 'Feature',
          properties: { day: from },
          geometry: toMultiPolygon(rings),
        }),
      )
      .join('\n'),
  );
  const imported: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const before = performance.now();
    const read = await readControl([{ name: 'days.ndjson', open: () => lines }], {
      today: states.at(-1)?.from ?? day('2026-01-01'),
      ledger: { holder: 'russia', basis: 'assessed' },
    });
    const days = read.ok ? [...(read.value.ledgers[0]?.days() ?? [])] : [];
    if (days.length !== states.length) throw new Error('some days were refused');
    seriesOf(days.map((d) => ({ from: d.day, rings: d.rings })));
    imported.push((performance.now() - before) / states.length);
  }
  const { objects } = encodeLedger(series);
  const bytes = objects.reduce((sum, o) => sum + brotliCompressSync(o.bytes).length, 0);
  const gzipped = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  const reader = openSeries(decodeLedger(objects.map((o) => o.bytes)));
  const count = reader.series.days.length;
  const feature = (i: number) =>
    multiPolygon(toMultiPolygon(states[i]?.rings ?? []).coordinates as number[][][][]);
  const turfMs = await medianMs(5, (i) =>
    difference(featureCollection([feature(i * 20 + 1), feature(i * 20)])),
  );
  const decodeMs = await medianMs(9, () => openSeries(decodeLedger(objects.map((o) => o.bytes))));
  const stateMs = await medianMs(300, () => reader.ringsAt(some(count)));
  const parseMs = await medianMs(100, () => JSON.parse(files[some(files.length)] ?? '') as unknown);
  for (let i = 0; i < count; i += 1) areaAt(reader, i);
  const netMs = await medianMs(2000, () => areaAt(reader, some(count)) - areaAt(reader, some(count)));
  const history = { ledgers: [{ holder: 'russia', basis: 'assessed', reader, by: [] }] } as const;
  const changeMs = await medianMs(300, () =>
    gainedLost(history, 'russia', reader.dayOf(some(count)), reader.dayOf(some(count)), {
      resolution_m: 100,
    }),
  );
  const clippedMs = await medianMs(5, () => {
    const [a, b] = [feature(some(states.length)), feature(some(states.length))];
    return [difference(featureCollection([b, a])), difference(featureCollection([a, b]))];
  });
  const afreshMs = await medianMs(20, () => areaAt(openSeries(reader.series), some(count)));
  const point = (): Position => [37.6 + random() * 0.6, 47.8 + random() * 0.6];
  const whoMs = await medianMs(300, () => reader.turnsAt(point()));
  const lookMs = await medianMs(5, () => {
    const p = point();
    return states.map(({ rings }) => inRings(p, rings));
  });
  return [
    {
      bench: 'ledger-size',
      value: bytes,
      unit: 'bytes, brotli',
      vs: `${daily.name} as GeoJSON, gzipped one by one`,
      ratio: round(gzipped / bytes),
    },
    {
      bench: 'ledger-import',
      value: round(median(imported)),
      unit: 'ms a day, read, checked and compiled',
      vs: "the day's difference by @turf/difference, one way",
      ratio: round(turfMs / median(imported)),
    },
    {
      bench: 'ledger-compile',
      value: round(median(compiled)),
      unit: 'ms a day',
      vs: "the day's difference by @turf/difference, one way",
      ratio: round(turfMs / median(compiled)),
    },
    {
      bench: 'ledger-open',
      value: round(decodeMs),
      unit: 'ms, all days',
      vs: 'JSON.parse of as many days of GeoJSON',
      ratio: round((parseMs * files.length) / decodeMs),
    },
    {
      bench: 'ledger-state',
      value: round(stateMs),
      unit: 'ms, a random day as rings',
      vs: 'JSON.parse of the same day as GeoJSON',
      ratio: round(parseMs / stateMs),
    },
    {
      bench: 'ledger-net',
      value: round(netMs),
      unit: 'ms, two random days',
      vs: 'adding up the edges of one of them',
      ratio: round(afreshMs / netMs),
    },
    {
      bench: 'ledger-change',
      value: round(changeMs),
      unit: 'ms, gained and lost between two random days',
      vs: 'both differences by @turf/difference',
      ratio: round(clippedMs / changeMs),
    },
    {
      bench: 'ledger-who',
      value: round(whoMs),
      unit: 'ms, the whole history of a point',
      vs: 'looking at every day',
      ratio: round(lookMs / whoMs),
    },
  ];
}
