import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttp } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/access.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { addDays, dayOfInstant, endOfDay } from '#lib/domain/time/day.ts';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { anEvent, aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import { readConfig } from '../config.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import type { StaffedDesk } from './desk.ts';
import { historyPage, restoreRevision } from './history.ts';
import { publishPage } from './publish.ts';
import { confirmPublished, publishItems, publishUrgent } from './publishing.ts';
import { arrangeItems, moveItems, saveItem } from './saving.ts';
import { saveSettings } from './settings.ts';
import { takeItDown } from './take-down.ts';

const ID = 'e-aaaaaaaaaa';
let folder: string;
let store: Store;
let keys = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salient-desk-'));
  store = await openSqlite(join(folder, 'salient.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The desk with somebody at it. */
const at = (name: string, role: Role = 'editor', env: Record<string, string> = {}): StaffedDesk =>
  ({ store, config: readConfig(env), person: { id: name, name, role } }) as unknown as StaffedDesk;
const olha = () => at('olha');
const taras = () => at('taras');

const save = async (kind: ItemKind, payload: object, base = 0): Promise<number> => {
  const key = `key-${(keys += 1)}-of-a-test`;
  const saved = await saveItem(store.work, olha().person, { key, kind, base, payload });
  if (!saved.ok || saved.value.outcome !== 'saved') throw new Error(JSON.stringify(saved));
  return saved.value.revision;
};
const move = (what: string, kind: ItemKind, id: string, revision: number, desk = taras()) =>
  moveItems(store.work, desk.person, { move: what, items: [{ kind, id, revision }] });
const approve = async (kind: ItemKind, payload: object & { id: string }, base = 0): Promise<void> => {
  const revision = await save(kind, payload, base);
  await move('submit', kind, payload.id, revision, olha());
  await move('approve', kind, payload.id, revision);
};
/** Publish all that the page shows, with the same choices for everything. */
const publishShown = async (more: object = {}, desk = olha()) => {
  const { edition, items } = await publishPage(desk, 'en');
  const chosen = items.map(({ kind, id, revision, change }) => ({ kind, id, revision, change, ...more }));
  return publishItems(desk, { edition, note: { en: 'A note.' }, items: chosen });
};
const grounds = async () => {
  await approve('place', aPlace('dnipro', [35.04, 48.46]));
  await approve('report', aReport('r-aaaaaaaaaa'));
  await publishShown();
};
/** A strike on something military yesterday: held back for some hours of today or passed already. */
const fresh = (more: object = {}) => {
  const today = dayOfInstant(Date.now());
  return { ...anEvent(ID), target: 'military', period: { from: today, until: addDays(today, 1) }, ...more };
};

describe('the page of the next edition', () => {
  it('shows what is added, changed and retracted, each with what differs', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    await approve('event', anEvent('e-bbbbbbbbbb'));
    expect(await publishShown()).toMatchObject({ value: { outcome: 'published', edition: 2, changes: 2 } });
    await approve('event', anEvent(ID, { role: 'rear' }), 1);
    await move('retract', 'event', 'e-bbbbbbbbbb', 1);
    await move('approve', 'event', 'e-bbbbbbbbbb', 1);
    await approve('event', anEvent('e-cccccccccc'));
    const { edition, items } = await publishPage(olha(), 'en');
    expect(edition).toBe(2);
    expect(items.map((i) => [i.group, i.id, i.change])).toEqual([
      ['added', 'e-cccccccccc', 'new'],
      ['changed', ID, 'update'],
      ['retracted', 'e-bbbbbbbbbb', 'retraction'],
    ]);
    expect(items[1]?.differences).toEqual([{ key: 'role', field: 'Role', was: 'deep strike', is: 'rear' }]);
    expect(items[0]?.differences.map((d) => d.field)).toContain('Title · English');
    expect(items.every((i) => i.map?.startsWith('<svg'))).toBe(true);
    expect(items.map((i) => i.map).join()).not.toMatch(/\sstyle=/);
  });

  it('offers to take along what is approved, and names what is not', async () => {
    await approve('event', anEvent(ID));
    await approve('report', aReport('r-aaaaaaaaaa'));
    await save('place', aPlace('dnipro', [35.04, 48.46]));
    const event = (await publishPage(olha(), 'en')).items.find((i) => i.id === ID);
    expect(event?.leans.map((l) => [l.key, l.canCome])).toEqual([
      ['report r-aaaaaaaaaa', true],
      ['place dnipro', false],
    ]);
    expect(await publishShown()).toMatchObject({
      value: { outcome: 'leans', item: 'A missile hits Dnipro', on: 'dnipro' },
    });
    expect((await store.public.head()).number).toBe(0);
  });

  it('names what would cite a report that is to be retracted', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    await publishShown();
    await move('retract', 'report', 'r-aaaaaaaaaa', 1);
    await move('approve', 'report', 'r-aaaaaaaaaa', 1);
    const report = async () => (await publishPage(olha(), 'en')).items.find((i) => i.kind === 'report');
    expect((await report())?.leantOn).toEqual(['A missile hits Dnipro']);
    await move('retract', 'event', ID, 1);
    await move('approve', 'event', ID, 1);
    expect((await report())?.leantOn).toEqual([]);
  });

  it('says how much ground a statement moves, with its ±, and withholds it for a demonstration', async () => {
    const ledger = (demonstration: boolean) => ({
      id: 'russia-assessed',
      holder: 'russia',
      basis: 'assessed',
      name: { en: 'Held' },
      definition: { en: 'Held.' },
      definition_from: '2024-11-01',
      resolution_m: 1000,
      demonstration,
      opens: '2024-11-01',
      last_reviewed: '2024-11-20',
    });
    await grounds();
    await approve('ledger', ledger(false));
    const citations = [{ report: 'r-aaaaaaaaaa', says: { en: 'It moved.' } }] as never;
    const ground = (w: number, day: string) =>
      aStatement('russia', square(w, 48, w + 0.1, 48.1), day, { citations });
    const first = ground(36, '2024-11-01');
    await approve('statement', first);
    await publishShown();
    // Half of it is held already.
    await approve('statement', ground(36.05, '2024-11-20'));
    const area = async () =>
      (await publishPage(olha(), 'en')).items.find((i) => i.kind === 'statement')?.area;
    expect(await area()).toMatch(/^Russia: \+41\.[0-9] −0\.0 km² \(±[1-9]/);
    await approve('ledger', ledger(true), 1);
    const { edition, items } = await publishPage(olha(), 'en');
    const change = items
      .filter((i) => i.kind === 'ledger')
      .map(({ kind, id, revision }) => ({
        kind,
        id,
        revision,
        change: 'update',
      }));
    await publishItems(olha(), { edition, note: { en: 'n' }, items: change });
    expect(await area()).toMatch(/withheld/);
  });
});

describe('publishing', () => {
  it('publishes what was shown, and nothing once somebody wrote to it or published', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    const { edition, items } = await publishPage(olha(), 'en');
    const asked = {
      edition,
      note: { en: 'n' },
      items: items.map(({ kind, id, revision, change }) => ({ kind, id, revision, change })),
    };
    await approve('event', anEvent(ID, { role: 'rear' }), 1);
    expect(await publishItems(olha(), asked)).toMatchObject({ value: { outcome: 'stale', what: 'item' } });
    await approve('report', aReport('r-bbbbbbbbbb'));
    await publishShown({}, taras());
    expect(await publishItems(olha(), asked)).toMatchObject({ value: { outcome: 'stale', what: 'edition' } });
  });

  it('wants a note to readers for a correction and a retraction, and for nothing else', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    await publishShown();
    await approve('event', anEvent(ID, { role: 'rear' }), 1);
    expect(await publishShown({ change: 'correction' })).toMatchObject({
      ok: false,
      problems: [{ path: 'items.0.note' }],
    });
    expect(await publishShown({ change: 'correction', note: { en: 'It was in the rear.' } })).toMatchObject({
      ok: true,
    });
    const reader = await store.public.at(3);
    expect(await reader?.corrections()).toMatchObject([{ note: { en: 'It was in the rear.' } }]);
    await move('retract', 'event', ID, 2);
    await move('approve', 'event', ID, 2);
    expect((await publishShown()).ok).toBe(false);
  });

  it('lets an editor publish one correction alone, which another confirms', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    await publishShown();
    await save('event', anEvent(ID, { role: 'rear' }), 1);
    const { edition, urgent } = await publishPage(olha(), 'en');
    expect(urgent.map((u) => u.id)).toEqual([ID]);
    const asked = { edition, kind: 'event', id: ID, revision: 2, note: { en: 'It was in the rear.' } };
    expect((await publishUrgent(olha(), { ...asked, note: undefined })).ok).toBe(false);
    expect(await publishUrgent(olha(), asked)).toMatchObject({ value: { outcome: 'published', edition: 3 } });
    // What is as readers see it is no correction.
    expect((await publishUrgent(olha(), { ...asked, edition: 3 })).ok).toBe(false);
    const what = { kind: 'event', id: ID, edition: 3 };
    expect((await publishPage(olha(), 'en')).unreviewed).toMatchObject([{ id: ID, mayConfirm: false }]);
    expect((await confirmPublished(olha(), what)).ok).toBe(false);
    expect(await confirmPublished(taras(), what)).toEqual({ ok: true, value: true });
    expect((await publishPage(olha(), 'en')).unreviewed).toEqual([]);
  });
});

