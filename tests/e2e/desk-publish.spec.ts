import { join as path } from 'node:path';
import { expect, test } from '@playwright/test';
import { addDays, dayOfInstant } from '#lib/domain/time/day.ts';
import { approved, join, type Staff } from '../fixtures/staff.ts';
import { anEvent, aReport } from '../fixtures/items.ts';
import { besides } from '../fixtures/desk.ts';
import { nextEdition } from '../fixtures/next-edition.ts';
import { startSite, tempFolder, type Site } from '../fixtures/server.ts';
import { shippedIn } from '../fixtures/shipped.ts';

const STRIKE = 'e-qs5fjj7wdd';
/** Another that ships, of which no test says anything. */
const OTHER = 'e-aiov23cufq';
const NEW = 'e-aaaaaaaaaa';
const NOTE = 'It was in the rear, not at the front.';

// One newsroom, one evening: what is published in one test is there in the next.
test.describe.configure({ mode: 'serial' });

const folder = tempFolder();
let site: Site;
let olha: Staff;
let taras: Staff;
test.beforeAll(async ({ browser }) => {
  const SALIENT_GEODATA = shippedIn(folder.path);
  site = await startSite({ SALIENT_DATA: path(folder.path, 'data'), SALIENT_GEODATA });
  olha = await join(browser, site, 'Olha');
  taras = await join(browser, site, 'Taras', 'admin');
});
test.afterAll(async () => {
  await site.stop();
  folder.remove();
});

const head = async (): Promise<number> =>
  (await site.json<{ edition: number }>('/data/latest/manifest.json')).edition;
const strike = async () => {
  const all = await site.json<{ features: { id: string; geometry: unknown; properties: object }[] }>(
    '/data/latest/events.geojson',
  );
  const found = all.features.find((f) => f.id === STRIKE);
  const { evidence: _, ...properties } = found?.properties as { evidence: unknown };
  const point = (found?.geometry as { coordinates: unknown } | null)?.coordinates;
  return { id: STRIKE, point, ...properties };
};
const press = (staff: Staff, name: RegExp | string) => staff.page.getByRole('button', { name }).click();
const said = (staff: Staff) => staff.page.locator('#said');

test('nothing approved is said to be nothing', async () => {
  await olha.page.goto('/desk/publish');
  await expect(olha.page.getByText('Nothing is approved and waiting.')).toBeVisible();
});

test('somebody else publishes while the page is looked at: it is told, and looking again is offered', async () => {
  for (const address of ['/desk/publish', '/desk?state=draft']) {
    const listens = olha.page.waitForResponse((r) => new URL(r.url()).pathname === '/live');
    await olha.page.goto(address);
    await listens;
    const number = await besides(site, (store) => nextEdition(store, [OTHER], 'Told from elsewhere'));
    const told = olha.page.getByText(`Edition ${number} was published meanwhile.`);
    await expect(told).toBeVisible();
    await olha.page.getByRole('button', { name: 'Look again' }).click();
    await expect(told).toBeHidden();
  }
});

test('an editor sees what an edition will change, corrects with a note, and publishes it', async () => {
  const edition = await head();
  await approved(olha, taras, 'report', aReport('r-aaaaaaaaaa'));
  await approved(olha, taras, 'event', anEvent(NEW));
  const now = await strike();
  await approved(olha, taras, 'event', { ...now, role: 'rear' } as { id: string }, 2);
  await olha.page.goto('/desk/publish');
  const added = olha.page.getByRole('region', { name: /Added/ });
  const changed = olha.page.getByRole('region', { name: /Changed/ });
  await expect(added.getByRole('link', { name: 'A missile hits Dnipro' })).toBeVisible();
  await expect(changed).toContainText(/Role\s*Was\s*\S.*Is\s*rear/);
  const publish = olha.page.getByRole('button', { name: /^Publish 3 changes/ });
  await expect(publish).toBeEnabled();
  await changed.getByLabel('Kind of change').selectOption('Correction');
  await expect(publish).toBeDisabled();
  await changed.getByLabel('Note to readers, English').fill(NOTE);
  await publish.click();
  await expect(said(olha)).toContainText(`Edition ${edition + 1}: 3 changes.`);
  await said(olha).getByRole('link', { name: 'See the corrections' }).click();
  await expect(olha.page.getByText(NOTE)).toBeVisible();
  const reader = await site.text(`/events/${STRIKE}`);
  expect(reader).toContain(NOTE);
});

