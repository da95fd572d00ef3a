import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFile, collection, feature, polygon } from '../../../../tests/fixtures/control-files.ts';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { aLine, anArea, aPoint, boxAt, kml } from '../../../../tests/fixtures/kml.ts';
import { isSettled, netOf } from '../../domain/control/net.ts';
import { day } from '../../domain/time/day.ts';
import { readControl } from './index.ts';
import { readPieces, UnreadablePieces, type Pieces, type PiecesOptions } from './pieces.ts';

const OPTIONS: PiecesOptions = {
  longest: 50_000_000,
  mostCorners: 100_000,
  mostTogether: 500_000,
  mostPieces: 2000,
  theatre: [20.5, 43, 43, 54.5],
};
const read = (name: string, content: unknown, more: Partial<PiecesOptions> = {}): Promise<Pieces> =>
  readPieces(aFile(name, content), { ...OPTIONS, ...more });
const faultOf = async (name: string, content: unknown, more: Partial<PiecesOptions> = {}) => {
  try {
    await read(name, content, more);
  } catch (error) {
    if (error instanceof UnreadablePieces) return error.fault;
    throw error;
  }
  return undefined;
};
const codes = ({ pieces }: Pieces) => pieces.map((p) => p.fault?.code ?? 'sound');
const BOX = boxAt(36, 48, 37, 49);
const geojson = (...geometries: unknown[]) => collection(geometries.map((g) => feature(g)));

describe('KML', () => {
  it('gives each placemark with its holes, folder, colour and time', async () => {
    const text = `<kml><Document><name>Front</name>
      <StyleMap id="pair"><Pair><key>normal</key><styleUrl>#red</styleUrl></Pair></StyleMap>
      <Folder><name>Gains</name>${anArea('A', BOX, boxAt(36.2, 48.2, 36.4, 48.4))
        .replace('<Polygon>', '<styleUrl>#pair</styleUrl><TimeStamp><when>2024-11-25</when></TimeStamp><Polygon>')}</Folder>
      <Style id="red"><PolyStyle><color>7f0000ff</color></PolyStyle></Style></Document></kml>`; // prettier-ignore
    const { name, pieces } = await read('front.kml', text);
    expect(name).toBe('Front');
    expect(pieces).toMatchObject([
      {
        where: { feature: 1, name: 'A' },
        properties: { folder: 'Gains', fill: '#ff0000', timestamp: '2024-11-25' },
        mended: [],
      },
    ]);
    expect(edgesOf(pieces[0]?.rings ?? [])).toEqual(edgesOf([BOX, boxAt(36.2, 48.2, 36.4, 48.4)]));
  });

  it('reads the areas of a placemark of several geometries as one piece, however they are nested', async () => {
    const inner = [boxAt(34, 48, 34.5, 48.5), boxAt(35, 48, 35.5, 48.5)];
    const geometries = inner
      .map((b) => anArea('', b))
      .join('')
      .replaceAll(/<\/?Placemark>|<name><\/name>/g, '');
    const text = kml(
      `<Placemark><MultiGeometry><MultiGeometry>${geometries}</MultiGeometry><Point><coordinates>36,48</coordinates></Point></MultiGeometry></Placemark>`,
    );
    const { pieces } = await read('a.kml', text);
    expect(pieces.length).toBe(1);
    expect(edgesOf(pieces[0]?.rings ?? [])).toEqual(edgesOf(inner));
  });

  it('names no other file and grows out of nothing: a document type is refused', async () => {
    const evil = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const text = kml(anArea('&x;', BOX));
    expect(await faultOf('a.kml', text.replace('<kml', `${evil}<kml`))).toEqual({ code: 'doctype' });
    expect(await faultOf('a.kml', text)).toMatchObject({ code: 'broken-xml' });
  });

  it('with numbers that are none tells it of that placemark, and reads the others', async () => {
    const text = kml(anArea('A', BOX).replace('36,48,0', 'east,48,0'), anArea('B', boxAt(34, 48, 35, 49)));
    expect(codes(await read('a.kml', text))).toEqual(['malformed', 'sound']);
  });

  it('that is packed, or no KML, is told from it', async () => {
    const zip = { name: 'a.kmz', open: () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) };
    await expect(readPieces(zip, OPTIONS)).rejects.toMatchObject({ fault: { code: 'packed', how: 'zip' } });
    expect(await faultOf('a.kml', '<?xml version="1.0"?><rss/>')).toEqual({ code: 'other-xml', root: 'rss' });
    expect(await faultOf('a.kml', '<kml></kml>')).toEqual({ code: 'no-features' });
    expect(await faultOf('a.kml', '<kml><Document>')).toMatchObject({ code: 'broken-xml' });
  });
});

