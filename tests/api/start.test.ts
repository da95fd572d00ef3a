import {
  closeSync,
  cpSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { box, feature, polygon } from '../fixtures/control-files.ts';
import { aReport } from '../fixtures/items.ts';
import {
  copyOfGeodata,
  editJson,
  failedStart,
  freePort,
  runToEnd,
  startSite,
  tempFolder,
  type Ended,
  type Site,
} from '../fixtures/server.ts';

let folder: ReturnType<typeof tempFolder>;
let running: Site[] = [];

beforeEach(() => {
  folder = tempFolder();
});
afterEach(async () => {
  await Promise.all(running.map((site) => site.stop()));
  running = [];
  folder.remove();
});

const data = (): string => join(folder.path, 'data');
async function start(...args: Parameters<typeof startSite>): Promise<Site> {
  const site = await startSite(...args);
  running.push(site);
  return site;
}

/** What an operator must see: code 1 and one line, in which each of the words stands; no stack trace. */
function expectRefusal(ended: Ended, ...words: string[]): void {
  const lines = ended.stderr.trim().split('\n');
  expect(lines, ended.stderr).toHaveLength(1);
  expect(lines[0]).toMatch(/^salient: /);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  for (const word of words) expect(lines[0]).toContain(word);
  expect(ended.code).toBe(1);
}

describe('a start', () => {
  it('says in one line where the site is, again on the second start, and ends cleanly when asked', async () => {
    const first = await start({ SALIENT_DATA: data() });
    expect(first.line).toBe(`Salient is at ${first.origin} (edition 2). Ctrl-C ends it.`);
    expect((await first.get('/')).status).toBe(200);
    const before = await first.json('/data/latest/manifest.json');
    const ended = await first.stop('SIGTERM');
    // Until somebody has an account, the line after it says how the desk is opened.
    const hint = 'Nobody has an account yet; to open the desk: npm run salient -- add-user --role admin';
    expect(ended).toEqual({ code: 0, signal: null, stdout: `${first.line}\n${hint}\n`, stderr: '' });

    const second = await start({ SALIENT_DATA: data() });
    expect(second.line).toContain('(edition 2)');
    expect(await second.json('/data/latest/manifest.json')).toEqual(before);
    expect((await second.stop('SIGINT')).code).toBe(0);
  });

  it('ends through the door of `npm start` too, with an answer still open', async () => {
    const site = await start({ SALIENT_DATA: data() }, ['scripts/run.mjs', 'serve']);
    // Asked for and not read: the connection is open while the process is asked to end.
    const open = await site.get('/sitemap.xml');
    expect((await site.stop()).code).toBe(0);
    await open.body?.cancel().catch(() => undefined);
    expect(await site.get('/').catch(() => 'gone')).toBe('gone');
  });

  it('is alive and ready, and keeps the digest that every other copy of the shipped data has', async () => {
    const [one, two] = await Promise.all([
      start({ SALIENT_DATA: join(folder.path, 'one') }),
      start({ SALIENT_DATA: join(folder.path, 'two') }),
    ]);
    for (const path of ['/healthz', '/readyz']) expect((await one.get(path)).status).toBe(200);
    const digest = async (site: Site) =>
      (await site.json<{ digest: string }>('/data/2/manifest.json')).digest;
    expect(await digest(one)).toBe(await digest(two));
  });

  it('makes whole addresses from SALIENT_ORIGIN and names who publishes', async () => {
    const site = await start({
      SALIENT_DATA: data(),
      SALIENT_ORIGIN: 'https://maps.example.org/',
      SALIENT_PUBLISHER: 'The Example <Times>',
      SALIENT_CONTACT: 'desk@example.org',
    });
    const page = await site.text('/events');
    expect(page).toContain('<link rel="canonical" href="https://maps.example.org/events"');
    expect(page).toContain('Published by The Example &lt;Times>');
    expect(page).toMatch(/href="mailto:desk@example\.org\?subject=Error%20in%20events%2C%20edition%202"/);
    expect(page).not.toContain('Unattended demonstration');
    expect(await site.text('/map.svg')).toContain('The Example &lt;Times&gt;');
    expect(await site.text('/robots.txt')).toContain('Sitemap: https://maps.example.org/sitemap.xml');
  });
});

describe('what an operator must mend is one line', () => {
  it('a port that another program has', async () => {
    const site = await start({ SALIENT_DATA: data() });
    const env = { SALIENT_DATA: join(folder.path, 'other'), PORT: String(site.port) };
    expectRefusal(await failedStart(env), String(site.port), 'taken', 'PORT=');
  });

  it.each(['0', '65536', 'eighty', '3000x', '-1', '1e3'])('a port that is none: %s', async (PORT) => {
    expectRefusal(await failedStart({ SALIENT_DATA: data(), PORT }), 'PORT', '1 to 65535', PORT);
  });

  it('a host that this machine does not have', async () => {
    const env = { SALIENT_DATA: data(), PORT: String(await freePort()), HOST: '203.0.113.1' };
    expectRefusal(await failedStart(env), '203.0.113.1', 'HOST');
  });

  it('a data folder that cannot be made', async () => {
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    const below = join(file, 'data');
    expectRefusal(await failedStart({ SALIENT_DATA: below }), below, 'SALIENT_DATA');
  });

  it('a database that is none', async () => {
    mkdirSync(data());
    writeFileSync(join(data(), 'salient.db'), 'this is no database, however long it may be '.repeat(200));
    expectRefusal(await failedStart({ SALIENT_DATA: data() }), 'salient.db', 'backup');
  });

  it('a seed that there is not', async () => {
    expectRefusal(await failedStart({ SALIENT_DATA: data(), SALIENT_SEED: 'some' }), 'SALIENT_SEED', 'none');
  });

  const breakages: Record<string, { file: string; damage: (file: string) => void; says: string[] }> = {
    'a file that is cut off': {
      file: 'events/edition-2.geojson',
      damage: (file) => writeFileSync(file, '{"type":"FeatureColl'),
      says: ['no JSON'],
    },
    'a file that is missing': {
      file: 'reports/edition-1.json',
      damage: (file) => rmSync(file),
      says: ['missing'],
    },
    'latitude 95': {
      file: 'events/edition-1.geojson',
      damage: (file) =>
        editJson<GeoJSON.FeatureCollection<GeoJSON.Point>>(file, ({ features }) => {
          const at = features.find((f) => f.geometry);
          if (at) at.geometry.coordinates = [35, 95];
        }),
      says: ['e-', 'latitude'],
    },
    'a base map that is cut off': {
      file: 'basemap/countries.geojson',
      damage: (file) => writeFileSync(file, '{"type":'),
      says: ['cannot be read'],
    },
    'a base map of which a file is missing': {
      file: 'basemap/water.geojson',
      damage: (file) => rmSync(file),
      says: ['missing'],
    },
  };
  it.each(Object.entries(breakages))('shipped data with %s', async (_name, { file, damage, says }) => {
    const geodata = copyOfGeodata(folder.path);
    damage(join(geodata, file));
    const refused = await failedStart({ SALIENT_DATA: data(), SALIENT_GEODATA: geodata });
    expectRefusal(refused, `${geodata}/${file}`, ...says, 'git checkout', 'npm run geodata');

    // Nothing was half-loaded: with the file mended, the same folder starts as a new one does.
    cpSync(join('geodata', file), join(geodata, file));
    const site = await start({ SALIENT_DATA: data(), SALIENT_GEODATA: geodata });
    expect(site.line).toContain('(edition 2)');
  });

  it('a command that there is not', async () => {
    const ended = await runToEnd(['scripts/run.mjs', 'frobnicate']);
    expectRefusal(ended, 'frobnicate', 'start', 'test');
  });
});

describe('a store that breaks while the site runs', () => {
  it('is said to whoever watches over it, and kindly to readers', async () => {
    const site = await start({ SALIENT_DATA: data() });
    expect((await site.get('/')).status).toBe(200);
    const file = openSync(join(data(), 'salient.db'), 'r+');
    writeSync(file, Buffer.alloc(fstatSync(file).size));
    closeSync(file);

    expect((await site.get('/readyz')).status).toBe(503);
    expect((await site.get('/healthz')).status).toBe(200);
    for (const path of ['/', '/uk/events', '/search?q=Dnipro']) {
      const response = await site.get(path);
      expect(response.status, path).toBe(500);
      const html = await response.text();
      expect(html).toContain('Something went wrong on our side');
      expect(html).toContain('Щось пішло не так на нашому боці');
      expect(html).toContain('<a href="/">');
      // Its policy would refuse a style, and nobody outside is told where the code lies.
      expect(html).not.toMatch(/<style|<script|sqlite|malformed|\.js:\d/i);
    }
    for (const path of ['/data/latest/manifest.json', '/map.svg']) {
      const response = await site.get(path);
      expect(response.status, path).toBe(500);
      expect(await response.text(), path).not.toMatch(/sqlite|malformed|\.js:\d/i);
    }
  });
});

describe('without a seed', () => {
  it('the site says that nothing is published, is ready, and draws an empty map', async () => {
    const site = await start({ SALIENT_DATA: data(), SALIENT_SEED: 'none' });
    expect(site.line).toContain('nothing is published yet');
    expect((await site.get('/readyz')).status).toBe(200);
    for (const [path, words] of [
      ['/', 'Nothing has been published yet.'],
      ['/uk', 'Ще нічого не опубліковано.'],
      ['/events', 'Nothing has been published yet.'],
      ['/reports', 'Nothing has been published yet.'],
      ['/editions', 'Nothing has been published yet.'],
      ['/search?q=Dnipro', 'Nothing is called “Dnipro”'],
      ['/method', 'Method'],
      ['/days/2024-11-21', 'No change of the line is dated to this day.'],
    ] as const) {
      const response = await site.get(path);
      expect(response.status, path).toBe(200);
      expect(await response.text(), path).toContain(words);
    }
    expect((await site.get('/events/e-qs5fjj7wdd')).status).toBe(404);
    const svg = await site.get('/map.svg');
    expect(svg.status).toBe(200);
    expect(await svg.text()).toMatch(/^<\?xml[^]*<\/svg>\s*$/);
    expect((await site.get('/map.png')).status).toBe(200);
    expect((await site.get('/data/latest/manifest.json')).status).toBe(404);
    expect((await site.get('/sitemap.xml')).status).toBe(200);
  });

  it('the demonstration can be put away: the gazetteer is left, the old file is kept', async () => {
    const env = { SALIENT_DATA: data() };
    await (await start(env)).stop();
    const removed = await runToEnd(['src/cli/main.ts', 'remove-demonstration'], env);
    expect(removed.code).toBe(0);
    const kept = readdirSync(data()).filter((name) => name.startsWith('salient.db.demonstration-'));
    expect(kept).toHaveLength(1);
    expect(removed.stdout).toContain(kept[0]);

    const left = await start({ ...env, SALIENT_SEED: 'none' });
    expect(left.line).toContain('(edition 1)');
    expect((await left.get('/events/e-qs5fjj7wdd')).status).toBe(404);
    expect((await left.json<{ ledgers: unknown[] }>('/data/latest/ledgers.json')).ledgers).toEqual([]);
    expect(await left.text('/places/kurakhove')).toContain('<h1>Kurakhove</h1>');
    await left.stop();

    // Once it is gone there is nothing more to put away.
    const twice = await runToEnd(['src/cli/main.ts', 'remove-demonstration'], env);
    expect(twice.stdout).toContain('no demonstration');
    expect(readdirSync(data()).filter((name) => name.includes('.demonstration-'))).toEqual(kept);

    // The kept file is a whole database: put in place, it is the demonstration again.
    const again = join(folder.path, 'again');
    mkdirSync(again);
    cpSync(join(data(), kept[0] ?? ''), join(again, 'salient.db'));
    const site = await start({ SALIENT_DATA: again, SALIENT_SEED: 'none' });
    expect(site.line).toContain('(edition 2)');
    expect((await site.get('/events/e-qs5fjj7wdd')).status).toBe(200);
  });

  it('putting the demonstration away where there is no database makes none', async () => {
    const removed = await runToEnd(['src/cli/main.ts', 'remove-demonstration'], { SALIENT_DATA: data() });
    expect(removed.code).toBe(0);
    expect(existsSync(data())).toBe(false);
  });
});

describe('with the gazetteer alone', () => {
  it('the site has names on the map, finds places, and tells of no front and no event', async () => {
    const site = await start({ SALIENT_DATA: data(), SALIENT_SEED: 'gazetteer' });
    expect(site.line).toContain('(edition 1)');
    const home = await site.get('/');
    expect(home.status).toBe(200);
    expect(await home.text()).not.toContain('Nothing has been published yet.');
    const svg = await site.text('/map.svg');
    for (const town of ['Dnipro', 'Zaporizhzhia', 'Mariupol']) expect(svg).toContain(town);
    expect(svg).not.toContain('Demonstration');
    const found = await site.json<{ places: { id: string }[]; events: unknown[] }>('/find.json?q=toret');
    expect(found.places[0]?.id).toBe('toretsk');
    expect(found.events).toEqual([]);
    const place = await site.get('/uk/places/toretsk');
    expect(place.status).toBe(200);
    expect(await place.text()).toContain('Торецьк');
    for (const path of ['/events', '/reports', '/days/2024-11-21', '/method', '/editions', '/uk'])
      expect((await site.get(path)).status, path).toBe(200);
    expect((await site.get('/data/latest/map.json')).status).toBe(200);
    expect((await site.get('/data/latest/control.ledger')).status).toBe(200);
  });

  it('a front can be brought to it, and an import into no store at all begins with it', async () => {
    const env = { SALIENT_DATA: data(), SALIENT_SEED: 'gazetteer' };
    const days = join(folder.path, 'days.ndjson');
    const report = join(folder.path, 'report.json');
    const held = (east: number, d: string) => feature(polygon(box(37, 48, east, 49)), { day: d });
    writeFileSync(
      days,
      [held(38, '2025-07-01'), held(38.2, '2025-07-02')].map((f) => JSON.stringify(f)).join('\n'),
    );
    writeFileSync(report, JSON.stringify(aReport('r-abcdefgh23')));
    const args = ['--holder', 'russia', '--basis', 'assessed', '--report', report, '--publish'];
    const brought = await runToEnd(['src/cli/main.ts', 'import', 'control', days, ...args], env);
    expect(brought.stdout).toContain('edition 2');
    const site = await start(env);
    expect(site.line).toContain('(edition 2)');
    expect(await site.text('/places/toretsk')).toContain('Ground Russia is assessed to hold');
    expect(await site.text('/places/kyiv')).not.toContain('Ground Russia is assessed to hold');
  });
});
