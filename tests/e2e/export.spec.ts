// What was copied from the site to another place, where there is no server of ours.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { runToEnd, tempFolder } from '../fixtures/server.ts';
import { staticHost } from '../fixtures/static-host.ts';
import { card, searchField } from './map-page.ts';
import { step } from './on-the-timeline.ts';

/** Milliseconds that a map may take on a busy machine that draws without a graphics card. */
const SLOW = 60_000;
/** Where the site is said to be: nothing answers there. */
const ORIGIN = 'https://map.example';

const folder = tempFolder();
test.afterAll(() => folder.remove());

/** Export into a folder, from the store of the shipped data. */
async function exported(...args: string[]): Promise<void> {
  const env = { SALIENT_DATA: 'test-results/data', SALIENT_ORIGIN: ORIGIN };
  const ended = await runToEnd(['src/cli/main.ts', 'export', ...args], env);
  expect(ended.stderr.replace(/^salient: .*…$/gm, '').trim()).toBe('');
  expect(ended.code).toBe(0);
}

/** Everything that a page asks for, but for what it has made itself. */
function requests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

async function moves(
  page: Page,
  back = 'One day back',
  of = 'The words around the map are still those of',
): Promise<void> {
  await expect(page.locator('article[data-live="ready"]')).toBeVisible({ timeout: SLOW });
  const day = page.locator('.days .day');
  const before = await day.textContent();
  await page.getByRole('button', { name: back }).click();
  await expect(day).not.toHaveText(before ?? '');
  await expect(page.getByRole('status').getByText(of)).toBeVisible();
}

test('a copied widget is a picture and a moving map on a disk and on any host, and asks nobody for anything', async ({
  page,
}) => {
  const out = join(folder.path, 'widget');
  await exported('widget', '/embed?place=kurakhove&lang=en', '--out', out);
  const asked = requests(page);
  const disk = pathToFileURL(`${out}/`).href;
  const host = await staticHost(out, '/news/maps/');
  page.once('close', () => void host.close());
  for (const place of [disk, host.address]) {
    asked.length = 0;
    await page.goto(`${place}index.html`);
    await expect(page.getByRole('heading', { name: 'Kurakhove, 26 November 2024' })).toBeVisible();
    await expect(page.locator('.stage svg[role="img"]:visible').first()).toBeVisible();
    await expect(page.locator('.copy')).toContainText('A copy of edition 2, made on');
    expect(asked).toEqual([`${place}index.html`]);
    await page.getByRole('link', { name: 'Move the map' }).click();
    await moves(page);
    expect(new Set(asked)).toEqual(
      new Set(['index.html', 'live.html', 'live-data.js', 'live.js'].map((file) => place + file)),
    );
    await page.getByRole('link', { name: 'Back to the picture' }).click();
    await expect(page.getByRole('link', { name: 'Move the map' })).toBeVisible();
  }
});

test('a copied site is read, and its map moves, under any path of a host that knows files alone', async ({
  page,
}) => {
  const out = join(folder.path, 'site');
  await exported('site', '--out', out);
  const host = await staticHost(out, '/archive/two/');
  page.once('close', () => void host.close());
  const asked = requests(page);
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  const ready = page.locator('.stage[data-map="ready"]');
  await page.goto(host.address);
  await expect(ready).toBeVisible({ timeout: SLOW });
  await expect(page.locator('h1')).toContainText('26 November 2024');
  await expect(searchField(page)).toHaveCount(0);
  // A day back is in the address, under which the same file shows the same day again.
  await step(page, 'Day before').click();
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await expect(page).toHaveURL(`${host.address}?day=2024-11-25`);
  await page.reload();
  await expect(ready).toBeVisible({ timeout: SLOW });
  await expect(page.locator('h1')).toContainText('25 November 2024');
  // An event by its link; the card leads to its page, and that back to the map of its day.
  await page.goto(`${host.address}index.html?event=e-qs5fjj7wdd`);
  await expect(ready).toBeVisible({ timeout: SLOW });
  await expect(page.locator('h1')).toContainText('21 November 2024');
  await card(page).getByRole('link', { name: 'Own page' }).click();
  await expect(page).toHaveURL(`${host.address}events/e-qs5fjj7wdd/index.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Intermediate-range missile hits Dnipro');
  await expect(page.locator('footer')).toContainText('This is a copy of edition 2, made on');
  await page.goto(`${host.address}days/2024-11-21/`);
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(ready).toBeVisible({ timeout: SLOW });
  await expect(page.locator('h1')).toContainText('21 November 2024');
  expect({ missing, elsewhere: asked.filter((url) => !url.startsWith(host.address)) }).toEqual({
    missing: [],
    elsewhere: [],
  });
  // From a disk it is the picture, and says why.
  await page.goto(pathToFileURL(join(out, 'index.html')).href);
  await expect(page.getByText('Opened from a disk the map stays a picture')).toBeVisible();
  await page.getByRole('link', { name: 'Day before' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('25 November 2024');
});
