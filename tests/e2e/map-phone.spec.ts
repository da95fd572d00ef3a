import type { Locator, Page } from '@playwright/test';
import { card, expectParam, middleOf, openMap } from './map-page.ts';
import { expect, overflow, test } from './watched.ts';

const SCREEN = { width: 390, height: 844 };
test.use({ viewport: SCREEN, hasTouch: true, isMobile: true });

const grip = (page: Page) => page.locator('.grip');
/** Where the sheet begins. */
const top = async (page: Page): Promise<number> =>
  Math.round((await page.locator('main > .sheet').boundingBox())?.y ?? NaN);
/** Wait until the sheet has come to rest at a height. */
const rests = (page: Page, at: number) => expect.poll(() => top(page)).toBe(at);

/** Draw a finger over the screen, as a hand does: down, in steps, up. */
async function drag(page: Page, from: Locator, by: number): Promise<void> {
  const box = await from.boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  const touch = await page.context().newCDPSession(page);
  const at = (dy: number) => [{ x, y: y + dy }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let i = 1; i <= 8; i += 1)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at((by * i) / 8) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

/** What a finger may touch and is smaller than it needs, or has something else over its middle. */
const hardToTouch = (page: Page): Promise<string[]> =>
  page.locator('a, button, summary, input, [role="slider"]').evaluateAll((all) =>
    all.flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const isSeen =
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        width > 0 &&
        x + width / 2 < innerWidth &&
        y > 0 &&
        y + height < innerHeight &&
        !element.closest('[inert]');
      if (!isSeen) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent ?? element.tagName;
      const over = document.elementFromPoint(x + width / 2, y + height / 2);
      const isFree = over !== null && (element.contains(over) || over.contains(element));
      return width >= 44 && height >= 44 && isFree ? [] : [`${name.trim()} ${width} × ${height} ${isFree}`];
    }),
  );

test('at rest the map has over half of the screen, and all that is touched is large and free', async ({
  page,
}) => {
  await openMap(page);
  expect(await top(page)).toBeGreaterThan(SCREEN.height / 2);
  expect((await page.locator('.timeline').boundingBox())?.height).toBe(64);
  expect(await hardToTouch(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test('the sheet stands at three heights, by its button and by drawing it', async ({ page }) => {
  await openMap(page);
  const [half, low, full] = [494, SCREEN.height - 64, 88];
  await rests(page, half);
  const button = page.getByRole('button', { name: /(Raise|Lower) the panel/ });
  await button.tap();
  await rests(page, full);
  await expect(button).toHaveAccessibleName('Lower the panel');
  // Nothing can have the focus under it.
  await expect(page.locator('.tools')).toBeHidden();
  await button.tap();
  await rests(page, low);
  await expect(page.locator('.timeline')).toBeInViewport({ ratio: 1 });
  expect(await hardToTouch(page)).toEqual([]);
  await expect(button).toHaveAccessibleName('Raise the panel');
  await button.tap();
  await rests(page, half);

  await drag(page, grip(page), -120);
  await rests(page, full);
  await drag(page, grip(page), 120);
  await rests(page, half);
  await drag(page, grip(page), 120);
  await rests(page, low);
  // Too little to be meant, and far enough for two heights at once.
  await drag(page, grip(page), -20);
  await rests(page, low);
  await drag(page, grip(page), -500);
  await rests(page, full);
});

test('the grip stays on the sheet while a finger draws it', async ({ page }) => {
  await openMap(page);
  await rests(page, 494);
  /** Pixels from the grip down to the sheet, in each frame in which the finger moves on. */
  await page.evaluate(() => {
    const gaps: number[] = [];
    const of = (selector: string): number =>
      document.querySelector(selector)?.getBoundingClientRect().y ?? NaN;
    const gap = (): number => Math.round(of('main > .sheet') - of('.grip'));
    gaps.push(gap());
    document.addEventListener('pointermove', () => requestAnimationFrame(() => gaps.push(gap())));
    Object.assign(window, { gaps });
  });
  await drag(page, grip(page), -120);
  await rests(page, 88);
  const gaps = await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps);
  expect(gaps.length).toBeGreaterThan(2);
  expect(new Set(gaps).size, String(gaps)).toBe(1);
});

test('a tap on a mark raises a low sheet with its card, and closing it leaves the map free', async ({
  page,
}) => {
  await openMap(page);
  // Up, and from there down.
  await grip(page).tap();
  await grip(page).tap();
  await rests(page, SCREEN.height - 64);
  const { x, y } = await middleOf(page.locator('.map-marks .marks > [data-ids="e-qs5fjj7wdd"]'));
  await page.touchscreen.tap(x, y);
  await rests(page, 494);
  const title = card(page).getByRole('heading', { level: 2 });
  await expect(title).toHaveText('Intermediate-range missile hits Dnipro');
  await expect(title).toBeInViewport({ ratio: 1 });
  await expectParam(page, 'event', 'e-qs5fjj7wdd');
  await card(page).getByRole('link', { name: 'Close' }).tap();
  await expect(card(page)).toHaveCount(0);
  await expectParam(page, 'event', null);
});

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 568 } });
  test('nothing is wider than the screen: not the page, not a card, not what shares it', async ({ page }) => {
    await openMap(page, '/?event=e-qs5fjj7wdd');
    expect(await overflow(page)).toBe(0);
    await expect(card(page)).toBeVisible();
    const wide = () =>
      page.locator('.sheet *, [popover] *, dialog[open] *').evaluateAll((all) =>
        all
          .filter((e) => e.checkVisibility() && !e.closest('svg, .visually-hidden'))
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5)
          .map((e) => e.outerHTML.slice(0, 80)),
      );
    expect(await wide()).toEqual([]);
    await page.getByRole('button', { name: 'Share' }).tap();
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    expect(await wide()).toEqual([]);
    await page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('button', { name: 'Help and keys' }).tap();
    await expect(page.getByRole('dialog', { name: 'How to read this map' })).toBeVisible();
    expect(await wide()).toEqual([]);
  });
});
