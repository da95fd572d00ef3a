import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textFile } from '../../../../tests/fixtures/event-files.ts';
import { anEvent, aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import { faultsOf } from '#lib/domain/desk/faults.ts';
import { day } from '#lib/domain/time/day.ts';
import { readEventMapping, type EventMapping } from '#lib/formats/events/index.ts';
import type { EventsOutcome } from '#lib/formats/events/outcome.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import { importEvents, type EventsWish } from './events.ts';

let folder = '';
let count = 0;
const stores: Store[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-events-'));
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A store with two towns of one name, one town of its own, and an oblast. */
async function aStore(): Promise<Store> {
  const store = await openSqlite(join(folder, `${(count += 1)}.db`));
  stores.push(store);
  const places = [
    aPlace('dnipro', [35.04, 48.46], { en: 'Dnipro', uk: 'Дніпро', population: 980_000 }),
    aPlace('nove-a', [35, 48], { en: 'Nove', kind: 'village' }),
    aPlace('nove-b', [37, 49], { en: 'Nove', kind: 'village' }),
    aPlace('sumy-oblast', [34, 51], { en: 'Sumy Oblast', kind: 'oblast' }),
  ];
  await store.desk.save(places.map((payload) => ({ kind: 'place' as const, payload, by: 'test' })));
  return store;
}

const HEAD = 'date,type,title,lat,lon,town,link\n';
const FIELDS = {
  day: { column: 'date' },
  kind: { column: 'type', values: { 'Missile Strike': { kind: 'strike', weapon: 'ballistic-missile' }, Parade: null } },
  title: { column: 'title' },
  lng: { column: 'lon' },
  lat: { column: 'lat' },
  precision: { is: 'street' },
  place: { column: 'town' },
  link: { column: 'link' },
}; // prettier-ignore
function mappingOf(more: object = {}): EventMapping {
  const mapping = readEventMapping(JSON.stringify({ fields: FIELDS, ...more }));
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.problems));
  return mapping.value;
}
const report = aReport('r-aaaaaaaaaa', { publisher: 'Archive' });

const put = (
  store: Store,
  rows: string,
  more: Partial<EventsWish> = {},
  name = 't.csv',
): Promise<EventsOutcome> =>
  importEvents(store, textFile(name, name.endsWith('.csv') ? HEAD + rows : rows), {
    mapping: mappingOf(),
    report,
    today: day('2026-11-01'),
    by: 'someone',
    write: true,
    ...more,
  });
const events = async (store: Store) => (await store.desk.all('event')).map((item) => item.payload);
const codes = ({ refusedRows }: EventsOutcome) => refusedRows.map((r) => `${r.number} ${r.fault.code}`);

