import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFile, box, collection, feature, polygon } from '../../../../tests/fixtures/control-files.ts';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { square } from '../../../../tests/fixtures/ground.ts';
import { isSettled, netOf } from '../../domain/control/net.ts';
import { day } from '../../domain/time/day.ts';
import { faultWords } from '../../words/import.ts';
import { readDayFrom } from './dating.ts';
import type { ControlFile } from './input.ts';
import type { Mapping } from './mapping.ts';
import { readControl, type ControlOptions, type ControlRead } from './read.ts';

const RUSSIA = { holder: 'russia', basis: 'assessed' } as const;
const TODAY = day('2025-06-01');

async function read(files: ControlFile[], options: Partial<ControlOptions> = {}): Promise<ControlRead> {
  const done = await readControl(files, { today: TODAY, ledger: RUSSIA, ...options });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}
const ground = feature(polygon(box(37, 48, 38, 49)));
const daysOf = ({ ledgers }: ControlRead) => [...(ledgers[0]?.days() ?? [])];
const readDays = (of: ControlRead): string[] => daysOf(of).map((d) => d.day);
const codes = ({ report }: ControlRead): string[] => report.refused.map((r) => r.fault.code);
/** The faults of one feature, in a file with a good day beside it. */
const refusedFor = async (bad: unknown): Promise<unknown[]> => {
  const got = await read([aFile('2024-11-25.geojson', collection([ground, bad]))]);
  expect(edgesOf(daysOf(got)[0]?.rings ?? [])).toEqual(edgesOf([square(37, 48, 38, 49)]));
  return got.report.refused.map((r) => ({ ...r.fault, feature: r.where.feature }));
};

describe('the day', () => {
  it.each([
    ['front_2024-11-25.geojson', {}, {}],
    ['front_20241125.geojson', {}, {}],
    ['folder-2/1732570846.geojson', {}, {}],
    ['front.geojson', { name: 'front_20241125' }, {}],
    ['front.geojson', {}, { day: '2024-11-25' }],
    ['front.geojson', {}, { Date: '2024/11/25' }],
    ['front.geojson', {}, { timestamp: 1732570846 }],
    ['front.geojson', {}, { Datetime: 1732485600000 }],
    ['front.geojson', {}, { date: '2024-11-24T23:30:00Z' }],
    ['front.geojson', {}, { date: '2024-11-25T23:30:00' }],
  ])('is found in %s %j %j', async (name, more, properties) => {
    const got = await read([aFile(name, collection([feature(ground.geometry, properties)], more))]);
    expect([readDays(got), codes(got)]).toEqual([['2024-11-25'], []]);
  });

  it('is that of each feature where a collection has many', async () => {
    const many = ['2024-11-03', '2024-11-01'].map((date) => feature(ground.geometry, { date }));
    const got = await read([aFile('made-2025-01-01.geojson', collection(many))]);
    expect(readDays(got)).toEqual(['2024-11-01', '2024-11-03']);
    expect(got.report.ledgers[0]?.missing).toEqual(['2024-11-02']);
  });

  it('is asked for where names and properties say different ones, and told', async () => {
    const file = aFile('2024-11-25.geojson', collection([feature(ground.geometry, { date: '2024-11-24' })]));
    const torn = await read([file]);
    expect(torn.report.refused[0]?.fault).toEqual({
      code: 'days-disagree',
      days: [
        { from: 'property', day: '2024-11-24' },
        { from: 'file', day: '2024-11-25' },
      ],
    });
    for (const [told, expected] of [
      ['file', '2024-11-25'],
      ['property:date', '2024-11-24'],
    ] as const) {
      expect(readDays(await read([file], { dayFrom: readDayFrom(told) ?? { from: 'auto' } }))).toEqual([
        expected,
      ]);
    }
    expect(readDayFrom('property:')).toBeUndefined();
    expect(readDayFrom('somewhere')).toBeUndefined();
  });

  it.each([
    ['front.geojson', 'no-day'],
    ['2024-11-25_2024-11-26.geojson', 'no-day'],
    ['2202-02-02.geojson', 'day-in-future'],
    ['2025-06-02.geojson', 'day-in-future'],
    ['2013-12-31.geojson', 'day-too-early'],
    ['2024-02-30.geojson', 'no-such-day'],
  ])('is none in %s', async (name, code) => {
    const got = await read([aFile(name, collection([ground])), aFile('2024-11-25.geojson', ground)]);
    expect([codes(got), readDays(got)]).toEqual([[code], ['2024-11-25']]);
  });
});

