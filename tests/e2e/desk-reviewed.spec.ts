import { join as path } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { startSite, tempFolder, type Site } from '../fixtures/server.ts';
import { approved, join, type Staff } from '../fixtures/staff.ts';
import { card, mapReady, tab } from './map-page.ts';
import { colourAt, spotOf } from './on-the-map.ts';
import type { Position } from '../../src/lib/domain/geometry/sphere.ts';

// One newsroom, one evening: what is published in one test is there in the next.
test.describe.configure({ mode: 'serial' });

const folder = tempFolder();
let site: Site;
let olha: Staff;
let taras: Staff;
test.beforeAll(async ({ browser }) => {
  site = await startSite({ SALIENT_DATA: path(folder.path, 'data') });
  olha = await join(browser, site, 'Olha');
  taras = await join(browser, site, 'Taras', 'admin');
});
test.afterAll(async () => {
  await site.stop();
  folder.remove();
});

const press = (staff: Staff, name: RegExp | string) => staff.page.getByRole('button', { name }).click();
const kept = (page: Page) =>
  expect(page.locator('[data-status]')).toHaveAttribute('data-status', 'saved', { timeout: 30_000 });
/** A statement as it stands at the desk. */
const itemOf = async (staff: Staff, id: string) =>
  (await (await staff.page.request.get(`/desk/api/item?kind=statement&id=${id}`)).json()) as {
    payload: { id: string };
    revision: number;
  };
const list = (page: Page): Locator => page.getByRole('region', { name: 'When the line was last reviewed' });
/** The colours under one another at a point of the map. */
async function colours(page: Page, point: Position): Promise<string[]> {
  const { x, y } = await spotOf(page, point);
  const all: string[] = [];
  for (let i = 0; i < 12; i += 1) all.push(String(await colourAt(page, { x, y: y + i })));
  return all;
}
async function read(page: Page, address: string): Promise<void> {
  await page.goto(site.origin + address);
  await mapReady(page);
}

test('an oblast is stamped at the desk, and nobody outside is told before it is published', async ({
  page,
}) => {
  const { page: desk } = olha;
  await desk.goto('/desk/reviewed/new');
  // A sector is what is offered first; its map is there when the page has come to life.
  await expect(desk.locator('.maplibregl-canvas')).toBeVisible({ timeout: 60_000 });
  await desk.getByLabel('Reviewed up to').fill('2024-11-24');
  await desk.getByLabel('Where', { exact: true }).selectOption({ label: 'Donetsk Oblast' });
  // An oblast is nothing that is drawn.
  await expect(desk.locator('.maplibregl-canvas')).toHaveCount(0);
  await desk.getByLabel('Note for readers', { exact: true }).fill('Reports of both staffs.');
  await desk.getByLabel('By whom').fill('The desk');
  await kept(desk);
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Donetsk Oblast');
  await press(olha, 'Send to review');
  await expect(desk.locator('body')).toContainText('In review');

  await read(page, '/?day=2024-11-26&reviewed=1');
  await expect(list(page)).toContainText(/Elsewhere\s*not recorded/);
  await expect(list(page)).not.toContainText('Donetsk');

  await taras.page.goto('/desk?state=review');
  await taras.page.getByRole('link', { name: 'Donetsk Oblast' }).click();
  await taras.page.waitForURL(/\/desk\/reviewed\/v-/);
  await press(taras, 'Approve');
  await expect(taras.page.locator('body')).toContainText('Approved');
  await taras.page.goto('/desk/publish');
  const added = taras.page.getByRole('region', { name: /Added/ });
  await expect(added).toContainText('Review');
  await expect(added.getByRole('link', { name: 'Donetsk Oblast' })).toBeVisible();
  await press(taras, /^Publish 1 change as edition 3/);
  await expect(taras.page.locator('#said')).toContainText('Edition 3');
});

test('readers tell quiet ground from ground at which nobody looked: in a list, and where they ask for it on the map', async ({
  page,
}) => {
  await read(page, '/?day=2024-11-26&at=37.5,48.1,7');
  await expect(list(page)).toContainText('24 Nov 2024, 2 days before, by The desk');
  await expect(list(page)).toContainText('Reports of both staffs.');
  const legend = page.locator('.stage .legend');
  await expect(legend).not.toContainText('Reviewed up to');

  await tab(page, 'Layers').click();
  const layer = page.getByRole('switch', { name: 'Last reviewed' });
  await expect(layer).toHaveAttribute('aria-checked', 'false');
  await layer.click();
  await expect(layer).toHaveAttribute('aria-checked', 'true');
  await expect(legend).toContainText('Reviewed up to 3 days before');
  await expect(legend).toContainText('No review recorded');
  expect(new URL(page.url()).searchParams.get('reviewed')).toBe('1');
  await tab(page, 'What changed').click();
  await list(page).getByRole('link', { name: 'Take off the map' }).click();
  await expect(legend).not.toContainText('Reviewed up to');
});

