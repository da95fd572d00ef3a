import type { Page } from '@playwright/test';
import { expectDay, openLive } from './map-page.ts';
import { expect, test } from './watched.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const share = (page: Page) => page.getByRole('dialog', { name: 'Share' });

/** Open the map, go a day back, and open what shares it. */
async function openShare(page: Page, path: string): Promise<void> {
  await openLive(page, path);
  await page.locator('.timeline').getByRole('link', { name: 'Day before' }).click();
  await expectDay(page, '2024-11-25', '25 November 2024');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(share(page)).toBeVisible();
}

test('a copied link says the day, and the pinned one the edition too', async ({ page, baseURL }) => {
  await openShare(page, '/?kinds=strike&at=36.5,48.2,7');
  const copy = async (what: string): Promise<URL> => {
    const button = share(page).getByRole('button', { name: `Copy: ${what}` });
    await button.click();
    await expect(share(page).getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    return new URL(await clipboard(page));
  };
  const newest = await copy('Always the newest edition');
  expect(newest.origin).toBe(baseURL);
  expect(Object.fromEntries(newest.searchParams)).toEqual({
    day: '2024-11-25',
    at: '36.5,48.2,7',
    kinds: 'strike',
  });
  await openLive(page, newest.href);
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await page.getByRole('button', { name: 'Share' }).click();
  const pinned = await copy('This edition');
  expect(Object.fromEntries(pinned.searchParams)).toEqual({
    day: '2024-11-25',
    edition: '2',
    at: '36.5,48.2,7',
    kinds: 'strike',
  });
  await openLive(page, pinned.href);
  await expect(page.locator('.pill')).toContainText('Edition 2');
});

test('pictures and data to download are of the day that is shown', async ({ page, request }) => {
  await openShare(page, '/');
  const hrefOf = async (name: string): Promise<string> =>
    (await share(page).getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';

  const svg = await request.get(await hrefOf('SVG'));
  expect(svg.status()).toBe(200);
  expect(svg.headers()['content-type']).toMatch(/^image\/svg\+xml/);
  const words = await svg.text();
  expect(words).toContain('25 November 2024');
  expect(words).toContain('Edition 2');

  const png = await request.get(await hrefOf('PNG'));
  expect(png.status()).toBe(200);
  expect(png.headers()['content-type']).toBe('image/png');
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG');
  expect(new URL(png.url()).searchParams.get('day')).toBe('2024-11-25');

  const data = await request.get(await hrefOf('GeoJSON'));
  expect(data.status()).toBe(200);
  expect(((await data.json()) as { type: string }).type).toBe('FeatureCollection');
  expect(new URL(data.url()).searchParams.get('day')).toBe('2024-11-25');
});

test('a citation names the day, who publishes, the edition with its time, and the pinned address', async ({
  page,
  baseURL,
}) => {
  await openShare(page, '/');
  const citation = `“Salient: 25 November 2024”, Salient (unattended demonstration), edition 2 of 22 Nov 2026, 07:00, ${baseURL}/?day=2024-11-25&edition=2`;
  await expect(share(page).locator('.citation')).toHaveText(citation);
  await share(page).getByRole('button', { name: 'Copy: Cite this map' }).click();
  await expect.poll(() => clipboard(page)).toBe(citation);
  await page.keyboard.press('Escape');
  await expect(share(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
});

test('where the browser does not let it copy, the address stands there to be copied by hand', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await openShare(page, '/');
  await share(page).getByRole('button', { name: 'Copy: This edition' }).click();
  const field = share(page).getByRole('textbox', { name: 'This edition' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/\/\?day=2024-11-25&edition=2$/);
  const selected = await field.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );
  expect(selected).toBe(await field.inputValue());
});
