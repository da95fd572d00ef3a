import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, readAll, textFile } from '../../../../tests/fixtures/event-files.ts';
import { readRows, sampleOf } from './read.ts';

const rows = async (name: string, text: string, how = {}) => {
  const { rows, refused } = await readAll(textFile(name, text), how);
  return [...rows.map((r) => r.cells), ...refused.map((r) => `${r.number} ${r.fault.code}`)];
};
const faultOf = async (name: string, content: string | Uint8Array, how = {}): Promise<unknown> =>
  (await readAll(textFile(name, content), how)).fault;

/** A cell as any program writes it that writes CSV. */
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('a table', () => {
  it('is read whatever parts its columns, with quotes, breaks in cells, a mark in front and rows that end in CRLF', async () => {
    const wanted = [
      { a: '1', b: 'x;y,\n"z"' },
      { a: '2', b: '' },
    ];
    for (const by of [',', ';', '\t', '|']) {
      const text = `\uFEFFa${by}b\r\n1${by}"x;y,\n""z"""\r\n\r\n2${by}\r\n`;
      expect(await rows('t.csv', text), by).toEqual(wanted);
    }
  });

  it('tells rows by the line on which they begin', async () => {
    const { rows: found } = await readAll(textFile('t.csv', 'a,b\n1,"two\nlines"\n2,x\n'));
    expect(found.map((r) => r.number)).toEqual([2, 4]);
  });

  it('leaves out a row that does not fit, and goes on after it', async () => {
    expect(await rows('t.csv', 'a,b\n1,2,3\n4\n5,6\n')).toEqual([{ a: '5', b: '6' }, '2 cells', '3 cells']);
    expect(await rows('t.csv', 'a,b\n1,x"y"\n3,4\n')).toEqual([{ a: '3', b: '4' }, '2 quotes']);
  });

  it('is refused where its columns cannot be told', async () => {
    expect(await faultOf('t.csv', 'a\n1\n')).toMatchObject({ code: 'one-column', name: 'a' });
    expect(await faultOf('t.csv', 'a,b,a\n1,2,3\n')).toMatchObject({ code: 'same-columns', names: ['a'] });
    expect(await faultOf('t.csv', '')).toMatchObject({ code: 'empty' });
    expect(await faultOf('t.table', 'a,b\n')).toMatchObject({ code: 'format' });
  });

  it('comes back from what it was written from, however it is cut into pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ї', '"', ',', ';', '\n', ' ', '😀', "'") });
    const row = fc.tuple(cell, cell).filter((cells) => cells.some((c) => c.trim() !== ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 40 }),
        async (table, by, size) => {
          const text = [['one', 'two'], ...table].map((cells) => cells.map(quoted).join(by)).join('\n');
          const read = await readAll(textFile('t.csv', text, size));
          expect(read.fault).toBeUndefined();
          expect(read.rows.map((r) => [r.cells.one, r.cells.two])).toEqual(
            table.map((cells) => cells.map((c) => c.trim())),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('that is no table at all ends in rows or in a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('csv', 'ndjson', 'geojson', 'kml'), async (text, end) => {
        const read = await readAll(textFile(`t.${end}`, text));
        expect(read.fault === undefined || typeof read.fault.code === 'string').toBe(true);
      }),
      { numRuns: 300 },
    ); // prettier-ignore
  });

  it('keeps a script in a text as text, and takes signs that steer out', async () => {
    const script = '<script>alert(1)</script>';
    expect(await rows('t.csv', `a,b\n1,${script}\u202e\u0007\n`)).toEqual([{ a: '1', b: script }]);
  });
});

describe('letters', () => {
  it('of another encoding are told, and read only where that is declared', async () => {
    const text = 'дата;назва\n2024-11-25;Удар по Дніпру\n';
    const wide = bytesOf(text, 'utf-16le');
    expect(await faultOf('t.csv', wide)).toEqual({ code: 'encoding', seems: 'utf-16le' });
    expect(await faultOf('t.csv', bytesOf(text, 'utf-16be'))).toEqual({ code: 'encoding', seems: 'utf-16be' });
    const windows = bytesOf(text, 'windows-1251');
    expect(await faultOf('t.csv', windows)).toEqual({ code: 'encoding', seems: 'windows-1251' });
    const row = { дата: '2024-11-25', назва: 'Удар по Дніпру' };
    for (const [bytes, encoding] of [[wide, 'utf-16le'], [windows, 'windows-1251']] as const) {
      const read = await readAll(textFile('t.csv', bytes), { encoding });
      expect(read.rows.map((r) => r.cells), encoding).toEqual([row]);
    }
  }); // prettier-ignore
});

