import type { Page } from '@playwright/test';
import { expectDay, expectParam, openMap, param, rows } from './map-page.ts';
import { apart, colourAt, markOf, spotOf } from './on-the-map.ts';
import { slider, step, timeline, windowChoice } from './on-the-timeline.ts';
import { quietNetwork } from './network.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const STRIKE = 'e-qs5fjj7wdd';
const sentence = (page: Page) => page.locator('.sentence');
const row = (page: Page, title: string) => rows(page).filter({ hasText: title });

test('a step of a day moves ground, marks, list, sentence, title and address together, and asks for nothing', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-11-20&at=36.7,47.9,7.4');
  const quiet = await quietNetwork(page);

  await test.step('the strike on Dnipro comes on its day', async () => {
    await expect(markOf(page, STRIKE)).toHaveCount(0);
    await step(page, 'Next day').click();
    await expectDay(page, '2024-11-21', '21 November 2024');
    await expect(markOf(page, STRIKE)).toBeVisible();
    await expect(row(page, 'Intermediate-range missile hits Dnipro')).toContainText('21 Nov');
    await expect(sentence(page)).toContainText('1 strike (Dnipro)');
    await expect(timeline(page).locator('.date .day')).toHaveText('21 November 2024');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '21 November 2024: 1 event');
  });

  await test.step('and goes with it', async () => {
    await step(page, 'Day before').click();
    await expectDay(page, '2024-11-20', '20 November 2024');
    await expect(markOf(page, STRIKE)).toHaveCount(0);
    await expect(row(page, 'Intermediate-range missile hits Dnipro')).toHaveCount(0);
    await expect(sentence(page)).not.toContainText('Dnipro');
  });

  await test.step('the ground of Vuhledar changes hands on its day', async () => {
    const vuhledar = await spotOf(page, [37.27, 47.77]);
    const held = await spotOf(page, [36.9, 47.35]);
    const free = await spotOf(page, [36.2, 48.4]);
    for (let i = 0; i < 6; i += 1) await step(page, 'Change before').click();
    await expectDay(page, '2024-10-02', '2 October 2024');
    await expect(row(page, 'Vuhledar passes to Russian control')).toBeVisible();
    await expect(sentence(page)).toContainText('The line moved near Vuhledar.');
    await expect
      .poll(async () => apart(await colourAt(page, vuhledar), await colourAt(page, free)))
      .toBeGreaterThan(30);
    await step(page, 'Day before').click();
    await expectDay(page, '2024-10-01', '1 October 2024');
    await expect(row(page, 'Vuhledar passes to Russian control')).toHaveCount(0);
    await expect
      .poll(async () => apart(await colourAt(page, vuhledar), await colourAt(page, free)))
      .toBeLessThan(4);
    expect(apart(await colourAt(page, held), await colourAt(page, free))).toBeGreaterThan(30);
  });

  await quiet();
});

test('keys go by a day, a week, a change, and to the ends; going back undoes them', async ({ page }) => {
  await openMap(page, '/?day=2024-11-20');
  const quiet = await quietNetwork(page);
  for (const [key, day, words] of [
    ['ArrowRight', '2024-11-21', '21 November 2024'],
    ['PageDown', '2024-11-14', '14 November 2024'],
    ['PageUp', '2024-11-21', '21 November 2024'],
    ['ArrowLeft', '2024-11-20', '20 November 2024'],
    ['Shift+ArrowLeft', '2024-11-16', '16 November 2024'],
    ['Shift+ArrowRight', '2024-11-21', '21 November 2024'],
    ['Home', '2024-09-01', '1 September 2024'],
    ['End', '2024-11-26', '26 November 2024'],
  ] as const) {
    await page.keyboard.press(key);
    await test.step(key, () => expectDay(page, day, words));
  }
  // At the end there is nothing to step to, and the page says so.
  await expect(step(page, 'Next day')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('ArrowRight');
  await expectDay(page, '2024-11-26', '26 November 2024');
  await quiet();
  await page.goBack();
  await expectDay(page, '2024-09-01', '1 September 2024');
});

test('the window is a day, a week, a month or all, by click and by key', async ({ page }) => {
  await openMap(page, '/?day=2024-11-25');
  const quiet = await quietNetwork(page);
  const strike = row(page, 'Intermediate-range missile hits Dnipro');
  const plane = row(page, 'DHL cargo plane crashes near Vilnius');
  const selydove = row(page, 'Selydove passes to Russian control');
  const vuhledar = row(page, 'Vuhledar passes to Russian control');
  const expectWindow = async (
    name: string,
    value: string | null,
    shown: readonly boolean[],
  ): Promise<void> => {
    await expect(windowChoice(page, name)).toHaveAttribute('aria-current', 'true');
    await expect(timeline(page).locator('.windows:visible [aria-current]')).toHaveCount(1);
    await expectParam(page, 'window', value);
    for (const [i, one] of [plane, strike, selydove, vuhledar].entries())
      await expect(one).toHaveCount(shown[i] ? 1 : 0);
    await expect(markOf(page, STRIKE)).toHaveCount(shown[1] ? 1 : 0);
    expect(param(page, 'day')).toBe('2024-11-25');
  };
  await expectWindow('Week', null, [true, true, false, false]);
  await windowChoice(page, 'Day').click();
  await expectWindow('Day', '1', [true, false, false, false]);
  await windowChoice(page, 'Month').click();
  await expectWindow('Month', '30', [true, true, true, false]);
  await windowChoice(page, 'All').click();
  await expectWindow('All', 'all', [true, true, true, true]);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('[');
  await expectWindow('Day', '1', [true, false, false, false]);
  await page.keyboard.press(']');
  await expectWindow('Week', null, [true, true, false, false]);
  await quiet();
});