test('on a day before it nobody had looked, and cards say it of their place', async ({ page }) => {
  await read(page, '/?day=2024-11-20&reviewed=1');
  await expect(list(page)).not.toContainText('Donetsk');

  await read(page, '/?day=2024-11-26&place=kurakhove');
  await expect(card(page)).toContainText(/Line here last reviewed\s*24 Nov 2024/);
  await read(page, '/?day=2024-11-26&place=zaporizhzhia');
  await expect(card(page)).toContainText(/Line here last reviewed\s*not recorded/);
});

test('the map is shaded where ground was looked at, and a click on ground says when', async ({ page }) => {
  // Far from any line: of the land's own colour, but for what the layer lays over it.
  const at = [37.35, 48.95] as const;
  await read(page, '/?day=2024-11-26&at=37.4,49.05,8.5&layers=');
  const plain = await colours(page, at);
  expect(new Set(plain).size).toBe(1);
  await read(page, '/?day=2024-11-26&at=37.4,49.05,8.5&layers=&reviewed=1');
  await expect.poll(async () => new Set(await colours(page, at)).size).toBeGreaterThan(1);
  const { x, y } = await spotOf(page, at);
  await page.mouse.click(x, y);
  await expect(card(page)).toContainText('Line here last reviewed 24 Nov 2024');
  const outside = await spotOf(page, [37.2, 49.25]);
  await page.mouse.click(outside.x, outside.y);
  await expect(card(page)).toContainText('Line here last reviewed: not recorded');
});

test('a sector is pasted, drawn against the line, and stands beside the oblast', async ({ page }) => {
  const { page: desk } = olha;
  await desk.goto('/desk/reviewed/new');
  await expect(desk.locator('[data-map=ready]')).toBeVisible({ timeout: 60_000 });
  await expect(desk.getByRole('button', { name: 'Draw an area' })).toBeEnabled();
  await expect(desk.getByRole('button', { name: 'Move the line' })).toHaveCount(0);
  await desk.getByText('Type or paste an area').click();
  await desk
    .getByRole('textbox', { name: /Type or paste an area/ })
    .fill('POLYGON ((35 47.4, 36 47.4, 36 47.9, 35 47.9, 35 47.4))');
  await press(olha, 'Take this area');
  await expect(desk.locator('[data-tool]')).toContainText('4 corners');
  await desk.getByLabel('Reviewed up to').fill('2024-11-10');
  await desk.getByLabel('Name of the sector', { exact: true }).fill('Orikhiv sector');
  await kept(desk);
  const id = desk.url().split('/').at(-1) ?? '';
  const { payload, revision } = await itemOf(olha, id);
  expect(payload).toMatchObject({ basis: 'reviewed', title: { en: 'Orikhiv sector' } });
  await approved(olha, taras, 'statement', payload, revision);
  await taras.page.goto('/desk/publish');
  await expect(taras.page.getByRole('region', { name: /Added/ })).toContainText('Orikhiv sector');
  await press(taras, /^Publish 1 change as edition 4/);
  await expect(taras.page.locator('#said')).toContainText('Edition 4');
  await read(page, '/?day=2024-11-26');
  await expect(list(page)).toContainText('10 Nov 2024, 16 days before');
});

test('a stamp that is retracted is gone, and the list says again that nothing is recorded', async ({
  page,
}) => {
  const all = await site.json<GeoJSON.FeatureCollection>('/data/latest/reviewed.geojson');
  const items = all.features.map((f) => ({ kind: 'statement', id: String(f.id) }));
  for (const item of items) {
    const { revision } = await itemOf(taras, item.id);
    await taras.post('/desk/api/move', { move: 'retract', items: [{ ...item, revision }] });
    await olha.post('/desk/api/move', { move: 'approve', items: [{ ...item, revision }] });
  }
  await taras.page.goto('/desk/publish');
  for (const box of await taras.page.getByRole('textbox', { name: 'Note to readers, English' }).all())
    await box.fill('It was not looked at after all.');
  await press(taras, /^Publish 2 changes as edition 5/);
  await expect(taras.page.locator('#said')).toContainText('Edition 5');
  await read(page, '/?day=2024-11-26&reviewed=1');
  await expect(list(page)).toContainText(/Elsewhere\s*not recorded/);
  await expect(list(page)).not.toContainText('Donetsk');
  await page.goto(`${site.origin}/corrections`);
  await expect(page.locator('main')).toContainText('Donetsk Oblast');
  await expect(page.locator('main')).toContainText('It was not looked at after all.');
});
