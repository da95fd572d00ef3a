import { expectParam, openLive, param, rows, tab } from './map-page.ts';
import { expect, test } from './watched.ts';

test('edition 1 is chosen, is marked as older with what it knew, and leads back to the newest', async ({
  page,
}) => {
  await openLive(page, '/?day=2024-11-25&window=30');
  await tab(page, 'Layers').click();
  const chooser = page.getByRole('region', { name: 'As known on' });
  await expect(chooser.getByRole('link', { name: /^Edition 2, newest/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(chooser.getByRole('link', { name: /^Edition 1/ })).toContainText('22 Nov 2026, 06:00');
  await chooser.getByRole('link', { name: /^Edition 1/ }).click();

  await expectParam(page, 'edition', '1');
  await expect(page.locator('.home[data-live="true"]')).toBeVisible();
  const note = page.locator('.lead').getByRole('note');
  await expect(note).toContainText('This is edition 1. The newest is 2.');
  await expect(page.locator('.pill')).toContainText('Edition 1');
  // The day and the window came along; the strike is known to its week only.
  expect([param(page, 'day'), param(page, 'window')]).toEqual(['2024-11-25', '30']);
  const strike = rows(page).filter({ hasText: 'Intermediate-range missile hits Dnipro' });
  await expect(strike).toBeVisible();
  await expect(strike).not.toContainText(/(^|\s)21 Nov ·/);

  // Whatever is changed, it stays said.
  await page.locator('.timeline').getByRole('link', { name: 'Day before' }).click();
  await expect(page.locator('h1')).toContainText('24 November 2024');
  await expect(note).toContainText('This is edition 1. The newest is 2.');
  await note.getByRole('link', { name: 'Show the newest' }).click();
  await expectParam(page, 'edition', null);
  await expect(page.locator('.home[data-live="true"]')).toBeVisible();
  await expect(page.locator('.pill')).toContainText('Edition 2');
  await expect(page.locator('.lead').getByRole('note')).toHaveCount(0);
  await expect(strike).toContainText('21 Nov');
});

test('as known on a day: before anything was published it is said, and edition 1 is shown', async ({
  page,
}) => {
  await openLive(page, '/?day=2024-11-25');
  await tab(page, 'Layers').click();
  const chooser = page.getByRole('region', { name: 'As known on' });
  const ask = async (day: string): Promise<void> => {
    await chooser.getByLabel('At the end of a day').fill(day);
    await chooser.getByRole('button', { name: 'Show' }).click();
    await expectParam(page, 'known', day);
    await expect(page.locator('.home[data-live="true"]')).toBeVisible();
  };
  await ask('2020-01-01');
  const note = page.locator('.lead').getByRole('note');
  await expect(note).toContainText('Nothing was published by 1 January 2020; edition 1 is shown.');
  await expect(note.getByRole('link', { name: 'Show the newest' })).toBeVisible();
  await expect(page.locator('.pill')).toContainText('Edition 1');
  await expect(page.locator('h1')).toContainText('25 November 2024');

  // At the end of the day on which both editions came out, the second was known.
  await tab(page, 'Layers').click();
  await ask('2026-11-22');
  await expect(page.locator('.pill')).toContainText('Edition 2');
});
