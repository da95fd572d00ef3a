import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { box, collection, feature, polygon } from '../../../../tests/fixtures/control-files.ts';
import { aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import type { Person } from '#lib/domain/access/access.ts';
import { faultsOf } from '#lib/domain/desk/faults.ts';
import { day } from '#lib/domain/time/day.ts';
import type { GroundFile, GroundRow, GroundWish, Verdict } from '#lib/formats/control/ground.ts';
import type { Mapping } from '#lib/formats/control/index.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import { acceptGround } from './ground-accept.ts';
import { judgeGround } from './ground-judge.ts';
import { readGround } from './ground-read.ts';

const TODAY = day('2026-11-22');
const taras: Person = { id: 'taras', name: 'Taras', role: 'editor' };
const kurakhove = aPlace('kurakhove', [37.1, 47.95], { en: 'Kurakhove', uk: 'Курахове', population: 18_000 });

let folder: string;
let store: Store;
let count = 0;
const stores: Store[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-ground-'));
});
afterAll(async () => {
  for (const each of stores) await each.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  store = await openSqlite(join(folder, `${(count += 1)}.db`));
  stores.push(store);
  const reports = [
    aReport('r-aaaaaaaaaa', { url: 'https://agency.example/front?utm_source=x' }),
    aReport('r-bbbbbbbbbb', { title: 'A map', kind: 'map' }),
  ];
  await store.desk.save(reports.map((payload) => ({ kind: 'report' as const, payload, by: 'test' })));
  const key = 'an-unfinished-report';
  await store.work.write({
    key,
    kind: 'report',
    base: 0,
    payload: { id: 'r-cccccccccc', title: 'Begun' },
    by: 'test',
  });
});

/** What a page is told of a file. */
async function readFile(content: unknown, name = 'front.geojson'): Promise<GroundFile> {
  const form = new FormData();
  form.set('file', new Blob([JSON.stringify(content)]));
  form.set('name', name);
  const read = readGround(form);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const lines = (await new Response(read.value).text()).trim().split('\n');
  return (JSON.parse(lines.at(-1) ?? '') as { done: GroundFile }).done;
}

