import type { Locator } from '@playwright/test';
import { card, expectParam, openMap, options, searchField } from './map-page.ts';
import { expect, test } from './watched.ts';

// What changed near Kurakhove this week, and who says so? Three taps from the first page answer it; typing is none.
for (const { name, use } of [
  { name: 'desk', use: { viewport: { width: 1280, height: 800 } } },
  { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
]) {
  test.describe(`on a ${name}`, () => {
    test.use(use);

    test('three taps tell what changed near Kurakhove this week and who says so', async ({ page }) => {
      // The page counts for itself what presses it, wherever they land.
      await page.addInitScript(() => {
        addEventListener('pointerdown', () => {
          document.documentElement.dataset['taps'] = String(
            Number(document.documentElement.dataset['taps'] ?? 0) + 1,
          );
        });
      });
      const tap = (what: Locator): Promise<void> => (use.hasTouch ? what.tap() : what.click());
      await openMap(page);

      await tap(searchField(page));
      await page.keyboard.type('Kurakhove');
      await tap(options(page).filter({ hasText: 'Town, Donetsk Oblast' }));

      // The answer comes onto the screen by itself; a phone may leave its last line for the thumb.
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Kurakhove');
      const sentence = card(page).locator('.sentence');
      await expect(sentence).toBeInViewport({ ratio: 0.8 });
      await expect(sentence).toHaveText(
        'In the 7 days to 26 Nov within 15 km: the line moved once (24 Nov); undated, in a report of 25 Nov or later: ' +
          '1 advance by Russia; said by Euromaidan Press, ISW via JadeTimes, and 1 more; line last reviewed 26 Nov.',
      );
      await expectParam(page, 'place', 'kurakhove');

      await tap(card(page).getByRole('link', { name: 'Russian gains around Kurakhove' }));
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(
        'Russian gains around Kurakhove',
      );
      const claims = card(page).locator('ol > li');
      await expect(card(page).getByText('Who says what')).toBeVisible();
      await expect(claims.first()).toContainText('Institute for the Study of War (ISW) reports');
      await expect(claims.filter({ hasText: 'via Reuters' })).toContainText('Reuters, 25 Nov 2024');
      await expect(claims.getByRole('link', { name: /^NATO’s New Mission/ })).toHaveAttribute(
        'href',
        /^https:/,
      );

      await expect(page.locator('html')).toHaveAttribute('data-taps', '3');
    });
  });
}

test('the row of the line that moved leads to the ground and to the report that says so', async ({
  page,
}) => {
  await openMap(page, '/?place=kurakhove');
  await card(page).getByRole('link', { name: 'Katerynivka passes to Russian control' }).click();
  await expect(card(page).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(
    card(page)
      .getByRole('link', { name: /Euromaidan Press/ })
      .first(),
  ).toBeVisible();
});
