import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, overflow, test } from './watched.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1280, height: 800 } });

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const preview = (page: Page): FrameLocator => page.frameLocator('#made iframe');

/** A page of a newsroom, from an origin of its own. */
async function newsroom(body: string): Promise<{ origin: string; end: () => void }> {
  const server: Server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>An article</title><h1>An article</h1>${body}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: () => server.close(),
  };
}

/** Press Tab until something has the focus; what the keyboard does not reach fails. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector);
  for (let i = 0; i < 90; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('a map of Kurakhove that stays is made by keyboard, and its lines show it in an article of another site', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('/embed/new');
  await expect(preview(page).getByRole('heading', { name: /^The front, 26 November 2024/ })).toBeVisible();
  const told = page.locator('#told');

  await test.step('the place, by its former name', async () => {
    await tabTo(page, '#show-front');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('#show-place')).toBeChecked();
    await tabTo(page, '#find');
    await page.keyboard.type('Kurakhovo');
    await page.keyboard.press('Tab');
    await expect(page.locator('#find')).toHaveValue('Kurakhove');
    await expect(page.locator('#find-about')).toContainText('Donetsk Oblast');
    await expect(told).toHaveText('The preview is up to date.');
    await expect(preview(page).getByRole('heading', { name: 'Kurakhove, 26 November 2024' })).toBeVisible();
    await expect(page).toHaveURL(/\/embed\/new\?place=kurakhove$/);
  });

  await test.step('what to copy, once it is said that the data are known to be a demonstration', async () => {
    await expect(page.locator('#later-keep')).toBeChecked();
    await expect(page.locator('textarea')).toHaveCount(0);
    await tabTo(page, 'button[name=know]');
    await page.keyboard.press('Enter');
    await expect(page.locator('#copy-iframe')).toBeVisible();
    const button = page.getByRole('button', { name: 'Copy: Frame' });
    await tabTo(page, '[data-copy=copy-iframe] button');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(told).toHaveText('Copied');
  });

  const snippet = await clipboard(page);
  expect(snippet).toContain(`${baseURL}/embed?day=2024-11-26&amp;edition=2&amp;place=kurakhove`);
  const sandboxed = snippet.replace('<iframe ', '<iframe sandbox="allow-scripts" ');
  for (const [name, body] of [
    ['as it is', snippet],
    ['in a sandbox', sandboxed],
  ] as const) {
    await test.step(`in an article, ${name}`, async () => {
      const site = await newsroom(body);
      const article = await context.newPage();
      try {
        await article.goto(site.origin);
        const widget = article.frameLocator('iframe');
        await expect(widget.getByRole('heading', { name: 'Kurakhove, 26 November 2024' })).toBeVisible();
        await expect(widget.getByText('Demonstration data').first()).toBeVisible();
        await expect(widget.locator('.wide svg[role=img]')).toBeVisible();
        // The picture that stands beside it came too.
        await expect
          .poll(() => article.locator('figcaption img').evaluate((img: HTMLImageElement) => img.naturalWidth))
          .toBeGreaterThan(0);
      } finally {
        await article.close();
        site.end();
      }
    });
  }
});

test('the lines with a script show the picture at once and wherever no map comes, and become the map where one does', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('/embed/new?place=kurakhove&know=1');
  for (const [id, box] of [
    ['#copy-script', '[data-salient]'],
    ['#copy-element', 'salient-map'],
  ] as const) {
    const snippet = await page.locator(id).inputValue();
    const site = await newsroom(`${snippet}<p class="after">After.</p>`);
    const article = await context.newPage();
    const widget = article.frameLocator(`${box} iframe`);
    const still = article.locator(`${box} img`);
    const top = (): Promise<number> =>
      article.locator('.after').evaluate((p) => p.getBoundingClientRect().top);
    const isShown = async (): Promise<void> => {
      await expect(still).toBeVisible();
      await expect.poll(() => still.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
      await expect(article.locator(`${box} a`)).toHaveAttribute(
        'href',
        `${baseURL}/?day=2024-11-26&edition=2&place=kurakhove`,
      );
    };
    try {
      let wayOf = 0;
      await test.step(`${box}: the script does not come`, async () => {
        await context.route('**/embed/v1.js', (route) => route.abort());
        await article.goto(site.origin);
        await isShown();
        await expect(article.locator('iframe')).toHaveCount(0);
        wayOf = await top();
        await context.unroute('**/embed/v1.js');
      });
      await test.step(`${box}: the script comes, and the map does not`, async () => {
        let asked = 0;
        await context.route('**/embed?*', (route) => ((asked += 1), route.abort()));
        await article.reload();
        await expect.poll(() => asked).toBe(1);
        await expect(article.locator('iframe')).toHaveCount(0);
        await isShown();
        await context.unroute('**/embed?*');
      });
      await test.step(`${box}: both come`, async () => {
        await article.reload();
        await expect(widget.getByRole('heading', { name: 'Kurakhove, 26 November 2024' })).toBeVisible();
        await expect(still).toBeHidden();
        // Kept for whoever runs no script, and nothing in the article moved for any of it.
        await expect(article.locator(`${box} noscript img`)).toHaveCount(1);
        expect(await top()).toBe(wayOf);
      });
    } finally {
      await article.close();
      site.end();
    }
  }
});

