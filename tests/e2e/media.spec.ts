import { expect, test } from './watched.ts';

// As the server sends it: what the map page becomes in a browser has tests of its own.
test.use({ javaScriptEnabled: false });

test('on paper: the picture and the words, no navigation, no timeline, light', async ({ page }) => {
  await page.goto('/?theme=dark');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('header')).toBeHidden();
  await expect(page.locator('.timeline')).toBeHidden();
  await expect(page.locator('main').getByRole('search')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.sentence')).toBeVisible();
  await expect(page.locator('#map svg[role="group"]:visible')).toHaveCount(1);
  const map = await page.locator('.stage').boundingBox();
  expect(map?.height).toBeGreaterThan(300);
  for (const words of ['Intermediate-range missile hits Dnipro', 'Russian gains around Kurakhove']) {
    await expect(page.locator('.panel').getByRole('link', { name: words })).toBeVisible();
  }
  await expect(page.locator('.stage .legend')).toBeVisible();
  await expect(page.locator('footer')).toContainText('Edition 2');
  const [red = 0, green = 0, blue = 0] = await page.evaluate(() =>
    (
      getComputedStyle(document.documentElement)
        .getPropertyValue('--map-paper')
        .match(/[0-9a-f]{2}/gi) ?? []
    ).map((part) => parseInt(part, 16)),
  );
  expect(Math.min(red, green, blue)).toBeGreaterThan(200);
  // All of the list is on the sheets: nothing is left behind a scroll bar.
  const panel = await page
    .locator('.panel')
    .evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(panel).toBeLessThanOrEqual(1);
});

test('an event on paper', async ({ page }) => {
  await page.goto('/events/e-qs5fjj7wdd');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('header')).toBeHidden();
  await expect(page.locator('#map svg[role="group"]:visible')).toHaveCount(1);
  await expect(page.locator('.claims > li').first()).toBeVisible();
});

for (const [name, media] of [
  ['without motion', { reducedMotion: 'reduce' }],
  ['in the colours that the system forces', { forcedColors: 'active' }],
  ['with more contrast', { contrast: 'more' }],
] as const) {
  test(`${name} the pages are whole`, async ({ page }) => {
    await page.emulateMedia(media);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#map svg[role="group"]:visible')).toHaveCount(1);
    await expect(page.locator('.timeline')).toBeVisible();
    expect(await page.locator('.panel ol.rows > li').count()).toBeGreaterThan(5);
    expect(
      await page.evaluate(
        () =>
          document.getAnimations().length +
          [...document.querySelectorAll('a')].filter(
            (a) => parseFloat(getComputedStyle(a).transitionDuration) > 0.2,
          ).length,
      ),
    ).toBe(0);
    await page.locator('.timeline').getByRole('link', { name: 'Day before' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('25 November 2024');
  });
}

test('without motion nothing moves at all', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return parseFloat(transitionDuration) > 0 || animationName !== 'none';
      }).length,
  );
  expect(moving).toBe(0);
});
