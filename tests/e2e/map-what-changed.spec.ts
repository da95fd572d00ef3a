import type { Page } from '@playwright/test';
import { card, expectParam, openMap, rows } from './map-page.ts';
import { markOf, marks } from './on-the-map.ts';
import { windowChoice } from './on-the-timeline.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const STRIKE = 'e-qs5fjj7wdd';
const TITLE = 'Intermediate-range missile hits Dnipro';
const scope = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Where' }).getByRole('link', { name, exact: true });
const row = (page: Page, title: string) => rows(page).filter({ hasText: title });

test('“In view” follows the map and the window, says how many are outside, and one click shows all', async ({
  page,
}) => {
  await openMap(page);
  const whole = await rows(page).count();
  await scope(page, 'In view').click();
  await expectParam(page, 'scope', 'view');
  await expect(scope(page, 'In view')).toHaveAttribute('aria-current', 'true');
  await expect(row(page, 'DHL cargo plane crashes near Vilnius')).toHaveCount(0);
  await expect(row(page, TITLE)).toBeVisible();
  const outside = page.locator('#changed').getByText(/outside of the view\./);
  /** What is listed and what is said to be outside are all there is. */
  const expectWhole = (all: number) =>
    expect
      .poll(async () => {
        const said = (await outside.count()) ? /^\s*(\d+)/.exec((await outside.textContent()) ?? '')?.[1] : 0;
        return (await rows(page).count()) + Number(said);
      })
      .toBe(all);
  await expectWhole(whole);
  const before = await rows(page).count();

  await test.step('nearer: the list shortens', async () => {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect(row(page, TITLE)).toHaveCount(0);
    expect(await rows(page).count()).toBeLessThan(before);
    await expectWhole(whole);
  });
  await test.step('another window: fewer things, the same view', async () => {
    await windowChoice(page, 'Day').click();
    await expect(row(page, 'Katerynivka passes to Russian control')).toHaveCount(0);
    await scope(page, 'Whole front').click();
    const day = await rows(page).count();
    expect(day).toBeLessThan(whole);
    await scope(page, 'In view').click();
    await expectWhole(day);
    await windowChoice(page, 'Week').click();
    await expectWhole(whole);
  });
  await test.step('“Show all” brings the others back', async () => {
    await page.locator('#changed').getByRole('link', { name: 'Show all' }).click();
    await expect(rows(page)).toHaveCount(whole);
    await expect(scope(page, 'Whole front')).toHaveAttribute('aria-current', 'true');
    await expect(outside).toHaveCount(0);
    await expectParam(page, 'scope', null);
  });
});

test('a row shows its thing on the map and in the panel, and closing gives the list back', async ({
  page,
}) => {
  await openMap(page);
  await test.step('an event that is out of sight is brought into sight', async () => {
    const kyiv = row(page, 'Air strikes on Kyiv’s power grid').getByRole('link');
    await expect(markOf(page, 'e-rwkg6pdtey')).toHaveCount(0);
    await kyiv.click();
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(
      'Air strikes on Kyiv’s power grid',
    );
    await expectParam(page, 'event', 'e-rwkg6pdtey');
    await expect(markOf(page, 'e-rwkg6pdtey')).toHaveClass(/chosen/);
    await expect(markOf(page, 'e-rwkg6pdtey')).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(kyiv).toBeFocused();
  });

  await test.step('ground that changed hands is shown, with whose it is and by which report', async () => {
    const katerynivka = row(page, 'Katerynivka passes to Russian control').getByRole('link');
    await katerynivka.click();
    await expect(card(page)).toContainText('Ground · 26 Nov 2024');
    await expect(card(page)).toContainText(/since 24 Nov 2024/i);
    await expect(
      card(page).getByRole('link', { name: 'Katerynivka passes to Russian control' }),
    ).toBeVisible();
    await expect(card(page).locator('a.title').first()).toHaveAttribute('href', /^https:/);
    await expect(page.locator('.map-marks .spot')).toHaveAttribute('visibility', 'visible');
    await expect(page.locator('.map-marks .spot')).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(katerynivka).toBeFocused();
    await expect(page.locator('.map-marks .spot')).toHaveAttribute('visibility', 'hidden');
  });

  await test.step('the way back to the whole front', async () => {
    await page.getByRole('button', { name: 'Back to the whole front' }).click();
    await expect(marks(page)).toHaveCount(4);
    await expect(markOf(page, STRIKE)).toBeInViewport();
  });
});