describe('a file that is built to harm', () => {
  it('is not unpacked, whatever it is called', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    for (const name of ['map.kmz', 'table.csv', 'map.kml'])
      expect(await faultOf(name, zip), name).toEqual({ code: 'packed', how: 'zip' });
  });

  it('with a line of hundreds of megabytes is left long before its end, or the line alone is', async () => {
    for (const [name, before, inside] of [
      ['t.csv', 'a,b\n1,"', 'x'],
      ['t.csv', 'a,b\n1,', 'x'],
      ['t.csv', '', 'x'],
      ['t.geojson', '{"type":"FeatureCollection","features":[{"a":"', 'x'],
      ['t.kml', '<kml><Placemark><name>', 'x'],
    ] as const) {
      let given = 0;
      const file = {
        name,
        *open() {
          yield bytesOf(before);
          for (; given < 500; given += 1) yield bytesOf(inside.repeat(1_000_000));
        },
      };
      expect((await readAll(file)).fault, `${name} ${before}`).toMatchObject({ code: 'row-too-long' });
      expect(given, `${name} ${before}`).toBeLessThan(10);
    }
    const long = `{"a":1}\n{"a":"${'x'.repeat(3_000_000)}"}\n{"a":2}`;
    expect(await rows('t.ndjson', long)).toEqual([{ a: '1' }, { a: '2' }, '2 too-long']);
  });

  it('and names other files by a document type is refused', async () => {
    for (const type of ['<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE kml>']) {
      const text = `<?xml version="1.0"?>${type}<kml><Placemark><name>&x;</name></Placemark></kml>`;
      expect(await faultOf('t.kml', text)).toEqual({ code: 'doctype' });
    }
    expect(await faultOf('t.kml', '<kml><Placemark><name>&x;</name></Placemark></kml>')).toMatchObject({ code: 'broken' });
  }); // prettier-ignore
});

describe('features', () => {
  const feature = (more: object) => ({
    type: 'Feature',
    properties: { a: 'x', deep: { b: 1, list: ['p', 2] } },
    ...more,
  });
  const point = { type: 'Point', coordinates: [35.04, 48.46, 9] };
  const line = { type: 'LineString', coordinates: [[35, 48], [36, 48]] }; // prettier-ignore
  const cells = { a: 'x', 'deep.b': '1', 'deep.list': 'p, 2', $lng: '35.04', $lat: '48.46' };

  it('of GeoJSON and of lines are read one by one, points alone', async () => {
    const all = [
      feature({ geometry: point, id: 7 }),
      feature({ geometry: line }),
      feature({ geometry: null }),
      5,
    ];
    const collection = JSON.stringify({ type: 'FeatureCollection', features: all });
    const { $lng: _, $lat: __, ...bare } = cells;
    const wanted = [{ ...cells, $id: '7' }, bare, '2 not-point', '4 not-feature'];
    expect(await rows('t.geojson', collection)).toEqual(wanted);
    expect(await rows('t.ndjson', all.map((f) => JSON.stringify(f)).join('\n'))).toEqual(wanted);
    expect(await rows('t.ndjson', '{"a":1,"b":null}\n{"a":\n')).toEqual([{ a: '1', b: '' }, '2 not-json']);
  });

  it('of a file that breaks off, has none, or is in another system are refused', async () => {
    const whole = JSON.stringify({ type: 'FeatureCollection', features: [feature({ geometry: point })] });
    expect(await faultOf('t.geojson', whole.slice(0, -5))).toMatchObject({ code: 'broken' });
    expect(await faultOf('t.geojson', '{"type":"Topology"}')).toMatchObject({ code: 'no-features' });
    const crs = { type: 'name', properties: { name: 'EPSG:3857' } };
    const foreign = JSON.stringify({
      type: 'FeatureCollection',
      crs,
      features: [feature({ geometry: point })],
    });
    expect(await faultOf('t.geojson', foreign)).toMatchObject({ code: 'crs', name: 'EPSG:3857' });
  });

  it('of KML have their folder, time and data as columns', async () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name><Folder><name>Strikes</name>
      <Placemark id="p1"><name>A &amp; B</name><description><![CDATA[<b>hit</b>]]></description>
      <TimeStamp><when>2024-11-21</when></TimeStamp>
      <ExtendedData><Data name="side"><value>russia</value></Data></ExtendedData>
      <Point><coordinates> 35.04,48.46,0 </coordinates></Point></Placemark>
      <Placemark><name>Line</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>
      </Folder></Document></kml>`;
    expect(await rows('t.kml', text)).toEqual([
      {
        folder: 'Strikes',
        $id: 'p1',
        name: 'A & B',
        description: '<b>hit</b>',
        when: '2024-11-21',
        side: 'russia',
        $lng: '35.04',
        $lat: '48.46',
      },
      '2 not-point',
    ]);
  });
});

describe('the beginning of a file', () => {
  it('shows its columns and first rows, wherever it was cut', async () => {
    const csv = 'a,b\n1,"x"\n2,"yyyyyyyy"\n';
    const sample = await sampleOf(textFile('t.csv', csv.slice(0, -6)), {}, true);
    expect(sample).toMatchObject({ format: 'csv', columns: ['a', 'b'] });
    expect(sample.rows[0]).toEqual(['1', 'x']);
    const kml = '<kml><Placemark><name>A</name></Placemark><Placemark><na';
    expect(await sampleOf(textFile('t.kml', kml), {}, true)).toMatchObject({
      columns: ['name'],
      rows: [['A']],
    });
  });

  it('ends the file that it is read from', async () => {
    let ended = false;
    const file = {
      name: 't.csv',
      async *open() {
        try {
          for (let i = 0; ; i += 1) yield bytesOf(i === 0 ? 'a,b\n' : 'x,y\n');
        } finally {
          ended = true;
        }
      },
    };
    for await (const read of readRows(file, {})) if ('row' in read) break;
    expect(ended).toBe(true);
  });
});