test('two days around the nearest change are proposed, and the preview shows both', async ({ page }) => {
  await page.goto('/embed/new?place=kurakhove');
  await page.getByRole('radio', { name: 'Before and after' }).check();
  await expect(page.getByLabel('The day before')).toHaveValue('2024-11-15');
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2024-11-17');
  await expect(page.locator('#around-about')).toContainText('16 November 2024');
  await expect(preview(page).locator('figure')).toHaveCount(2);
  await expect(preview(page).getByText('Before: 15 Nov 2024')).toBeVisible();
});

test('the column of the preview has the width that is chosen', async ({ page }) => {
  await page.goto('/embed/new');
  for (const width of [320, 640, 1200]) {
    await page.getByRole('radio', { name: `${width} px` }).check();
    await expect
      .poll(() =>
        page.locator('#made iframe').evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.innerWidth),
      )
      .toBe(width);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});

test('axe finds nothing, in the frame neither, light and dark, wide and narrow', async ({ page }) => {
  for (const path of ['/embed/new?know=1&place=kurakhove&accent=ffcc00', '/uk/embed/new', '/embed/article']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`)),
          `${path}, ${colorScheme}, ${width} px`,
        ).toEqual([]);
      }
    }
  }
});

test('the map’s own “Embed” takes along what is looked at', async ({ page }) => {
  await page.goto('/?day=2024-11-21&kinds=strike');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('dialog', { name: 'Share' }).getByRole('link', { name: 'Embed' }).click();
  await expect(page).toHaveURL(/\/embed\/new\?/);
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2024-11-21');
  await expect(preview(page).getByText('Not shown: advance')).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the same page is a form: choices, preview and lines to select', async ({ page }) => {
    await page.goto('/uk/embed/new');
    await page.getByRole('radio', { name: 'Місце' }).check();
    await page.getByLabel('Назва місця').fill('Курахове');
    await page.getByRole('radio', { name: 'Оновити' }).check();
    await page.getByRole('button', { name: 'Показати' }).click();
    await expect(page).toHaveURL(/\/uk\/embed\/new\?place=kurakhove&later=update$/);
    await page.getByRole('button', { name: /^Я знаю/ }).click();
    await expect(page.locator('#made iframe')).toHaveAttribute(
      'src',
      '/embed?day=2024-11-26&place=kurakhove&lang=uk',
    );
    await expect(page.getByRole('textbox', { name: 'Рамка' })).toHaveValue(/lang=uk/);
    // No button that would do nothing.
    await expect(page.getByRole('button', { name: /Копіювати/ })).toHaveCount(0);
  });
});
