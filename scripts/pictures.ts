// `npm run pictures`: takes the pictures of the README and the docs from the real site, so that they stay true; names
// behind it take these alone. Needs a browser.
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../tests/fixtures/browser.ts';
import { joins, signedIn } from '../tests/fixtures/desk.ts';
import { aLine, anArea, aPoint, boxAt, kml } from '../tests/fixtures/kml.ts';
import { demonstration } from '../tests/fixtures/server.ts';

const FOLDER = 'docs/pictures';
const DESK = { width: 1280, height: 800 };
const TALL = { width: 1280, height: 1000 };
const PHONE = { width: 390, height: 844 };

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size?: { width: number; height: number };
  readonly dark?: boolean;
  /** Whether an editor is signed in. */
  readonly desk?: boolean;
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
  { name: 'import-ground', path: '/desk/import?of=ground', desk: true, act: (page) => importGround(page) },
  {
    name: 'import-ground-phone',
    path: '/uk/desk/import?of=ground',
    size: PHONE,
    dark: true,
    desk: true,
    act: (page) => importGround(page),
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

/** Outlines of ours, none of which anybody reported. */
const OUTLINES = kml(
  anArea('West of Kurakhove', [
    [37.02, 47.93],
    [37.13, 47.9],
    [37.25, 47.93],
    [37.24, 48.02],
    [37.12, 48.06],
    [37.03, 48.01],
    [37.02, 47.93],
  ]),
  anArea('South of Pokrovsk', [
    [37.0, 48.16],
    [37.16, 48.23],
    [37.16, 48.16],
    [37.0, 48.23],
    [37.0, 48.16],
  ]),
  aLine('A road', [
    [36.8, 47.9],
    [36.9, 48],
    [36.95, 48.1],
  ]),
  anArea('Latitude first', boxAt(47.75, 36.9, 47.8, 37)),
  aPoint('A brigade', 37.1, 48),
);

async function importGround(page: Page): Promise<void> {
  await page.locator('#ground-file').setInputFiles({
    name: '2024-11-26.kml',
    mimeType: 'application/vnd.google-earth.kml+xml',
    buffer: Buffer.from(OUTLINES),
  });
  await page.locator('#whose').selectOption('russia assessed');
  await page.locator('#report-0').selectOption({ index: 1 });
  await page.locator('[data-map=ready]').waitFor({ timeout: 90_000 });
  await page.locator('[data-row="1"] .head').click();
  await page.locator('[data-row="1"] .effect li').waitFor();
  await page.locator('[data-row="1"]').evaluate((row) => row.closest('.both')?.scrollIntoView());
}

const only = process.argv.slice(2);
const site = await demonstration();
await joins(site, 'olha@example.org', 'editor', 'Olha');
const jar = (await signedIn(site, 'olha@example.org')).cookie();
const browser = await chromium.launch(launchOptions());
try {
  for (const { name, path, size = DESK, dark = false, desk = false, act } of SHOTS) {
    if (only.length > 0 && !only.includes(name)) continue;
    const isPhone = size.width < 600;
    const context = await browser.newContext({
      viewport: size,
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion: 'reduce',
      colorScheme: dark ? 'dark' : 'light',
    });
    if (desk)
      await context.addCookies(
        jar.split('; ').map((pair) => {
          const at = pair.indexOf('=');
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url: site.origin };
        }),
      );
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
