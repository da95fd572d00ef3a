import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#lib/domain/control/statement.ts';
import { ringsOf } from '#lib/domain/geometry/rings.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import type { Store } from '#lib/server/store/store.ts';
import { besides, between, joins, signedIn, words, type Client } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
let admin: Client;
let editor: Client;
beforeAll(async () => {
  site = await demonstration();
  await joins(site, 'admin@example.org', 'admin');
  await joins(site, 'olha@example.org', 'editor');
  admin = await signedIn(site, 'admin@example.org');
  editor = await signedIn(site, 'olha@example.org');
});
afterAll(() => site.end());

const STRIKE = 'e-qs5fjj7wdd' as EventId;
const GROUND = 'c-257wgmizhy';
const NAME = 'The Test Times';
const nasty = `Liberated! "><script>alert(1)</script>`;

/** Make a key as an admin does. Its id, and the page that shows its secret. */
async function made(fields: Record<string, string> = {}): Promise<{ id: string; page: string }> {
  const response = await admin.form('/desk/widgets/keys?/make', {
    name: NAME,
    sites: '',
    hook: '',
    ...fields,
  });
  const page = await response.text();
  expect(response.status, words(page).slice(0, 400)).toBe(200);
  const all = await besides(site, (store) => store.widgets.all());
  const newest = [...all].sort((a, b) => b.made_at - a.made_at)[0];
  return { id: newest?.id ?? '', page };
}
const pin = (id: string, fields: Record<string, string>): Promise<Response> =>
  editor.form('/desk/widgets?/pin', {
    widget: id,
    shows: `${site.origin}/places/kurakhove`,
    title: '',
    credit: '',
    callouts: '',
    ...fields,
  });

/** What a colleague wrote, approved: it goes out with the next edition. */
async function approved(
  store: Store,
  kind: 'event' | 'statement',
  payload: { readonly id: string },
  base: number,
): Promise<void> {
  const save = { key: `a-key-of-${payload.id}`, kind, base, by: 'olha' } as const;
  const saved = await store.work.write({ ...save, payload: payload as never });
  if (saved.outcome !== 'saved') throw new Error('it was not saved');
  const item = { kind, id: payload.id, revision: saved.revision } as const;
  await store.work.move(item, 'olha', 'submit', () => 'review');
  await store.work.move(item, 'taras', 'approve', () => 'approved');
}

