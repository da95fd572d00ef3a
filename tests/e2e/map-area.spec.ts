import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { boxOf } from '../../src/lib/domain/geometry/rings.ts';
import { distance, type Position } from '../../src/lib/domain/geometry/sphere.ts';
import { partOf } from '../../src/lib/domain/view/change-view.ts';
import { card, expectParam, openMap, param } from './map-page.ts';
import { spotOf } from './on-the-map.ts';
import { expect, overflow } from './watched.ts';
import { test } from './year-site.ts';

/** In the middle of the front that was made up, where ground changes hands day by day. */
const AT = 'at=34.62,47.67,8.5';
const ADDRESS = `/?day=2024-04-20&compare=2024-02-01&${AT}`;
const [FIRST, SECOND, THIRD, FOURTH] = [
  [34.3, 47.75],
  [34.95, 47.7],
  [34.9, 47.5],
  [34.4, 47.52],
] as const satisfies Position[];
const CORNERS: readonly Position[] = [FIRST, SECOND, THIRD, FOURTH];

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Compare' });
const draw = (page: Page): Locator => panel(page).getByRole('button', { name: 'Draw an area' });
const surface = (page: Page): Locator => page.getByRole('application', { name: 'Draw an area on the map' });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Draw an area on the map' });

/** The corners that the address holds, or none. */
const cornersOf = (page: Page): readonly Position[] => partOf(param(page, 'within') ?? '').outline ?? [];

/** The address holds the corners that were set, as far as a pixel tells them. */
function expectCorners(page: Page): void {
  const found = cornersOf(page);
  const apart = CORNERS.map((corner, i) => distance(found[i] ?? [0, 0], corner));
  expect(found).toHaveLength(CORNERS.length);
  expect(Math.max(...apart)).toBeLessThan(400);
}