describe('a row', () => {
  it('becomes a draft that cites the report, and is not public', async () => {
    const store = await aStore();
    const done = await put(store, '2024-11-21 05:00,missile strike,A plant is hit,48.47,35.05,Дніпро,https://example.org/1\n');
    expect(done).toMatchObject({ fault: undefined, rows: 1, accepted: 1, refused: 0, written: true });
    const [event] = await events(store);
    expect(event).toMatchObject({
      kind: 'strike',
      weapon: 'ballistic-missile',
      title: { en: 'A plant is hit' },
      period: { from: '2024-11-21', until: '2024-11-22' },
      point: [35.05, 48.47],
      location: { precision: 'street', radius_m: 500, place: 'dnipro' },
      theatre: 'ukraine',
      claims: [
        {
          aspect: 'occurred',
          says: 'reports',
          speaker: { name: { en: 'Archive' } },
          citation: { report: 'r-aaaaaaaaaa', locator: { en: 'row 2, https://example.org/1' } },
        },
      ],
    });
    expect(event).not.toHaveProperty('by');
    expect(faultsOf('event', event as never).map((f) => f.path)).toEqual(['by', 'role']);
    expect((await store.public.head()).number).toBe(0);
    expect((await store.work.item('event', event?.id ?? ''))?.state).toBe('draft');
    expect(await store.desk.latest('report', report.id)).toBeDefined();
  }); // prettier-ignore

  it('without a point is placed by its name, as exactly as a name is, and by no name that is not one place', async () => {
    const store = await aStore();
    const row = (title: string, town: string): string => `2024-11-21,clash,${title},,,${town},\n`;
    const done = await put(store, row('A', 'Dnipro') + row('B', 'Nove') + row('C', 'south') + row('D', '') + row('E', 'Sumy region'));
    const found = new Map((await events(store)).map((e) => [e.title.en, e]));
    expect(found.get('A')).toMatchObject({ point: [35.04, 48.46], location: { precision: 'settlement', radius_m: 12_000 } });
    expect(found.get('E')).toMatchObject({ point: null, location: { precision: 'oblast', place: 'sumy-oblast' } });
    for (const title of ['B', 'C', 'D']) {
      expect(found.get(title)?.point, title).toBeNull();
      expect(found.get(title), title).not.toHaveProperty('location');
    }
    expect(done.unlocated).toBe(3);
    const [first] = await store.work.revisions('event', found.get('B')?.id ?? '');
    expect(first?.note).toMatch(/“Nove” is 2 places/);
  }); // prettier-ignore

  it('is refused with its number and reason, and the others go in', async () => {
    const store = await aStore();
    const rows = [
      '2202-11-21,clash,In 2202,48,35,,',
      '2024-11-21,clash,Swapped,35.04,48.46,,',
      '2024-11-21,clash,Nowhere,0,0,,',
      '2024-11-21,clash,No number,north,35,,',
      '03/04/2022,clash,Two readings,48,35,,',
      ',clash,No day,48,35,,',
      '2024-11-21,Quarrel,Unknown,48,35,,',
      '2024-11-21,clash,,48,35,,',
      '2013-11-21,clash,Before,48,35,,',
      '2024-11-21,Parade,Left out,48,35,,',
      '2024-11-21,clash,Goes in,48,35,,',
    ];
    const done = await put(store, rows.join('\n'));
    expect(codes(done)).toEqual([
      '2 day-future', '3 swapped', '4 nowhere', '5 coordinates', '6 day', '7 no-day', '8 unknown-kind', '9 no-title',
      '10 day-early',
    ]); // prettier-ignore
    expect(done).toMatchObject({
      accepted: 1,
      skipped: 1,
      unknown: [{ field: 'kind', value: 'Quarrel', rows: 1 }],
    });
    expect((await events(store)).map((e) => e.title.en)).toEqual(['Goes in']);
  });

  it('that tells where troops are is never taken, and one of what befell them is', async () => {
    const store = await aStore();
    const row = (title: string): string => `2024-11-21,incident,${title},48,35,,\n`;
    const refused = ['72nd Mechanized Brigade', 'Russian convoy near a village', 'Колона техніки', 'Train moving heavy weaponry', 'Позиції батальйону']; // prettier-ignore
    const taken = ['Drone strike hits a barracks of a brigade', 'Convoy destroyed by artillery'];
    const done = await put(store, [...refused, ...taken].map(row).join(''));
    expect(done.refusedBy).toEqual([{ code: 'units', count: refused.length }]);
    expect(done.accepted).toBe(taken.length);
    const features = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { date: '2024-11-21', type: 'clash', title: 'A fight', sidc: 'SFGP' }, geometry: null }] }; // prettier-ignore
    expect(codes(await put(store, JSON.stringify(features), {}, 't.geojson'))).toEqual(['1 units']);
  });

  it('with a script in it keeps it as text', async () => {
    const store = await aStore();
    await put(store, '2024-11-21,clash,<script>alert(1)</script>,48,35,,javascript:alert(1)\n');
    const [event] = await events(store);
    expect(event?.title.en).toBe('<script>alert(1)</script>');
    expect(JSON.stringify(event?.claims)).not.toContain('javascript:');
  });
});

