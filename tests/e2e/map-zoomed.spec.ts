import type { Page } from '@playwright/test';
import { openMap } from './map-page.ts';
import { expect, overflow, test } from './watched.ts';

/** What is used or read over the map must not lie over anything else, nor be cut off. */
async function isFree(page: Page, height: number): Promise<void> {
  expect(await overflow(page)).toBe(0);
  const parts = page
    .locator(
      '.stage .find input, .stage .menu > summary, .stage .chips, .tools .tool, .stage .pill, .stage .canvas .map-scale, .stage .legend, .timeline',
    )
    .filter({ visible: true });
  const boxes = await parts.evaluateAll((all) =>
    all.map((e) => {
      const { left, top, right, bottom } = e.getBoundingClientRect();
      return { name: e.getAttribute('aria-label') ?? e.className, left, top, right, bottom };
    }),
  );
  expect(boxes.length).toBeGreaterThanOrEqual(8);
  const over = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)
      .map((b) => `${a.name} over ${b.name}`),
  );
  expect(over).toEqual([]);
  for (const { name, left, top, bottom } of boxes) {
    expect(left, name).toBeGreaterThanOrEqual(0);
    expect(top, name).toBeGreaterThanOrEqual(0);
    expect(bottom, name).toBeLessThanOrEqual(height);
  }
}

test.describe('at a zoom of 200 %', () => {
  // What a browser makes of a window of 1280 × 800 pixels.
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test('nothing that is used or read over the map lies over anything else, and nothing is cut off', async ({
    page,
  }) => {
    await openMap(page);
    await isFree(page, 400);
    // What does not fit is reached by scrolling the sheet.
    const last = page.locator('footer').getByText('Settlements: GeoNames');
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
  });
});

for (const [where, width, height] of [
  ['on a phone on its side', 740, 360],
  ['on a small tablet on its side', 1000, 700],
  ['on the smallest phone', 320, 568],
] as const)
  test.describe(where, () => {
    test.use({ viewport: { width, height } });

    test('nothing over the map lies over anything else, in the longer words of Ukrainian', async ({
      page,
    }) => {
      await openMap(page, '/uk');
      await isFree(page, height);
      // The legend leaves the map free until it is asked for, and is free itself then.
      const legend = page.locator('.stage .legend');
      if (!(await legend.isVisible())) return;
      await expect(legend.getByRole('listitem').first()).toBeHidden();
      await page.emulateMedia({ media: 'print' });
      await expect(legend.getByRole('listitem').first()).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
      await legend.locator('summary').click();
      await expect(legend.getByRole('listitem').first()).toBeVisible();
      await isFree(page, height);
    });
  });

test('in forced colours marks, lines, keys and what is chosen are told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openMap(page);
  /** What the system paints with, as a style says it. */
  const system = (colour: string): Promise<string> =>
    page.evaluate((name) => {
      const probe = document.createElement('i');
      document.body.append(probe);
      probe.setAttribute('hidden', '');
      probe.style.setProperty('forced-color-adjust', 'none');
      probe.style.color = name;
      const seen = getComputedStyle(probe).color;
      probe.remove();
      return seen;
    }, colour);
  const style = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((e, name) => getComputedStyle(e).getPropertyValue(name), property);
  const paper = await system('Canvas');

  for (const kind of ['header nav', '.tabs', '.scope', '.timeline .windows']) {
    const on = await style(`${kind} [aria-current], ${kind} .on`, 'border-bottom-color');
    const off = await style(`${kind} a:not([aria-current]):not(.on)`, 'border-bottom-color');
    expect(on, kind).not.toBe(paper);
    expect(off, kind).toBe(paper);
  }
  // The map keeps its own colours, and so do the samples that explain it.
  const mark = '.map-marks .marks > [data-ids="e-qs5fjj7wdd"]';
  await expect(page.locator(mark)).toBeVisible();
  const swatch = page.locator('.stage .legend li').filter({ hasText: 'Ground Russia is assessed to hold' });
  await expect(swatch.locator('svg')).toBeVisible();
  const fills = await swatch
    .locator('svg *')
    .evaluateAll((all) => [...new Set(all.map((e) => getComputedStyle(e).fill))]);
  expect(fills.filter((fill) => fill !== paper && fill !== 'none').length).toBeGreaterThan(0);
  // The hand of the timeline and the edges of the keys.
  expect(await style('.timeline .hand', 'stroke')).not.toBe(paper);
  expect(await style('.tools .tool', 'border-top-color')).not.toBe(paper);
});