describe('a key that an admin made for a newsroom', () => {
  it('shows its secret once, to the admin alone', async () => {
    const { id, page } = await made();
    const secret = (await besides(site, (store) => store.widgets.one(id)))?.secret ?? '';
    expect(secret).toHaveLength(43);
    expect(page).toContain(secret);
    for (const path of ['/desk/widgets', '/desk/widgets/keys', `/w/${id}`])
      expect(await (await admin.get(path)).text(), path).not.toContain(secret);
  });

  it('has an address that stays, behind which an editor moves the map', async () => {
    const { id } = await made();
    expect(words(await site.text(`/w/${id}`))).toContain('The front, 26 November 2024');
    expect((await pin(id, {})).status).toBe(200);
    const response = await site.get(`/w/${id}`);
    const tag = response.headers.get('etag') ?? '';
    const html = words(await response.text());
    // A page is pinned to the edition of now.
    expect(html).toContain('Kurakhove, 26 November 2024');
    expect(html).toContain('This map stays as it was published.');
    expect((await pin(id, { shows: `${site.origin}/embed?event=${STRIKE}&lang=uk` })).status).toBe(200);
    const moved = await site.get(`/w/${id}`, { headers: { 'if-none-match': tag } });
    expect(moved.status).toBe(200);
    expect(moved.headers.get('cache-control')).toBe('public, max-age=60');
    expect(words(await moved.text())).toContain('21 листопада 2024');
  });

  it('has a feed of corrections under an address that stays too', async () => {
    const { id } = await made();
    expect((await pin(id, { title: 'Own title' })).status).toBe(200);
    const address = `${site.origin}/w/${id}/feed`;
    expect(await site.text(`/w/${id}`)).toContain(`href="${address}"`);
    expect(await (await editor.get('/desk/widgets')).text()).toContain(`href="${address}"`);
    const response = await site.get(`/w/${id}/feed`);
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    const feed = await response.text();
    expect(feed).toContain(`<id>${address}</id>`);
    expect(feed).toContain(`type="text/html" href="${site.origin}/w/${id}"`);
    expect(feed).toContain('Kurakhove');
    expect(feed).not.toContain('Own title');
    await pin(id, { shows: `${site.origin}/embed?event=${STRIKE}&lang=uk` });
    const moved = await site.text(`/w/${id}/feed`);
    expect(moved).toContain(`<id>${address}</id>`);
    expect(moved).toContain('xml:lang="uk"');
    expect((await site.get('/w/w-aaaaaaaaaa/feed')).status).toBe(404);
  });

  it('lets a newsroom add words, as words, apart from the map and marked, and nowhere else', async () => {
    const { id } = await made();
    await pin(id, { title: nasty, credit: 'Map desk', callouts: `37.28, 47.98 ${nasty}\n36, 48.2 Second` });
    const html = await site.text(`/w/${id}`);
    const own = between(html, '<aside class="own"', '</aside>');
    expect(own).toContain(`Words of ${NAME}, not of this map`);
    expect(own).toMatch(/Liberated! .*&lt;script/);
    expect(words(own)).toMatch(/Second.*Map desk/);
    expect(html).not.toContain('<script');
    // Outside of what is marked, and in what is shown of the link, there is no word of it; the map has the numbers.
    const rest = html.replace(own, '');
    expect(rest).not.toMatch(/Liberated|Map desk|Second/);
    expect(rest).toMatch(/<rect [^>]*stroke-dasharray="3 2"\/><text [^>]*>1<\/text>/);
    for (const path of ['/', '/places/kurakhove', '/embed?place=kurakhove', '/map.svg?place=kurakhove'])
      expect(await site.text(path), path).not.toMatch(/Liberated|Map desk/);
    const query = `title=${encodeURIComponent('Liberated')}&credit=Own&callouts=37,48%20Own`;
    expect(await site.text(`/embed?${query}`)).not.toMatch(/Liberated|class="own"/);
    expect(await (await editor.get('/desk/widgets')).text()).not.toContain('<script>alert');
  });

  it('keeps what was typed where it is of no use, says why, and leaves the map as it was', async () => {
    const { id } = await made();
    await pin(id, { title: 'Before' });
    const before = await site.text(`/w/${id}`);
    for (const [fields, said] of [
      [{ shows: 'https://elsewhere.example/embed' }, 'no address of a public page'],
      [{ shows: `${site.origin}/events/e-aaaaaaaaaa` }, 'no address of a public page'],
      [{ title: 'x'.repeat(161) }, 'at most 160 letters'],
      [{ callouts: 'nowhere' }, 'Write five callouts at most'],
      [{ callouts: Array.from({ length: 6 }, (_, i) => `37, 48 No ${i}`).join('\n') }, 'Write five callouts'],
    ] as const) {
      const response = await pin(id, { credit: 'Typed before', ...fields });
      expect(response.status).toBe(400);
      const page = await response.text();
      expect(words(page)).toContain(said);
      expect(page).toContain('value="Typed before"');
    }
    expect(await site.text(`/w/${id}`)).toBe(before);
    expect((await pin('w-aaaaaaaaaa', {})).status).toBe(400);
  });

  it('can be for the sites of that newsroom alone', async () => {
    const { id } = await made({ sites: 'https://news.example' });
    const policy = async (path: string): Promise<string> =>
      (await site.get(path)).headers.get('content-security-policy') ?? '';
    expect(await policy(`/w/${id}`)).toContain("frame-ancestors 'self' https://news.example");
    // The map that moves is for the same sites, has the same words, and is where the tap leads.
    await pin(id, { title: 'Own words' });
    const tap = /<a class="tap" href="([^"]+)"/.exec(await site.text(`/w/${id}`))?.[1] ?? '';
    expect(tap).toBe(`/w/${id}?interactive=1`);
    expect(await policy(tap)).toContain("frame-ancestors 'self' https://news.example");
    expect(await policy(tap)).toContain("script-src 'self'");
    const moving = await site.text(tap);
    expect(moving).toContain('<p class="headline">Own words</p>');
    expect(moving).toContain(`<a class="back" href="/w/${id}">`);
    expect(await policy('/embed')).toContain('frame-ancestors *');
    expect((await admin.form('/desk/widgets/keys?/settle', { widget: id, sites: '', hook: '' })).status).toBe(
      200,
    );
    expect(await policy(`/w/${id}`)).toContain('frame-ancestors *');
  });

  it('is embedded by its address, unless it is for some sites alone', async () => {
    const ask = (id: string): Promise<Response> =>
      site.get(`/oembed?url=${encodeURIComponent(`${site.origin}/w/${id}`)}`);
    const [open, shut] = [await made(), await made({ sites: 'https://news.example' })];
    await pin(open.id, { title: 'Liberated' });
    const { html, title } = (await (await ask(open.id)).json()) as { html: string; title: string };
    expect(html).toContain(`src="${site.origin}/w/${open.id}"`);
    expect(title).toBe('Kurakhove, 26 November 2024');
    expect((await ask(shut.id)).status).toBe(404);
    expect((await ask('w-aaaaaaaaaa')).status).toBe(404);
  });

  it.each([
    [{ name: '' }, 'Write a name'],
    [{ name: 'x'.repeat(81) }, 'Write a name'],
    [{ sites: 'news.example' }, 'no list of sites'],
    [{ sites: 'https://a.example; script-src *' }, 'no list of sites'],
    [{ hook: 'news' }, 'no web address'],
    [{ hook: 'http://127.0.0.1:1/' }, 'private network'],
    [{ hook: 'http://169.254.169.254/latest/meta-data' }, 'private network'],
    [{ hook: 'http://localhost/' }, 'private network'],
  ])('is not made of %j', async (fields, said) => {
    const count = async (): Promise<number> => (await besides(site, (store) => store.widgets.all())).length;
    const before = await count();
    const response = await admin.form('/desk/widgets/keys?/make', {
      name: NAME,
      sites: '',
      hook: '',
      ...fields,
    });
    expect(response.status).toBe(400);
    expect(words(await response.text())).toContain(said);
    expect(await count()).toBe(before);
  });

  it('is withdrawn by an admin, and its address shows the front', async () => {
    const { id } = await made();
    await pin(id, { title: 'Own title' });
    expect((await admin.form('/desk/widgets/keys?/drop', { widget: id })).status).toBe(200);
    for (const path of [`/w/${id}`, '/w/w-aaaaaaaaaa', '/w/%22%3E%3Cscript%3E']) {
      const response = await site.get(path);
      expect(response.status, path).toBe(200);
      const html = await response.text();
      expect(words(html)).toContain('The front, 26 November 2024');
      expect(html).not.toMatch(/Own title|<script/);
    }
  });
});