describe('what is known', () => {
  const rows =
    '2024-11-21,clash,A,48,35,,https://example.org/1\n2024-11-22,clash,B,49,36,,https://example.org/2\n';

  it('is not written a second time, in whatever order its columns and rows stand', async () => {
    const store = await aStore();
    expect(await put(store, rows)).toMatchObject({ accepted: 2, written: true });
    expect(await put(store, rows)).toMatchObject({ accepted: 0, known: 2, written: false });
    const lines = '{"title":"B","link":"https://example.org/2","date":"2024-11-22","type":"clash","lat":49,"lon":36}';
    expect(await put(store, lines, {}, 't.ndjson')).toMatchObject({ accepted: 0, known: 1 });
    expect(await events(store)).toHaveLength(2);
  }); // prettier-ignore

  it('is written once where two import it at the same instant, and counted once', async () => {
    const store = await aStore();
    const rows =
      '2024-11-21,Missile Strike,A,48.1,35.1,Dnipro,\n2024-11-22,Missile Strike,B,48.5,35.1,Dnipro,\n';
    const both = await Promise.all(['olha', 'taras'].map((by) => put(store, rows, { by })));
    const drafts = await store.work.queue({ kinds: ['event', 'report'], limit: 10 });
    expect(drafts.map(({ revision }) => revision)).toEqual([1, 1, 1]);
    expect(both.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2);
    expect(both.reduce((sum, { known }) => sum + known, 0)).toBe(2);
  });

  it('by columns of its own stays known when another cell is corrected', async () => {
    const store = await aStore();
    const mapping = mappingOf({ identity: ['link'] });
    await put(store, rows, { mapping });
    const again = await put(store, rows.replace(',A,', ',Corrected,'), { mapping });
    expect(again).toMatchObject({ accepted: 0, known: 2 });
  });

  it('is shown where it stands twice in the file, has a known link, or is near', async () => {
    const store = await aStore();
    const known = anEvent('e-bbbbbbbbbb', { kind: 'clash', point: [30, 50] });
    await store.desk.save([{ kind: 'event', payload: known, by: 'test' }]);
    const more =
      '2024-11-21,clash,A,48,35,,https://example.org/1\n' +
      '2024-11-25,clash,Same link,45,30,,https://www.example.org/1/?utm_source=x\n' +
      '2024-11-22,clash,Near row 3,49.001,36,,\n' +
      '2024-11-21,clash,Near the store,50.001,30,,\n' +
      '2024-11-21,diplomacy,Of another kind,50.001,30,,\n';
    const done = await put(store, rows + more, { write: false });
    expect(done).toMatchObject({ accepted: 6, twice: 1, twiceRows: [{ row: 4, first: 2 }], alike: 3, written: false });
    expect(done.alikeRows.map((a) => [a.row, a.why, a.other.row ?? a.other.id])).toEqual([
      [5, 'link', 2],
      [6, 'near', 3],
      [7, 'near', 'e-bbbbbbbbbb'],
    ]);
    expect(await events(store)).toHaveLength(1);
    const left = await put(store, rows + more, { mapping: mappingOf({ leave_alike: true }) });
    expect(left).toMatchObject({ accepted: 3, alike: 3, alikeLeft: 3 });
  }); // prettier-ignore
});

describe('a store with many events', () => {
  it('is asked for those alone that a row may be', async () => {
    const store = await aStore();
    const letter = (n: number): string => String.fromCharCode(97 + (n % 26));
    const far = Array.from({ length: 1500 }, (_, i) =>
      anEvent(`e-ffff${letter(i / 676)}${letter(i / 26)}${letter(i)}fff`, {
        point: [22 + (i % 10), 51],
        period: { from: day('2024-11-21') },
      }),
    );
    const locator = { en: 'row 7, https://example.org/known?utm_source=x' };
    const claims = anEvent('e-bbbbbbbbbb').claims.map((claim) => ({
      ...claim,
      citation: { ...claim.citation, locator },
    }));
    const kept = [
      anEvent('e-bbbbbbbbbb', {
        kind: 'clash',
        point: [30, 45],
        claims,
        period: {},
        title: { en: 'By link' },
      }),
      anEvent('e-cccccccccc', { kind: 'clash', point: [36, 48], title: { en: 'By day and place' } }),
      anEvent('e-dddddddddd', { kind: 'clash', point: [36, 48], period: { from: day('2024-03-01') } }),
    ];
    await store.desk.save([...far, ...kept].map((payload) => ({ kind: 'event' as const, payload, by: 'x' })));
    const read: string[] = [];
    const { work, desk } = store;
    const watched: Store = {
      ...store,
      desk: Object.assign(Object.create(desk) as typeof desk, {
        all: (kind: 'place') => {
          expect(kind).toBe('place');
          return desk.all(kind);
        },
      }),
      work: Object.assign(Object.create(work) as typeof work, {
        item: work.item,
        linking: work.linking,
        onDays: work.onDays.bind(work),
        having: async (...asked: Parameters<typeof work.having>) => {
          const found = await work.having(...asked);
          if (asked[0] === 'event') read.push(...found.keys());
          return found;
        },
      }),
    };
    const done = await put(
      watched,
      '2023-02-03,clash,A,46,33,,https://www.example.org/known\n2024-11-21,clash,B,48.001,36,,\n',
      { write: false },
    );
    expect(done.alikeRows.map((a) => [a.row, a.why, a.other.id])).toEqual([
      [2, 'link', 'e-bbbbbbbbbb'],
      [3, 'near', 'e-cccccccccc'],
    ]);
    expect(read.sort()).toEqual(['e-bbbbbbbbbb', 'e-cccccccccc']);
  });
});

