import type { Page } from '@playwright/test';
import { expectParam, openMap, param } from './map-page.ts';
import { keepDays, playKey, timeline } from './on-the-timeline.ts';
import { quietNetwork } from './network.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const heading = (page: Page) => page.locator('h1');

/** Wait until so many days have been shown. */
const seen = (days: () => Promise<string[]>, count: number) =>
  expect.poll(async () => (await days()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);

/** It stands still: the key says that it would play, and the address names the day of the heading. */
async function expectStopped(page: Page): Promise<void> {
  await expect(playKey(page, 'Play')).toBeVisible();
  await expect
    .poll(async () => (await heading(page).textContent())?.includes(words(param(page, 'day'))))
    .toBe(true);
}
const words = (day: string | null): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00Z`));

const from = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    words(new Date(Date.parse(`${first}T12:00Z`) + i * 86_400_000).toISOString().slice(0, 10)),
  );

test('it plays every day in order, asks for nothing, and any touch stops it', async ({ page }) => {
  await openMap(page, '/?day=2024-09-28');
  const quiet = await quietNetwork(page);
  const days = await keepDays(page);
  await playKey(page, 'Play').click();
  await seen(days, 3);
  await expect(playKey(page, 'Pause')).toBeVisible();
  // What moves is not for the address.
  expect(param(page, 'day')).toBe('2024-09-28');

  await test.step('a click on the map stops it', async () => {
    await page.mouse.click(600, 500);
    await expectStopped(page);
  });
  const shown = await days();
  expect(shown).toEqual(from('2024-09-28', shown.length));

  await test.step('a key plays on, and a step stops it', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await seen(days, shown.length + 2);
    await page.keyboard.press('ArrowLeft');
    await expectStopped(page);
  });
  await test.step('the key itself stops it', async () => {
    const before = (await days()).length;
    await playKey(page, 'Play').click();
    await seen(days, before + 2);
    await playKey(page, 'Pause').click();
    await expectStopped(page);
  });
  await quiet();
});

test('the speed is chosen, and only changes are played where a reader asks for them', async ({ page }) => {
  await openMap(page, '/?day=2024-10-01');
  for (const speed of ['1×', '2×', '4×', '½×'])
    await timeline(page)
      .getByRole('button', { name: `Speed ${speed}, change` })
      .click();
  await expect(timeline(page).getByRole('button', { name: 'Speed 1×, change' })).toBeVisible();
  const only = timeline(page).getByRole('button', { name: 'Changes only' });
  await only.click();
  await expect(only).toHaveAttribute('aria-pressed', 'true');
  const days = await keepDays(page);
  await playKey(page, 'Play').click();
  await seen(days, 3);
  // Choosing a speed does not stop it.
  await timeline(page).getByRole('button', { name: 'Speed 1×, change' }).click();
  await seen(days, 4);
  await expect(playKey(page, 'Pause')).toBeVisible();
  await playKey(page, 'Pause').click();
  await expectStopped(page);
  expect((await days()).slice(0, 4)).toEqual([
    '1 October 2024',
    '2 October 2024',
    '7 October 2024',
    '8 October 2024',
  ]);
});

test('it stops at the last day by itself, and starts over from the first', async ({ page }) => {
  await openMap(page, '/?day=2024-11-24');
  const days = await keepDays(page);
  await playKey(page, 'Play').click();
  await expectParam(page, 'day', '2024-11-26');
  await expectStopped(page);
  await playKey(page, 'Play').click();
  await seen(days, 5);
  await playKey(page, 'Pause').click();
  expect((await days()).slice(0, 5)).toEqual([
    '24 November 2024',
    '25 November 2024',
    '26 November 2024',
    '1 September 2024',
    '2 September 2024',
  ]);
});

test('with less motion asked for it still steps day by day', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openMap(page, '/?day=2024-09-28');
  const days = await keepDays(page);
  await playKey(page, 'Play').click();
  await seen(days, 3);
  await page.keyboard.press('ArrowRight');
  await expectStopped(page);
  const shown = await days();
  expect(shown).toEqual(from('2024-09-28', shown.length));
});