async function click(page: Page, point: Position): Promise<void> {
  const { x, y } = await spotOf(page, point);
  await page.mouse.click(x, y);
}

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the numbers of two days are one link away, for what the map shows', async ({ page }) => {
    await openMap(page, ADDRESS);
    await panel(page).getByRole('link', { name: 'In numbers, for this view' }).click();
    await expect(page).toHaveURL(/\/change\?/);
    expect([param(page, 'from'), param(page, 'to')]).toEqual(['2024-02-01', '2024-04-20']);
    const [w, s, e, n] = partOf(param(page, 'within') ?? '').within ?? [];
    expect([w, s, e, n].every((side) => side !== undefined)).toBe(true);
    for (const [lng, lat] of CORNERS) {
      expect(Number(w) < lng && lng < Number(e) && Number(s) < lat && lat < Number(n)).toBe(true);
    }
    await expect(page.getByText(/Russia gained [\d,.]+\s±/)).toBeVisible();
    await expect(page.getByLabel('Where')).toHaveText(/A box of degrees/);
    await page.getByRole('link', { name: 'Everywhere, by region' }).click();
    await expectParam(page, 'within', null);
  });

  test('an area is drawn with clicks, and its numbers come with a map of it', async ({ page }) => {
    await openMap(page, ADDRESS);
    await draw(page).click();
    await expect(surface(page)).toBeFocused();
    await expect(panel(page)).toHaveCount(0);
    const done = bar(page).getByRole('button', { name: 'Show numbers' });
    for (const [i, corner] of CORNERS.entries()) {
      await expect(done)[i < 3 ? 'toBeDisabled' : 'toBeEnabled']();
      await click(page, corner);
      await expect(bar(page)).toContainText(i === 0 ? '1 corner' : `${i + 1} corners`);
    }
    // While an area is drawn, a click opens no card.
    await expect(card(page)).toHaveCount(0);
    expect((await new AxeBuilder({ page }).include('.stage').analyze()).violations).toEqual([]);
    await done.click();
    await expect(page).toHaveURL(/\/change\?/);
    expectCorners(page);
    await expect(page.getByText(/in an area of [\d,]+\skm².* Russia gained [\d,.]+\s±/)).toBeVisible();
    await expect(page.locator('figure svg:visible path[stroke-dasharray="7 5"]')).toHaveCount(1);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test('a click on the first corner ends it, and a dragged map keeps its corners', async ({ page }) => {
    await openMap(page, ADDRESS);
    await draw(page).click();
    for (const corner of CORNERS.slice(0, 2)) await click(page, corner);
    const from = await spotOf(page, [34.6, 47.6]);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 30, { steps: 5 });
    await page.mouse.up();
    await expectParam(page, 'at', /^34\.[0-5]/);
    // Where the map was let go is no corner.
    await expect(bar(page)).toContainText('2 corners');
    for (const corner of CORNERS.slice(2)) await click(page, corner);
    await expect(bar(page)).toContainText('4 corners');
    await click(page, FIRST);
    await expect(page).toHaveURL(/\/change\?/);
    expectCorners(page);
  });

  test('an area is drawn with keys alone', async ({ page }) => {
    await openMap(page, ADDRESS);
    await draw(page).focus();
    await page.keyboard.press('Enter');
    await expect(surface(page)).toBeFocused();
    const press = async (key: string, times: number): Promise<void> => {
      for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
    };
    await page.keyboard.press('Enter');
    await press('ArrowRight', 6);
    await page.keyboard.press('Enter');
    await press('ArrowUp', 2);
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('3 corners');
    await page.keyboard.press('Backspace');
    await expect(bar(page)).toContainText('2 corners');
    await press('ArrowDown', 8);
    await page.keyboard.press('Enter');
    // The days stay where they are: these keys are the area's now.
    expect(param(page, 'day')).toBe('2024-04-20');
    // Back to the first corner, and Enter there.
    await press('ArrowLeft', 6);
    await press('ArrowUp', 6);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/change\?/);
    const corners = cornersOf(page);
    expect(corners).toHaveLength(3);
    const [w, s, e, n] = boxOf([corners]);
    // The first two beside each other, the last below.
    expect([corners[0], corners[2]]).toEqual([
      [w, n],
      [e, s],
    ]);
  });

  test('an outline that crosses itself is said to, and Escape gives up', async ({ page }) => {
    await openMap(page, ADDRESS);
    await draw(page).click();
    for (const corner of [FIRST, THIRD, SECOND, FOURTH]) await click(page, corner);
    await expect(bar(page)).toContainText('The outline crosses itself.');
    await expect(bar(page).getByRole('button', { name: 'Show numbers' })).toBeDisabled();
    await page.keyboard.press('Backspace');
    await expect(bar(page)).toContainText('3 corners');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeVisible();
    await expect(draw(page)).toBeFocused();
    await expectParam(page, 'compare', '2024-02-01');
    // The map is the reader's again.
    await click(page, [34.6198, 47.6723]);
    await expect(card(page)).toBeVisible();
  });
});

test.describe('on a phone, in Ukrainian', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });

  test('an area is drawn with a finger', async ({ page }) => {
    await openMap(page, `/uk${ADDRESS}`);
    await page.getByRole('button', { name: 'Обвести ділянку' }).tap();
    const its = page.getByRole('region', { name: 'Обвести ділянку на карті' });
    await expect(its).toBeVisible();
    for (const [i, corner] of [FIRST, [34.78, 47.72] as const, FOURTH].entries()) {
      const { x, y } = await spotOf(page, corner);
      await page.touchscreen.tap(x, y);
      await expect(its).toContainText(i === 0 ? '1 кут' : `${i + 1} кути`);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await its.getByRole('button', { name: 'Показати числа' }).tap();
    await expect(page).toHaveURL(/\/uk\/change\?/);
    expect(cornersOf(page)).toHaveLength(3);
    await expect(page.getByText(/\(ділянка .*Росія зайняла/)).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
