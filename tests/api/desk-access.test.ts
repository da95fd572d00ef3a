import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#lib/domain/time/day.ts';
import { client, joins, signedIn, words, type Client } from '../fixtures/desk.ts';
import { aReview } from '../fixtures/review.ts';
import { demonstration } from '../fixtures/server.ts';

type Who = 'contributor' | 'editor' | 'admin';

/**
 * Every address of the desk, with the least role that it answers. A page is asked for and its actions are sent an
 * empty form; an address for scripts is sent nothing. `open` is for who is nobody yet.
 */
const ROUTES: Readonly<Record<string, Who | 'open'>> = {
  '/desk': 'contributor',
  '/desk/account': 'contributor',
  '/desk/audit': 'admin',
  '/desk/people': 'admin',
  '/desk/settings': 'admin',
  '/desk/widgets': 'editor',
  '/desk/widgets/keys': 'admin',
  '/desk/publish': 'editor',
  '/desk/history/[kind]/[id]': 'contributor',
  '/desk/sign-in': 'open',
  '/desk/join': 'open',
  '/desk/sign-out': 'contributor',
  '/desk/events/[id]': 'contributor',
  '/desk/reports/[id]': 'contributor',
  '/desk/places': 'contributor',
  '/desk/places/[id]': 'contributor',
  '/desk/ground/[id]': 'contributor',
  '/desk/reviewed/[id]': 'editor',
  '/desk/import': 'editor',
  '/desk/api/ground': 'contributor',
  '/desk/api/ground/effect': 'contributor',
  '/desk/api/import/ground': 'editor',
  '/desk/api/import/ground/accept': 'editor',
  '/desk/api/import/ground/judge': 'editor',
  '/desk/api/import/run': 'editor',
  '/desk/api/import/sample': 'editor',
  '/desk/api/map': 'contributor',
  '/desk/ledgers/[id]': 'contributor',
  '/desk/api/alike': 'contributor',
  '/desk/api/comment': 'contributor',
  '/desk/api/draw': 'contributor',
  '/desk/api/here': 'contributor',
  '/desk/api/item': 'contributor',
  '/desk/api/person': 'contributor',
  '/desk/api/places': 'contributor',
  '/desk/api/save': 'contributor',
  '/desk/api/suggest': 'contributor',
  '/desk/api/text': 'contributor',
  '/desk/api/merge': 'editor',
  '/desk/api/move': 'contributor',
  '/desk/api/restore': 'contributor',
  '/desk/api/arrange': 'editor',
  '/desk/api/confirm': 'editor',
  '/desk/api/publish': 'editor',
  '/desk/api/take-down': 'editor',
  '/desk/api/urgent': 'editor',
  '/desk/api/settings': 'admin',
};

/** A test of the addresses that it is about; of the others there is nothing to be tested. */
const where =
  (isAbout: boolean) =>
  (name: string, test: () => Promise<void>): void => {
    if (isAbout) it(name, test);
  };

const folder = 'src/routes/desk';
/** Addresses, from the files that answer them. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\+(page\.svelte|server\.ts)$/.test(name))
  .map((name) => {
    const path = join('/desk', name.replace(/(^|\/)\+(page\.svelte|server\.ts)$/, '')).replace(/\/$/, '');
    const page = join(folder, name.replace('+page.svelte', '+page.server.ts'));
    let source = '';
    try {
      source = readFileSync(name.endsWith('+server.ts') ? join(folder, name) : page, 'utf8');
    } catch {
      // A page without a server's part.
    }
    const actions = /actions: Actions = \{([^]*?)\n\};/.exec(source)?.[1] ?? '';
    return {
      path,
      isPage: name.endsWith('+page.svelte'),
      methods: [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map((m) => m[1] ?? ''),
      actions: [...actions.matchAll(/^ {2}(\w+):/gm)].map((m) => m[1] ?? ''),
    };
  });
/** An address that can be asked for: a thing of any id. */
const filled = (path: string): string => path.replace(/\[[^\]]+\]/g, 'e-aaaaaaaaaa');

