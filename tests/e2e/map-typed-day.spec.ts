import type { Page } from '@playwright/test';
import { expectDay, openMap, rows, tab } from './map-page.ts';
import { timeline } from './on-the-timeline.ts';
import { quietNetwork } from './network.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const date = (page: Page) => timeline(page).getByRole('group').filter({ hasText: 'Go to a day' }).first();
const field = (page: Page) => date(page).getByLabel('Go to a day');
const note = (page: Page) => date(page).getByRole('status');

test('a typed date leads there, and a bad one is answered without losing anything', async ({ page }) => {
  await openMap(page, '/?day=2024-11-21&window=1');
  const quiet = await quietNetwork(page);
  await date(page).locator('summary').click();

  await test.step('a part of a date asks for the rest and leaves the day', async () => {
    await field(page).fill('');
    await field(page).press('Enter');
    await expect(note(page)).toHaveText('Write a whole date: day, month and year.');
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
    await expectDay(page, '2024-11-21', '21 November 2024');
    await expect(rows(page).filter({ hasText: 'Intermediate-range missile hits Dnipro' })).toBeVisible();
    await expect(tab(page, 'What changed')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a day outside of the series leads to the nearest, and says so', async () => {
    await field(page).fill('2031-05-05');
    await expect(note(page)).toBeHidden();
    await date(page).getByRole('button', { name: 'Show' }).click();
    await expect(note(page)).toHaveText(
      'The days here go from 1 Sept 2024 to 26 Nov 2024; the nearest is shown.',
    );
    await expectDay(page, '2024-11-26', '26 November 2024');
    await expect(field(page)).toHaveValue('2024-11-26');
  });

  await test.step('a good one closes the form and gives the focus back', async () => {
    await field(page).fill('2024-10-02');
    await field(page).press('Enter');
    await expectDay(page, '2024-10-02', '2 October 2024');
    await expect(field(page)).toBeHidden();
    await expect(date(page).locator('summary')).toBeFocused();
    await expect(rows(page).filter({ hasText: 'Vuhledar passes to Russian control' })).toBeVisible();
  });
  await quiet();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the date, the windows and the steps to a change are in a sheet that closes', async ({ page }) => {
    await openMap(page, '/?day=2024-11-21');
    const more = timeline(page).getByRole('button', { name: 'More about time' });
    const sheet = page.locator('.timeline .sheet');
    await more.tap();
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText('Undated: reported on or after 21 Nov: 2');
    await sheet.getByRole('link', { name: 'Change before' }).tap();
    await expectDay(page, '2024-11-16', '16 November 2024');
    await sheet.getByRole('link', { name: 'Day', exact: true }).tap();
    await expect(sheet.getByRole('link', { name: 'Day', exact: true })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await expect(rows(page)).toHaveCount(1);
    await sheet.getByLabel('Go to a day').fill('2024-10-30');
    await sheet.getByRole('button', { name: 'Show' }).tap();
    await expectDay(page, '2024-10-30', '30 October 2024');
    await expect(sheet).toBeHidden();
  });
});
