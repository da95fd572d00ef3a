import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { between, joins, PASSWORD, signedIn, words } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration({ SALIENT_SEED: 'none' });
  await joins(site, 'olha@example.org', 'admin', 'Olha');
  await joins(site, 'maks@example.org', 'contributor', 'Maks');
});
afterAll(() => site.end());

describe('where somebody is signed in', () => {
  it('is listed in plain words, and can be ended one by one', async () => {
    const here = await signedIn(site, 'maks@example.org');
    const phone = await signedIn(site, 'maks@example.org', PASSWORD, 'Mozilla/5.0 (iPhone) Safari/604.1');
    const page = await (await here.get('/desk/account')).text();
    expect(words(page)).toMatch(/Firefox, Linux this one from 127\.0\.0\.1, since \d/);
    expect(words(page)).toMatch(/Safari, iPhone from 127\.0\.0\.1/);
    const id = between(page, 'name="session" value="', '"');
    // Somebody else's session is not theirs to end, and what opens a session is on no page.
    expect(
      (await (await signedIn(site, 'olha@example.org')).form('/desk/account?/end', { session: id })).status,
    ).toBe(400);
    const token =
      decodeURIComponent(/session_token=([^;]+)/.exec(phone.cookie())?.[1] ?? '').split('.')[0] ?? '';
    expect(token).toMatch(/^\w{20,}$/);
    expect(page).not.toContain(token);
    expect((await here.form('/desk/account?/end', { session: id })).status).toBe(303);
    expect((await phone.get('/desk')).status).toBe(303);
    expect((await here.form('/desk/account?/end', { session: id })).status).toBe(400);
    expect((await here.get('/desk')).status).toBe(200);
  });

  it('is ended everywhere else at once', async () => {
    const here = await signedIn(site, 'maks@example.org');
    const there = [await signedIn(site, 'maks@example.org'), await signedIn(site, 'maks@example.org')];
    expect((await here.form('/desk/account?/others', {})).status).toBe(303);
    for (const other of there) expect((await other.get('/desk')).status).toBe(303);
    const page = words(await (await here.get('/desk/account?done=sessions')).text());
    expect(page).toContain('All other sessions are ended.');
    expect(page.match(/from 127\.0\.0\.1/g)).toHaveLength(1);
  });
});