describe('days', () => {
  it('come in order, with those that are as the day before, and those of which there is no report', async () => {
    const got = await read([
      aFile('2024-11-29.geojson', feature(polygon(box(37, 48, 38.5, 49)))),
      aFile('2024-11-25.geojson', ground),
      aFile('2024-11-26.geojson', collection([feature(polygon([...box(37, 48, 38, 49)].reverse()))])),
    ]);
    expect(daysOf(got).map((d) => [d.day, d.same, d.source.file])).toEqual([
      ['2024-11-25', false, '2024-11-25.geojson'],
      ['2024-11-26', true, '2024-11-26.geojson'],
      ['2024-11-29', false, '2024-11-29.geojson'],
    ]);
    const [ledger] = got.report.ledgers;
    expect(ledger).toMatchObject({ days: 3, same: 1, missing: ['2024-11-27', '2024-11-28'] });
    // A degree by a degree at 48.5° north.
    expect(ledger?.first.km2).toBeCloseTo(8192.8, 0);
    expect((ledger?.last.km2 ?? 0) / (ledger?.first.km2 ?? 1)).toBeCloseTo(1.5, 6);
  });

  it('given twice with different shapes are refused, and neither shape goes in', async () => {
    const got = await read([
      aFile('a/2024-11-25.geojson', ground),
      aFile('b/2024-11-25.geojson', feature(polygon(box(37, 48, 38, 49.1)))),
      aFile('2024-11-26.geojson', ground),
    ]);
    expect(readDays(got)).toEqual(['2024-11-26']);
    expect(got.report.refused).toEqual([
      {
        where: { file: 'b/2024-11-25.geojson', feature: 1 },
        day: '2024-11-25',
        fault: { code: 'day-twice', other: { file: 'a/2024-11-25.geojson', feature: 1 } },
      },
    ]);
  });

  it('given twice alike are one', async () => {
    const got = await read([aFile('a/2024-11-25.geojson', ground), aFile('b/2024-11-25.geojson', ground)]);
    expect([readDays(got), got.report.again, codes(got)]).toEqual([['2024-11-25'], 1, []]);
  });

  it('come from lines, each a feature or a collection, and a bad line leaves the others', async () => {
    const lines = [
      JSON.stringify(feature(ground.geometry, { day: '2024-11-25' })),
      '{"type":"Feature",',
      '',
      JSON.stringify(collection([feature(ground.geometry, { day: '2024-11-27' })])),
    ];
    for (const name of ['2025-01-01.ndjson', 'lines.json']) {
      const got = await read([aFile(name, lines.join('\n'))]);
      expect(readDays(got), name).toEqual(['2024-11-25', '2024-11-27']);
      expect(got.report.refused, name).toEqual([
        { where: { file: name, line: 2 }, fault: { code: 'not-json', line: 2, column: 19, page: false } },
      ]);
    }
  });

  it('come from pieces that end anywhere, in the middle of a letter too', async () => {
    const text = [1, 2, 3]
      .map((n) => JSON.stringify(feature(ground.geometry, { day: `2024-11-0${n}`, name: 'Окуповано' })))
      .join('\r\n');
    const bytes = new TextEncoder().encode(text);
    const file: ControlFile = {
      name: 'days.ndjson',
      async *open() {
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
      },
    };
    const got = await read([file]);
    expect(readDays(got)).toHaveLength(3);
    expect(daysOf(got)[2]?.source).toEqual({ file: 'days.ndjson', line: 3, name: 'Окуповано' });
  });
});

