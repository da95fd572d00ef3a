import type { Position } from '../../src/lib/domain/geometry/sphere.ts';
import { card, expectDay, openMap } from './map-page.ts';
import { quietNetwork } from './network.ts';
import { colourAt, spotOf } from './on-the-map.ts';
import { slider, timeline } from './on-the-timeline.ts';
import { expect } from './watched.ts';
import { test } from './year-site.ts';

/** A front that was made up, day by day; the point was taken, lost again, and taken once more. */
const POINT: Position = [34.6198, 47.6723];
const [LOST, AGAIN] = ['2024-02-15', '2024-02-17'] as const;

test.use({ viewport: { width: 1280, height: 800 } });

test('every day of imported months is drawn as it was, and nothing is asked for on the way', async ({
  page,
}) => {
  await openMap(page, `/?day=2024-02-14&at=${POINT[0]},${POINT[1]},13`);
  const canvas = page.locator('.canvas');
  await expect(canvas).toHaveAttribute('data-drawn', '2024-02-14');
  const spot = await spotOf(page, POINT);
  const quiet = await quietNetwork(page);
  // Held ground is red, fresh or not; what was lost of late is blue, and other land nearly white.
  const isHeld = async (): Promise<boolean> => {
    const [red = 0, , blue = 0] = await colourAt(page, spot);
    return red - blue > 30;
  };
  expect(await isHeld()).toBe(true);
  const days: boolean[] = [];
  for (let day = 15; day <= 24; day += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(canvas).toHaveAttribute('data-drawn', `2024-02-${day}`);
    days.push(await isHeld());
  }
  // From the day of the loss on it is shown as lost, until the day on which it was taken again.
  expect(days).toEqual(days.map((_, i) => i >= 2));
  await quiet();
});

test('a day that other days led to is the very picture of the day that is opened', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const map = page.locator('.canvas');
  const picture = async (): Promise<string> => (await map.screenshot()).toString('base64');
  await openMap(page, `/?day=${AGAIN}`);
  await expect(map).toHaveAttribute('data-drawn', AGAIN);
  await page.mouse.move(0, 0);
  const opened = await picture();
  await openMap(page, '/?day=2024-02-13');
  for (let day = 14; day <= 17; day += 1) {
    const before = await picture();
    await page.keyboard.press('ArrowRight');
    await expect(map).toHaveAttribute('data-drawn', `2024-02-${day}`);
    if (day === 17) await expect.poll(picture).not.toBe(before);
  }
  await expect.poll(picture).toBe(opened);
});

test('a click on ground tells its whole story, with the report behind each day', async ({ page }) => {
  await openMap(page, `/?day=2024-03-05&at=${POINT[0]},${POINT[1]},13`);
  const { x, y } = await spotOf(page, POINT);
  await page.mouse.click(x, y);
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Ground Russia is assessed to hold');
  await expect(card(page)).toContainText(/since 17 Feb 2024/i);
  await expect(card(page).getByRole('link', { name: 'The line on 17 February 2024' })).toHaveAttribute(
    'href',
    `/days/${AGAIN}`,
  );
  await expect(card(page)).toContainText('A report made for a test');
  await expect(card(page)).toContainText('The line is true to about 100 m');
  const history = card(page).locator('section', { hasText: '1 Jan 2024' }).last();
  for (const when of ['1 Jan 2024', '14 Feb 2024', '15 Feb 2024', '16 Feb 2024', '17 Feb 2024'])
    await expect(history).toContainText(when);
});

test('what changed lists a day of the line, and shows its ground', async ({ page }) => {
  await openMap(page, `/?day=${LOST}`);
  await expectDay(page, LOST, '15 February 2024');
  const row = page.locator('#changed > .rows li').filter({ hasText: '15 Feb' }).first();
  await row.getByRole('link').click();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText('15 Feb 2024');
});

test('the lane of the line shows km² by day, and the slider tells of a day what the page of change does', async ({
  page,
  site,
}) => {
  const told = async (before: string, day: string): Promise<string> => {
    const { rows } = await site.json<{ rows: { area: string; net_km2: number }[] }>(
      `/data/latest/change.json?from=${before}&to=${day}`,
    );
    const km2 = rows.find(({ area }) => area === 'all')?.net_km2 ?? 0;
    expect(Math.abs(km2)).toBeGreaterThan(0);
    return `Russia’s net ${km2 < 0 ? '−' : '+'}${Math.abs(km2).toFixed(1)} km²`;
  };
  await openMap(page, `/?day=${LOST}`);
  await expect(timeline(page)).toContainText('Russia’s net km² a day');
  await expect(timeline(page)).not.toContainText('Line moved');
  const says = async (text: string): Promise<void> => {
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toContain(text);
  };
  await says(`15 February 2024: line moved, ${await told('2024-02-14', LOST)}`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await says(`17 February 2024: line moved, ${await told('2024-02-16', AGAIN)}`);
});