it('the next edition says on which newsrooms’ maps it puts a ribbon', async () => {
  const [shows, other] = [await made({ name: 'The Strike Post' }), await made({ name: 'The Kharkiv Mail' })];
  await pin(shows.id, { shows: `${site.origin}/events/${STRIKE}` });
  await pin(other.id, { shows: `${site.origin}/?at=36.23,49.99,10&day=2024-11-21` });
  await besides(site, async (store) => {
    const latest = await store.desk.latest('event', STRIKE);
    const payload = { ...(latest?.payload as Event), title: { en: 'Retitled' } };
    await approved(store, 'event', payload, latest?.revision ?? 0);
    await store.work.arrange('event', STRIKE, 'taras', { change: 'correction', note: { en: 'Otherwise.' } });
  });
  const page = words(await (await editor.get('/desk/publish')).text());
  expect(page).toMatch(/Puts a ribbon on the maps of these newsrooms, which show it: [^.]*The Strike Post/);
  expect(page).not.toContain('The Kharkiv Mail');
});

it('the next edition says on which newsrooms’ maps that follow it a new event is seen', async () => {
  await made({ name: 'The Live Herald' });
  const far = await made({ name: 'The Far Echo' });
  await pin(far.id, { shows: `${site.origin}/embed?at=36.23,49.99,10` });
  const kept = await made({ name: 'The Kept Courier' });
  await pin(kept.id, { shows: `${site.origin}/events/${STRIKE}` });
  await besides(site, async (store) => {
    const latest = await store.desk.latest('event', STRIKE);
    const id = 'e-aaaaaaaaa2' as EventId;
    const payload = { ...(latest?.payload as Event), id, title: { en: 'Quite new' } };
    await approved(store, 'event', payload, 0);
  });
  const page = await (await editor.get('/desk/publish')).text();
  const about = words(page.slice(page.indexOf('Quite new')).split('</li>')[0] ?? '');
  expect(about).toMatch(/Seen at once on the maps of these newsrooms, which follow: [^.]*The Live Herald/);
  expect(about).not.toMatch(/The Far Echo|The Kept Courier/);
});

it('the next edition says on which newsrooms’ maps ground of an earlier day may put a ribbon', async () => {
  const [near, far] = [await made({ name: 'The Near Gazette' }), await made({ name: 'The Far Ledger' })];
  await besides(site, async (store) => {
    const known = (await store.desk.latest('statement', GROUND))?.payload as Statement;
    const id = 'c-aaaaaaaaa2';
    const payload = { ...known, id, day: '2024-11-19' };
    const [lng, lat] = ringsOf(known.area)[0]?.[0] ?? [];
    await pin(near.id, { shows: `${site.origin}/?at=${lng},${lat},11&day=2024-11-26` });
    await pin(far.id, { shows: `${site.origin}/?at=36.23,49.99,10&day=2024-11-26` });
    await approved(store, 'statement', payload, 0);
  });
  const page = words(await (await editor.get('/desk/publish')).text());
  expect(page).toMatch(/if the line of their day runs elsewhere by it: [^.]*The Near Gazette/);
  expect(page).not.toContain('The Far Ledger');
});

it('an editor reads what a newsroom answered to the last calls', async () => {
  const { id } = await made({ name: 'The Called Courier', hook: 'https://news.example/hook' });
  await besides(site, async (store) => {
    await store.widgets.saw(id, 3, '{"edition":3}');
    const [call] = await store.widgets.calls(id, 1);
    if (!call) throw new Error('nobody is called');
    await store.widgets.tried(call.number, { status: 503, answer: 'come <b>back</b> later', again: 60_000 });
  });
  const page = words(await (await editor.get('/desk/widgets')).text());
  const about = page.slice(page.indexOf('The Called Courier'));
  expect(about).toMatch(/Last calls Edition 3, [^:]*\d\d:\d\d.*one try: 503 come &lt;b>back&lt;\/b> later/);
  expect(about).toContain('Tried again');
});