describe('a file that cannot be read', () => {
  const tooLong = collection([
    feature(polygon(box(37, 48, 38, 49), ...Array.from({ length: 99 }, () => box(37.1, 48.1, 37.2, 48.2)))),
  ]);
  it.each<[string, ControlFile, object]>([
    [
      'no JSON',
      aFile('2024-11-25.geojson', '{\n"type": "FeatureCollection",\n"features": [,]}'),
      { code: 'not-json', line: 3, column: 14 },
    ],
    [
      'cut short',
      aFile('2024-11-25.geojson', '{"type": "FeatureCollection",\n"features": ['),
      { code: 'not-json', line: 2 },
    ],
    [
      'a page of the web',
      aFile('2024-11-25.geojson', '<!DOCTYPE html><title>Not found</title>'),
      { code: 'not-json', page: true },
    ],
    ['nothing', aFile('2024-11-25.geojson', '\n'), { code: 'empty-file' }],
    ['no line', aFile('days.ndjson', ''), { code: 'empty-file' }],
    ['a number', aFile('2024-11-25.geojson', '7'), { code: 'not-geojson' }],
    [
      'TopoJSON',
      aFile('2024-11-25.json', { type: 'Topology', arcs: [] }),
      { code: 'not-geojson', type: 'Topology' },
    ],
    ['no feature', aFile('2024-11-25.geojson', collection([])), { code: 'no-features' }],
    ['xz by name', aFile('days.ndjson.xz', ''), { code: 'packed', how: 'xz' }],
    [
      'xz by its bytes',
      { name: 'days.ndjson', open: () => Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0) },
      { code: 'packed', how: 'xz' },
    ],
    [
      'zip',
      { name: 'days.geojson', open: () => Uint8Array.of(0x50, 0x4b, 3, 4) },
      { code: 'packed', how: 'zip' },
    ],
    ['too long', aFile('2024-11-25.geojson', tooLong), { code: 'too-large', megabytes: 1 }],
    ['a line too long', aFile('days.ndjson', [tooLong]), { code: 'line-too-long' }],
    [
      'gone',
      {
        name: '2024-11-25.geojson',
        open: () => {
          throw new Error('ENOENT');
        },
      },
      { code: 'unreadable', message: 'ENOENT' },
    ],
    [
      'in metres, by its crs',
      aFile(
        '2024-11-25.geojson',
        collection([ground], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } } }),
      ),
      { code: 'crs', name: 'urn:ogc:def:crs:EPSG::3857' },
    ],
  ])('is refused and the others go in: %s', async (_, bad, fault) => {
    const got = await read([bad, aFile('2024-11-26.geojson', ground)], { longest: 5000 });
    expect(got.report.refused).toMatchObject([{ where: { file: bad.name }, fault }]);
    expect(readDays(got)).toEqual(['2024-11-26']);
  });

  it('though its length is not known beforehand', async () => {
    const piece = new TextEncoder().encode(' '.repeat(3000));
    const file: ControlFile = {
      name: '2024-11-25.geojson',
      async *open() {
        while (true) yield piece;
      },
    };
    expect(codes(await read([file], { longest: 5000 }))).toEqual(['too-large']);
  });

  it.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'EPSG:4326',
    'urn:ogc:def:crs:EPSG::4326',
    'urn:ogc:def:crs:OGC::CRS84',
  ])('is not one in %s', async (name) => {
    const crs = { type: 'name', properties: { name } };
    expect(codes(await read([aFile('2024-11-25.geojson', collection([ground], { crs }))]))).toEqual([]);
  });
});

