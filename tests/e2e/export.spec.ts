// What was copied from the site to another place, where there is no server of ours.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { runToEnd, tempFolder } from '../fixtures/server.ts';
import { staticHost } from '../fixtures/static-host.ts';

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
