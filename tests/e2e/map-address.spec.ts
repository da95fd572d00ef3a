import type { Page } from '@playwright/test';
import { asked, card, expectDay, expectParam, openLive, openMap, param, rows } from './map-page.ts';
import { expect, test } from './watched.ts';

/** What a reader sees of a view, in words. */
const seen = async (page: Page) => ({
  day: await page.locator('h1').innerText(),
  window: await page.locator('.timeline [aria-current="true"]:visible').allInnerTexts(),
  hidden: await page.getByText('hidden by the filters').allInnerTexts(),
  card: await card(page).getByRole('heading', { level: 2 }).allInnerTexts(),
  chips: await page.locator('.chips li').allInnerTexts(),
});
const navigations = (urls: readonly string[]): string[] =>
  urls.filter((url) => ['/', '/uk'].includes(new URL(url).pathname));

test('the address is the view: loaded again, it shows the same day, window, filter, card and camera', async ({
  page,
}) => {
  await openMap(page, '/?kinds=strike,advance&at=36.2,48.1,7');
  await page.keyboard.press('ArrowLeft');
  await expectDay(page, '2024-11-25', '25 November 2024');
  await page.keyboard.press(']');
  await expectParam(page, 'window', '30');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expectParam(page, 'at', /^36\.2,48\.1,8$/);
  await rows(page).getByRole('link', { name: 'Intermediate-range missile hits Dnipro' }).click();
  await expectParam(page, 'event', 'e-qs5fjj7wdd');
  await expectParam(page, 'at', /,48\.4/);
  const before = await seen(page);
  expect(before.card).toEqual(['Intermediate-range missile hits Dnipro']);
  expect(before.window).toEqual(['Month']);

  const address = page.url();
  await openMap(page, address);
  expect(await seen(page)).toEqual(before);
  // Merely looking changes nothing about it.
  expect(page.url()).toBe(address);
});

test('back and forward walk days and cards without asking the server for the page', async ({ page }) => {
  await openMap(page);
  const urls = asked(page);
  const title = card(page).getByRole('heading', { level: 2 });
  await page.keyboard.press('ArrowLeft');
  await expectDay(page, '2024-11-25', '25 November 2024');
  await rows(page).getByRole('link', { name: 'Intermediate-range missile hits Dnipro' }).click();
  await expect(title).toHaveText('Intermediate-range missile hits Dnipro');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await page.locator('.timeline').getByRole('link', { name: 'Day before' }).click();
  await expectDay(page, '2024-11-24', '24 November 2024');
  const later = page.url();

  await page.goBack();
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await expect(card(page)).toHaveCount(0);
  await page.goBack();
  await expect(title).toHaveText('Intermediate-range missile hits Dnipro');
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await page.goBack();
  await expect(page.locator('h1')).toContainText('26 November 2024');
  expect(param(page, 'day')).toBeNull();

  await page.goForward();
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await page.goForward();
  await expect(title).toHaveText('Intermediate-range missile hits Dnipro');
  await page.goForward();
  await expect(card(page)).toHaveCount(0);
  await page.goForward();
  await expect(page.locator('h1')).toContainText('24 November 2024');
  expect(page.url()).toBe(later);
  expect(navigations(urls)).toEqual([]);
});

test('the language link keeps the view, and the theme changes in place', async ({ page }) => {
  await openLive(page, '/?window=30');
  await page.getByRole('tab', { name: 'What changed' }).focus();
  await page.locator('.timeline').getByRole('link', { name: 'Day before' }).click();
  await expectDay(page, '2024-11-25', '25 November 2024');
  const urls = asked(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator('header').getByRole('link', { name: 'Dark', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).not.toBe(light);
  await expectParam(page, 'theme', 'dark');
  expect(navigations(urls)).toEqual([]);

  await page.locator('header').getByRole('link', { name: 'Українська' }).click();
  await expect(page.locator('h1')).toContainText('25 листопада 2024');
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toBe('/uk');
  expect(Object.fromEntries(searchParams)).toEqual({ day: '2024-11-25', window: '30', theme: 'dark' });
});