describe('a feature that cannot be mended is refused, and the rest of its day goes in', () => {
  it.each<[string, unknown, object]>([
    ['no geometry', feature(null), { code: 'no-geometry' }],
    ['an empty one', feature(polygon()), { code: 'empty-geometry' }],
    ['an empty one of many', feature({ type: 'MultiPolygon', coordinates: [] }), { code: 'empty-geometry' }],
    [
      'two points',
      feature(
        polygon([
          [36, 48],
          [36.5, 48],
          [36, 48],
        ]),
      ),
      { code: 'few-points', ring: 1 },
    ],
    [
      'no area',
      feature(
        polygon([
          [36, 48],
          [36.2, 48],
          [36.4, 48],
          [36, 48],
        ]),
      ),
      { code: 'no-area' },
    ],
    [
      'metres',
      feature(
        polygon([
          [4_000_000, 6_000_000],
          [4_100_000, 6_000_000],
          [4_000_000, 6_100_000],
        ]),
      ),
      { code: 'out-of-range', lng: 4_000_000, lat: 6_000_000 },
    ],
    [
      'text',
      feature(
        polygon([
          ['36', '48'],
          ['37', '48'],
          ['36', '49'],
        ] as never),
      ),
      { code: 'malformed' },
    ],
    ['no coordinates', feature({ type: 'Polygon' }), { code: 'malformed' }],
    ['no known geometry', feature({ type: 'Circle', coordinates: [36, 48] }), { code: 'malformed' }],
    [
      'swapped',
      feature(
        polygon([
          [48, 37],
          [49, 37],
          [49, 38],
          [48, 38],
          [48, 37],
        ]),
      ),
      { code: 'swapped' },
    ],
    ['round the globe', feature(polygon(box(-179, 40, 179, 50))), { code: 'round-the-globe' }],
    [
      'over the line of dates',
      feature(
        polygon([
          [179, 60],
          [-179, 60],
          [-179, 61],
          [179, 61],
          [179, 60],
        ]),
      ),
      { code: 'round-the-globe' },
    ],
    ['no feature', { type: 'Polygon', coordinates: [] }, { code: 'not-geojson', type: 'Polygon' }],
    ['nothing', null, { code: 'not-geojson' }],
  ])('%s', async (_, bad, fault) => {
    expect(await refusedFor(bad)).toEqual([expect.objectContaining({ ...fault, feature: 2 })]);
  });

  it('a number without end', async () => {
    const text = JSON.stringify(collection([feature(polygon(box(36, 48, 36.5, 49))), ground])).replace(
      '36.5',
      '1e999',
    );
    const got = await read([aFile('2024-11-25.geojson', text)]);
    expect(got.report.refused).toMatchObject([
      { where: { feature: 1 }, fault: { code: 'out-of-range', lng: Infinity } },
    ]);
    expect(daysOf(got)[0]?.rings).toHaveLength(1);
  });

  it('a tangle that crosses nearly everywhere', async () => {
    const tangle = Array.from({ length: 500 }, (_, i) => [
      35 + ((i * 7919) % 499) / 250,
      47 + ((i * 104729) % 503) / 250,
    ]);
    expect(await refusedFor(feature(polygon(tangle)))).toEqual([{ code: 'not-mended', feature: 2 }]);
  });

  it('a hole of two points: its shell stays', async () => {
    const got = await read([
      aFile(
        '2024-11-25.geojson',
        feature(
          polygon(box(37, 48, 38, 49), [
            [37.1, 48.1],
            [37.2, 48.1],
            [37.1, 48.1],
          ]),
        ),
      ),
    ]);
    expect(got.report.refused[0]?.fault).toEqual({ code: 'few-points', ring: 2 });
    expect(daysOf(got)[0]?.rings).toHaveLength(1);
  });
});

describe('ground', () => {
  it('is rounded to the grid, without heights and points given twice, and is not called mended', async () => {
    const ring = [[37.00000049, 48, 9], [37, 48, 9], [37, 49, 9], [38.0000004, 49, 9], [38, 48, 9], [37, 48, 9]]; // prettier-ignore
    const got = await read([aFile('2024-11-25.geojson', feature(polygon(ring)))]);
    expect(edgesOf(daysOf(got)[0]?.rings ?? [])).toEqual(edgesOf([square(37, 48, 38, 49)]));
    expect(daysOf(got)[0]?.repaired).toBe(false);
  });

  it('is taken out of collections of geometries, and what is no ground there is counted', async () => {
    const geometries = [polygon(box(37, 48, 38, 49)), { type: 'Point', coordinates: [37, 48] }];
    const nested = { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries }] };
    const line = feature({ type: 'LineString', coordinates: [[37, 48], [38, 48]] }); // prettier-ignore
    const got = await read([aFile('2024-11-25.geojson', collection([feature(nested), line]))]);
    expect(daysOf(got)[0]?.rings).toHaveLength(1);
    expect(got.report.ignored).toEqual([
      { name: 'LineString', count: 1 },
      { name: 'Point', count: 1 },
    ]);
  });

  it('is mended where it crosses itself, and the report says where', async () => {
    const bow = [[37, 48], [37.2, 48.2], [37.2, 48], [37, 48.2]]; // prettier-ignore
    const got = await read([
      aFile('2024-11-25.geojson', collection([feature(polygon(bow), {}, { id: 619 })])),
    ]);
    expect(got.report.repairs).toEqual([
      {
        where: { file: '2024-11-25.geojson', feature: 1, id: '619' },
        day: '2024-11-25',
        mended: ['open-ring', 'crossing'],
      },
    ]);
    expect(daysOf(got)[0]?.repaired).toBe(true);
    expect(got.report.ledgers[0]?.repaired).toBe(1);
  });

  it('of features over each other is together, never cut out', async () => {
    const two = collection([ground, feature(polygon(box(37.5, 48, 38.5, 49)))]);
    const got = await read([aFile('2024-11-25.geojson', two)]);
    const alone = await read([aFile('2024-11-25.geojson', feature(polygon(box(37, 48, 38.5, 49))))]);
    expect(got.report.ledgers[0]?.first.km2).toBeCloseTo(alone.report.ledgers[0]?.first.km2 ?? 0, 3);
  });

  it('is cut to land, and the cut state is the state', async () => {
    const clip = [square(36, 47, 37.5, 50)];
    const got = await read(
      [
        aFile('2024-11-25.geojson', ground),
        aFile('2024-11-26.geojson', feature(polygon(box(39, 48, 40, 49)))),
      ],
      { clip },
    );
    expect(daysOf(got).map((d) => [d.day, d.clipped])).toEqual([['2024-11-25', true]]);
    expect(edgesOf(daysOf(got)[0]?.rings ?? [])).toEqual(edgesOf([square(37, 48, 37.5, 49)]));
    expect(codes(got)).toEqual(['outside-clip']);
  });
});

