import type { Page } from '@playwright/test';
import { card, expectDay, expectParam, openMap, rows, tab } from './map-page.ts';
import { markedIds, markOf } from './on-the-map.ts';
import { slider, windowChoice } from './on-the-timeline.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

/** All of Europe that the events are in, so that every mark is in the view. */
const WIDE = '/?at=20,50,3.2';
const listbox = (page: Page) => page.getByRole('listbox', { name: /^On the map/ });

/** Of the edition, the events that have a point; what names a region, or no place, is listed and never marked. */
async function pointed(page: Page): Promise<ReadonlySet<string>> {
  const file = await page.request.get('/data/latest/map.json');
  const { events } = (await file.json()) as { events: { id: string; point: unknown }[] };
  return new Set(events.filter(({ point }) => point).map(({ id }) => id));
}

/** List, marks and listbox hold the same, and so many. */
async function expectSame(page: Page, withPoint: ReadonlySet<string>, count: number): Promise<void> {
  const listed = async (): Promise<[id: string, title: string][]> => {
    const links = rows(page).locator('a[data-key]');
    const all = await links.evaluateAll((as) =>
      as.map((a): [string, string] => [(a as HTMLElement).dataset['key'] ?? '', a.textContent.trim()]),
    );
    return all.filter(([id]) => withPoint.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  };
  await expect.poll(async () => (await listed()).length).toBe(count);
  const events = await listed();
  await expect.poll(() => markedIds(page)).toEqual(events.map(([id]) => id));
  await expect(listbox(page)).toHaveAccessibleName(
    count === 0 ? 'On the map: Nothing is marked in view.' : `On the map: ${count}`,
  );
  const options = listbox(page).getByRole('option');
  await expect(options).toHaveCount(count);
  for (const [, title] of events) await expect(options.filter({ hasText: title })).toHaveCount(1);
}

test('the list beside the map, its marks and its listbox hold the same events', async ({ page }) => {
  await openMap(page, WIDE);
  const withPoint = await pointed(page);
  await expectSame(page, withPoint, 9);
  await test.step('on other days and in other windows', async () => {
    await windowChoice(page, 'Day').click();
    await expectSame(page, withPoint, 1);
    await slider(page).press('ArrowLeft');
    await expectDay(page, '2024-11-25', '25 November 2024');
    await expectSame(page, withPoint, 7);
    await slider(page).press('PageDown');
    await expectDay(page, '2024-11-18', '18 November 2024');
    await expectSame(page, withPoint, 0);
    await slider(page).press('End');
    await windowChoice(page, 'All').click();
    await expectSame(page, withPoint, 9);
  });
  await test.step('with filters', async () => {
    await tab(page, 'Filters').click();
    await page.getByRole('checkbox', { name: /^Advance / }).click();
    await tab(page, 'What changed').click();
    await expectSame(page, withPoint, 6);
    await tab(page, 'Filters').click();
    await page.getByRole('checkbox', { name: /^Another side / }).click();
    await tab(page, 'What changed').click();
    await expectSame(page, withPoint, 4);
  });
});

test('the listbox goes through the marks by keys, rings the one it is at, and opens it', async ({ page }) => {
  await openMap(page);
  await page.keyboard.press('l');
  await expect(listbox(page)).toBeFocused();
  const options = listbox(page).getByRole('option');
  await expect(options).toHaveCount(4);
  // From west to east: the first is Dnipro.
  const active = async (): Promise<string> =>
    (await page
      .locator(`[id="${await listbox(page).getAttribute('aria-activedescendant')}"]`)
      .textContent()) ?? '';
  await expect.poll(active).toContain('Intermediate-range missile hits Dnipro');
  await expect(markOf(page, 'e-qs5fjj7wdd')).toHaveClass(/focused/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).toContain('Russian gains around Velyka Novosilka');
  await expect(markOf(page, 'e-p47piidxjx')).toHaveClass(/focused/);
  await expect(markOf(page, 'e-qs5fjj7wdd')).not.toHaveClass(/focused/);
  await page.keyboard.press('End');
  await expect.poll(active).toContain('Russian gains around Kurakhove');
  await page.keyboard.press('ArrowRight');
  await expect.poll(active).toContain('Russian gains around Kurakhove');
  await page.keyboard.press('ArrowUp');
  await expect.poll(active).toContain('Russian gains around Vuhledar');
  await expect(listbox(page).locator('[aria-selected="true"]')).toHaveCount(1);
  // The arrows are the listbox's while it has the focus: the day has not moved.
  await expect(page.locator('h1')).toContainText('26 November 2024');
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Russian gains around Vuhledar');
  await expectParam(page, 'event', 'e-qq5urslyox');
  await page.keyboard.press('Escape');
  await expect(listbox(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(markOf(page, 'e-qq5urslyox')).not.toHaveClass(/focused/);
});