const WISH: GroundWish = {
  ledger: { holder: 'russia', basis: 'assessed' },
  day: { is: '2024-11-25' },
  reports: ['r-aaaaaaaaaa'],
  extent: 'patch',
};
async function judge(rows: readonly GroundRow[], wish: Partial<GroundWish> = {}, file = 'front.geojson') {
  const body = {
    file,
    rows: rows.map(({ number, properties, shape }) => ({ number, properties, shape })),
    wish: { ...WISH, ...wish },
  };
  const judged = await judgeGround(store, body, TODAY);
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  return judged.value;
}
const asked = (
  row: GroundRow,
  { holder, basis, day: d, reports }: Verdict,
  extent: GroundWish['extent'] = 'patch',
) => ({
  number: row.number,
  name: row.where.name,
  feature: row.where.feature,
  holder,
  basis,
  day: d,
  reports,
  extent,
  area: row.area,
});
async function accept(rows: readonly object[]) {
  const done = await acceptGround(
    store,
    { file: 'front.geojson', rows },
    { person: taras, today: TODAY, places: [kurakhove] },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}
const accepted = async (rows: readonly object[]) => {
  const done = await accept(rows);
  if (!('accepted' in done)) throw new Error(JSON.stringify(done.refused));
  return done.accepted;
};
const statements = () => store.work.queue({ kinds: ['statement'], limit: 100 });

const BOXES = [box(37, 47.9, 37.2, 48), box(36, 48, 36.1, 48.1)];
const named = (names: readonly string[], more: readonly object[] = []) =>
  collection(BOXES.map((b, i) => feature(polygon(b), { name: names[i], ...more[i] })));

describe('a row that is accepted', () => {
  it('becomes a whole draft that cites the report, in the name of who accepted it', async () => {
    const { rows } = await readFile(named(['West of Kurakhove', 'Південь']));
    const verdicts = await judge(rows);
    const done = await accepted(rows.map((row, i) => asked(row, verdicts[i] as Verdict)));
    expect(done.map((d) => [d.number, d.outcome])).toEqual([
      [1, 'draft'],
      [2, 'draft'],
    ]);
    const [first, second] = await Promise.all(done.map(({ id }) => store.work.item('statement', id)));
    expect(first).toMatchObject({ state: 'draft', writers: ['taras'] });
    expect(first?.payload).toMatchObject({
      holder: 'russia',
      basis: 'assessed',
      day: '2024-11-25',
      extent: 'patch',
      title: { en: 'West of Kurakhove' },
      places: ['kurakhove'],
      citations: [{ report: 'r-aaaaaaaaaa', says: { en: 'West of Kurakhove' } }],
    });
    // English is for every reader, so a name in another script is not it.
    expect(second?.payload['title']).toEqual({ en: 'Ground Russia is assessed to hold', uk: 'Південь' });
    for (const each of [first, second]) expect(each && faultsOf('statement', each.payload)).toEqual([]);
    const [written] = await store.work.revisions('statement', done[0]?.id ?? '');
    expect(written?.note).toBe('front.geojson, feature 1, West of Kurakhove');
  });

  it('without a name is told by the town near to it', async () => {
    const { rows } = await readFile(polygon(BOXES[0] ?? []));
    const [verdict] = await judge(rows);
    const [{ id } = { id: '' }] = await accepted([asked(rows[0] as GroundRow, verdict as Verdict)]);
    expect((await store.work.item('statement', id))?.payload['title']).toEqual({
      en: 'Ground Russia is assessed to hold near Kurakhove',
      uk: 'Територія, яку, за оцінками, контролює Росія. Поблизу: Курахове',
    });
  });

  it('is written once, however often it is accepted and its file is read', async () => {
    const { rows } = await readFile(named(['A', 'B']));
    const verdicts = await judge(rows);
    const body = rows.map((row, i) => asked(row, verdicts[i] as Verdict));
    await accepted(body);
    expect((await accepted(body)).map((d) => d.outcome)).toEqual(['known', 'known']);
    // The same ground begins elsewhere, runs the other way, and has another name and other digits.
    const turned = BOXES.map((b) =>
      [...b.slice(2), ...b.slice(1, 3)].reverse().map(([x = 0, y = 0]) => [x + 1e-8, y]),
    );
    const again = await readFile(collection(turned.map((b) => feature(polygon(b), { name: 'C' })))); // prettier-ignore
    expect((await judge(again.rows)).map((v) => v.known?.state)).toEqual(['draft', 'draft']);
    expect((await statements()).map((s) => s.revision)).toEqual([1, 1]);
  });

  it('is written once where two accept it at the same instant', async () => {
    const { rows } = await readFile(named(['A', 'B']));
    const verdicts = await judge(rows);
    const body = rows.map((row, i) => asked(row, verdicts[i] as Verdict));
    const both = await Promise.all([accepted(body), accepted(body), accepted(body)]);
    for (const { id } of both[0] ?? []) expect(await store.work.revisions('statement', id)).toHaveLength(1);
    // One of them made it, and the others are told that it was there.
    for (const number of [1, 2]) {
      const outcomes = both.map((done) => done.find((d) => d.number === number)?.outcome).sort();
      expect(outcomes).toEqual(['draft', 'known', 'known']);
    }
    const logged = (await store.work.audit(10)).filter(({ action }) => action === 'import');
    expect(logged.reduce((sum, { detail }) => sum + (detail as { drafts: number }).drafts, 0)).toBe(2);
  });

  it('is known where an editor has drawn the same by hand', async () => {
    const { rows } = await readFile(named(['A', 'B']));
    const payload = {
      id: 'c-aaaaaaaaaa',
      ...{ holder: 'russia', basis: 'assessed', day: '2024-11-25', extent: 'patch', area: rows[0]?.area },
    };
    await store.work.write({ key: 'drawn-by-hand', kind: 'statement', base: 0, payload, by: 'olha' });
    const verdicts = await judge(rows);
    expect(verdicts.map((v) => v.known?.id)).toEqual(['c-aaaaaaaaaa', undefined]);
    expect((await accepted([asked(rows[0] as GroundRow, verdicts[0] as Verdict)]))[0]?.outcome).toBe('known');
  });

  it('and put away again is a draft again when it is accepted anew', async () => {
    const { rows } = await readFile(named(['A', 'B']));
    const [verdict] = await judge(rows);
    const body = [asked(rows[0] as GroundRow, verdict as Verdict)];
    const [one] = await accepted(body);
    const item = { kind: 'statement' as const, id: one?.id ?? '', revision: 1 };
    await store.work.move(item, 'taras', 'discard', () => 'discarded');
    expect((await judge(rows))[0]?.known?.state).toBe('discarded');
    expect((await accepted(body))[0]).toMatchObject({ outcome: 'restored', state: 'draft', revision: 1 });
    expect((await statements()).map((s) => s.state)).toEqual(['draft']);
  });

  it('with one that cannot be taken is not written either', async () => {
    const { rows } = await readFile(named(['A', 'B']));
    const verdicts = await judge(rows);
    const [a, b] = rows.map((row, i) => asked(row, verdicts[i] as Verdict));
    for (const [wrong, code] of [
      [{ ...b, day: '2202-02-02' }, 'day-in-future'],
      [{ ...b, reports: [] }, 'no-report'],
      [{ ...b, reports: ['r-bbbbbbbbbb'] }, 'report-map'],
      [{ ...b, name: '93rd Brigade' }, 'units'],
      [{ ...b, holder: 'unknown' }, 'not-together'],
    ] as const)
      expect(await accept([a ?? {}, wrong])).toMatchObject({ refused: [{ number: 2, fault: { code } }] });
    const crossed = { type: 'Polygon', coordinates: [[[36, 48], [37, 49], [37, 48], [36, 49], [36, 48]]] }; // prettier-ignore
    for (const area of [crossed, { type: 'Polygon', coordinates: [] }, {}])
      await expect(accept([a ?? {}, { ...b, area }])).rejects.toThrow('rows.1.area');
    expect(await statements()).toEqual([]);
  });
});

describe('what is said of rows', () => {
  it('may follow from a property, as rules say; the first that picks a row decides', async () => {
    const { rows, columns } = await readFile(named(['A', 'B'], [{ side: 'RU' }, { side: 'grey' }]));
    expect(columns.find((c) => c.key === 'side')?.values).toEqual([
      { value: 'RU', rows: 1 },
      { value: 'grey', rows: 1 },
    ]);
    const mapping: Mapping = {
      rules: [
        { when: { side: { equals: 'ru' } }, basis: 'claimed' },
        { when: { side: { contains: 'grey' } }, holder: 'unknown', basis: 'contested' },
        { when: { name: { equals: 'A' } }, skip: true },
      ],
    };
    expect(await judge(rows, { ledger: { holder: 'russia' }, mapping })).toMatchObject([
      { holder: 'russia', basis: 'claimed', out: false },
      { holder: 'unknown', basis: 'contested' },
    ]);
    const [, , skip] = mapping.rules;
    expect(await judge(rows, { mapping: { rules: skip ? [skip] : [] } })).toMatchObject([
      { out: true },
      { fault: { code: 'no-ledger' } },
    ]);
  });

  it('takes no rule by which a few letters would keep everybody waiting', async () => {
    const { rows } = await readFile(named(['A', 'B']));
    const mapping = { rules: [{ when: { name: { regex: '(a+)+$' } }, skip: true as const }] };
    await expect(judge(rows, { mapping })).rejects.toThrow('rules.0');
  });

  it('has a day of each row, of the file, or one that is said', async () => {
    const { rows } = await readFile(named(['A', 'B'], [{ date: '2024-11-24' }, { date: '2202-02-02' }]));
    const days = async (wish: GroundWish['day'], file?: string) =>
      (await judge(rows, { day: wish }, file)).map((v) => v.day ?? v.fault?.code);
    expect(await days({ from: 'property', key: 'date' })).toEqual(['2024-11-24', 'day-in-future']);
    expect(await days({ from: 'auto' })).toEqual(['2024-11-24', 'day-in-future']);
    expect(await days({ from: 'file' }, '2024-11-23.geojson')).toEqual(['2024-11-23', '2024-11-23']);
    expect(await days({ from: 'file' })).toEqual(['no-day', 'no-day']);
    expect(await days({ is: '2024-02-30' })).toEqual(['no-such-day', 'no-such-day']);
    expect(await days({ is: '' })).toEqual(['no-day', 'no-day']);
  });

  it('cites reports of all rows and of each, by id or by link, and says what is wrong with one', async () => {
    const { rows } = await readFile(
      named(['A', 'B'], [{ source: 'http://www.agency.example/front' }, { source: 'https://elsewhere.example' }]),
    ); // prettier-ignore
    expect(await judge(rows, { reports: [], reportFrom: 'source' })).toMatchObject([
      { reports: ['r-aaaaaaaaaa'] },
      { fault: { code: 'unknown-report', value: 'https://elsewhere.example' } },
    ]);
    const faults = async (reports: string[]) => (await judge(rows, { reports }))[0]?.fault?.code;
    expect(await faults([])).toBe('no-report');
    expect(await faults(['r-bbbbbbbbbb'])).toBe('report-map');
    expect(await faults(['r-cccccccccc'])).toBe('report-unfinished');
    expect(await faults(['r-zzzzzzzzzz'])).toBe('unknown-report');
  });

  it('is not guessed where colours differ', async () => {
    const { rows } = await readFile(named(['A', 'B'], [{ fill: '#aa0000' }, { fill: '#0000aa' }]));
    expect((await judge(rows)).map((v) => v.fault?.code)).toEqual(['mixed-colours', 'mixed-colours']);
  });

  it('tells a row that stands twice, and two that are each all of a day', async () => {
    const twice = collection([...BOXES, BOXES[0] ?? []].map((b) => feature(polygon(b))));
    const { rows } = await readFile(twice);
    expect((await judge(rows)).map((v) => v.twice)).toEqual([undefined, undefined, 1]);
    expect((await judge(rows, { extent: 'snapshot' })).map((v) => v.fault)).toEqual([
      undefined,
      { code: 'whole-twice', row: 1 },
      undefined,
    ]);
  });
});
