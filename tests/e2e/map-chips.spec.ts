import { expectParam, middleOf, openMap, param } from './map-page.ts';
import { expect, test } from './watched.ts';

test('what lies outside stands at the edge with direction and distance; a chip flies there, and back', async ({
  page,
}) => {
  await openMap(page, '/?at=37.28,47.98,8');
  const chips = page.getByRole('list', { name: 'Outside the view' });
  const dnipro = chips.getByRole('link', { name: 'Dnipro, 170 km to the west: 1 event' });
  await expect(dnipro).toContainText('Dnipro 170 km');
  // The arrow points there: west by a little north, clockwise from north.
  const turned = await dnipro.locator('path').getAttribute('transform');
  const bearing = Number(/rotate\((\d+)\)/.exec(turned ?? '')?.[1]);
  expect(bearing).toBeGreaterThan(270);
  expect(bearing).toBeLessThan(315);
  const mark = page.locator('.map-marks .marks > [data-ids="e-qs5fjj7wdd"]');
  await expect(mark).toHaveCount(0);

  await dnipro.press('Enter');
  await expectParam(page, 'at', /^35\.04\d*,48\.46\d*,/);
  const seen = await page.locator('#map').boundingBox();
  const { x, y } = await middleOf(mark);
  expect(x).toBeGreaterThan(seen?.x ?? NaN);
  expect(x).toBeLessThan((seen?.x ?? NaN) + (seen?.width ?? 0));
  expect(y).toBeGreaterThan(seen?.y ?? NaN);
  expect(y).toBeLessThan((seen?.y ?? NaN) + (seen?.height ?? 0));
  await expect(dnipro).toHaveCount(0);

  // By keyboard: the chip is gone, and the focus with the way back.
  const back = chips.getByRole('button', { name: 'Back' });
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  await expectParam(page, 'at', '37.28,47.98,8');
  await expect(back).toHaveCount(0);
  await expect(page.getByRole('listbox', { name: /^On the map/ })).toBeFocused();
  await expect(dnipro).toBeVisible();
  expect(param(page, 'day')).toBeNull();
});
