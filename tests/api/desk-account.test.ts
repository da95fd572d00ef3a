import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { between, client, joins, PASSWORD, signedIn, totp, words, type Client } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

// One sign-in for all that Olha does: so many a minute from one address is all there are.
let olha: Client;
let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration({ SALIENT_SEED: 'none' });
  await joins(site, 'olha@example.org', 'admin', 'Olha');
  await joins(site, 'taras@example.org', 'editor', 'Taras');
  olha = await signedIn(site, 'olha@example.org');
});
afterAll(() => site.end());

describe('a second factor', () => {
  it('is set up, asked for at signing in, got past by a backup code once, and taken off', async () => {
    const own = await signedIn(site, 'taras@example.org');
    const wrong = await own.form('/desk/account?/begin', { password: 'not my password' });
    expect(wrong.status).toBe(400);
    expect(words(await wrong.text())).toContain('That is not your password.');

    const begun = await (await own.form('/desk/account?/begin', { password: PASSWORD })).text();
    // The picture is drawn by the server; the same stands below it to be typed.
    expect(begun).toMatch(/<svg[^>]*role="img"[^>]*>[^]*?<path d="M/);
    const secret = between(begun, '<code class="secret', '</code>').replace(/^[^>]*>/, '');
    expect(secret.replace(/\s/g, '')).toMatch(/^[A-Z2-7]{20,}$/);
    const codes = between(begun, 'name="codes" value="', '"').split(' ');
    expect(codes.length).toBeGreaterThanOrEqual(8);

    // Until it is confirmed nothing is asked for; a wrong code keeps what is shown.
    const uri = between(begun, 'name="uri" value="', '"').replaceAll('&amp;', '&');
    const off = await own.form('/desk/account?/confirm', { code: '000000', uri, codes: codes.join(' ') });
    expect(off.status).toBe(400);
    const again = await off.text();
    expect(words(again)).toContain('That code is not right');
    expect(again).toContain(secret);
    expect(await signedIn(site, 'taras@example.org')).toBeDefined();

    const on = await own.form('/desk/account?/confirm', { code: totp(secret), uri, codes: codes.join(' ') });
    expect(on.status).toBe(303);
    const page = await (await own.get('/desk/account?done=factor-on')).text();
    expect(words(page)).toContain('The second factor is on.');
    // Shown once: neither secret nor codes are on the page any more.
    expect(page).not.toContain(codes[0]);

    const next = client(site);
    const enter = await next.form('/desk/sign-in?/enter', { email: 'taras@example.org', password: PASSWORD });
    expect(enter.status).toBe(200);
    expect(words(await enter.text())).toContain('One more step');
    expect((await next.get('/desk')).status).toBe(303);
    const refused = await next.form('/desk/sign-in?/code', { code: '000000' });
    expect(refused.status).toBe(400);
    expect((await next.form('/desk/sign-in?/code', { code: totp(secret) })).status).toBe(303);
    expect((await next.get('/desk')).status).toBe(200);

    const byBackup = async (): Promise<number> => {
      const other = client(site);
      await other.form('/desk/sign-in?/enter', { email: 'taras@example.org', password: PASSWORD });
      return (await other.form('/desk/sign-in?/code', { code: codes[0] ?? '' })).status;
    };
    expect(await byBackup()).toBe(303);
    expect(await byBackup()).toBe(400);

    expect((await next.form('/desk/account?/off', { password: 'not my password' })).status).toBe(400);
    expect((await next.form('/desk/account?/off', { password: PASSWORD })).status).toBe(303);
    const log = words(await (await olha.get('/desk/audit')).text());
    expect(log).toContain('Taras second factor turned off');
    expect(log).toContain('somebody not signed in second factor refused');
  });
});

describe('a second factor that is lost', () => {
  it('is taken off by an admin for somebody who lost it, which ends their sessions; not for oneself', async () => {
    // A newsroom of its own: an address may not sign in any number of times.
    const own = await demonstration({ SALIENT_SEED: 'none' });
    await joins(own, 'olha@example.org', 'admin', 'Olha');
    await joins(own, 'taras@example.org', 'editor', 'Taras');
    const admin = await signedIn(own, 'olha@example.org');
    const lost = await signedIn(own, 'taras@example.org');
    const begun = await (await lost.form('/desk/account?/begin', { password: PASSWORD })).text();
    const uri = between(begun, 'name="uri" value="', '"').replaceAll('&amp;', '&');
    const codes = between(begun, 'name="codes" value="', '"');
    const secret = between(begun, '<code class="secret', '</code>').replace(/^[^>]*>/, '');
    await lost.form('/desk/account?/confirm', { code: totp(secret), uri, codes });

    const people = await (await admin.get('/desk/people')).text();
    expect(people.match(/Remove the second factor/g)).toHaveLength(1);
    const idOf = (name: string) =>
      new RegExp(`id="p-([^"]+)"(?:(?!id="p-)[^])*?>${name}<`).exec(people)?.[1] ?? '';
    expect((await lost.form('/desk/people?/factor', { person: idOf('Taras') })).status).toBe(403);
    expect((await admin.form('/desk/people?/factor', { person: idOf('Olha') })).status).toBe(400);
    expect((await admin.form('/desk/people?/factor', { person: idOf('Taras') })).status).toBe(200);
    expect((await lost.get('/desk')).status).toBe(303);
    expect(await signedIn(own, 'taras@example.org')).toBeDefined();
    expect(words(await (await admin.get('/desk/audit')).text())).toContain(
      'Olha second factor turned off Taras',
    );
    // Once more there is none.
    expect((await admin.form('/desk/people?/factor', { person: idOf('Taras') })).status).toBe(400);
    await own.end();
  });
});

describe('an account', () => {
  it('changes its password by the old one, and is signed out everywhere else', async () => {
    await joins(site, 'iryna@example.org', 'contributor', 'Iryna');
    const here = await signedIn(site, 'iryna@example.org');
    const there = await signedIn(site, 'iryna@example.org');
    const fresh = 'six loud herons wade';
    const wrong = await here.form('/desk/account?/password', { old: 'five herons wade', fresh });
    expect(words(await wrong.text())).toContain('That is not your password.');
    const short = await here.form('/desk/account?/password', { old: PASSWORD, fresh: 'short' });
    expect(words(await short.text())).toContain('The new password is too short.');
    const done = await here.form('/desk/account?/password', { old: PASSWORD, fresh });
    expect(done.headers.get('location')).toBe('/desk/account?done=password');
    expect((await here.get('/desk')).status).toBe(200);
    expect((await there.get('/desk')).status).toBe(303);
    await expect(signedIn(site, 'iryna@example.org')).rejects.toThrow('401');
  });

  it('changes its name, which is shown as text whatever it is', async () => {
    const name = '<script>alert(1)</script>';
    expect((await olha.form('/desk/account?/name', { name })).status).toBe(303);
    const page = await (await olha.get('/desk/account')).text();
    expect(page).toContain('&lt;script>alert(1)');
    expect(page).not.toContain('<script>alert(1)');
    expect((await olha.form('/desk/account?/name', { name: ' ' })).status).toBe(400);
    expect((await olha.form('/desk/account?/name', { name: 'Olha' })).status).toBe(303);
  });
});