test('what is left out stays, and its report can be taken along', async () => {
  await approved(olha, taras, 'report', aReport('r-bbbbbbbbbb', { title: 'A second report' }));
  const [claim] = anEvent(NEW).claims;
  const claims = [{ ...claim, citation: { report: 'r-bbbbbbbbbb' } }] as never;
  await approved(olha, taras, 'event', anEvent('e-bbbbbbbbbb', { title: { en: 'A second strike' }, claims }));
  await olha.page.goto('/desk/publish');
  await olha.page.getByLabel('Take “A second report” into this edition').uncheck();
  await expect(olha.page.getByText('It leans on what readers do not see yet:')).toBeVisible();
  await expect(olha.page.getByRole('button', { name: /^Publish 1 change/ })).toBeDisabled();
  await press(olha, 'Take it along');
  await olha.page.getByLabel('Take “A second strike” into this edition').uncheck();
  await olha.page.getByLabel('Note of the edition, English').fill('One report more.');
  await olha.page.reload();
  await expect(olha.page.getByLabel('Take “A second strike” into this edition')).not.toBeChecked();
  await expect(olha.page.getByLabel('Note of the edition, English')).toHaveValue('One report more.');
  await press(olha, /^Publish 1 change as/);
  await expect(said(olha)).toContainText('1 change.');
  await expect(olha.page.getByRole('link', { name: 'A second strike' })).toBeVisible();
});

test('nothing goes out that is other than it was seen', async () => {
  await olha.page.goto('/desk/publish');
  const edition = await head();
  await approved(taras, olha, 'report', aReport('r-cccccccccc', { title: 'A third report' }));
  await taras.page.goto('/desk/publish');
  await taras.page.getByLabel('Take “A second strike” into this edition').uncheck();
  await press(taras, /^Publish 1 change/);
  await expect(said(taras)).toContainText(`Edition ${edition + 1}`);
  await press(olha, /^Publish 1 change/);
  await expect(said(olha)).toContainText('Somebody else has just published.');
  expect(await head()).toBe(edition + 1);
  await press(olha, /^Publish 1 change/);
  await expect(said(olha)).toContainText(`Edition ${edition + 2}`);
});

test('a strike on something military waits for its hour and no reader sees it', async () => {
  const today = dayOfInstant(Date.now());
  const title = { en: 'A depot is hit' };
  const period = { from: today, until: addDays(today, 1) };
  await approved(olha, taras, 'event', anEvent('e-dddddddddd', { title, period, target: 'military' }));
  await olha.page.goto('/desk/publish');
  const held = olha.page.getByRole('region', { name: /Held back/ });
  await expect(held).toContainText('A depot is hit');
  expect(await site.text('/events')).not.toContain('A depot is hit');
  // An editor sets an instant that has passed: it goes out by itself.
  await held.getByLabel(/Hold back until/).fill('2024-11-30T12:00');
  const before = await head();
  await held.getByRole('button', { name: 'Set' }).click();
  await expect.poll(head).toBe(before + 1);
  expect(await site.text('/events')).toContain('A depot is hit');
});

test('an urgent correction goes out alone and another editor confirms it', async () => {
  const item = { ...(await strike()), role: 'front' };
  const key = 'key-of-an-urgent-test';
  await olha.post('/desk/api/save', { key, kind: 'event', base: 3, payload: item });
  await olha.page.goto('/desk/publish');
  const urgent = olha.page.getByRole('region', { name: 'Urgent corrections' });
  await urgent.getByLabel('What was wrong, to readers, English').fill('It was at the front after all.');
  await urgent.getByLabel('What was wrong, to readers, Ukrainian').fill('Таки на фронті.');
  await urgent.getByRole('button').click();
  await expect(said(olha)).toContainText('1 change.');
  const waiting = (staff: Staff) => staff.page.getByRole('region', { name: /To be reviewed after/ });
  await expect(waiting(olha)).toContainText('Another editor confirms it.');
  await taras.page.goto('/desk/publish');
  await waiting(taras).getByRole('button', { name: 'It is right' }).click();
  await expect(waiting(taras)).toHaveCount(0);
  expect(await site.text('/corrections')).toContain('It was at the front after all.');
  expect(await site.text('/uk/corrections')).toContain('Таки на фронті.');
});

test('what is retracted leaves a page that says when and why, and is nowhere else', async () => {
  const items = [{ kind: 'event', id: 'e-bbbbbbbbbb', revision: 1 }];
  await olha.post('/desk/api/move', { move: 'retract', items });
  await taras.post('/desk/api/move', { move: 'approve', items });
  await olha.page.goto('/desk/publish');
  const retracted = olha.page.getByRole('region', { name: /Retracted/ });
  await expect(olha.page.getByRole('button', { name: /^Publish 1 change/ })).toBeDisabled();
  await retracted.getByLabel('Note to readers, English').fill('It was the same strike, told twice.');
  await retracted.getByLabel('Note to readers, Ukrainian').fill('Той самий удар, записаний двічі.');
  await press(olha, /^Publish 1 change/);
  await expect(said(olha)).toContainText('1 change.');
  const response = await olha.page.goto('/uk/events/e-bbbbbbbbbb');
  expect(response?.status()).toBe(410);
  await expect(olha.page.getByText('Той самий удар, записаний двічі.')).toBeVisible();
  await expect(olha.page.getByRole('heading', { level: 1 })).toHaveText('A second strike');
  for (const address of ['/events', '/search?q=second', '/data/latest/events.geojson', '/sitemap.xml'])
    expect(await site.text(address), address).not.toMatch(/A second strike|e-bbbbbbbbbb/);
  expect((await site.get('/events/e-bbbbbbbbbb?edition=1')).status).toBe(404);
});

