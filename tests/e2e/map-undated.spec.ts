import { openMap, rows } from './map-page.ts';
import { keepDays, slider, step, timeline } from './on-the-timeline.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

test('what has no day stands in the list and as a span of the timeline, and counts in no bar', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-11-25&window=1');
  const undated = rows(page).filter({ hasText: 'undated' });
  await expect(undated.filter({ hasText: 'Russian gains around Kurakhove' })).toBeVisible();
  const count = await undated.count();
  expect(count).toBeGreaterThan(3);
  // One event is dated to this day, whatever else is listed on it.
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '25 November 2024: 1 event');
  await expect(rows(page).filter({ hasNotText: 'undated' })).toHaveCount(1);
  await expect(timeline(page).locator('.lane.undated')).toContainText('25 Nov: 10');
  // The band begins with the first report of an undated thing and goes on to the end, for none is known to be over.
  const band = await timeline(page).locator('.lane.undated rect').boundingBox();
  const track = await timeline(page).locator('.lane.events').boundingBox();
  const end = (box: typeof band): number => (box ? box.x + box.width : NaN);
  expect(Math.abs(end(band) - end(track))).toBeLessThan(2);
  expect(band?.x).toBeGreaterThan((track?.x ?? 0) + 500);

  await test.step('a day earlier none of them was reported', async () => {
    await step(page, 'Day before').click();
    await expect(undated.filter({ hasText: 'Russian gains around Kurakhove' })).toHaveCount(0);
    await expect(page.locator('.map-marks .ring:not(.leaving)')).toHaveCount(0);
  });
});

test('what is dated to a week stands over its days, and counts in none of them', async ({ page }) => {
  // In the first edition the strike on Dnipro was known to a week.
  await openMap(page, '/?edition=1&day=2024-11-19&window=1');
  await expect(timeline(page).locator('.lane.spans rect')).toHaveCount(1);
  const strike = rows(page).filter({ hasText: 'Intermediate-range missile hits Dnipro' });
  const days = await keepDays(page);
  for (const day of ['19 November 2024', '20 November 2024', '21 November 2024']) {
    await expect(slider(page)).toHaveAttribute('aria-valuetext', `${day}: nothing recorded`);
    await expect(strike).toContainText('18–24 Nov');
    await step(page, 'Next day').click();
  }
  expect((await days()).length).toBe(4);
});
