// The maps of the page of examples as pictures: what they look like, beside the pictures of them that are kept.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { launchOptions } from '../fixtures/browser.ts';

const EXAMPLES = ['place', 'strike', 'compare', 'live', 'dark', 'slot'] as const;
type Example = (typeof EXAMPLES)[number];

// Widgets have the letters of the reader's system, which no two machines share. Here all words are set in one file of
// type that comes with the packages, at its true widths, so that lines break alike everywhere; and are then left blank.
// What is compared is everything else, each thing in its place.
const TYPE = readFileSync('node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2');
const BLANK_LETTERS = `
  @font-face {
    font-family: Steady;
    font-weight: 100 900;
    src: url(data:font/woff2;base64,${TYPE.toString('base64')});
  }
  * {
    font-family: Steady !important;
    text-rendering: geometricPrecision !important;
    color: transparent !important;
  }
  text { fill: transparent !important; stroke: transparent !important; }
`;
const launch = launchOptions();
test.use({
  // A column of the width of a tablet's page: the map at the size of an article, and pictures that weigh little.
  viewport: { width: 540, height: 900 },
  launchOptions: {
    ...launch,
    args: [...(launch.args ?? []), '--font-render-hinting=none', '--force-color-profile=srgb'],
  },
  // A widget allows no style but its own.
  bypassCSP: true,
});

// The processor paints the same on every machine, but another release of the browser may smooth an edge otherwise: a few
// pixels that differ much, or many that differ hardly. A line or a mark that came, went or moved is more than the
// first; a colour that changed, however little, is more than the second.
const SHAPES = { threshold: 0.1, maxDiffPixels: 40 } as const;
const COLOURS = { threshold: 0.01, maxDiffPixelRatio: 0.02 } as const;

async function looksAsItDid(page: Page, name: string): Promise<void> {
  await expect(page).toHaveScreenshot(name, SHAPES);
  await expect(page).toHaveScreenshot(name, COLOURS);
}

/** The frame of an example on the page of examples. */
const frameOf = (page: Page, example: Example) =>
  page.locator('section', { has: page.locator(`h2#${example}`) }).locator('iframe');

/** An example by itself, in a window of the size of its frame, or of a narrower one. */
async function open(page: Page, example: Example, width?: number): Promise<void> {
  await page.goto('/embed/examples');
  const frame = frameOf(page, example);
  const src = await frame.getAttribute('src');
  const box = await frame.boundingBox();
  await page.setViewportSize({
    width: width ?? Math.round(box?.width ?? 0),
    height: Math.round(box?.height ?? 0),
  });
  await page.goto(src ?? '');
  await page.addStyleTag({ content: BLANK_LETTERS });
  await page.evaluate(() => document.fonts.load('16px Steady'));
}

test('every example has a picture here', async ({ page }) => {
  await page.goto('/embed/examples');
  const ids = await page
    .locator('section:has(iframe) h2')
    .evaluateAll((all) => all.map((heading) => heading.id));
  expect(ids).toEqual(EXAMPLES);
});

for (const example of EXAMPLES) {
  test(`the example "${example}" looks as it did`, async ({ page }) => {
    await open(page, example);
    await looksAsItDid(page, `${example}.png`);
  });
}

test('two days in a column of 320 pixels look as they did', async ({ page }) => {
  await open(page, 'compare', 320);
  await looksAsItDid(page, 'compare-narrow.png');
});

test('on a page that turns dark, an example that follows it looks as it did', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'strike');
  await looksAsItDid(page, 'strike-on-dark.png');
});
