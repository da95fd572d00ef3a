// What a story does with a map in an article, and what it hears of it; and two days that meet in one.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { article, PARAGRAPH } from '../fixtures/article.ts';

const SLOW = 60_000;
const STRIKE = 'e-qs5fjj7wdd';

/** An article with one map in it, which writes down all that the map tells. */
async function telling(page: Page, map: string): Promise<void> {
  const { baseURL } = test.info().project.use;
  const served = await article(
    `<script async src="${baseURL}/embed.js"></script>${PARAGRAPH}${map}<script>window.told = [];
    for (const type of ['ready', 'viewchange', 'select'])
      document.getElementById('story').addEventListener(type, (e) => told.push([type, e.detail]));</script>`,
  );
  page.once('close', () => void served.close());
  await page.goto(served.address);
  await page.locator('#story').scrollIntoViewIfNeeded();
}
type Told = readonly [type: string, detail: { readonly day?: string; readonly id?: string | null }];
const told = (page: Page): Promise<Told[]> =>
  page.evaluate(() => (window as unknown as { told: Told[] }).told);
const MAP = 'style="display:block;position:relative;height:480px"';

test('a story lets days pass on the map and hears of each', async ({ page }) => {
  await telling(page, `<salient-map ${MAP} id="story" place="kurakhove" day="2024-11-20"></salient-map>`);
  await page
    .locator('#story')
    .evaluate((map: HTMLElement & { play(to: string, perSecond: number): void }) =>
      map.play('2024-11-23', 8),
    );
  const frame = page.frameLocator('#story iframe');
  await expect(frame.getByRole('heading', { name: 'Kurakhove, 23 November 2024' })).toBeVisible({
    timeout: SLOW,
  });
  const days = async () => (await told(page)).filter(([type]) => type === 'viewchange').map(([, d]) => d.day);
  await expect.poll(days).toEqual(['2024-11-21', '2024-11-22', '2024-11-23']);
  // A map that only gets another size shows the same view: that is nothing to tell.
  const drawn = frame.locator('.maplibregl-canvas');
  const height = async (): Promise<number> => (await drawn.boundingBox())?.height ?? 0;
  const before = await height();
  await page.locator('#story').evaluate((map) => (map.style.height = '520px'));
  await expect.poll(height).toBeGreaterThan(before);
  await page
    .locator('#story')
    .evaluate((map: HTMLElement & { setDay(day: string): void }) => map.setDay('2024-11-22'));
  await expect.poll(days).toEqual(['2024-11-21', '2024-11-22', '2024-11-23', '2024-11-22']);
});

test('an article hears what its reader taps, and that it was left', async ({ page }) => {
  await telling(page, `<salient-map ${MAP} id="story" query="event=${STRIKE}&interactive=1"></salient-map>`);
  const frame = page.frameLocator('#story iframe');
  await expect(frame.locator('article[data-live="ready"]')).toBeVisible({ timeout: SLOW });
  const selected = async () =>
    (await told(page)).filter(([type]) => type === 'select').map(([, { id }]) => id);
  // The map of an event has it in its middle.
  await frame.locator('.map-marks .target').first().click();
  await expect.poll(selected).toEqual([STRIKE]);
  await expect(frame.getByRole('link', { name: 'Open on the map' })).toBeVisible();
  await frame.getByRole('button', { name: 'Close' }).click();
  await expect.poll(selected).toEqual([STRIKE, null]);
});

test('two days meet on the moving map at a line that a key moves', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/embed?compare=2024-11-20&day=2024-11-26&at=36.9,48,9&interactive=1`);
  await expect(page.locator('article[data-live="ready"]')).toBeVisible({ timeout: SLOW });
  const slider = page.getByRole('slider');
  const line = page.locator('.tools .line, .line').first();
  const at = async (of: Locator): Promise<number> => (await of.boundingBox())?.x ?? 0;
  const map = page.locator('.maplibregl-canvas');
  const picture = async (): Promise<string> => (await map.screenshot()).toString('base64');
  const [half, before] = [await at(line), await picture()];
  for (let i = 0; i < 30; i += 1) await slider.press('ArrowRight');
  await expect(slider).toHaveValue('80');
  await expect.poll(() => at(line)).toBeGreaterThan(half + 100);
  await expect.poll(picture).not.toBe(before);
});