describe('GPX', () => {
  const track = (points: readonly (readonly [number, number])[]) =>
    `<trk><name>Walk</name><trkseg>${points
      .map(
        ([lng, lat]) =>
          `<trkpt lat="${lat}" lon="${lng}"><ele>1</ele><time>2024-11-24T23:30:00Z</time></trkpt>`,
      )
      .join('')}</trkseg></trk>`;

  it('gives closed tracks and routes as ground, with the day of their first point', async () => {
    const route = `<rte>${boxAt(34, 48, 35, 49)
      .map(([lng, lat]) => `<rtept lat="${lat}" lon="${lng}"/>`)
      .join('')}</rte>`;
    const { pieces, ignored } = await read(
      'a.gpx',
      `<gpx><wpt lat="48" lon="36"/>${track(BOX)}${route}</gpx>`,
    );
    expect(pieces.map((p) => edgesOf(p.rings ?? []))).toEqual([
      edgesOf([BOX]),
      edgesOf([boxAt(34, 48, 35, 49)]),
    ]);
    expect(pieces[0]?.properties).toMatchObject({ name: 'Walk', timestamp: '2024-11-24T23:30:00Z' });
    expect(ignored).toEqual([{ name: 'Point', count: 1 }]);
  });

  it('closes a track whose ends nearly meet, and tells so; a track that ends elsewhere is none', async () => {
    const nearly = [...BOX.slice(0, -1), [36.0005, 48.0003] as const];
    const { pieces } = await read('a.gpx', `<gpx>${track(nearly)}${track(BOX.slice(0, 3))}</gpx>`);
    expect(pieces[0]?.mended).toEqual(['open-ring']);
    expect(pieces[1]?.fault).toMatchObject({ code: 'open-line' });
    expect((pieces[1]?.fault as { metres: number }).metres).toBeGreaterThan(100_000);
  });

  it('is read by the import of days as well, as KML is', async () => {
    const read = await readControl(
      [aFile('2024-11-25.gpx', `<gpx>${track(BOX)}</gpx>`), aFile('2024-11-24.kml', kml(anArea('A', BOX)))],
      { today: day('2025-01-01'), ledger: { holder: 'russia', basis: 'assessed' } },
    );
    expect(read.ok && read.value.ledgers[0]?.length).toBe(2);
    expect(read.ok && read.value.report.refused).toEqual([]);
  });
});

describe('a piece', () => {
  it('is a polygon, polygons, or a line that closes; a line that does not is refused with how far it is open', async () => {
    const line = (coordinates: unknown) => ({ type: 'LineString', coordinates });
    const all = geojson(
      polygon(BOX),
      { type: 'MultiPolygon', coordinates: [[BOX], [boxAt(34, 48, 35, 49)]] },
      line(BOX),
      line(BOX.slice(0, 3)),
      { type: 'MultiLineString', coordinates: [BOX, boxAt(34, 48, 35, 49)] },
    );
    const got = await read('a.geojson', all);
    expect(codes(got)).toEqual(['sound', 'sound', 'sound', 'open-line', 'sound']);
    expect(got.pieces[4]?.rings?.length).toBe(2);
    for (const alone of [polygon(BOX), line(BOX), feature(line(BOX))])
      expect(codes(await read('a.json', alone))).toEqual(['sound']);
  });

  it('that marks troops is counted and never read, by its name, its symbol or its folder', async () => {
    const got = await read(
      'a.kml',
      kml(
        anArea('Ground', BOX),
        anArea('93rd Brigade', BOX),
        aPoint('128 бригада', 36, 48),
        `<Folder><name>Unit positions</name>${anArea('North', BOX)}${aLine('South', BOX)}</Folder>`,
      ),
    );
    expect(got.units).toBe(4);
    expect(got.pieces.map((p) => p.where.name)).toEqual(['Ground']);
  });

  it('whose lines cross is mended, with the places where they did', async () => {
    const tie = polygon([
      [36, 48],
      [37, 49],
      [37, 48],
      [36, 49],
      [36, 48],
    ]);
    const [piece] = (await read('a.geojson', geojson(tie))).pieces;
    expect(piece?.mended).toEqual(['crossing']);
    expect(piece?.crossings).toEqual([[36.5, 48.5]]);
    expect(isSettled(netOf(piece?.rings ?? []))).toBe(true);
  });

  it('with latitude first is asked about, and exchanged where that is wanted', async () => {
    const turned = geojson(polygon(BOX.map(([x, y]) => [y, x])), polygon(BOX));
    expect(codes(await read('a.geojson', turned))).toEqual(['swapped', 'sound']);
    const got = await read('a.geojson', turned, { exchange: true });
    expect(got.pieces.map((p) => edgesOf(p.rings ?? []))).toEqual([edgesOf([BOX]), edgesOf([BOX])]);
  });

  it('that lies elsewhere in the world names the corner', async () => {
    const [far] = (await read('a.geojson', geojson(polygon(boxAt(36, 48, 60, 49))))).pieces;
    expect(far?.fault).toEqual({ code: 'outside', lng: 60, lat: 48 });
  });

  const round = (count: number) => {
    const ring = Array.from({ length: count }, (_, i) => [
      36 + Math.cos((2 * Math.PI * i) / count) / 2,
      48 + Math.sin((2 * Math.PI * i) / count) / 2,
    ]);
    return geojson(polygon([...ring, ring[0] as number[]]));
  };

  it('of very many corners leaves others their turns between its steps', async () => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    let before = 0;
    await read('a.geojson', round(90_000), {
      onPiece: async (piece, rest) => {
        before = turns;
        expect(piece.fault).toBeUndefined();
        await rest();
      },
    });
    isOver = true;
    expect(before).toBeGreaterThan(0);
  });

  it('may have ten thousand corners, and of a million is refused with the number', async () => {
    expect(codes(await read('a.geojson', round(10_000)))).toEqual(['sound']);
    const [huge] = (await read('a.geojson', round(1_000_000))).pieces;
    expect(huge?.fault).toEqual({ code: 'corners', count: 1_000_001, most: 100_000 });
  });

  it('has what is wrong with it told, and the others are read', async () => {
    const got = await read('a.geojson', {
      type: 'FeatureCollection',
      features: [feature(null), 7, feature(polygon(BOX.slice(0, 2))), feature(polygon([[1e999, 0]])), feature(polygon(BOX))],
    }); // prettier-ignore
    expect(codes(got)).toEqual(['no-geometry', 'not-geojson', 'few-points', 'malformed', 'sound']);
  });
});