test('an earlier revision is restored as a new one', async () => {
  await olha.page.goto(`/desk/history/event/${NEW}`);
  await expect(olha.page.getByText('Revision 1', { exact: true })).toBeVisible();
  const payload = anEvent(NEW, { by: 'unknown' });
  await olha.post('/desk/api/save', { key: 'key-of-a-history-test', kind: 'event', base: 1, payload });
  await olha.page.reload();
  await expect(olha.page.getByRole('heading', { name: 'From revision 1 to revision 2' })).toBeVisible();
  await press(olha, 'Restore revision 1');
  await expect(olha.page.getByText('Written anew as in revision 1')).toBeVisible();
  await expect(olha.page.getByText('Revision 3', { exact: true })).toBeVisible();
});

test('what is taken down is gone from every page and edition', async () => {
  const edition = await head();
  const { objects } = await site.json<{ objects: Record<string, { url: string }> }>(
    '/data/latest/manifest.json',
  );
  const held = objects[`events/${dayOfInstant(Date.now()).slice(0, 7)}.geojson`]?.url ?? '';
  expect(await site.text(held)).toContain('A depot is hit');
  const tagOf = async (n: number) => (await site.get(`/data/${n}/map.json`)).headers.get('etag');
  const tags = [await tagOf(1), await tagOf(edition)];
  await olha.page.goto('/desk/history/event/e-dddddddddd');
  await olha.page.getByText('Take down for safety').click();
  await olha.page.getByLabel('Sort of reason').selectOption('It endangers somebody');
  const erase = olha.page.getByRole('button', { name: 'Erase it now' });
  await expect(erase).toBeDisabled();
  await olha.page.getByLabel('To go on, type').fill('e-dddddddddd');
  await erase.click();
  await expect(olha.page.getByText(/^Erased from/)).toBeVisible();
  expect((await site.get(held)).status).toBe(410);
  // Whoever kept something of an edition that held it asks again; of one that did not, need not.
  expect([await tagOf(1), (await tagOf(edition)) === tags[1]]).toEqual([tags[0], false]);
  for (let n = 1; n <= edition; n += 1) {
    const page = await site.get(`/events/e-dddddddddd?edition=${n}`);
    expect([404, 410]).toContain(page.status);
    for (const address of ['events.geojson', 'map.json', 'manifest.json'])
      expect(await site.text(`/data/${n}/${address}`), `${n} ${address}`).not.toMatch(
        /depot is hit|e-dddddddddd/,
      );
    expect(await site.text(`/events?edition=${n}`)).not.toContain('A depot is hit');
  }
  expect((await site.get('/events/e-dddddddddd')).status).toBe(410);
  for (const address of ['/editions', '/corrections', '/sitemap.xml', '/search?q=depot'])
    expect(await site.text(address), address).not.toMatch(/depot is hit|e-dddddddddd/);
});

test('who only drafts is offered none of it, and refused where they ask', async ({ browser }) => {
  const ivan = await join(browser, site, 'Ivan', 'contributor');
  await expect(ivan.page.getByRole('link', { name: 'Publish', exact: true })).toHaveCount(0);
  expect((await ivan.page.goto('/desk/publish'))?.status()).toBe(403);
  for (const what of ['publish', 'urgent', 'confirm', 'settings', 'take-down']) {
    const headers = { origin: site.origin };
    const answer = await ivan.page.request.post(`/desk/api/${what}`, { data: {}, headers });
    expect(answer.status(), what).toBe(403);
  }
  await ivan.page.goto(`/desk/history/event/${NEW}`);
  await expect(ivan.page.getByRole('heading', { level: 1 })).toHaveText('A missile hits Dnipro');
  await expect(ivan.page.getByText('Take down for safety')).toHaveCount(0);
});

test('an admin turns the rule of two people off, and readers are told', async () => {
  await taras.page.goto('/desk/settings');
  await taras.page.getByLabel(/Two people/).uncheck();
  await press(taras, 'Remove rule 2');
  await press(taras, 'Save');
  await expect(taras.page.getByText(/^Saved\./)).toBeVisible();
  await taras.page.reload();
  await expect(taras.page.getByLabel(/Two people/)).not.toBeChecked();
  expect(await site.text('/method')).toContain('nobody else has to approve it first');
  expect((await olha.page.goto('/desk/settings'))?.status()).toBe(403);
});
