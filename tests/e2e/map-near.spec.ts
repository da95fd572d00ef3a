import type { Page } from '@playwright/test';
import { openMap } from './map-page.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

/** How far two pictures are apart at most, in steps of 255 of a colour. */
const apart = (page: Page, pictures: readonly Buffer[]): Promise<number> =>
  page.evaluate(
    async (all) => {
      const [a, b] = await Promise.all(
        all.map(async (bytes) => {
          const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
          context?.drawImage(picture, 0, 0);
          return context?.getImageData(0, 0, picture.width, picture.height).data;
        }),
      );
      if (!a || !b || a.length !== b.length) return Infinity;
      return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);
    },
    pictures.map((bytes) => [...bytes]),
  );

test('near by, where the front is a band, a day that others led to looks as the day that is opened', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const map = page.locator('.canvas');
  // The ground alone: names keep the places that they found on the way.
  const at = (day: string): string => `/?day=${day}&at=37.2,47.95,10&layers=control,contested,fresh,front`;
  await openMap(page, at('2024-11-25'));
  await expect(map).toHaveAttribute('data-drawn', '2024-11-25');
  await page.mouse.move(0, 0);
  const opened = await map.screenshot();
  await openMap(page, at('2024-11-21'));
  expect(await apart(page, [await map.screenshot(), opened])).toBeGreaterThan(20);
  for (let day = 22; day <= 25; day += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(map).toHaveAttribute('data-drawn', `2024-11-${day}`);
  }
  await expect.poll(async () => apart(page, [await map.screenshot(), opened])).toBeLessThanOrEqual(2);
});