describe('a link', () => {
  it('becomes a draft of a report once, or is cited as the report that has it', async () => {
    const store = await aStore();
    const own = aReport('r-bbbbbbbbbb', { url: 'https://example.org/known' });
    await store.desk.save([{ kind: 'report', payload: own, by: 'test' }]);
    const row = (title: string, link: string): string => `2024-11-21,clash,${title},48,35,,${link}\n`;
    const rows = row('A', 'https://example.org/new') + row('B', 'https://example.org/new') + row('C', 'http://www.example.org/known') + row('D', ''); // prettier-ignore
    const done = await put(store, rows, { mapping: mappingOf({ cites: 'link' }) });
    expect(done).toMatchObject({ accepted: 4, reports: 1 });
    const cited = new Map((await events(store)).map((e) => [e.title.en, e.claims[0]]));
    const made = cited.get('A')?.citation.report ?? '';
    expect(cited.get('B')?.citation.report).toBe(made);
    expect(cited.get('A')?.via).toBe(report.id);
    expect(cited.get('C')?.citation.report).toBe('r-bbbbbbbbbb');
    expect(cited.get('D')?.citation.report).toBe(report.id);
    expect(await store.work.item('report', made)).toMatchObject({ state: 'draft', payload: { url: 'https://example.org/new', publisher: 'example.org' } }); // prettier-ignore
  });
});

describe('an import that does not come to its end', () => {
  const many = Array.from(
    { length: 1200 },
    (_, i) => `2024-11-21,clash,Row ${i},48,${20 + i / 100},,\n`,
  ).join('');

  it('for a file that breaks leaves the store as it was', async () => {
    const store = await aStore();
    const done = await put(store, `${many}2024-11-21,clash,"${'x'.repeat(2_000_000)}`);
    expect(done).toMatchObject({ fault: { code: 'row-too-long' }, written: false });
    expect(await events(store)).toEqual([]);
    expect(await store.desk.latest('report', report.id)).toBeUndefined();
  });

  it('since somebody stopped it leaves the store as it was, and others wrote meanwhile', async () => {
    const store = await aStore();
    const stop = new AbortController();
    let beside: Promise<unknown> | undefined;
    const run = put(store, many, {
      signal: stop.signal,
      onProgress: ({ rows }) => {
        beside ??= store.desk.save([{ kind: 'event', payload: anEvent('e-cccccccccc'), by: 'another' }]);
        if (rows >= 1000) stop.abort();
      },
    });
    await expect(run).rejects.toThrow();
    await beside;
    expect((await events(store)).map((e) => e.id)).toEqual(['e-cccccccccc']);
  });

  it('for a column that is not there says which there are', async () => {
    const store = await aStore();
    const mapping = mappingOf({ fields: { ...FIELDS, title: { column: 'headline' } } });
    const { fault } = await put(store, many, { mapping });
    expect(fault).toMatchObject({ code: 'columns', missing: ['headline'] });
    expect(fault?.code === 'columns' && fault.there).toContain('title');
  });
});
