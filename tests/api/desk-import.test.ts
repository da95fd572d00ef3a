import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroundAccepted, GroundFile, Verdict } from '#lib/formats/control/ground.ts';
import { anArea, aPoint, boxAt, kml } from '../fixtures/kml.ts';
import { besides, joins, signedIn, words, type Client } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

/** A report that ships. */
const REPORT = 'r-5z2xwd7cec';

let site: Awaited<ReturnType<typeof demonstration>>;
let taras: Client;
let olha: Client;
beforeAll(async () => {
  site = await demonstration();
  await joins(site, 'taras@example.org', 'editor', 'Taras');
  await joins(site, 'olha@example.org', 'admin', 'Olha');
  taras = await signedIn(site, 'taras@example.org');
  olha = await signedIn(site, 'olha@example.org');
});
afterAll(() => site.end());

const upload = (content: string | Blob, name: string, more: Record<string, string> = {}) => {
  const form = new FormData();
  form.set('file', new Blob([content]));
  form.set('name', name);
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  return fetch(`${site.origin}/desk/api/import/ground`, {
    method: 'POST',
    body: form,
    headers: { cookie: taras.cookie(), origin: site.origin },
  });
};
async function read(content: string, name: string): Promise<GroundFile> {
  const lines = (await (await upload(content, name)).text()).trim().split('\n');
  return (JSON.parse(lines.at(-1) ?? '') as { done: GroundFile }).done;
}
const judged = async ({ rows }: GroundFile, more: object = {}): Promise<Verdict[]> => {
  const answer = await taras.api('/desk/api/import/ground/judge', {
    file: 'front.kml',
    rows: rows.flatMap(({ number, properties, shape }) => (shape ? [{ number, properties, shape }] : [])),
    wish: {
      ledger: { holder: 'russia', basis: 'assessed' },
      day: { is: '2024-11-26' },
      reports: [REPORT],
      extent: 'patch',
      ...more,
    },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Verdict[];
};
const accept = (file: GroundFile, verdicts: readonly Verdict[]) =>
  taras.api('/desk/api/import/ground/accept', {
    file: 'front.kml',
    rows: verdicts.map(({ number, holder, basis, day, reports }) => {
      const row = file.rows[number - 1];
      const name = row?.where.name;
      return { number, name, holder, basis, day, reports, extent: 'patch', area: row?.area };
    }),
  });

describe('a file of ground that is sent', () => {
  it('is read row by row, accepted row by row, and adds nothing when it comes again', async () => {
    const text = kml(
      anArea('South', boxAt(36.2, 47.6, 36.4, 47.8)),
      anArea('Nowhere', boxAt(1, 1, 2, 2)),
      aPoint('3rd Assault Brigade', 36.3, 47.7),
    );
    const file = await read(text, 'front.kml');
    expect(file).toMatchObject({ units: 1, rows: [{ corners: 4 }, { fault: { code: 'outside' } }] });
    const verdicts = await judged(file);
    const answer = (await (await accept(file, verdicts)).json()) as GroundAccepted;
    expect(answer).toMatchObject({ accepted: [{ number: 1, outcome: 'draft', revision: 1 }] });
    const again = await judged(await read(text, 'the same under another name.kml'));
    expect(again[0]?.known).toMatchObject({ id: verdicts[0]?.id, state: 'draft' });
    expect(await (await accept(file, verdicts)).json()).toMatchObject({ accepted: [{ outcome: 'known' }] });
    await besides(site, async ({ work }) => {
      expect((await work.item('statement', verdicts[0]?.id ?? ''))?.revision).toBe(1);
      const entries = (await work.audit(20)).filter((e) => e.action === 'import');
      expect(entries.map((e) => e.detail)).toEqual([{ file: 'front.kml', drafts: 1 }]);
    });
    const page = await (await taras.get('/desk?state=draft')).text();
    expect(page).toContain(`/desk/ground/${verdicts[0]?.id ?? ''}`);
    // Nothing of it is public.
    expect(await site.text('/data/latest/map.json')).not.toContain(verdicts[0]?.id);
  });

  it('stands in the audit log in words, as a table of events does', async () => {
    const form = new FormData();
    form.set('file', new Blob(['date,what\n2024-11-25,One\n2024-11-26,Two\n']));
    const fields = { title: { column: 'what' }, kind: { is: 'strike' }, day: { column: 'date' } };
    const said = { name: 'raids.csv', mapping: JSON.stringify({ fields }), report: REPORT, write: '1' };
    for (const [key, value] of Object.entries(said)) form.set(key, value);
    const run = await fetch(`${site.origin}/desk/api/import/run`, {
      method: 'POST',
      body: form,
      headers: { cookie: taras.cookie(), origin: site.origin },
    });
    expect(await run.text()).toContain('"written":true');
    const log = words(await (await olha.get('/desk/audit')).text());
    expect(log).toContain('Taras imported Events from the file “raids.csv” 2 drafts');
    expect(log).toContain('Taras imported Ground from the file “front.kml” 1 draft');
    const uk = words(await (await olha.get('/uk/desk/audit')).text());
    expect(uk).toContain('Taras імпортовано Події з файла «raids.csv» 2 чернетки');
    expect(uk).toContain('Taras імпортовано Територія з файла «front.kml» 1 чернетка');
  });

  it('with a row that cannot be taken any more writes none of them, and says why by a code', async () => {
    const file = await read(
      kml(anArea('A', boxAt(36.2, 47, 36.4, 47.2)), anArea('B', boxAt(36.5, 47, 36.6, 47.2))),
      'front.kml',
    );
    const [a, b] = await judged(file);
    const wrong = [a as Verdict, { ...(b as Verdict), reports: ['r-zzzzzzzzzz'] }];
    expect(await (await accept(file, wrong)).json()).toEqual({
      refused: [{ number: 2, fault: { code: 'unknown-report', value: 'r-zzzzzzzzzz' } }],
    });
    expect((await judged(file)).map((v) => v.known)).toEqual([undefined, undefined]);
  });

  it('may have ten thousand corners; of a million it says why not', async () => {
    const round = (count: number): (readonly [number, number])[] => {
      const ring = Array.from({ length: count }, (_, i): readonly [number, number] => [
        Number((36 + Math.cos((2 * Math.PI * i) / count) / 3).toFixed(7)),
        Number((48.6 + Math.sin((2 * Math.PI * i) / count) / 3).toFixed(7)),
      ]);
      return [...ring, ring[0] as readonly [number, number]];
    };
    const large = await read(kml(anArea('Round', round(10_000))), 'a.kml');
    expect(large.rows[0]).toMatchObject({ corners: 10_000, mended: [] });
    expect(await (await accept(large, await judged(large))).json()).toMatchObject({
      accepted: [{ outcome: 'draft' }],
    });
    const huge = await read(kml(anArea('Round', round(1_000_000))), 'a.kml');
    expect(huge.rows[0]?.fault).toEqual({ code: 'corners', count: 1_000_001, most: 100_000 });
  });

  it('that is none ends in a code, and one that names other files is not opened', async () => {
    const faults = {
      'front.kmz': ['PK\u0003\u0004', 'packed'],
      'empty.kml': ['', 'empty-file'],
      'page.geojson': ['<!doctype html>', 'not-json'],
      'evil.kml': ['<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml/>', 'doctype'],
    } as const;
    for (const [name, [content, code]] of Object.entries(faults))
      expect((await read(content, name)).fault?.code, name).toBe(code);
  });

  it('of fifty megabytes is refused before it is read', async () => {
    const response = await upload(new Blob([new Uint8Array(50_000_000)]), 'large.geojson');
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: 'too-large' });
  });
});
