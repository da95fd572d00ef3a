import type { CDPSession, Page } from '@playwright/test';
import { expectParam, openMap, param } from './map-page.ts';
import { keepDays, knob, slider, timeline } from './on-the-timeline.ts';
import { quietNetwork } from './network.ts';
import { expect, test } from './watched.ts';

const heading = (page: Page) => page.locator('h1');

/** The day that the slider says, as an address writes it. */
async function sliderDay(page: Page): Promise<string> {
  const text = (await slider(page).getAttribute('aria-valuetext')) ?? '';
  const day = new Date(`${text.split(':')[0]} 12:00 UTC`);
  return day.toISOString().slice(0, 10);
}

/** Once it is let go, everything names the day under the pointer. */
async function expectSettled(page: Page, x: number): Promise<void> {
  await expect.poll(async () => Math.abs((await knob(page)).x - x)).toBeLessThan(6);
  const day = await sliderDay(page);
  await expectParam(page, 'day', day);
  const words = (await slider(page).getAttribute('aria-valuetext'))?.split(':')[0] ?? '-';
  await expect(heading(page)).toContainText(words);
  await expect(page).toHaveTitle(`${words} · Salient`);
}

test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the knob is dragged: the page follows at once, the address when it is let go', async ({ page }) => {
    await openMap(page);
    const quiet = await quietNetwork(page);
    const from = await knob(page);
    const days = await keepDays(page);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 250, from.y - 10, { steps: 12 });
    await expect(heading(page)).not.toContainText('November');
    await expect(page.locator('#changed > .rows li').filter({ hasText: 'Dnipro' })).toHaveCount(0);
    expect(param(page, 'day')).toBeNull();
    await page.mouse.up();
    await expectSettled(page, from.x - 250);
    // It went through days on the way, back in time.
    expect((await days()).length).toBeGreaterThan(6);
    await quiet();

    await test.step('a press on the track leads there', async () => {
      await page.mouse.click(from.x - 500, from.y - 20);
      await expectSettled(page, from.x - 500);
    });
    await test.step('beyond its ends the knob stays at the ends', async () => {
      const at = await knob(page);
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x - 900, at.y, { steps: 4 });
      await page.mouse.up();
      await expectParam(page, 'day', '2024-09-01');
      await expect(heading(page)).toContainText('1 September 2024');
    });
    await quiet();
  });

  test('the left edge of the window is dragged to a length of its own', async ({ page }) => {
    await openMap(page, '/?day=2024-11-20&window=30');
    const shade = await timeline(page).locator('rect.shade').boundingBox();
    const at = await knob(page);
    const left = shade?.x ?? 0;
    const oneDay = (at.x - left) / 29.5;
    await page.mouse.move(left, at.y - 30);
    await page.mouse.down();
    await page.mouse.move(left + oneDay * 10.5, at.y - 30, { steps: 6 });
    await page.mouse.up();
    await expectParam(page, 'window', '20');
    await expect(timeline(page).locator('.windows:visible').getByText('20 days')).toHaveAttribute(
      'aria-current',
      'true',
    );
    await expectParam(page, 'day', '2024-11-20');
  });
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  const touch = (cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });

  test('the knob is dragged and the page follows; the sheet stays where it is', async ({ page, context }) => {
    await openMap(page);
    const quiet = await quietNetwork(page);
    const cdp = await context.newCDPSession(page);
    const from = await knob(page);
    const sheet = await page.locator('.home > main > .sheet').boundingBox();
    await touch(cdp, 'touchStart', from.x, from.y);
    for (let i = 1; i <= 10; i += 1) await touch(cdp, 'touchMove', from.x - i * 12, from.y - 4);
    await expect(timeline(page).locator('.date.short')).not.toContainText('Nov');
    expect(param(page, 'day')).toBeNull();
    await touch(cdp, 'touchEnd', 0, 0);
    await expectSettled(page, from.x - 120);
    expect(await page.locator('.home > main > .sheet').boundingBox()).toEqual(sheet);
    await quiet();
  });
});
