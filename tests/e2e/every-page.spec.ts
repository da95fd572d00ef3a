import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { at, PAGES } from './pages.ts';
import { expect, overflow, test } from './watched.ts';

/** WCAG 2.2, levels A and AA. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds, as lines that say where. */
async function violations(page: Page): Promise<string[]> {
  // The mode of old is enough where no page has a frame, and takes half as long.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().withTags(LEVELS).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

// One test for each kind of page: opening a window costs more than what is done in it.
for (const { name, path, status = 200 } of PAGES) {
  test(`${name}, in both languages, light and dark, wide and narrow`, async ({ page }) => {
    for (const lang of ['en', 'uk'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        await test.step(`${lang}, ${theme}`, async () => {
          await page.setViewportSize({ width: 1280, height: 800 });
          const response = await page.goto(at(path, lang, { theme }));
          expect(response?.status()).toBe(status);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          await expect(page.locator('h1')).toHaveCount(1);
          await expect(page.locator('h1')).toBeVisible();
          await expect(page).toHaveTitle(/\S+ · Salient$/);
          expect(await violations(page), '1280 px').toEqual([]);
          expect(await overflow(page), '1280 px').toBeLessThanOrEqual(0);
        });
      }
      await test.step(`${lang}, narrow`, async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await overflow(page), '390 px').toBeLessThanOrEqual(0);
        expect(await violations(page), '390 px').toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await overflow(page), '320 px').toBeLessThanOrEqual(0);
        expect(await page.evaluate(() => document.cookie)).toBe('');
      });
    }
  });
}