let site: Awaited<ReturnType<typeof demonstration>>;
let clients: Record<Who, Client>;
beforeAll(async () => {
  site = await demonstration();
  for (const role of ['contributor', 'editor', 'admin'] as const)
    await joins(site, `${role}@example.org`, role);
  clients = {
    contributor: await signedIn(site, 'contributor@example.org'),
    editor: await signedIn(site, 'editor@example.org'),
    admin: await signedIn(site, 'admin@example.org'),
  };
});
afterAll(() => site.end());

it('every address of the desk is in the table', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(files.map((file) => file.path).sort());
});

describe.each(files)('$path', ({ path, isPage, methods, actions }) => {
  const least = ROUTES[path] ?? 'admin';
  const own = filled(path);

  it('is shut to who is nobody', async () => {
    if (least === 'open') return expect((await client(site).get(own)).status).toBe(200);
    const isApi = path.startsWith('/desk/api/');
    const asked = [
      ...(isPage ? [client(site).get(own), client(site).get(`/uk${own}`)] : []),
      ...methods.map((method) =>
        method === 'GET' ? client(site).get(own) : client(site).api(own, {}, { method }),
      ),
      ...actions.map((action) => client(site).form(action === 'default' ? own : `${own}?/${action}`, {})),
    ];
    expect(asked.length).toBeGreaterThan(0);
    for (const response of await Promise.all(asked)) {
      if (isApi) {
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ error: 'signed-out' });
      } else {
        // A form that a script sends is told where to go in a body of its own.
        expect(response.status).toBe(303);
        expect(response.headers.get('location')).toMatch(/^(\/uk)?\/desk\/sign-in\?to=/);
      }
    }
  });

  where(least !== 'open' && least !== 'contributor')('says in words whom it is not for', async () => {
    const below: readonly Who[] = least === 'admin' ? ['contributor', 'editor'] : ['contributor'];
    for (const role of below) {
      for (const asked of [
        ...(isPage ? [() => clients[role].get(own)] : []),
        ...actions.map((action) => () => clients[role].form(`${own}?/${action}`, {})),
        ...methods.map((method) => () => clients[role].api(own, {}, { method })),
      ]) {
        const response = await asked();
        expect(response.status, role).toBe(403);
        const body = await response.text();
        if (response.headers.get('content-type')?.includes('json')) {
          expect(JSON.parse(body)).toEqual({ error: 'role' });
        } else expect(words(body)).toContain('Your role does not allow that');
      }
    }
  });

  where(isPage && least !== 'open')('answers whom it is for, and no cache keeps it', async () => {
    const response = await clients[least as Who].get(own);
    expect([200, 404]).toContain(response.status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
  });

  where(methods.some((m) => m !== 'GET') || actions.length > 0)(
    'does nothing for a page of another site',
    async () => {
      const who = clients[least === 'open' ? 'admin' : least];
      const sent = [
        ...methods.filter((m) => m !== 'GET').map((method) => ({ to: own, method })),
        ...actions.map((action) => ({
          to: action === 'default' ? own : `${own}?/${action}`,
          method: 'POST',
        })),
      ];
      for (const { to, method } of sent) {
        const foreign: readonly Record<string, string>[] = [
          { origin: 'https://elsewhere.example' },
          { origin: 'null' },
          { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:1' },
        ];
        for (const headers of foreign) {
          for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
            const response = await who.api(to, '{}', {
              method,
              headers: { ...headers, 'content-type': type },
            });
            expect(response.status, `${method} ${to} ${type}`).toBe(403);
          }
        }
      }
      // Who was signed in still is.
      if (least !== 'open') expect((await who.get('/desk')).status).toBe(200);
    },
  );

  where(path.startsWith('/desk/api/') && methods.includes('POST'))(
    'answers what is no request of ours with what is wrong',
    async () => {
      const who = clients.admin;
      const bodies: readonly string[] = [
        '',
        '{',
        'null',
        '[]',
        '0',
        '"text"',
        '{"unheard":1}',
        '{"__proto__":{"a":1}}',
        '['.repeat(50_000),
        '{"key":"\\ud800"}',
      ];
      for (const body of bodies) {
        const response = await who.api(own, body);
        expect(response.status, body.slice(0, 30)).toBe(400);
        const { problems } = (await response.json()) as { problems: { path: string; reason: string }[] };
        expect(problems.length, body.slice(0, 30)).toBeGreaterThan(0);
        expect(problems.every(({ reason }) => reason.length > 3)).toBe(true);
      }
      expect((await who.api(own, 'a=b', { headers: { 'content-type': 'text/plain' } })).status).toBe(400);
    },
  );

  where(methods.some((m) => m !== 'GET') || actions.length > 0)(
    'says of a body of fifty megabytes that it is too large, and does nothing',
    async () => {
      const who = clients[least === 'open' ? 'admin' : least];
      const to = actions.length > 0 && actions[0] !== 'default' ? `${own}?/${actions[0] ?? ''}` : own;
      const type = actions.length > 0 ? 'application/x-www-form-urlencoded' : 'application/json';
      const body = `"=${'x'.repeat(49_999_997)}"`;
      const response = await who.api(to, body, { headers: { 'content-type': type } });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        error: 'too-large',
        message: expect.stringContaining('less than 50 MB') as string,
      });
      expect((await who.get('/desk')).status).toBe(200);
    },
  );
});

