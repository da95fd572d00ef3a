import type { Page } from '@playwright/test';
import { card, expectParam, middleOf, openLive, openMap, options, searchField } from './map-page.ts';
import { expect, test } from './watched.ts';

/** Open a page and wait until it listens to keys too. */
async function openKeys(page: Page, path = '/'): Promise<void> {
  await openLive(page, path);
  await expect(page.locator('.tools .tool').last()).toBeVisible();
}

/** Look for something from wherever the focus is, as a reader does without a mouse. */
async function find(page: Page, what: string): Promise<void> {
  await page.keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type(what);
  await expect(searchField(page)).toHaveValue(what);
}
const title = (page: Page) => card(page).getByRole('heading', { level: 2 });

test('a place is found in any script, by the Russian name and by an old one, and it is said which matched', async ({
  page,
}) => {
  await openKeys(page);
  for (const [written, name, about] of [
    ['Курахове', 'Kurakhove', 'Town, Donetsk Oblast · also Курахове'],
    ['kurakhove', 'Kurakhove', 'Town, Donetsk Oblast'],
    ['Курахово', 'Kurakhove', 'Town, Donetsk Oblast · also Курахово'],
    ['Kurakhovgresstroy', 'Kurakhove', 'Town, Donetsk Oblast · also Kurakhovgresstroy (1936–1943)'],
    ['Сталіно', 'Donetsk', 'City, Donetsk Oblast · also Сталіно (1929–1961)'],
  ] as const) {
    await find(page, written);
    const first = options(page).first();
    await expect(first.locator('.name')).toHaveText(name);
    await expect(first.locator('.about')).toHaveText(about);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await searchField(page).blur();
  }
});

test('by keyboard alone the map flies to a place, whose card opens', async ({ page }) => {
  await openMap(page);
  for (const [written, name, id, at] of [
    ['Курахове', 'Kurakhove', 'kurakhove', /^37\.28\d*,47\.98\d*,/],
    ['Артёмовск', 'Bakhmut', 'bakhmut', /^37\.99\d*,48\.59\d*,/],
  ] as const) {
    await test.step(written, async () => {
      await find(page, written);
      await expect(options(page).first()).toContainText(name);
      await page.keyboard.press('ArrowDown');
      await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Enter');
      await expect(title(page)).toHaveText(name);
      await expect(title(page)).toBeFocused();
      await expectParam(page, 'place', id);
      await expectParam(page, 'at', at);
      // It is ringed, in the middle of what is seen of the map.
      const ring = await middleOf(page.locator('.map-marks .spot'));
      const seen = await page.locator('#map').boundingBox();
      expect(Math.abs(ring.x - (seen?.x ?? 0) - (seen?.width ?? 0) / 2)).toBeLessThan(4);
      expect(Math.abs(ring.y - (seen?.y ?? 0) - (seen?.height ?? 0) / 2)).toBeLessThan(4);
    });
  }
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expectParam(page, 'place', null);
});

test('a place of which nothing is told says so, with the days asked and when the line was reviewed', async ({
  page,
}) => {
  await openKeys(page);
  await find(page, 'Одесса');
  await expect(options(page).first()).toContainText('Odesa');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Odesa');
  await expect(card(page).locator('.sentence')).toHaveText(
    'In the 7 days to 26 Nov within 15 km nothing is recorded (that is no report, not no change); line last reviewed 26 Nov.',
  );
});

test('Enter before the answer waits for it, and leads to the first that is found', async ({ page }) => {
  await openKeys(page);
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  // What was asked on the way is answered; the last question is not, for a while.
  await page.route(/find\.json.*[?&]q=Odesa/, async (route) => {
    await held;
    await route.continue();
  });
  await find(page, 'Odes');
  await expect(options(page).first()).toContainText('Odesa');
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  release();
  await expect(title(page)).toHaveText('Odesa');
  expect(new URL(page.url()).pathname).toBe('/');
});

test('in Ukrainian a place is found by its Latin name and told of in Ukrainian', async ({ page }) => {
  await openKeys(page, '/uk');
  await find(page, 'Kurakhove');
  await expect(options(page).first()).toContainText('Курахове');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Курахове');
  await expect(card(page).locator('.sentence')).toContainText(/^За 7\sднів до 26\sлистопада/);
});

test('an event is found by a word and opens its card; arrows go round through the field', async ({
  page,
}) => {
  await openKeys(page);
  await find(page, 'missile');
  const list = options(page);
  await expect(list.filter({ hasText: 'Intermediate-range missile hits Dnipro' })).toBeVisible();
  const field = searchField(page);
  await page.keyboard.press('ArrowUp');
  await expect(list.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.popup [aria-selected="true"]')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(list.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await list.first().getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Intermediate-range missile hits Dnipro');
  await expect(card(page).getByText('Who says what')).toBeVisible();
  await expectParam(page, 'event', 'e-qs5fjj7wdd');
});

test('a report is found by a word of its title and leads to its page', async ({ page }) => {
  await openKeys(page, '/?edition=2');
  await find(page, 'emergency talks');
  const report = options(page).filter({ hasText: 'NATO, Ukraine convene emergency talks' });
  await expect(report).toContainText('Euromaidan Press · 26 Nov 2024');
  await report.click();
  await expect(page).toHaveURL(/\/reports\/r-b75jeocxoz\?edition=2$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'NATO, Ukraine convene emergency talks',
  );
});

test('coordinates that are typed lead to what is known of the ground there', async ({ page }) => {
  await openMap(page);
  await find(page, '48.0159, 37.8029');
  await expect(options(page)).toHaveText([/Go to 48\.0159, 37\.8029/]);
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await expect(card(page)).toContainText('Donetsk');
  await expect(card(page)).toContainText('Russia');
});

test('a search in vain says so, to eyes and ears, and Escape gives the field back', async ({ page }) => {
  await openKeys(page);
  await find(page, 'Atlantis');
  const words = 'Nothing is called “Atlantis”; try another spelling, or a larger place nearby.';
  await expect(page.locator('.popup')).toHaveText(words);
  await expect(page.locator('.lead search').getByRole('status')).toHaveText(words);
  await page.keyboard.press('Escape');
  await expect(page.locator('.popup')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(searchField(page)).toHaveValue('');
  await expect(searchField(page)).toBeFocused();
});