describe('a snapshot of everything', () => {
  const area = (w: number, properties: object) =>
    feature(polygon(box(w, 48, w + 0.5, 49)), { ...properties });
  const held = area(37, { name: 'Held', fill: '#a00' });
  const grey = area(36, { name: 'Grey', fill: '#888' });
  const freed = area(35, { name: 'Freed', fill: '#0a0' });
  const mapping: Mapping = {
    rules: [
      { when: { name: { equals: 'held' } } },
      { when: { fill: { equals: '#888' } }, holder: 'unknown', basis: 'contested' },
      { when: { name: { equals: 'freed' } }, skip: true },
    ],
  };

  it('is refused without a mapping, for its colours differ', async () => {
    const got = await read([aFile('2024-11-25.geojson', collection([held, freed]))]);
    expect(got.report.refused[0]?.fault).toEqual({ code: 'mixed-colours', colours: ['#a00', '#0a0'] });
    expect(got.ledgers).toEqual([]);
  });

  it('is read ledger by ledger; what no rule picks is listed by name', async () => {
    const other = area(34, { name: 'Elsewhere' });
    const got = await read([aFile('2024-11-25.geojson', collection([held, grey, freed, other, other]))], {
      mapping,
    });
    expect(got.ledgers.map((l) => [l.holder, l.basis, [...l.days()].map((d) => d.source.name)])).toEqual([
      ['russia', 'assessed', ['Held']],
      ['unknown', 'contested', ['Grey']],
    ]);
    expect(got.report).toMatchObject({
      skipped: 1,
      unpicked: [{ name: 'Elsewhere', count: 2 }],
      refused: [],
    });
  });

  it('shows where a ledger has ended; one of which a feature is refused does not', async () => {
    const files = [
      aFile('2024-11-25.geojson', collection([held, grey])),
      aFile('2024-11-26.geojson', collection([held, feature(null, { name: 'Grey', fill: '#888' })])),
      aFile('2024-11-27.geojson', collection([held])),
    ];
    const got = await read(files, { mapping });
    const [, contested] = got.ledgers;
    expect([...(contested?.days() ?? [])].map((d) => [d.day, d.rings.length])).toEqual([
      ['2024-11-25', 1],
      ['2024-11-27', 0],
    ]);
    expect(got.report.ledgers[1]).toMatchObject({ missing: ['2024-11-26'], last: { km2: 0 } });
  });

  it('in two files, a ledger each, is one day', async () => {
    for (const order of [
      [held, grey],
      [grey, held],
    ]) {
      // prettier-ignore
      const got = await read(order.map((f, i) => aFile(`${i}/2024-11-25.geojson`, collection([f]))), { mapping });
      expect(got.report.refused).toEqual([]);
      expect(got.ledgers.map((l) => [...l.days()].map((d) => d.rings.length))).toEqual([[1], [1]]);
    }
  });
});

