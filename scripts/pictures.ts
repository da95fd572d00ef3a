// `npm run pictures`: takes the pictures of the README from the real site, so that they stay true. Needs a browser.
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../tests/fixtures/browser.ts';
import { demonstration } from '../tests/fixtures/server.ts';

const FOLDER = 'docs/pictures';
const DESK = { width: 1280, height: 800 };
const TALL = { width: 1280, height: 1000 };
const PHONE = { width: 390, height: 844 };

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size?: { width: number; height: number };
  /** What a reader does before the picture is taken. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'home-dark', path: '/?event=e-qs5fjj7wdd&at=36.2,48.2,7&theme=dark' },
  { name: 'event', path: '/events/e-qs5fjj7wdd', size: TALL },
  { name: 'place', path: '/places/kurakhove', size: TALL },
  {
    name: 'report',
    path: '/reports',
    size: TALL,
    act: (page) => page.locator('.row-title a').first().click(),
  },
  { name: 'phone-uk', path: '/uk', size: PHONE },
  // What changed near a town, and who says so: the field, the place, a row of its card.
  { name: 'taps-1', path: '/', size: PHONE, act: (page) => searchFor(page) },
  {
    name: 'taps-2',
    path: '/',
    size: PHONE,
    act: async (page) => {
      await searchFor(page);
      await page.locator('.popup').getByRole('option').first().tap();
      await page.locator('.card article').waitFor();
    },
  },
  {
    name: 'taps-3',
    path: '/?place=kurakhove',
    size: PHONE,
    act: async (page) => {
      await page.getByRole('link', { name: 'Russian gains around Kurakhove' }).first().tap();
      await page.locator('.card article').getByText('Who says what').waitFor();
    },
  },
  // A month in four weeks.
  ...['2024-11-05', '2024-11-12', '2024-11-19', '2024-11-26'].map((day, i) => ({
    name: `month-${i + 1}`,
    path: `/?day=${day}&window=7&at=37.2,47.95,8.1`,
    size: { width: 1000, height: 700 },
  })),
];

async function searchFor(page: Page): Promise<void> {
  await page.locator('#q-phone').tap();
  await page.keyboard.type('kurakh');
  await page.locator('.popup').getByRole('option').first().waitFor();
}

const site = await demonstration();
const browser = await chromium.launch(launchOptions());
try {
  for (const { name, path, size = DESK, act } of SHOTS) {
    const isPhone = size.width < 600;
    const context = await browser.newContext({
      viewport: size,
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    if (/^\/(uk)?(\?|$)/.test(path))
      await page.locator('.stage[data-map="ready"]').waitFor({ timeout: 90_000 });
    await act?.(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await context.close();
    console.log(`${FOLDER}/${name}.png`);
  }
} finally {
  await browser.close();
  await site.end();
}
