import type { Page } from '@playwright/test';
import { asked, expectDay, openMap, rows } from './map-page.ts';
import { expect, overflow, test } from './watched.ts';

/** As the browser lays the page out on A4: under the width at which a screen would get the phone's page. */
async function onPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
}
const isPicture = (url: string): boolean => new URL(url).pathname === '/map.png';

test('after the day was changed, paper gets the picture of the day that is shown, and all the words', async ({
  page,
}) => {
  await openMap(page);
  const urls = asked(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expectDay(page, '2024-11-24', '24 November 2024');
  // The list follows the day that is drawn: until then it is that of the day before.
  const rowsOf = () => rows(page).getByRole('link').allTextContents();
  await expect.poll(rowsOf).toContain('Intermediate-range missile hits Dnipro');
  expect(urls.filter(isPicture), 'a picture is fetched for paper alone').toEqual([]);

  await expect(page.locator('img.printed')).toHaveAttribute('src', /day=2024-11-24/);
  await page.pdf({ format: 'A4' });
  const fetched = () => urls.filter(isPicture).map((url) => new URL(url).searchParams.get('day'));
  await expect.poll(fetched).toEqual(['2024-11-24']);

  await onPaper(page);
  const picture = page.locator('.stage').getByRole('img', { name: 'front line on 24 November 2024' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
  await expect(page.locator('#map svg:visible')).toHaveCount(0);
  await expect(page.locator('.maplibregl-canvas')).toBeHidden();
  for (const tool of ['.tools', '.chips', '.timeline', '.grip', '.lead search', 'header'])
    await expect(page.locator(tool).first(), tool).toBeHidden();

  await expect(page.locator('h1')).toHaveText(/Sunday\s+24 November 2024/);
  await expect(page.locator('.sentence').first()).toBeVisible();
  await expect(page.locator('.pill')).toContainText('Demonstration data');
  await expect(page.locator('footer')).toContainText('Edition 2');

  // One thing under the other, and none cut off: not even the last row.
  const order = [picture, page.locator('.stage .legend'), page.locator('h1'), rows(page).last()];
  let above = 0;
  for (const part of order) {
    const box = await part.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(above - 1);
    expect(box?.height).toBeGreaterThan(10);
    above = (box?.y ?? 0) + (box?.height ?? 0);
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(above);
  expect(await overflow(page)).toBe(0);
});

test('as it was opened, paper gets the picture that came with the page, without another request', async ({
  page,
}) => {
  await openMap(page, '/?theme=dark');
  const urls = asked(page);
  await onPaper(page);
  await expect(page.locator('#map svg[role="group"]:visible')).toHaveCount(1);
  await expect(page.locator('.maplibregl-canvas')).toBeHidden();
  const [map, legend] = [
    await page.locator('#map').boundingBox(),
    await page.locator('.stage .legend').boundingBox(),
  ];
  expect(map?.height).toBeGreaterThan(300);
  expect(legend?.y).toBeGreaterThanOrEqual((map?.y ?? 0) + (map?.height ?? 0));
  expect(urls.filter(isPicture)).toEqual([]);
});
