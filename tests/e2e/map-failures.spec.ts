// Requests fail and graphics go away here on purpose, so what is checked is what a reader sees, not the console.
import { expect, test, type Page } from '@playwright/test';
import { card, mapReady, openLive, openMap } from './map-page.ts';

const picture = (page: Page) => page.locator('#map svg[role="group"]:visible');

test('without WebGL the picture stays, a note says why, and days still work', async ({ page }) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext as (
      this: HTMLCanvasElement,
      ...a: unknown[]
    ) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...a: unknown[]) {
      return String(a[0]).includes('webgl') ? null : real.apply(this, a);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  await openLive(page);
  await expect(page.locator('#map-notes')).toContainText('no WebGL', { timeout: 60_000 });
  await expect(picture(page)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await expect(page.locator('#changed > .rows li').first()).toBeVisible();
});

test('a data file that fails leaves the picture, says so, and trying again brings the map', async ({
  page,
}) => {
  let fail = true;
  await page.route('**/map.json', (route) =>
    fail ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );
  await page.goto('/');
  const note = page.locator('#map-notes');
  await expect(note).toContainText('The moving map could not be loaded; the picture stays.', {
    timeout: 60_000,
  });
  await expect(picture(page)).toBeVisible();
  fail = false;
  await note.getByRole('button', { name: 'Try again' }).click();
  await mapReady(page);
  await expect(note).toHaveText('');
});

test('a base map that fails is said, and trying again brings it', async ({ page }) => {
  let fail = true;
  await page.route(/basemap/, (route) =>
    fail ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );
  await openMap(page);
  const note = page.locator('#map-notes');
  await expect(note).toContainText('Rivers and borders could not be loaded.');
  fail = false;
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toHaveText('');
});

test('a card says whose land its place is on as soon as the base map is there', async ({ page }) => {
  let fail = true;
  await page.route(/basemap/, (route) =>
    fail ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );
  // The map's own data have no event there, so that its base map alone knows whose land it is.
  await openMap(page, '/?place=poltava');
  await expect(card(page)).toContainText('Not in any ledger of held ground');
  fail = false;
  await page.locator('#map-notes').getByRole('button', { name: 'Try again' }).click();
  await expect(card(page)).toContainText('Not in any ledger of ground that Russia holds');
});

test('going offline is said, days still move, and coming back clears it', async ({ page, context }) => {
  await openMap(page);
  await context.setOffline(true);
  const note = page.locator('#map-notes');
  await expect(note).toContainText('You are offline.');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await context.setOffline(false);
  await expect(note).toHaveText('');
});

test('when graphics are lost the picture stands in, and the map comes back with them', async ({ page }) => {
  await openMap(page);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
    const extension = (canvas?.getContext('webgl2') ?? canvas?.getContext('webgl'))?.getExtension(
      'WEBGL_lose_context',
    );
    Object.assign(window, { graphics: extension });
    extension?.loseContext();
  });
  await expect(page.locator('.stage')).toHaveAttribute('data-map', 'lost');
  await expect(picture(page)).toBeVisible();
  await expect(page.locator('#map-notes')).toContainText('The graphics were lost');
  await page.evaluate(() =>
    (window as unknown as { graphics: WEBGL_lose_context }).graphics.restoreContext(),
  );
  await mapReady(page);
  await expect(page.locator('#map-notes')).toHaveText('');
});