describe('an embargo', () => {
  it('comes with the approval by the rules that are set, and keeps an event from the list', async () => {
    await grounds();
    await approve('event', fresh());
    const page = await publishPage(olha(), 'en');
    expect(page.items).toEqual([]);
    expect(page.held).toMatchObject([{ id: ID, title: 'A missile hits Dnipro' }]);
    expect(page.held[0]?.until).toBeGreaterThan(Date.now() + 12 * 3_600_000);
  });

  it('goes by the day and the target as they were approved last, unless somebody set it by hand', async () => {
    await grounds();
    await approve('event', fresh());
    const until = async (): Promise<number> => (await store.work.item('event', ID))?.embargo_until ?? 0;
    const first = await until();
    const today = dayOfInstant(Date.now());
    const [from, last] = [addDays(today, 1), addDays(today, 2)];
    await approve('event', fresh({ period: { from, until: last } }), 1);
    expect(await until()).toBe(first + endOfDay(from) - endOfDay(today));
    await approve('event', fresh({ target: 'other' }), 2);
    expect(await until()).toBe(0);
    const byHand = Date.now() + 3_600_000;
    await arrangeItems(store.work, olha().person, {
      items: [{ kind: 'event', id: ID }],
      embargo_until: byHand,
    });
    await approve('event', fresh({ role: 'rear' }), 3);
    expect(await until()).toBe(byHand);
  });

  it('is not set where an admin has taken the rules away', async () => {
    await grounds();
    expect((await saveSettings(at('root', 'admin'), { twoPeople: false, rules: [] })).ok).toBe(true);
    await approve('event', fresh());
    expect((await publishPage(olha(), 'en')).items.map((i) => i.id)).toEqual([ID]);
    expect(await store.public.review()).toEqual({ twoPeople: false });
    expect((await store.work.audit(20)).filter((e) => e.action === 'setting')).toHaveLength(2);
  });

  it('takes no rules that are none', async () => {
    const rules = [{ kind: 'strike', target: 'any', theatre: 'any', hours: -1 }];
    expect(await saveSettings(at('root', 'admin'), { twoPeople: true, rules })).toMatchObject({
      ok: false,
      problems: [{ path: 'rules.0.hours' }],
    });
  });
});

