// A request fails here on purpose, which the console notes; what is checked is what a reader sees.
import { expect, test } from '@playwright/test';
import { openLive, options, searchField } from './map-page.ts';

test('a search that does not get through says so, and trying again brings the answer', async ({ page }) => {
  let fail = true;
  await page.route('**/find.json?*', (route) =>
    fail ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );
  await openLive(page);
  await searchField(page).fill('Kurakhove');
  const list = page.locator('.popup');
  await expect(list).toContainText('The search did not get through.');
  await expect(page.locator('.lead search').getByRole('status')).toHaveText(
    'The search did not get through.',
  );
  fail = false;
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(options(page).first()).toContainText('Kurakhove');
  await expect(searchField(page)).toBeFocused();
});

test('offline the search says that it needs a connection', async ({ page, context }) => {
  await openLive(page);
  // What draws the list is at hand only once something was found.
  await searchField(page).fill('Dnipro');
  await expect(options(page).first()).toBeVisible();
  await context.setOffline(true);
  await searchField(page).fill('Kurakhove');
  await expect(page.locator('.popup')).toContainText('You are offline; search needs a connection.');
});