describe('an item that is sent', () => {
  const save = (more: object): Promise<Response> =>
    clients.contributor.api('/desk/api/save', {
      key: 'a-key-of-a-test',
      kind: 'event',
      base: 0,
      payload: { id: 'e-aaaaaaaaaa', title: { en: 'A title' } },
      ...more,
    });

  it('is refused field by field where it is none', async () => {
    for (const wrong of [
      { unheard: 1 },
      { key: 'short' },
      { key: 'x'.repeat(65) },
      { kind: 'sermon' },
      { base: -1 },
      { base: 1.5 },
      { base: 1e300 },
      { payload: null },
      { payload: {} },
      { payload: { id: 'r-aaaaaaaaaa' } },
      { payload: { id: '../../etc' } },
      { note: 'n'.repeat(2001) },
    ]) {
      const response = await save(wrong);
      expect(response.status, JSON.stringify(wrong).slice(0, 60)).toBe(400);
      expect(await response.json()).toMatchObject({ error: 'refused', problems: [{}] });
    }
  });

  it('says that a revision it started from is none, and keeps what stands', async () => {
    const response = await save({ base: 7 });
    expect(response.status).toBe(400);
    const { problems } = (await response.json()) as { problems: { path: string; reason: string }[] };
    expect(problems).toMatchObject([{ path: 'base' }]);
    expect(problems[0]?.reason).toContain('has no revision 7 here');
  });

  it('may have any words in it, which are shown as words', async () => {
    const nasty = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
    expect((await save({ payload: { id: 'e-bbbbbbbbbb', title: { en: nasty } } })).status).toBe(200);
    const page = await (await clients.editor.get('/desk?state=draft')).text();
    expect(page).toContain('&lt;script>alert(');
    expect(page).not.toMatch(/<script>alert|<img src=x/);
    // Nor does it get out of the data that the page's own script reads.
    expect(page.match(/<script>alert/g)).toBeNull();
    const asked = await (await clients.editor.get(`/desk?q=${encodeURIComponent(nasty)}`)).text();
    expect(asked).not.toMatch(/<script>alert|<img src=x/);
  });
});

describe('what is arranged of an item', () => {
  const arrange = (what: object): Promise<Response> =>
    clients.editor.api('/desk/api/arrange', { items: [{ kind: 'report', id: 'r-5z2xwd7cec' }], ...what });

  it('may be nothing, and no tag may be empty or long', async () => {
    const nothing = await arrange({});
    expect([nothing.status, await nothing.json()]).toEqual([200, 1]);
    for (const tag of ['  ', 'x'.repeat(41)]) expect((await arrange({ tag })).status).toBe(400);
    expect((await arrange({ tag: `"><script>alert('x')</script>` })).status).toBe(200);
    const page = await (await clients.editor.get('/desk?state=public&kind=report')).text();
    expect(page).toContain('&lt;script>alert(');
    expect(page).not.toMatch(/<script>alert/);
  });
});

