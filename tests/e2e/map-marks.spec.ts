import { card, expectParam, middleOf, openMap, param, rows } from './map-page.ts';
import { markOf, marks } from './on-the-map.ts';
import { expect, test } from './watched.ts';

const STRIKE = 'e-qs5fjj7wdd';
const TITLE = 'Intermediate-range missile hits Dnipro';

test.describe('on a desk', () => {
  test.use({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });

  test('a mark tells in short under the pointer, and in full when it is clicked', async ({ page }) => {
    await openMap(page);
    const { x, y } = await middleOf(markOf(page, STRIKE));
    const hover = page.locator('.stage').getByRole('tooltip');

    await test.step('under the pointer: what, when, where, who says so, and how exact', async () => {
      await page.mouse.move(x, y);
      await expect(hover).toContainText('21 Nov · Dnipro · Strike, Russia');
      await expect(hover).toContainText(TITLE);
      await expect(hover).toContainText('Corroborated · 4 reports');
      await expect(hover).toContainText('somewhere in the settlement; true to about 12 km');
      const box = await hover.boundingBox();
      const stage = await page.locator('.stage').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((stage?.x ?? 0) + (stage?.width ?? 0));
      await page.mouse.move(x, y + 120);
      await expect(hover).toHaveCount(0);
    });

    await test.step('clicked: everything that is known of it, in the panel', async () => {
      await page.mouse.click(x, y);
      await expectParam(page, 'event', STRIKE);
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(TITLE);
      await expect(card(page).getByRole('heading', { level: 2 })).toBeFocused();
      await expect(card(page)).toContainText('21 Nov 2024');
      await expect(card(page)).toContainText('somewhere in the settlement; true to about 12 km');
      await expect(card(page)).toContainText('Corroborated');
      await expect(card(page)).toContainText('Two publishers, each with a speaker of its own, say it.');
      const claims = card(page).locator('ol > li');
      expect(await claims.count()).toBeGreaterThanOrEqual(5);
      for (const claim of await claims.all()) {
        await expect(claim.locator('a.title')).toHaveAttribute('href', /^https:/);
        await expect(claim.locator('a[href^="/reports/r-"]')).toBeVisible();
      }
      await expect(claims.filter({ hasText: 'Vladimir Putin confirms' })).toContainText(
        'party to the war: Russia',
      );
    });

    await test.step('its coordinates are copied as they stand, no finer than they are known', async () => {
      await expect(card(page).locator('code')).toHaveText('48.47, 35.04');
      await card(page).getByRole('button', { name: 'Copy' }).click();
      await expect(card(page).getByRole('status')).toHaveText('Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('48.47, 35.04');
    });

    await test.step('on the map it is ringed, and the others dim', async () => {
      await expect(markOf(page, STRIKE)).toHaveClass(/chosen/);
      const others = marks(page).and(page.locator(`:not([data-ids="${STRIKE}"])`));
      expect(await others.count()).toBe(3);
      for (const other of await others.all()) await expect(other).toHaveCSS('opacity', '0.35');
      await expect(markOf(page, STRIKE)).toHaveCSS('opacity', '1');
    });

    await test.step('Escape closes it: the list is back, nothing is dim, the address forgets it', async () => {
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
      await expectParam(page, 'event', null);
      await expect(rows(page).first()).toBeVisible();
      for (const mark of await marks(page).all()) await expect(mark).toHaveCSS('opacity', '1');
      await page.goBack();
      await expectParam(page, 'event', STRIKE);
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(TITLE);
    });
  });

  test('closing gives the focus back to where it was', async ({ page }) => {
    await openMap(page, '/?day=2024-11-25');
    const link = rows(page).getByRole('link', { name: TITLE });
    await link.focus();
    // The mark of the row that has the focus is ringed, so that a reader sees which it is.
    await expect(markOf(page, STRIKE)).toHaveClass(/focused/);
    await page.keyboard.press('Enter');
    await expect(card(page).getByRole('heading', { level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();

    await page.keyboard.press('l');
    await expect(page.getByRole('listbox', { name: /^On the map/ })).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(card(page).getByRole('heading', { level: 2 })).toBeFocused();
    await card(page)
      .getByRole('button', { name: 'Close' })
      .or(card(page).getByRole('link', { name: 'Close' }))
      .click();
    await expect(page.getByRole('listbox', { name: /^On the map/ })).toBeFocused();
  });

  test('the mark that the keyboard is at shows its short card, and takes it along', async ({ page }) => {
    await openMap(page);
    await page.keyboard.press('l');
    const short = page.getByRole('tooltip');
    await expect(short).toContainText(TITLE);
    await page.keyboard.press('ArrowRight');
    await expect(short).toContainText('Russian gains around Velyka Novosilka');
    await page.keyboard.press('Tab');
    await expect(short).toHaveCount(0);
  });

  test('a ring of a district is met on its line, and opens what it stands for', async ({ page }) => {
    await openMap(page);
    const ring = markOf(page, 'e-p47piidxjx');
    await expect(ring).toHaveClass(/ring/);
    const { x, y } = await middleOf(ring);
    const radius = Number(await ring.locator('circle').first().getAttribute('r'));
    await page.mouse.click(x - radius, y);
    await expect(card(page)).toContainText('Russian gains around Velyka Novosilka');
    await expect(card(page)).toContainText('undated');
    expect(param(page, 'event')).toBe('e-p47piidxjx');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap near a mark opens it in the sheet, and closing lowers nothing', async ({ page }) => {
    await openMap(page);
    const { x, y } = await middleOf(markOf(page, STRIKE));
    // A finger is no needle: a few pixels off are on it.
    await page.touchscreen.tap(x + 14, y + 10);
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(TITLE);
    await expect(card(page).getByRole('heading', { level: 2 })).toBeInViewport();
    await expectParam(page, 'event', STRIKE);
    await expect(page.locator('.stage').getByRole('tooltip')).toHaveCount(0);
    await card(page)
      .getByRole('button', { name: 'Close' })
      .or(card(page).getByRole('link', { name: 'Close' }))
      .tap();
    await expect(card(page)).toHaveCount(0);
    await expect(rows(page).first()).toBeInViewport();
  });
});