describe('units and where they are', () => {
  const at = { type: 'Point', coordinates: [37, 48] };
  it.each([
    { name: 'An Nth Rifle Brigade' },
    { name: 'Перша вигадана бригада' },
    { name: '9-й вигаданий полк' },
    { Name: 'Вигаданий батальйон' },
    { title: 'Танкова дивізія, вигадана' },
    { sidc: '10031000001211000000' },
    { SIDC: 'SFGPUCI----D' },
    { echelon: 'battalion' },
    { unit: 'Nth' },
    { milsymbol: 'x' },
    { name: 'Places of concentration of something' },
  ])('are never read, whatever their geometry: %j', async (properties) => {
    const file = collection([
      feature(at, properties),
      feature(polygon(box(35, 48, 36, 49)), properties),
      ground,
    ]);
    const got = await read([aFile('2024-11-25.geojson', file)]);
    expect(got.report.units).toBe(2);
    expect(got.report.ignored).toEqual([]);
    expect(daysOf(got)[0]?.rings).toHaveLength(1);
  });

  it('are told from ground that troops hold', async () => {
    const held = { name: 'Held by the army', description: 'Taken by a brigade' };
    const got = await read([
      aFile('2024-11-25.geojson', collection([feature(at, held), feature(ground.geometry, held)])),
    ]);
    expect([got.report.units, readDays(got)]).toEqual([1, ['2024-11-25']]);
  });

  it.each([{ name: 'Полковниче' }, { name: 'Occupied' }, { unit: null }, { name: 'Подразделённый' }])(
    'are not found where there are none: %j',
    async (properties) => {
      const got = await read([aFile('2024-11-25.geojson', feature(ground.geometry, properties))]);
      expect([got.report.units, readDays(got)]).toEqual([0, ['2024-11-25']]);
    },
  );
});

describe('reading', () => {
  it('never fails, whatever it is given', async () => {
    const numbers = fc.oneof(
      fc.double(),
      fc.integer({ min: 30, max: 50 }),
      fc.constantFrom(1e300, 'x', null, [], 37.5),
    );
    const coordinates = fc.array(
      fc.array(fc.array(fc.array(numbers, { maxLength: 3 }), { maxLength: 6 }), { maxLength: 3 }),
      { maxLength: 3 },
    );
    const type = fc.constantFrom(
      'Polygon',
      'MultiPolygon',
      'GeometryCollection',
      'Point',
      'Feature',
      'x',
      null,
      7,
    );
    const geometry = fc.oneof(
      fc.record({ type, coordinates }),
      fc.record({ type, coordinates: fc.array(coordinates), geometries: fc.jsonValue() }),
      fc.jsonValue(),
    );
    const one = fc.oneof(
      fc.record({ type: fc.constant('Feature'), properties: fc.jsonValue(), geometry }),
      fc.jsonValue(),
    );
    const crs = fc.oneof(fc.constant(null), fc.jsonValue());
    const whole = fc.oneof(
      fc.record({
        type: fc.constant('FeatureCollection'),
        features: fc.array(one),
        crs,
        name: fc.jsonValue(),
      }),
      one,
    );
    const text = fc.oneof(
      whole.map((w) => JSON.stringify(w)),
      fc.string(),
      fc.json().map((j) => j.slice(1)),
    );
    const name = fc.constantFrom('2024-11-25.geojson', 'days.ndjson', 'x');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, text), { minLength: 1, maxLength: 3 }), async (files) => {
        const got = await read(
          files.map(([n, t]) => aFile(n, t)),
          { clip: [square(36, 44, 40, 52)] },
        );
        // Whatever it is, it is told of or it goes in.
        const { ledgers, refused, units, ignored } = got.report;
        expect(ledgers.length + refused.length + units + ignored.length).toBeGreaterThan(0);
        for (const fault of refused)
          expect(faultWords('uk', fault.fault).reason).not.toMatch(/undefined|NaN|\[object/);
        for (const { rings } of daysOf(got)) expect(isSettled(netOf(rings))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells how far it is', async () => {
    const told: (number | string | undefined)[][] = [];
    const files = [aFile('2024-11-25.geojson', ground), aFile('2024-11-26.geojson', ground)];
    await read(files, { onProgress: (...args) => told.push(args) });
    const size = files[0]?.size ?? 0;
    expect(told).toEqual([
      [0, size * 2, '2024-11-25.geojson'],
      [size, size * 2, '2024-11-25.geojson'],
      [size, size * 2, '2024-11-26.geojson'],
      [size * 2, size * 2, '2024-11-26.geojson'],
    ]);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const lines = Array.from({ length: 50 }, (_, i) =>
      feature(ground.geometry, { day: `2024-11-${10 + (i % 10)}` }),
    );
    const reading = read([aFile('days.ndjson', lines)], {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('needs to know whose ground it is', async () => {
    for (const ledger of [{}, { holder: 'russia' }, { holder: 'russia', basis: 'contested' }] as const) {
      expect((await readControl([], { today: TODAY, ledger })).ok).toBe(false);
    }
  });
});
