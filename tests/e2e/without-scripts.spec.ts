import { REPORT_A, REPORT_B, STRIKE } from './pages.ts';
import { expect, test } from './watched.ts';

test.use({ javaScriptEnabled: false });

/** The seventeen events of the two reports, as a reader finds them. */
const EVENTS = [
  'Intermediate-range missile hits Dnipro',
  'NATO and Ukraine hold emergency talks in Brussels',
  'Ukraine fired US and UK weapons into Russia, Putin says',
  'Russian gains around Kurakhove',
  'Russian gains around Vuhledar',
  'Russian gains around Velyka Novosilka',
  'Russian pace called fastest since the invasion’s early days',
  'Ukrainian troops struggle to halt advances in Donetsk Oblast',
  'Air strikes on Ternopil’s power grid',
  'Air strikes on Kyiv’s power grid',
  'DHL cargo plane crashes near Vilnius',
  'NATO mission for Ukraine due to begin in Wiesbaden',
  'European defence leaders confer on aid to Ukraine',
  'EU weighs sanctions on Chinese firms over attack drones',
  'Former British soldier held by Russian forces',
  'Putin says Moscow is “entitled” to hit states that arm Ukraine',
  'Zelenskyy asks for newer air defence',
];

test('all seventeen events are listed, and each has its page with who says what', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Events' }).click();
  const rows = page.locator('ol.rows > li');
  await expect(rows).toHaveCount(EVENTS.length);
  const pages: [title: string, href: string][] = [];
  for (const title of EVENTS) {
    const href = await rows.getByRole('link', { name: title, exact: true }).getAttribute('href');
    pages.push([title, href ?? '']);
  }
  for (const [title, href] of pages) {
    await page.goto(href);
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Who says what' })).toBeVisible();
    // No claim without a report that has a page here.
    const claims = page.locator('.claims > li');
    expect(await claims.count(), title).toBeGreaterThan(0);
    const cited = claims.filter({ has: page.locator('a[href^="/reports/r-"]') });
    expect(await cited.count(), title).toBe(await claims.count());
  }
});

test('both reports have their page, with what rests on them and the way to the original', async ({
  page,
}) => {
  await page.goto('/reports');
  await page
    .getByRole('link', { name: 'NATO’s New Mission to Support Ukraine Amid Rising Russian Advances' })
    .click();
  await expect(page).toHaveURL(REPORT_A);
  await expect(page.getByText('Iruni Kalupahana')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How it is dated' })).toBeVisible();
  await expect(
    page.locator('ol.rows').getByRole('link', { name: 'Russian gains around Vuhledar' }),
  ).toBeVisible();

  await page.goto('/reports');
  await page.getByRole('link', { name: /^NATO, Ukraine convene emergency talks/ }).click();
  await expect(page).toHaveURL(REPORT_B);
  await expect(page.locator('.facts').getByText('26 November 2024')).toBeVisible();
  await expect(page.locator('.facts').getByText('AFP')).toBeVisible();
  const original = page.getByRole('link', { name: 'Read the report' });
  await expect(original).toHaveAttribute('href', /^https:\/\/euromaidanpress\.com\//);
  await expect(original).toHaveAttribute('rel', /noopener/);
});

test('the map shows the ground, names places and leads to events', async ({ page }) => {
  await page.goto('/');
  const map = page.locator('#map svg[role="group"]:visible');
  await expect(map).toHaveCount(1);
  await expect(map).toHaveAttribute('aria-label', /front line on 26 November 2024/);
  expect(await map.locator('text').count()).toBeGreaterThanOrEqual(12);
  for (const name of ['Kurakhove', 'Zaporizhzhia', 'Dnipro']) {
    await expect(map.locator('text', { hasText: new RegExp(`^${name}$`) }).first()).toBeVisible();
  }
  expect(await map.locator('a[href^="/events/e-"]').count()).toBeGreaterThanOrEqual(3);
  // With the mouse, where it is drawn: nothing lies over it.
  await map.locator(`a[href="${STRIKE}"]`).click();
  await expect(page).toHaveURL(STRIKE);
});

test('the legend says in words whose ground is whose, and the method what each means', async ({ page }) => {
  await page.goto('/');
  const legend = page.locator('details.legend');
  for (const words of ['Ground Russia is assessed to hold', 'Occupied before 24 Feb 2022', 'Fought over']) {
    await expect(legend.getByText(words)).toBeVisible();
  }
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Method' }).click();
  for (const ledger of [/Russia/, /Ukraine/]) {
    await expect(page.locator('.facts dt').filter({ hasText: ledger }).first()).toBeVisible();
  }
  await expect(page.getByText('Unattended demonstration').first()).toBeVisible();
});

test('who held a place when, by which report', async ({ page }) => {
  await page.goto('/places/vuhledar');
  const held = page.locator('.held tbody');
  await expect(page.getByRole('heading', { name: 'Who held it when' })).toBeVisible();
  await expect(held.locator('tr').first()).toContainText('Russia');
  await expect(held.locator('a[href^="/reports/"]').first()).toBeVisible();
  // Sudzha is in Russia and held by Ukraine on that day.
  await page.goto('/places/sudzha');
  await expect(page.locator('.lead')).toContainText('Ukraine');
});

test('a day is chosen by its link, by its number, and by the step', async ({ page }) => {
  await page.goto('/');
  // The date of the timeline opens the form; a phone has another behind a key.
  const date = page.getByRole('region', { name: 'Timeline' }).getByRole('group');
  await date.getByText('26 November 2024').click();
  await date.getByLabel('Go to a day').fill('2024-11-05');
  await date.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5 November 2024');
  await page.locator('a[rel="next"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('6 November 2024');
});
