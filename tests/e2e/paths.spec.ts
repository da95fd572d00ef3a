import { STRIKE } from './pages.ts';
import { expect, test } from './watched.ts';

// As the server sends it: what the map page becomes in a browser has tests of its own.
test.use({ javaScriptEnabled: false });

/** What readers come for, from the first page on, by what they see. */

test('from the map to how an undated report is dated', async ({ page }) => {
  await page.goto('/');
  const date = page.getByRole('heading', { level: 1 });
  await expect(date).toContainText('26 November 2024');
  await page.locator('.timeline').getByRole('link', { name: 'Day before' }).click();
  await expect(date).toContainText('25 November 2024');

  const windows = page.locator('.timeline').getByRole('group', { name: 'Window' }).first();
  await windows.getByRole('link', { name: 'Day', exact: true }).click();
  await expect(windows.getByRole('link', { name: 'Day', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  );
  const panel = page.locator('.panel');
  await expect(panel.getByRole('link', { name: 'DHL cargo plane crashes near Vilnius' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Intermediate-range missile hits Dnipro' })).toHaveCount(0);
  await windows.getByRole('link', { name: 'Week', exact: true }).click();
  await expect(date).toContainText('25 November 2024');
  await expect(panel.getByRole('link', { name: 'Intermediate-range missile hits Dnipro' })).toBeVisible();

  await panel.getByRole('link', { name: 'Russian gains around Kurakhove' }).click();
  await expect(date).toHaveText('Russian gains around Kurakhove');
  await expect(page.locator('.facts')).toContainText('about 15 km');
  await page
    .locator('.claims')
    .getByRole('link', { name: /NATO’s New Mission/ })
    .click();
  await expect(page.getByRole('heading', { name: 'How it is dated' })).toBeVisible();
  await expect(page.locator('.facts')).toContainText(/between 25 November 2024 and 31 December 2024/);
  await expect(page.getByText(/Vilnius/).first()).toBeVisible();
});

test('a search finds a place by any of its names', async ({ page }) => {
  await page.goto('/');
  for (const [written, found] of [
    ['Курахово', 'Kurakhove'],
    ['Курахове', 'Kurakhove'],
    ['Dnipropetrovsk', 'Dnipro'],
    ['Днепропетровск', 'Dnipro'],
    ['Ugledar', 'Vuhledar'],
  ] as const) {
    await test.step(`${written}: ${found}`, async () => {
      // Every page has the field; each search goes on from where the last one ended.
      await page.locator('input[name="q"]:visible').fill(written);
      await page.keyboard.press('Enter');
      await expect(page.locator('input[name="q"]:visible')).toHaveValue(written);
      await page.getByRole('link', { name: found, exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: found, exact: true })).toBeVisible();
      await expect(page.locator('.facts')).toContainText(written);
    });
  }
});

test('the map as it was known in edition 1', async ({ page }) => {
  await page.goto('/editions');
  await page
    .getByRole('region', { name: 'Edition 1' })
    .getByRole('link', { name: 'Show the map as known then' })
    .click();
  const note = page.getByRole('note');
  await expect(note).toContainText('This is edition 1. The newest is 2.');
  await expect(page.locator('.pill')).toContainText('Edition 1');
  const strike = page.locator('.panel ol.rows > li').filter({ hasText: 'Intermediate-range missile' });
  await expect(strike).toContainText('18–24 Nov 2024');
  await expect(page.getByText('JadeTimes')).toHaveCount(0);

  await strike.getByRole('link').click();
  await expect(note).toContainText('This is edition 1.');
  await expect(page.locator('.facts')).toContainText('18–24 Nov 2024');
  await expect(page.locator('.facts')).not.toContainText('21 Nov');
  await note.getByRole('link', { name: 'Show the newest' }).click();
  await expect(page).toHaveURL(STRIKE);
  await expect(note).toHaveCount(0);
  await expect(page.locator('.facts')).toContainText('21 Nov');
  // The page says that it was changed, and by what.
  await expect(page.getByText(/update/i).first()).toBeVisible();
});

test('the language link keeps the page and the view', async ({ page }) => {
  await page.goto('/?day=2024-11-21&window=1&edition=1&theme=dark');
  await page.getByRole('link', { name: 'Українська' }).first().click();
  await expect(page).toHaveURL(/^[^?]*\/uk\?/);
  const params = new URL(page.url()).searchParams;
  expect(Object.fromEntries(params)).toEqual({ day: '2024-11-21', window: '1', edition: '1', theme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('21 листопада 2024');
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('21 November 2024');

  await page.goto('/search?q=Вугледар');
  await page.getByRole('link', { name: 'Українська' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Вугледар');
  await page.goto(`${STRIKE}?edition=1`);
  await page.getByRole('link', { name: 'Українська' }).first().click();
  await expect(page).toHaveURL(`/uk${STRIKE}?edition=1`);
  await expect(page.getByRole('note')).toContainText('випуск 1');
});

test('the theme is chosen by a link and kept on the way', async ({ page }) => {
  const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const sea = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--map-water').trim());
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = [await paper(), await sea()];
  await page.getByRole('link', { name: 'Dark', exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = [await paper(), await sea()];
  expect(dark[0]).not.toBe(light[0]);
  expect(dark[1]).not.toBe(light[1]);

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Events' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).toBe(dark[0]);

  // As the device: it follows a device that is dark, and the choice of light holds against it.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  expect([await paper(), await sea()]).toEqual(dark);
  await page.getByRole('link', { name: 'Light', exact: true }).first().click();
  expect([await paper(), await sea()]).toEqual(light);
});

test('a filter hides events, says how many, and is undone by a link', async ({ page }) => {
  await page.goto('/events');
  await page
    .getByRole('navigation', { name: 'Kind' })
    .getByRole('link', { name: /^Strike/ })
    .click();
  await expect(page.locator('ol.rows > li')).toHaveCount(4);
  await expect(page.getByText('13 events are hidden by the filters.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(page.locator('ol.rows > li')).toHaveCount(17);
});
