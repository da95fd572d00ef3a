import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { between, client, joins, PASSWORD, signedIn, words, type Client } from '../fixtures/desk.ts';
import { demonstration, runToEnd } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
let olha: Client;
beforeAll(async () => {
  site = await demonstration({ SALIENT_SEED: 'none' });
  await joins(site, 'olha@example.org', 'admin', 'Olha');
  await joins(site, 'taras@example.org', 'editor', 'Taras');
  olha = await signedIn(site, 'olha@example.org');
});
afterAll(() => site.end());

const text = async (response: Response | Promise<Response>): Promise<string> => (await response).text();
const people = (): Promise<string> => text(olha.get('/desk/people'));
/** The id by which the page knows somebody. */
const idOf = async (name: string): Promise<string> =>
  new RegExp(`id="p-([^"]+)"(?:(?!id="p-)[^])*?>${name}<`).exec(await people())?.[1] ?? '';
const linkIn = (html: string): string =>
  between(html, '<code', '</code>')
    .replace(/^[^>]*>/, '')
    .replace(site.origin, '');

describe('an admin', () => {
  it('sees who has an account', async () => {
    const page = words(await people());
    expect(page).toMatch(/Olha you olha@example\.org Second factor: off Last seen: \d.* Admin/);
    expect(page).toMatch(/Taras taras@example\.org Second factor: off Last seen: not signed in Editor/);
  });

  it('invites by a link that is shown once and leads in once', async () => {
    const made = await text(
      olha.form('/desk/people?/invite', { role: 'contributor', note: 'Iryna, <b>desk</b>' }),
    );
    const link = linkIn(made);
    expect(link).toMatch(/^\/desk\/join\?token=[\w-]{32}$/);
    expect(made).not.toContain('<b>desk</b>');
    const later = await people();
    expect(words(later)).toContain('Joins as contributor made by Olha');
    expect(later).not.toContain(link.slice(-32));

    const iryna = { name: 'Iryna', email: 'iryna@example.org', password: PASSWORD };
    expect(words(await text(client(site).get(link)))).toContain('You were invited as contributor.');
    expect((await client(site).form(link, iryna)).status).toBe(303);
    expect((await client(site).form(link, { ...iryna, email: 'b@example.org' })).status).toBe(400);
    expect(words(await people())).toContain('No link leads in at the moment.');
  });

  it('says for whom a link is, and gives no role that there is not', async () => {
    const nobody = await olha.form('/desk/people?/invite', { role: 'editor', note: ' ' });
    expect(nobody.status).toBe(400);
    expect(words(await nobody.text())).toContain('Say for whom the link is');
    expect((await olha.form('/desk/people?/invite', { role: 'none', note: 'x' })).status).toBe(400);
    expect((await olha.form('/desk/people?/invite', { role: 'owner', note: 'x' })).status).toBe(400);
  });

  it('withdraws a link, which then leads nowhere', async () => {
    const link = linkIn(
      await text(olha.form('/desk/people?/invite', { role: 'editor', note: 'By mistake' })),
    );
    const id = between(await people(), 'name="link" value="', '"');
    expect((await olha.form('/desk/people?/withdraw', { link: id })).status).toBe(200);
    expect(words(await text(client(site).get(link)))).toContain('This link leads nowhere any more');
    // Once more does nothing, and tells the log nothing.
    const log = await text(olha.get('/desk/audit'));
    expect((await olha.form('/desk/people?/withdraw', { link: id })).status).toBe(200);
    expect(words(await text(olha.get('/desk/audit')))).toBe(words(log));
  });

  it('makes a link by which somebody chooses a password anew, which ends their sessions', async () => {
    const taras = await signedIn(site, 'taras@example.org');
    const made = await text(olha.form('/desk/people?/password', { person: await idOf('Taras') }));
    const fresh = 'seven white herons wade';
    expect((await client(site).form(linkIn(made), { password: fresh })).status).toBe(303);
    expect((await taras.get('/desk')).status).toBe(303);
    expect(await signedIn(site, 'taras@example.org', fresh)).toBeDefined();
    expect((await olha.form('/desk/people?/password', { person: 'nobody' })).status).toBe(400);
  });

  it('changes a role, but not the last admin’s', async () => {
    const refused = await olha.form('/desk/people?/role', { person: await idOf('Olha'), role: 'editor' });
    expect(refused.status).toBe(400);
    expect(words(await refused.text())).toContain('That is the last admin.');
    expect(
      (await olha.form('/desk/people?/role', { person: await idOf('Taras'), role: 'admin' })).status,
    ).toBe(200);
    expect(words(await people())).toMatch(/taras@example\.org[^@]* Admin /);
    expect(
      (await olha.form('/desk/people?/role', { person: await idOf('Taras'), role: 'king' })).status,
    ).toBe(400);
  });

  it('says that somebody has left, who is signed out at once and cannot come back', async () => {
    const iryna = await signedIn(site, 'iryna@example.org');
    await olha.form('/desk/people?/role', { person: await idOf('Iryna'), role: 'none' });
    expect((await iryna.get('/desk')).status).toBe(303);
    const back = client(site);
    await back.form('/desk/sign-in?/enter', { email: 'iryna@example.org', password: PASSWORD });
    expect((await back.get('/desk')).headers.get('location')).toContain('/desk/sign-in');
    expect(words(await people())).toContain('Have left Iryna iryna@example.org Give a role again');
  });

  it('reads in Ukrainian what was done, and that the chain holds', async () => {
    const audit = words(await text(olha.get('/uk/desk/audit')));
    for (const said of [
      'Olha роль змінено Iryna тепер більше не працює',
      'Olha посилання створено роль: редактор By mistake',
      'Olha посилання відкликано роль: редактор By mistake',
      'Iryna приєднання Iryna роль: дописувач',
      'Taras вхід Taras',
    ])
      expect(audit).toContain(said);
    expect(words(await text(olha.form('/uk/desk/audit?/verify', {})))).toMatch(/Ланцюг цілий.*: \d+\./);
  });

  it('reads that somebody failed to sign in, without the password and without an address that a stranger typed', async () => {
    await client(site).form('/desk/sign-in?/enter', {
      email: 'stranger@example.net',
      password: 'a-word-I-typed',
    });
    await client(site).form('/desk/sign-in?/enter', {
      email: 'taras@example.org',
      password: 'a-word-I-typed',
    });
    const page = await text(olha.get('/desk/audit'));
    expect(words(page)).toContain('somebody not signed in did not get in Taras');
    expect(words(page)).toContain('somebody not signed in did not get in an address that nobody here has');
    const db = new DatabaseSync(join(site.data, 'salient.db'), { readOnly: true });
    const log = JSON.stringify(db.prepare('select * from audit').all());
    db.close();
    expect(log).not.toContain('stranger');
    expect(log).not.toContain('a-word-I-typed');
  });

  it('pages through the log without losing an entry', async () => {
    const db = new DatabaseSync(join(site.data, 'salient.db'), { readOnly: true });
    const before = (db.prepare('select max(number) as n from audit').get() as { n: number }).n;
    db.close();
    const taras = await idOf('Taras');
    for (let i = 0; i < 110; i += 1) await olha.form('/desk/people?/role', { person: taras, role: 'editor' });
    const rows = (html: string): number => html.split('<tr').length - 2;
    const first = await text(olha.get('/desk/audit'));
    expect(rows(first)).toBe(100);
    expect(first).not.toContain('>Newer<');
    const older = /href="([^"]+)">Older</.exec(first)?.[1] ?? '';
    const second = await text(olha.get(older));
    expect(rows(second)).toBe(before + 10);
    expect(second).not.toContain('>Older<');
    expect(/href="([^"]+)">Newer</.exec(second)?.[1]).toBe('/desk/audit');
  });
});

describe('a log that somebody changed behind the desk’s back', () => {
  it('is found out, on the page and from the terminal', async () => {
    const env = { SALIENT_DATA: site.data };
    const whole = await runToEnd(['src/cli/main.ts', 'verify-audit'], env);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.stdout).toMatch(/audit log: \d+ entries, each follows from the one before/);

    const db = new DatabaseSync(join(site.data, 'salient.db'));
    db.exec(`drop trigger audit_append_only; update audit set by = 'nobody' where number = 3`);
    db.close();
    const broken = await runToEnd(['src/cli/main.ts', 'verify-audit'], env);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('entry 3 of the audit log was changed');
    expect(words(await text(olha.form('/desk/audit?/verify', {})))).toContain(
      'The chain does not hold: entry 3 was changed.',
    );
  });
});
