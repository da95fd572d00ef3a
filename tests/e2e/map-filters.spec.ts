import type { Page } from '@playwright/test';
import { expectParam, openMap, rows, tab } from './map-page.ts';
import { apart, colourAt, markedIds, markOf, spotOf } from './on-the-map.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

/** All of Europe that the events are in, so that every mark is in the view. */
const WIDE = '/?at=20,50,3.2';
const STRIKE = 'e-qs5fjj7wdd';
const box = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('checkbox', { name: new RegExp(`^${name} `) });
const told = (page: Page) => page.locator('#filters').getByRole('status').first();

test('filters by kind, side, evidence and theatre work at once, on the map, in the list and the address', async ({
  page,
}) => {
  await openMap(page, WIDE);
  const all = await markedIds(page);
  expect(all).toHaveLength(9);
  await tab(page, 'Filters').click();
  await expect(told(page)).toHaveText('17 events shown');

  for (const { group, name, param, count, gone } of [
    { group: 'Kind', name: 'Strike', param: 'kinds', count: 4, gone: 3 },
    { group: 'Side that acted', name: 'Russia', param: 'by', count: 9, gone: 6 },
    { group: 'Evidence', name: 'Claimed', param: 'evidence', count: 3, gone: 0 },
    { group: 'Theatre', name: 'Elsewhere', param: 'theatre', count: 7, gone: 3 },
  ]) {
    await test.step(`${group}: ${name}`, async () => {
      await expect(box(page, group, name)).toHaveText(new RegExp(`${count}\\s+events`));
      await box(page, group, name).click();
      await expect(box(page, group, name)).not.toBeChecked();
      await expect(told(page)).toHaveText(`${17 - count} events shown, ${count} hidden`);
      await expectParam(page, param, /\w/);
      await expect.poll(async () => (await markedIds(page)).length).toBe(9 - gone);
      // One click undoes it.
      await page.locator('#filters').getByRole('link', { name: 'Show all' }).click();
      await expectParam(page, param, null);
      await expect(told(page)).toHaveText('17 events shown');
      await expect(told(page)).toBeFocused();
      await expect.poll(() => markedIds(page)).toEqual(all);
    });
  }

  await test.step('nothing chosen shows nothing, and says so; the list says how many are hidden', async () => {
    await page.getByRole('link', { name: 'None: Kind' }).click();
    await expect(page.getByText('Nothing is chosen')).toBeVisible();
    await expect(markOf(page, STRIKE)).toHaveCount(0);
    await box(page, 'Kind', 'Strike').press('Space');
    await expectParam(page, 'kinds', 'strike');
    await expect.poll(async () => (await markedIds(page)).length).toBe(3);
    await tab(page, 'What changed').click();
    await expect(page.locator('#changed')).toContainText('13 events are hidden by the filters.');
    await expect(rows(page).filter({ hasText: 'DHL' })).toHaveCount(0);
    await page.locator('#changed').getByRole('link', { name: 'Show all' }).click();
    await expect(rows(page).filter({ hasText: 'DHL' })).toBeVisible();
    await expect.poll(() => markedIds(page)).toEqual(all);
    await expectParam(page, 'kinds', null);
  });
});

test('counts of the filters follow the days, and what is filtered out leaves the timeline', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-11-21&window=1');
  await tab(page, 'Filters').click();
  await expect(told(page)).toHaveText('3 events shown');
  await expect(box(page, 'Kind', 'Strike')).toHaveText(/2\s+events/);
  await expect(box(page, 'Kind', 'Incident')).toHaveText(/0\s+events/);
  const slider = page.getByRole('slider', { name: 'Day shown' });
  await expect(slider).toHaveAttribute('aria-valuetext', '21 November 2024: 1 event');
  await box(page, 'Kind', 'Strike').click();
  await expect(slider).toHaveAttribute('aria-valuetext', '21 November 2024: nothing recorded');
  await expect(told(page)).toHaveText('1 event shown, 2 hidden');
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '21 November 2024: 1 event');
  await expect(box(page, 'Kind', 'Strike')).toBeChecked();
});

test('a layer that is off is gone from the map, and that it is not shown is said', async ({ page }) => {
  await openMap(page, '/?at=36.9,47.9,7.4');
  const held = await spotOf(page, [36.6, 47.35]);
  const free = await spotOf(page, [36.2, 48.4]);
  const contrast = async (): Promise<number> => apart(await colourAt(page, held), await colourAt(page, free));
  const legend = page.locator('details.legend');
  expect(await contrast()).toBeGreaterThan(30);
  await expect(legend).toContainText('Ground Russia is assessed to hold');

  await tab(page, 'Layers').click();
  await page.getByRole('switch', { name: 'Held ground' }).click();
  await expect(page.getByRole('switch', { name: 'Held ground' })).not.toBeChecked();
  await expect(legend).toContainText('Not shown: held ground');
  await expect(legend).not.toContainText('Ground Russia is assessed to hold');
  await expect(page.locator('#layers').getByRole('status')).toHaveText('Not shown: held ground');
  await expectParam(page, 'layers', /^contested,/);
  await expect.poll(contrast).toBeLessThan(4);

  await page.getByRole('switch', { name: 'Events' }).press('Space');
  await expect(legend).toContainText('Not shown: held ground, events');
  await expect(page.locator('.map-marks .marks > g')).toHaveCount(0);

  await page.getByRole('switch', { name: 'Held ground' }).click();
  await page.getByRole('switch', { name: 'Events' }).click();
  await expect(legend).not.toContainText('Not shown');
  await expect.poll(contrast).toBeGreaterThan(30);
  await expect(markOf(page, STRIKE)).toBeVisible();
  await expectParam(page, 'layers', null);
});