describe('that ground was reviewed', () => {
  const stamp = (who: Who, key: string, base: number): Promise<Response> =>
    clients[who].api('/desk/api/save', {
      key,
      kind: 'statement',
      base,
      payload: aReview('v-aaaaaaaaaa', { day: day(`2024-11-2${base + 1}`) }),
    });

  it('is for editors to say, and to say as it was again', async () => {
    const refused = await stamp('contributor', 'a-stamp-of-a-test', 0);
    expect([refused.status, await refused.json()]).toEqual([403, { error: 'role' }]);
    expect((await stamp('editor', 'a-stamp-of-a-test', 0)).status).toBe(200);
    expect((await stamp('editor', 'a-stamp-of-another', 1)).status).toBe(200);
    const restored = (who: Who): Promise<Response> =>
      clients[who].api('/desk/api/restore', {
        key: 'a-stamp-restored',
        kind: 'statement',
        id: 'v-aaaaaaaaaa',
        revision: 1,
        base: 2,
      });
    expect((await restored('contributor')).status).toBe(403);
    expect((await restored('editor')).status).toBe(200);
  });

  it('is not yet told to anybody else', async () => {
    expect(await site.json('/data/latest/reviewed.geojson')).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
    expect((await clients.editor.get('/desk/ground/v-aaaaaaaaaa')).status).toBe(404);
    expect((await clients.editor.get('/desk/reviewed/c-aaaaaaaaaa')).status).toBe(404);
    const page = await (await clients.editor.get('/desk/reviewed/v-aaaaaaaaaa')).text();
    expect(page).toContain('Donetsk Oblast');
    expect((await clients.contributor.get('/desk/reviewed/new')).status).toBe(403);
  });
});

describe('a form of somebody who signs in or joins', () => {
  it.each([
    ['/desk/sign-in?/enter', 'email'],
    ['/desk/join?token=x', 'name'],
  ])('%s gives words back as words', async (path, field) => {
    const nasty = `"><script>alert('x')</script>`;
    const response = await client(site).form(path, { [field]: nasty, password: 'p' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('<script>alert');
  });
});

describe('cookies', () => {
  it('are for the server alone, and no form of another site sends them along', async () => {
    const own = await signedIn(site, 'contributor@example.org');
    expect(own.lastCookies().length).toBeGreaterThan(0);
    for (const line of own.lastCookies()) {
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=Lax/i);
      expect(line).toMatch(/; Path=\//i);
      expect(line).not.toMatch(/; Secure/i);
    }
  });

  it('are sent over https alone where the site is reached by it', async () => {
    const secure = await demonstration({ SALIENT_SEED: 'none', SALIENT_ORIGIN: 'https://map.example' });
    try {
      const behind = { ...secure, says: 'https://map.example' };
      await joins(behind, 'a@example.org', 'editor');
      const own = await signedIn(behind, 'a@example.org');
      expect(own.lastCookies().length).toBeGreaterThan(0);
      for (const line of own.lastCookies()) expect(line).toMatch(/^__Secure-.*; Secure/i);
    } finally {
      await secure.end();
    }
  });

  it('are set on no page of readers, whatever they ask', async () => {
    for (const path of [
      '/',
      '/uk',
      '/events',
      '/search?q=a',
      '/method',
      '/map.svg',
      '/data/latest/manifest.json',
    ]) {
      const response = await clients.admin.get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.getSetCookie(), path).toEqual([]);
    }
  });
});

it('what better-auth answers itself is not open to the world', async () => {
  for (const path of ['/desk/auth/get-session', '/desk/auth/list-sessions', '/desk/auth/sign-in/email']) {
    expect((await clients.admin.get(path)).status, path).toBe(404);
    expect((await clients.admin.api(path, {})).status, path).toBe(404);
  }
});
