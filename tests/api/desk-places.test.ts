import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { joins, signedIn, words, type Client } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
let olha: Client;
let taras: Client;
beforeAll(async () => {
  site = await demonstration();
  await joins(site, 'olha@example.org', 'editor', 'Olha');
  await joins(site, 'taras@example.org', 'editor', 'Taras');
  olha = await signedIn(site, 'olha@example.org');
  taras = await signedIn(site, 'taras@example.org');
});
afterAll(() => site.end());

const get = async (path: string): Promise<string> => words(await (await olha.get(path)).text());
let keys = 0;
async function post<T>(who: Client, path: string, body: unknown): Promise<T> {
  const response = await who.api(path, body);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as T;
}
interface Item {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
}
const save = (kind: string, base: number, payload: Unfinished) =>
  post<{ revision: number }>(olha, '/desk/api/save', {
    key: `key-of-places-${(keys += 1)}`,
    kind,
    base,
    payload,
  });
const move = (who: Client, what: string, items: readonly Item[]) =>
  post(who, '/desk/api/move', { move: what, items });
const item = async (kind: string, id: string): Promise<Item> => {
  const { revision } = (await (await olha.get(`/desk/api/item?kind=${kind}&id=${id}`)).json()) as Item;
  return { kind, id, revision };
};
const payload = async (kind: string, id: string): Promise<Unfinished> =>
  ((await (await olha.get(`/desk/api/item?kind=${kind}&id=${id}`)).json()) as { payload: Unfinished })
    .payload;
const head = async () => (await site.json<{ edition: number }>('/data/latest/manifest.json')).edition;
const publish = async (items: readonly (Item & { change: string; note?: object })[]) =>
  post<{ outcome: string }>(olha, '/desk/api/publish', {
    edition: await head(),
    note: { en: 'Places.' },
    items,
  });

const KURAKHOVO = {
  id: 'kurakhovo',
  point: [37.28, 47.98] as const,
  kind: 'town',
  country: 'UA',
  oblast: 'UA-14',
  population: null,
  names: [
    { text: 'Kurakhovo', lang: 'en', script: 'Latn', kind: 'official' },
    { text: 'Kurakhivka Stantsiia', lang: 'en', script: 'Latn', kind: 'former' },
  ],
  ids: {},
};

