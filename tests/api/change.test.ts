import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import type { Draft } from '#lib/server/store/store.ts';
import { theLedgers, theReport, theStates } from '../fixtures/days.ts';
import { areaOf, square } from '../fixtures/ground.ts';
import { demonstration, startSite, tempFolder, type Site } from '../fixtures/server.ts';

/** A store with ledgers that may be measured, as an import of whole days would leave it. */
async function storeWithDays(file: string): Promise<void> {
  const store = await openSqlite(file);
  const drafts: Draft[] = [
    { kind: 'report', payload: theReport, by: 'test' },
    ...theLedgers.map((payload): Draft => ({ kind: 'ledger', payload, by: 'test' })),
    ...theStates.map((payload): Draft => ({ kind: 'statement', payload, by: 'test' })),
  ];
  const revisions = await store.desk.save(drafts);
  await store.desk.publish(
    {
      published_at: Date.parse('2024-12-01T08:00:00Z'),
      note: { en: 'Days of the front' },
      entries: drafts.map(({ kind, payload }, i) => ({
        kind,
        id: payload.id,
        revision: revisions[i] as number,
        change: 'new' as const,
      })),
    },
    buildObjects,
  );
  await store.close();
}

/** A table as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, line.endsWith(',') ? undefined : -1)
        .map(([, value = '']) => (value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)),
    );
}

const DAYS = 'from=2024-11-10&to=2024-11-30';
const GAINED = Math.round(areaOf([square(37.4, 48.2, 37.8, 48.3)]) / 1e5) / 10;
const LOST = Math.round(areaOf([square(37.4, 47.8, 37.5, 48)]) / 1e5) / 10;

describe('change between two days as data', () => {
  const folder = tempFolder();
  let site: Site;
  beforeAll(async () => {
    const data = join(folder.path, 'data');
    mkdirSync(data, { recursive: true });
    await storeWithDays(join(data, 'salient.db'));
    site = await startSite({
      SALIENT_DATA: data,
      SALIENT_SEED: 'none',
      SALIENT_PUBLISHER: 'The "Gazette", Kyiv',
    });
  });
  afterAll(async () => {
    await site.stop();
    folder.remove();
  });

  it('is a table with a head, equal rows, and who is to be named', async () => {
    const response = await site.get(`/data/latest/change.csv?${DAYS}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const [head = [], ...rows] = readCsv(await response.text());
    for (const row of rows) expect(row).toHaveLength(head.length);
    const records = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
    expect(records.map((r) => [r['area'], r['pre_2022']])).toEqual([
      ['all', 'with'],
      ['UA-14', 'with'],
      ['all', 'without'],
      ['UA-14', 'without'],
    ]);
    for (const record of records) {
      expect(Number(record['gained_km2'])).toBe(GAINED);
      expect(Number(record['lost_km2'])).toBe(LOST);
      expect(Number(record['net_km2'])).toBeCloseTo(GAINED - LOST, 0);
      expect(Number(record['uncertainty_km2'])).toBeGreaterThan(0);
      expect(record['definition_changed']).toBe('2024-11-20');
      expect(record['attribution']).toContain('The "Gazette", Kyiv, edition 1, ');
      expect(record['attribution']).toContain(`${site.origin}/change?edition=1&${DAYS}`);
      expect(record['attribution']).toContain('Natural Earth');
    }
  });

  it('is the same as JSON', async () => {
    const answer = await site.json<{
      edition: number;
      from: string;
      attribution: string;
      rows: { area: string; gained_km2: number; lost_km2: number; days_without_report: string }[];
    }>(`/data/1/change.json?${DAYS}`);
    expect([answer.edition, answer.from]).toEqual([1, '2024-11-10']);
    expect(answer.attribution).toContain('Natural Earth');
    expect(answer.rows[0]).toMatchObject({ area: 'all', gained_km2: GAINED, lost_km2: LOST });
    expect(answer.rows[0]?.days_without_report.split(' ')).toHaveLength(19);
  });

  it('is what the page shows, in both languages', async () => {
    for (const prefix of ['', '/uk']) {
      const html = await site.text(`${prefix}/change?${DAYS}`);
      const shown = (n: number): string =>
        new Intl.NumberFormat(prefix ? 'uk' : 'en', { minimumFractionDigits: 1 }).format(n);
      expect(html).toContain(`>${shown(GAINED)}</td>`);
      expect(html).toContain(`>${shown(LOST)}</td>`);
      expect(html).toContain(`change.csv?${DAYS.replace('&', '&amp;')}`);
    }
  });

  it('is of an area that was drawn, and says which', async () => {
    const corners = '37.3,47.5_37.45,47.5_37.45,48.25_37.3,48.25';
    const box = await site.json<{ rows: Record<string, unknown>[] }>(
      `/data/1/change.json?${DAYS}&within=37.3,47.5,37.45,48.25`,
    );
    const drawn = await site.json<{ within: string; rows: Record<string, unknown>[] }>(
      `/data/1/change.json?${DAYS}&within=${corners}`,
    );
    expect(drawn.within).toBe(corners);
    expect(drawn.rows.map((r) => r['gained_km2'])).toEqual(box.rows.map((r) => r['gained_km2']));
    expect(drawn.rows[0]?.['area']).toBe('37.3 47.5, 37.45 47.5, 37.45 48.25, 37.3 48.25');
    const csv = await site.text(`/data/1/change.csv?${DAYS}&within=${corners}`);
    const [head = [], first = []] = readCsv(csv);
    expect(first[head.indexOf('area')]).toBe(drawn.rows[0]?.['area']);
    expect(first[head.indexOf('attribution')]).toContain(`within=${corners}`);
  });

  it('has a picture on which the area is outlined', async () => {
    const view = '/map.svg?day=2024-11-30&area=37,47,38,49';
    const without = await site.text(view);
    const outlined = await site.text(`${view}&within=37.3,47.5_37.45,47.5_37.3,48.25`);
    const dashes = (svg: string): number => svg.split('stroke-dasharray="7 5"').length - 1;
    expect([dashes(without), dashes(outlined)]).toEqual([0, 1]);
    // What is no area is not drawn, and breaks nothing.
    expect(await site.text(`${view}&within=37.3,47.5_x`)).toBe(without);
  });

  it('is not sent again to who has it', async () => {
    const first = await site.get(`/data/1/change.csv?${DAYS}`);
    const etag = first.headers.get('etag') ?? '';
    await first.arrayBuffer();
    const again = await site.get(`/data/1/change.csv?${DAYS}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const other = await site.get('/data/1/change.csv?from=2024-11-11&to=2024-11-30', {
      headers: { 'if-none-match': etag },
    });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  it.each([
    ['/data/9/change.csv', 404],
    ['/data/latest/change.csv?from=yesterday', 400],
    ['/data/latest/change.json?to=2024-02-30', 400],
    ['/data/latest/change.json?from=2024-11-20&to=2024-11-10', 400],
    ['/data/latest/change.json?from=1990-01-01', 400],
    ['/data/latest/change.csv?oblast=UA-99', 400],
    ['/data/latest/change.csv?within=38,47,36,48', 400],
    ['/data/latest/change.csv?oblast=UA-14&within=36,47,38,48', 400],
    ['/data/latest/change.csv?within=36,47_37,48_37,47_36,48', 400],
    ['/data/latest/change.json?within=36,47_37,48', 400],
    ['/data/latest/change.json?within=36,47_x_37,48', 400],
  ])('says what is wrong with %s', async (path, status) => {
    const response = await site.get(path);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(/\S{3}/);
  });
});

describe('change of demonstration data', () => {
  it('says that figures are withheld, and has none', async () => {
    const site = await demonstration();
    try {
      const { rows } = await site.json<{ rows: Record<string, unknown>[] }>('/data/latest/change.json');
      expect(rows.map((r) => r['holder'])).toEqual(['russia', 'ukraine']);
      for (const row of rows) {
        expect([row['gained_km2'], row['lost_km2'], row['net_km2'], row['edge_km']]).toEqual([
          null,
          null,
          null,
          null,
        ]);
        expect(row['note']).toContain('withheld');
      }
    } finally {
      await site.end();
    }
  });
});
