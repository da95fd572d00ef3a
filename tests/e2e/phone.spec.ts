import { expect, test } from './watched.ts';

const WINDOW = { width: 390, height: 844 };
// As the server sends it: what the map page becomes in a browser has tests of its own.
test.use({ viewport: WINDOW, hasTouch: true, isMobile: true, javaScriptEnabled: false });

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const bottom = (box: Box | null): number => (box ? box.y + box.height : 0);

for (const path of ['/', '/uk?theme=dark', '/?window=all&day=2024-11-21']) {
  test(`${path} on a phone`, async ({ page }) => {
    await page.goto(path);

    await test.step('the map has over half of the screen, and the timeline rests whole below it', async () => {
      const timeline = await page.locator('.timeline').boundingBox();
      expect(timeline?.height).toBeGreaterThanOrEqual(60);
      expect(timeline?.height).toBeLessThanOrEqual(76);
      expect(bottom(timeline)).toBeLessThanOrEqual(WINDOW.height);

      const stage = await page.locator('.stage').boundingBox();
      const seen = Math.min(bottom(stage), timeline?.y ?? 0) - Math.max(0, stage?.y ?? 0);
      expect(seen).toBeGreaterThan(WINDOW.height / 2);
      expect(timeline?.y).toBeCloseTo(bottom(stage), 0);
      expect(stage?.width).toBeCloseTo(WINDOW.width, 0);
      const map = page.locator('#map svg[role="group"]:visible');
      await expect(map).toHaveCount(1);
      expect(await map.locator('text').count()).toBeGreaterThanOrEqual(6);
    });

    await test.step('what is touched in the timeline is large enough', async () => {
      const steps = page.locator('.timeline .steps a:visible');
      expect(await steps.count()).toBeGreaterThanOrEqual(1);
      for (const step of await steps.all()) {
        const box = await step.boundingBox();
        expect(box?.width).toBeGreaterThanOrEqual(44);
        expect(box?.height).toBeGreaterThanOrEqual(44);
      }
    });

    await test.step('nothing lies over the date, in the timeline or above the text', async () => {
      for (const name of ['.timeline .date.short', 'h1']) {
        const date = page.locator(name);
        // In the middle of the window, where neither a bar above nor the timeline below can be said to cover it.
        await date.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        const covered = await date.evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return [...range.getClientRects()].flatMap((box) =>
            [0.05, 0.5, 0.95].flatMap((part) => {
              const over = document.elementFromPoint(box.x + box.width * part, box.y + box.height / 2);
              return over && element.contains(over) ? [] : [over?.outerHTML.slice(0, 80) ?? 'nothing'];
            }),
          );
        });
        expect(covered, name).toEqual([]);
      }
    });

    await test.step('what lies over the map keeps off each other and in the map', async () => {
      const stage = await page.locator('.stage').boundingBox();
      const pill = await page.locator('.pill').boundingBox();
      expect(bottom(pill)).toBeLessThanOrEqual(bottom(stage));
      const chips = page.locator('.stage .chips');
      if ((await chips.count()) === 0) return;
      expect(bottom(await chips.boundingBox())).toBeLessThanOrEqual(pill?.y ?? 0);
    });
  });
}

test('a tap on a step goes to the day before', async ({ page }) => {
  await page.goto('/');
  await page.locator('.timeline').getByRole('link', { name: 'Day before' }).tap();
  await expect(page.locator('.timeline .date.short')).toContainText('25 November 2024');
});

test('the theme is at the foot of the page', async ({ page }) => {
  await page.goto('/');
  await page.locator('footer').getByRole('link', { name: 'Dark', exact: true }).tap();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
