import type { Page } from '@playwright/test';
import type { Position } from '../../src/lib/domain/geometry/sphere.ts';
import { card, expectDay, openMap, param } from './map-page.ts';
import { spotOf } from './on-the-map.ts';
import { slider } from './on-the-timeline.ts';
import { expect, test } from './watched.ts';

/** Ground beside Vuhledar, which passed to Russian control on 2 October. */
const VUHLEDAR: Position = [37.3, 47.82];
const CAMERA = '37.2,47.85,8.6';
const headline = (page: Page) => card(page).getByRole('heading', { level: 2 });

async function ask(page: Page, point: Position): Promise<void> {
  const { x, y } = await spotOf(page, point);
  await page.mouse.click(x, y);
}

test.describe('on a desk', () => {
  test.use({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });

  test('a click on ground says whose it is on that day, since when, by which report, and how sure', async ({
    page,
  }) => {
    await openMap(page, `/?at=${CAMERA}`);
    await test.step('held', async () => {
      await ask(page, VUHLEDAR);
      await expect(headline(page)).toHaveText('Ground Russia is assessed to hold');
      await expect(headline(page)).toBeFocused();
      await expect(card(page)).toContainText('Ground · 26 Nov 2024');
      await expect(card(page)).toContainText(/about 6 km north-east of Vuhledar/i);
      await expect(card(page)).toContainText(/since 2 Oct 2024/i);
      await expect(
        card(page).getByRole('link', { name: 'Vuhledar passes to Russian control' }),
      ).toHaveAttribute('href', '/days/2024-10-02');
      await expect(card(page).getByRole('link', { name: 'Associated Press' })).toHaveAttribute(
        'href',
        /^\/reports\/r-/,
      );
      await expect(card(page).locator('a.title')).toHaveAttribute('href', /^https:/);
      await expect(card(page)).toContainText('The line is true to about 10 km');
      await expect(card(page)).toContainText('Demonstration data');
      await card(page).getByText('What this means').click();
      await expect(card(page).getByText(/A claim by Moscow alone moves nothing/)).toBeVisible();
      await card(page).getByRole('button', { name: 'Copy' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('47.82, 37.30');
    });

    await test.step('the spot is shown where it was clicked', async () => {
      const spot = page.locator('.map-marks .spot');
      await expect(spot).toHaveAttribute('visibility', 'visible');
      const at = await spot.evaluate((g: SVGGElement) => {
        const m = g.getScreenCTM();
        return { x: m?.e ?? NaN, y: m?.f ?? NaN };
      });
      const { x, y } = await spotOf(page, VUHLEDAR);
      expect(Math.hypot(at.x - x, at.y - y)).toBeLessThan(2);
    });

    await test.step('the first day has another answer for the same ground, in the card that is open', async () => {
      await slider(page).press('Home');
      await expectDay(page, '2024-09-01', '1 September 2024');
      await expect(card(page)).toContainText('Ground · 1 Sept 2024');
      await expect(headline(page)).toHaveText('Too near the line to say');
      await expect(card(page)).toContainText('Drawn here as: Not in any ledger of ground that Russia holds.');
      await expect(card(page)).not.toContainText('Associated Press');
      await expect(card(page)).toContainText('the nearest stretch of it is nearer than 10 km');
    });

    await test.step('not held', async () => {
      await ask(page, [36.7, 48.05]);
      await expect(headline(page)).toHaveText('Not in any ledger of ground that Russia holds');
      await expect(card(page)).toContainText(/the nearest stretch of it is about \d+ km away/);
      expect(param(page, 'at')).toBe(CAMERA);
    });

    await test.step('held since before the series opens: that it has no source is said', async () => {
      await ask(page, [37, 47.6]);
      await expect(headline(page)).toHaveText('Ground Russia is assessed to hold');
      await expect(card(page)).toContainText(/since 1 Sept 2024 or earlier/i);
      await expect(card(page)).toContainText('as the series opens, unsourced');
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
      await expect(page.locator('.map-marks .spot')).toHaveAttribute('visibility', 'hidden');
    });
  });

  test('whose land it is, is told apart: Kursk Oblast, Crimea, Russia, the sea', async ({ page }) => {
    for (const [at, words, basis] of [
      ['35.2,51.2,9', 'Ground Ukraine is assessed to hold inside Russia', /since 1 Sept 2024 or earlier/i],
      ['34.3,45.3,8', 'Occupied by Russia before 24 February 2022', /since before 24 February 2022/i],
      [
        '37.3,51.9,8',
        'In Russia, and not in any ledger of ground that Ukraine holds there',
        /How sure|Ground/,
      ],
      ['37.3,46.2,8', 'The ledgers do not reach here: this is water', /Ground/],
    ] as const) {
      await test.step(words, async () => {
        await openMap(page, `/?at=${at}`);
        // The key asks of the middle of the map, as a click there does.
        await page.keyboard.press('g');
        await expect(headline(page)).toHaveText(words);
        await expect(card(page)).toContainText(basis);
      });
    }
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on ground answers in the sheet', async ({ page }) => {
    await openMap(page, '/?at=36.9,47.8,8');
    const { x, y } = await spotOf(page, [37, 47.6]);
    await page.touchscreen.tap(x, y);
    await expect(headline(page)).toHaveText('Ground Russia is assessed to hold');
    await expect(headline(page)).toBeInViewport();
    await expect(page.locator('.map-marks .spot')).toBeInViewport();
  });
});
