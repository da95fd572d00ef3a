import type { Page } from '@playwright/test';
import { mapReady, middleOf, openMap } from './map-page.ts';
import { markOf, spotOf } from './on-the-map.ts';
import { expect, test } from './watched.ts';

const STRIKE = 'e-qs5fjj7wdd';
const SIZES = [
  { name: 'a desk', use: { viewport: { width: 1280, height: 800 } } },
  { name: 'a phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
];

interface Kept {
  /** What moved since the page was asked for, and how far. */
  readonly shifts: { readonly value: number; readonly what: string }[];
  /** Where the server's picture has the strike. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
}

/** Open a page whose map comes only once the picture has been looked at; what moves is kept from the beginning. */
async function openWatched(page: Page, path: string): Promise<Kept> {
  await page.addInitScript(() => {
    const shifts: Kept['shifts'] = [];
    Object.assign(window, { kept: { shifts, at: undefined } });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources?: { node?: Node }[];
        };
        const what = sources?.map(({ node }) => node?.textContent?.trim().slice(0, 20)).join(' | ') ?? '';
        if (!hadRecentInput) shifts.push({ value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let go: () => void = () => undefined;
  const typed = new Promise<void>((done) => (go = done));
  await page.route('**/map.json', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(path);
  await page.evaluate(async (strike) => {
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await document.fonts.ready;
    for (let i = 0; i < 3; i += 1) await frame();
    const { kept } = window as unknown as { kept: { -readonly [K in keyof Kept]: Kept[K] } };
    const drawn = [...document.querySelectorAll<SVGGraphicsElement>(`#map a[href*="${strike}"] > g`)];
    const matrix = drawn.find((g) => g.getClientRects().length > 0)?.getScreenCTM();
    if (matrix) kept.at = { x: matrix.e, y: matrix.f };
  }, STRIKE);
  go();
  await mapReady(page);
  return page.evaluate(() => (window as unknown as { kept: Kept }).kept);
}

const sum = ({ shifts }: Kept): number => shifts.reduce((all, { value }) => all + value, 0);

for (const { name, use } of SIZES) {
  test.describe(`on ${name}`, () => {
    test.use(use);

    test('the map comes over the picture at the same place, and nothing jumps', async ({ page }) => {
      const kept = await openWatched(page, '/');
      const live = await middleOf(markOf(page, STRIKE));
      expect(kept.at, 'the strike in the picture').toBeDefined();
      expect(Math.hypot((kept.at?.x ?? 0) - live.x, (kept.at?.y ?? 0) - live.y)).toBeLessThan(2);
      expect(sum(kept), JSON.stringify(kept.shifts)).toBeLessThan(0.001);

      // Nothing of the picture is left to be seen or reached beside the map.
      await expect(page.locator('#map')).toHaveAttribute('aria-hidden', 'true');
      await expect(page.locator('.map-marks')).toHaveCount(1);
    });
  });
}

test('an address with a camera and an event opens both in the moving map as in the picture', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const kept = await openWatched(page, `/?at=35.3,48.3,8.5&event=${STRIKE}`);
  const live = await middleOf(markOf(page, STRIKE));
  const spot = await spotOf(page, [35.04066, 48.46664]);
  expect(Math.hypot(spot.x - live.x, spot.y - live.y)).toBeLessThan(2);
  expect(Math.hypot((kept.at?.x ?? 0) - live.x, (kept.at?.y ?? 0) - live.y)).toBeLessThan(2);
  expect(sum(kept), JSON.stringify(kept.shifts)).toBeLessThan(0.001);
  await expect(markOf(page, STRIKE)).toHaveClass(/chosen/);
  // A card that came with the page takes no focus from the reader.
  await expect(page.locator('.panel .card article h2')).not.toBeFocused();
});

test('nothing of MapLibre is asked for before the page has been painted', async ({ page }) => {
  await openMap(page);
  const { paint, parts } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    parts: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('maplibre'))
      .map(({ name, startTime }) => ({ name, startTime })),
  }));
  // The library and its worker.
  expect(parts.length).toBeGreaterThanOrEqual(2);
  for (const { name, startTime } of parts) expect(startTime, name).toBeGreaterThan(paint);
});
