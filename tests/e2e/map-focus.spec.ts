import type { Page } from '@playwright/test';
import { card, expectDay, expectParam, openMap, rows, tab } from './map-page.ts';
import { expect, test } from './watched.ts';

const title = (page: Page) => card(page).getByRole('heading', { level: 2 });

test('closing a card gives the focus back to what opened it, from the list and from the map', async ({
  page,
}) => {
  await openMap(page);
  const row = rows(page).getByRole('link', { name: 'Intermediate-range missile hits Dnipro' });
  await row.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();

  await row.press('Enter');
  await card(page).getByRole('link', { name: 'Close' }).press('Enter');
  await expect(row).toBeFocused();

  const marks = page.getByRole('listbox', { name: /^On the map/ });
  await page.keyboard.press('Tab');
  await marks.focus();
  await page.keyboard.press('Home');
  const first = marks.getByRole('option').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(marks).toBeFocused();
});

test('the help opens by its key, holds the focus, and gives it back', async ({ page }) => {
  await openMap(page);
  const help = page.getByRole('dialog', { name: 'How to read this map' });
  await tab(page, 'What changed').focus();
  await page.keyboard.press('?');
  await expect(help).toBeVisible();
  await expect(help.getByText('Shorter window, longer window')).toBeVisible();
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.querySelector('.stage, .panel, header')?.matches(':focus-within')),
    ).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(tab(page, 'What changed')).toBeFocused();

  const button = page.getByRole('button', { name: 'Help and keys' });
  await button.press('Enter');
  await help.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(button).toBeFocused();
});

test('keys of a single letter or sign can be switched off, and stay so on the next visit', async ({
  page,
}) => {
  await openMap(page);
  const help = page.getByRole('dialog', { name: 'How to read this map' });
  const single = help.getByRole('checkbox', { name: 'Keys that are a single letter or sign' });
  await page.keyboard.press('?');
  await expect(single).toBeChecked();
  await single.uncheck();
  await page.keyboard.press('Escape');

  await openMap(page);
  await page.keyboard.press('?');
  await page.keyboard.press(']');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowLeft');
  // The arrow was the last of them, so the others have had their turn.
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await expect(help).toBeHidden();
  await expectParam(page, 'window', null);
  await expect(page.locator('#q')).not.toBeFocused();

  await page.getByRole('button', { name: 'Help and keys' }).click();
  await single.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expectParam(page, 'window', '30');
});

test('taking filters back by keyboard leaves the focus where it is told what came of it', async ({
  page,
}) => {
  await openMap(page, '/?kinds=strike');
  await tab(page, 'Filters').press('Enter');
  await page.locator('#filters').getByRole('link', { name: 'Show all' }).press('Enter');
  await expect(page.locator('#filters').getByRole('status').first()).toBeFocused();
  await expect(page.locator('#filters').getByRole('status').first()).toContainText('events shown');

  await page
    .locator('#filters')
    .getByRole('checkbox', { name: /^Strike/ })
    .press(' ');
  await tab(page, 'What changed').press('Enter');
  await expect(page.getByText('hidden by the filters').first()).toBeVisible();
  const all = page.locator('#changed .meta').getByRole('link', { name: 'Show all' }).first();
  await all.press('Enter');
  await expect(page.getByText('hidden by the filters')).toHaveCount(0);
  await expect(tab(page, 'What changed')).toBeFocused();
});

test('a day that has settled and a card that has opened are said', async ({ page }) => {
  await openMap(page);
  const said = page.locator('.lead > [role="status"]');
  await page.keyboard.press('ArrowLeft');
  await expectDay(page, '2024-11-25', '25 November 2024');
  await expect(said).toHaveText(/^25 November 2024: \d+ things listed$/);
  await rows(page).getByRole('link', { name: 'DHL cargo plane crashes near Vilnius' }).press('Enter');
  // The focus on its title reads it out.
  await expect(title(page)).toBeFocused();
  await expect(title(page)).toHaveText('DHL cargo plane crashes near Vilnius');
});

test('keys zoom, move and dress the map without loading the page again', async ({ page }) => {
  await openMap(page, '/?at=36.8,48.2,7');
  await page.evaluate(() => Object.assign(window, { same: true }));
  const at = () => new URL(page.url()).searchParams.get('at');
  await page.keyboard.press('+');
  await expect.poll(at).toBe('36.8,48.2,8');
  await page.keyboard.press('-');
  await expect.poll(at).toBe('36.8,48.2,7');
  await page.keyboard.press('d');
  await expect.poll(() => Number(at()?.split(',')[0])).toBeGreaterThan(37);
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});