describe('the history of an item', () => {
  it('tells revisions newest first and what differs between any two, and restores one as a new one', async () => {
    await save('event', anEvent(ID));
    await save('event', anEvent(ID, { role: 'rear' }), 1);
    await save('event', anEvent(ID, { role: 'rear', by: 'unknown' }), 2);
    const page = (query: string) =>
      historyPage(olha(), 'en', 'event', ID, new URL(`http://x/desk/history${query}`));
    const newest = await page('');
    expect(newest?.revisions.map((r) => r.number)).toEqual([3, 2, 1]);
    expect(newest?.differences.map((d) => d.field)).toEqual(['Side that acted']);
    expect((await page('?from=1&to=2'))?.differences.map((d) => d.key)).toEqual(['role']);
    expect((await page('?from=1&to=3'))?.differences).toHaveLength(2);
    const asked = { key: 'restore-of-a-test', kind: 'event', id: ID, revision: 1, base: 3 };
    expect(await restoreRevision(taras(), asked)).toMatchObject({ value: { outcome: 'saved' } });
    const item = await store.work.item('event', ID);
    expect([item?.revision, item?.payload.role, item?.payload.by]).toEqual([4, 'deep-strike', 'russia']);
    expect((await page(''))?.revisions[0]).toMatchObject({ by: 'taras', note: 'Restored from revision 1' });
    expect(await historyPage(olha(), 'en', 'event', 'e-zzzzzzzzzz', new URL('http://x/'))).toBeUndefined();
  });
});

