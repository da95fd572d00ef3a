import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { besides } from '../fixtures/desk.ts';
import { demonstration, runToEnd, tempFolder } from '../fixtures/server.ts';

/** A site that goes on serving while its database is copied and put back, as an operator does it. */
let site: Awaited<ReturnType<typeof demonstration>>;
const folder = tempFolder();
const copy = join(folder.path, 'copy.db');
beforeAll(async () => {
  site = await demonstration();
});
afterAll(async () => {
  await site.end();
  folder.remove();
});
const cli = (...args: string[]) => runToEnd(['src/cli/main.ts', ...args], { SALIENT_DATA: site.data });
const digest = async (): Promise<string> =>
  (await site.json<{ digest: string }>('/data/latest/manifest.json')).digest;

describe('a backup', () => {
  it('is one file, made while the site runs, that tells the digest of what it holds', async () => {
    const made = await cli('backup', copy);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain(`2 editions, the newest with digest ${await digest()}; all digests agree`);
    expect(existsSync(copy)).toBe(true);
  });

  it('never overwrites a file', async () => {
    const again = await cli('backup', copy);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('is there already; name a new file');
  });

  it('is restored while the site runs, which then serves what the copy holds', async () => {
    const before = await digest();
    const [event] = await besides(site, async (store) =>
      (await store.desk.all('event')).map((e) => e.payload.id),
    );
    await besides(site, (store) =>
      store.desk.publish(
        {
          published_at: Date.now(),
          note: { en: 'A retraction.' },
          entries: [{ kind: 'event', id: event ?? '', change: 'retraction' }],
        },
        buildObjects,
      ),
    );
    expect(await digest()).not.toBe(before);
    expect((await site.get(`/events/${event}`)).status).toBe(410);
    const restored = await cli('restore', copy);
    expect(restored.stderr).toBe('');
    expect(restored.stdout).toContain('all digests agree');
    expect(await digest()).toBe(before);
    expect((await site.get(`/events/${event}`)).status).toBe(200);
  });

  it('keeps what was there before it was restored', async () => {
    const restored = await cli('restore', copy);
    const [, kept] = /kept in (\S+)\./.exec(restored.stdout) ?? [];
    expect(kept && existsSync(kept)).toBe(true);
  });

  it('is refused where a word of it was changed, and nothing is touched', async () => {
    const before = await digest();
    const changed = join(folder.path, 'changed.db');
    copyFileSync(copy, changed);
    const raw = new DatabaseSync(changed);
    raw.exec('drop trigger revision_append_only');
    raw.exec(`update revision set payload = replace(payload, 'Dnipro', 'Kharkiv') where kind = 'event'`);
    raw.close();
    const restored = await cli('restore', changed);
    expect(restored.code).toBe(1);
    expect(restored.stderr).toMatch(/revision 1 of event e-\w+ is not what was written/);
    const edition = join(folder.path, 'edition.db');
    copyFileSync(copy, edition);
    const other = new DatabaseSync(edition);
    other.exec('update edition set published_at = published_at + 1 where number = 1');
    other.close();
    expect((await cli('restore', edition)).stderr).toContain('edition 1 is not what was published');
    expect(await digest()).toBe(before);
  });

  it('is refused where it is none', async () => {
    mkdirSync(folder.path, { recursive: true });
    const none = join(folder.path, 'none.db');
    writeFileSync(none, 'not a database');
    expect((await cli('restore', none)).stderr).toContain('is no database of Salient');
    expect((await cli('restore', join(folder.path, 'nowhere.db'))).stderr).toContain('there is no file');
    expect((await cli('restore')).code).toBe(2);
    expect((await cli('backup')).code).toBe(2);
  });
});