describe('a file', () => {
  it('of more features or corners than anybody looks at is refused with the number', async () => {
    const three = geojson(polygon(BOX), polygon(BOX), polygon(BOX));
    expect(await faultOf('a.geojson', three, { mostPieces: 2 })).toMatchObject({
      code: 'too-many',
      most: 2,
    });
    expect(await faultOf('a.geojson', three, { mostTogether: 12 })).toMatchObject({
      code: 'corners',
      most: 12,
    });
    expect(await faultOf('a.geojson', three, { longest: 20 })).toMatchObject({ code: 'too-large' });
  });

  it('line by line is read feature by feature', async () => {
    const got = await read('a.ndjson', [feature(polygon(BOX)), feature(polygon(boxAt(34, 48, 35, 49)))]);
    expect(got.pieces.map((p) => p.where)).toEqual([
      { file: 'a.ndjson', line: 1 },
      { file: 'a.ndjson', line: 2 },
    ]);
  });

  it('in another coordinate system, empty, or broken, is refused as a whole', async () => {
    const crs = { type: 'name', properties: { name: 'EPSG:3857' } };
    expect(await faultOf('a.geojson', { ...geojson(polygon(BOX)), crs })).toMatchObject({ code: 'crs' });
    expect(await faultOf('a.geojson', '')).toEqual({ code: 'empty-file' });
    expect(await faultOf('a.geojson', '{"type":')).toMatchObject({ code: 'not-json' });
    expect(await faultOf('a.geojson', '<!doctype html><p>')).toMatchObject({ code: 'not-json', page: true });
  });

  const word = fc.constantFrom(
    '<kml>', '</kml>', '<gpx>', '<trk>', '<trkseg>', '<trkpt lat="48" lon="36"/>', '</trk>', '<Placemark>', '</Placemark>',
    '<Polygon>', '</Polygon>', '<outerBoundaryIs>', '<coordinates>36,48 37,48 37,49 36,48</coordinates>', '<Folder>',
    '<name>x</name>', '<MultiGeometry>', '</Folder>', '<!-- -->', '<![CDATA[x]]>', '&amp;', '<', '36,',
  ); // prettier-ignore
  it('that is no file at all ends in rows or in a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.array(word).map((words) => words.join(''))),
        fc.constantFrom('a.kml', 'a.gpx', 'a.geojson', 'a.ndjson'),
        async (text, name) => {
          const got = await read(name, text).catch((error: unknown) => {
            if (!(error instanceof UnreadablePieces)) throw error;
            return undefined;
          });
          for (const { rings, fault } of got?.pieces ?? []) expect(rings === undefined).toBe(fault !== undefined);
        },
      ),
      { numRuns: 400 },
    ); // prettier-ignore
  });

  it('says the same ground in every format, edge for edge', async () => {
    const at = (from: number, to: number) =>
      fc.integer({ min: from * 1e4, max: to * 1e4 }).map((n) => n / 1e4);
    const boxes = fc
      .tuple(at(30, 34), at(47, 49), at(35, 38), at(50, 51))
      .map(([w, s, e, n]) => boxAt(w, s, e, n));
    await fc.assert(
      fc.asyncProperty(boxes, async (box) => {
        const gpx = `<gpx><rte>${box.map(([x, y]) => `<rtept lat="${y}" lon="${x}"/>`).join('')}</rte></gpx>`;
        const all = [
          await read('a.geojson', geojson(polygon(box))),
          await read('a.kml', kml(anArea('A', box))),
          await read('a.kml', kml(aLine('A', box))),
          await read('a.gpx', gpx),
        ];
        for (const { pieces } of all) expect(edgesOf(pieces[0]?.rings ?? [])).toEqual(edgesOf([box]));
      }),
      { numRuns: 60 },
    );
  });
});