describe('the page of places', () => {
  it('finds a place by any of its names, and leads to where it is mended', async () => {
    const page = await (await olha.get('/desk/places?q=Курахове')).text();
    expect(words(page)).toContain('Places called “Курахове” Kurakhove');
    expect(page).toContain('href="/desk/places/kurakhove"');
    expect(await get('/desk/places?q=Nowhereville')).toContain('No place is called “Nowhereville”.');
    expect(await get('/uk/desk/places')).toContain('Місця та реєстри');
  });

  it('begins a place under an address of its own', async () => {
    const begun = await olha.get('/desk/places/new?name=Novyi%20Donbas');
    expect(begun.headers.get('location')).toBe('/desk/places/novyi-donbas?name=Novyi%20Donbas');
    const page = await (await olha.get('/desk/places/novyi-donbas?name=Novyi%20Donbas')).text();
    expect(page).toContain('value="Novyi Donbas"');
    // Nothing is kept until something is written.
    expect(await get('/desk/places')).not.toContain('Novyi Donbas');
  });

  it('begins none without a name, without Latin letters, or where there is one', async () => {
    const back = async (name: string): Promise<string> => {
      const response = await olha.get(`/desk/places/new?name=${encodeURIComponent(name)}`);
      return get((response.headers.get('location') ?? '').replace(/#.*/, ''));
    };
    expect(await back(' ')).toContain('Write its name.');
    expect(await back('Новий Донбас')).toContain('Write its name in Latin letters');
    expect(await back('Kurakhove')).toMatch(
      /Places called “Kurakhove” Kurakhove.*A place of that name is there/,
    );
  });

  it('defines a ledger of a holder and a basis that can be, and no other', async () => {
    const begun = await olha.get('/desk/ledgers/new?of=ukraine-claimed');
    expect(begun.headers.get('location')).toBe('/desk/ledgers/ukraine-claimed');
    expect((await olha.get('/desk/ledgers/ukraine-claimed')).status).toBe(200);
    expect((await olha.get('/desk/ledgers/ukraine-contested')).status).toBe(404);
    expect((await olha.get('/desk/ledgers/new?of=nobody-nothing')).headers.get('location')).toBe(
      '/desk/places',
    );
    const { revision } = await save('ledger', 0, {
      id: 'ukraine-claimed',
      holder: 'ukraine',
      basis: 'claimed',
      demonstration: false,
      name: { en: 'Ukraine, claimed' },
    });
    expect(revision).toBe(1);
    expect(await get('/desk/places')).toContain('Ukraine, claimed');
  });
});

describe('two entries for one place', () => {
  const event = {
    id: 'e-mmmmmmmmmm',
    title: { en: 'A clash' },
    location: { precision: 'settlement', radius_m: 3000, place: 'kurakhovo' },
  };
  const merge = (more: object, who = olha) =>
    who.api('/desk/api/merge', { gone: 'kurakhovo', kept: 'kurakhove', key: 'merge-for-a-test', ...more });

  it('are made one only where both are public', async () => {
    await save('place', 0, KURAKHOVO);
    const refused = await merge({});
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('is not public as it stands');
    expect(await (await merge({ gone: 'kurakhove' })).text()).toContain('are one and the same place');
    const entry = await item('place', 'kurakhovo');
    await move(olha, 'submit', [entry]);
    await move(taras, 'approve', [entry]);
    expect(await publish([{ ...entry, change: 'new' }])).toMatchObject({
      outcome: 'published',
    });
    expect((await olha.get('/places/kurakhovo')).status).toBe(200);
  });

  it('are told what would change before anything does', async () => {
    await save('event', 0, event);
    const told = await merge({ dry: true });
    expect(await told.json()).toEqual({ events: 1, statements: 0, done: false });
    expect(await payload('event', event.id)).toEqual(event);
  });

  it('are made one: what named the one names the other, and all of it goes to review', async () => {
    expect(await (await merge({})).json()).toEqual({ events: 1, statements: 0, done: true });
    expect((await payload('event', event.id))['location']).toMatchObject({ place: 'kurakhove' });
    const kept = await item('place', 'kurakhove');
    const place = await payload('place', 'kurakhove');
    expect(place['merged']).toEqual(['kurakhovo']);
    expect(JSON.stringify(place['names'])).toContain('Kurakhivka Stantsiia');
    // Sent once more, nothing is done twice.
    expect((await merge({})).status).toBe(400);
    expect((await item('place', 'kurakhove')).revision).toBe(kept.revision);
    // Until it is published readers see both.
    expect((await olha.get('/places/kurakhovo')).status).toBe(200);
    expect(await get('/places/kurakhove')).not.toContain('Kurakhivka Stantsiia');
  });

  it('are one to readers from the next edition on: the old address leads to the new', async () => {
    const [kept, gone] = [await item('place', 'kurakhove'), await item('place', 'kurakhovo')];
    await move(taras, 'approve', [kept, gone]);
    const note = { en: 'The same place as Kurakhove.' };
    const done = await publish([
      { kind: 'place', id: 'kurakhove', revision: kept.revision, change: 'update' },
      { kind: 'place', id: 'kurakhovo', revision: gone.revision, change: 'retraction', note },
    ]);
    expect(done).toMatchObject({ outcome: 'published' });
    const old = await olha.get('/uk/places/kurakhovo?theme=dark');
    expect(old.status).toBe(302);
    expect(old.headers.get('location')).toBe('/uk/places/kurakhove?theme=dark');
    expect(await get('/places/kurakhove')).toContain('Kurakhivka Stantsiia');
    // So do the maps of it that are out there, and their pictures; what they say of the day stays.
    const widget = await site.text('/embed?place=kurakhovo&day=2024-11-21');
    expect(widget).toContain('<h1>Kurakhove, 21 November 2024</h1>');
    expect(widget).toContain('/embed?day=2024-11-21&amp;place=kurakhove&amp;interactive=1');
    expect(widget).not.toMatch(/role="note"|class="gone"/);
    expect(await site.text('/embed/feed?place=kurakhovo')).toContain('Kurakhove');
    const framed = await olha.get(
      `/oembed?url=${encodeURIComponent(`${site.origin}/embed?place=kurakhovo`)}`,
    );
    expect(((await framed.json()) as { title: string }).title).toMatch(/^Kurakhove, /);
    expect(await site.text('/map.svg?place=kurakhovo')).toBe(await site.text('/map.svg?place=kurakhove'));
    const pinned = await site.text(`/embed?place=kurakhovo&edition=${(await head()) - 1}`);
    expect(pinned).toMatch(/<h1>Kurakhovo, /);
    // As it was known before, it stands.
    expect((await olha.get(`/places/kurakhovo?edition=${(await head()) - 1}`)).status).toBe(200);
  });
});