describe('the history of what moved', () => {
  const mapOf = async (kind: string, id: string, query = ''): Promise<string | undefined> =>
    (await historyPage(olha(), 'en', kind, id, new URL(`http://x/desk/history${query}`)))?.map;

  it('shows on a map where it was, dashed, and where it is, and no map where only words differ', async () => {
    await save('event', anEvent(ID));
    await save('event', anEvent(ID, { point: [36.2, 49.9] }), 1);
    await save('event', anEvent(ID, { point: [36.2, 49.9], role: 'rear' }), 2);
    const moved = await mapOf('event', ID, '?from=1&to=2');
    expect(moved).toContain('Where it was, dashed, and where it is');
    expect(moved?.match(/<circle/g)).toHaveLength(4);
    expect(moved?.match(/<circle[^>]*stroke-dasharray/g)).toHaveLength(1);
    expect(await mapOf('event', ID, '?from=2&to=3')).toBeUndefined();
  });

  it('shows ground as it was drawn before and after', async () => {
    const drawn = (east: number) => ({
      id: 'c-aaaaaaaaaa',
      area: { type: 'Polygon', coordinates: [[[36, 48], [east, 48], [east, 49], [36, 48]]] },
    }); // prettier-ignore
    await save('statement', drawn(37));
    await save('statement', drawn(38), 1);
    expect(await mapOf('statement', 'c-aaaaaaaaaa')).toMatch(/stroke-dasharray="5 4"/);
  });
});

describe('a take-down', () => {
  const erase = (desk: StaffedDesk, more: object = {}) =>
    takeItDown(desk, { kind: 'event', id: ID, reason: 'endangers', typed: ID, ...more });

  it('is confirmed by hand and leaves no history', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    await publishShown();
    expect((await erase(olha(), { typed: 'e-bbbbbbbbbb' })).ok).toBe(false);
    expect((await erase(olha(), { reason: 'because' })).ok).toBe(false);
    expect(await erase(olha())).toMatchObject({
      value: { editions: 1, objects: 1, copies: [], purge: 'none' },
    });
    expect(await historyPage(olha(), 'en', 'event', ID, new URL('http://x/'))).toBeUndefined();
    expect((await store.work.audit(1))[0]).toMatchObject({
      action: 'take-down',
      detail: { reason: 'endangers' },
    });
  });

  it('tells the cache in front of the site what to forget, and says where it could not', async () => {
    await grounds();
    await approve('event', anEvent(ID));
    await publishShown();
    const told: { urls: string[] }[] = [];
    const cache = createHttp((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        told.push(JSON.parse(body) as { urls: string[] });
        response.end();
      });
    });
    await new Promise<void>((done) => cache.listen(0, '127.0.0.1', done));
    const { port } = cache.address() as AddressInfo;
    const env = {
      SALIENT_PURGE_URL: `http://127.0.0.1:${port}/purge`,
      SALIENT_ORIGIN: 'https://map.example',
    };
    expect(await erase(at('olha', 'editor', env))).toMatchObject({ value: { purge: 'told' } });
    expect(told[0]?.urls).toContain(`https://map.example/uk/events/${ID}`);
    expect(told[0]?.urls.some((url) => /^https:\/\/map\.example\/data\/o\/[0-9a-f]{64}$/.test(url))).toBe(
      true,
    );
    await new Promise((done) => cache.close(done));
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const dead = (closed.address() as AddressInfo).port;
    await new Promise((done) => closed.close(done));
    await approve('event', anEvent('e-bbbbbbbbbb'));
    const failing = at('olha', 'editor', { SALIENT_PURGE_URL: `http://127.0.0.1:${dead}/` });
    const other = { id: 'e-bbbbbbbbbb', typed: 'e-bbbbbbbbbb' };
    expect(await erase(failing, other)).toMatchObject({ value: { purge: 'failed' } });
  });
});
