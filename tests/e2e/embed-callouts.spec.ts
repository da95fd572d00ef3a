// What a newsroom points out on the map that it holds a key to: the numbers of the picture are on the moving map too.
import { test as base, expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { OwnWords } from '../../src/lib/domain/embed/keyed.ts';
import { article, PARAGRAPH } from '../fixtures/article.ts';
import { besides } from '../fixtures/desk.ts';
import { demonstration, type Site } from '../fixtures/server.ts';

/** Milliseconds that a map may take on a busy machine that draws without a graphics card. */
const SLOW = 60_000;

const words: OwnWords = {
  title: '',
  credit: '',
  callouts: [
    { point: [37.28, 47.985], text: 'The hospital' },
    { point: [37.45, 48.06], text: 'The bridge' },
    { point: [24.03, 49.84], text: 'Far away' },
  ],
};
const KEYS = { light: 'w-aaaaaaaaaa', dark: 'w-bbbbbbbbbb' } as const;

const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await demonstration();
      await besides(site, async ({ widgets }) => {
        for (const [theme, id] of Object.entries(KEYS)) {
          const query = `place=kurakhove&day=2024-11-26&edition=2&theme=${theme}`;
          const made = { id, name: 'The Test Times', query, words, sites: [], hook: undefined };
          await widgets.make({ ...made, secret: 'hush', seen: 2 }, 'olha');
        }
      });
      await use(site);
      await site.end();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.origin),
});

const ready = (widget: Page | FrameLocator): Locator => widget.locator('article[data-live="ready"]');
/** On the moving map, as who cannot see it is told of it. */
const told = (widget: Page, name: string): Locator =>
  widget.getByRole('group', { name: 'Words of The Test Times, not of this map' }).getByRole('img', { name });
/** The squares that are drawn in the pictures that the server made. */
const inPicture = (widget: Page | FrameLocator): Locator =>
  widget.locator('.stage svg[role="img"]:visible g > rect[stroke-dasharray="3 2"]');
/** Where the middle of a square is in the window, and how it is coloured. */
async function lookOf(square: Locator): Promise<{ x: number; y: number; size: number; colours: string[] }> {
  await square.scrollIntoViewIfNeeded();
  return square.evaluate((rect) => {
    const { x, y, width, height } = rect.getBoundingClientRect();
    const number = rect.parentElement?.querySelector('text') as Element;
    const colours = [
      getComputedStyle(rect).fill,
      getComputedStyle(rect).stroke,
      getComputedStyle(number).fill,
    ];
    return { x: x + width / 2, y: y + height / 2, size: width, colours };
  });
}

for (const [theme, id] of Object.entries(KEYS))
  test(`the moving map in the ${theme} has the newsroom’s numbers where its picture has them, and takes them along`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 640, height: 700 });
    await page.goto(`/w/${id}`);
    const drawn = [await lookOf(inPicture(page).nth(0)), await lookOf(inPicture(page).nth(1))];
    expect(await inPicture(page).count()).toBe(2);
    await page.getByRole('link', { name: 'Move the map' }).click();
    await expect(ready(page)).toBeVisible({ timeout: SLOW });
    for (const [i, name] of ['1. The hospital', '2. The bridge'].entries()) {
      const mark = told(page, name);
      await expect(mark).toBeVisible();
      await expect(mark).toHaveText(String(i + 1));
      const { x, y, size, colours } = await lookOf(mark.locator('rect'));
      const was = drawn[i] as (typeof drawn)[number];
      expect(Math.hypot(x - was.x, y - was.y), name).toBeLessThan(2);
      expect({ size, colours }).toEqual({ size: was.size, colours: was.colours });
    }
    // What is out of the picture is not at its edge either.
    await expect(told(page, '3. Far away')).toHaveCount(0);
    await expect(page.locator('.map-callouts [aria-label="3. Far away"]')).toBeHidden();
    const before = await lookOf(told(page, '1. The hospital').locator('rect'));
    await page.locator('.box').press('ArrowRight');
    await expect
      .poll(async () =>
        Math.round((await lookOf(told(page, '1. The hospital').locator('rect'))).x - before.x),
      )
      .toBe(-80);
  });

test('the picture of another day keeps the newsroom’s numbers, and so does the map that rests', async ({
  page,
  site,
}) => {
  const src = `${site.origin}/w/${KEYS.light}?interactive=1`;
  const served = await article(
    `<iframe title="Map" width="620" height="480" sandbox="allow-scripts" src="${src}"></iframe>` +
      `<div class="far">${PARAGRAPH.repeat(60)}</div>`,
  );
  page.once('close', () => void served.close());
  await page.goto(served.address);
  const widget = page.frameLocator('iframe');
  await expect(ready(widget)).toBeVisible({ timeout: SLOW });
  await widget.getByRole('button', { name: 'One day back' }).click();
  await expect(widget.getByRole('heading', { name: 'Kurakhove, 25 November 2024' })).toBeVisible();
  await expect(inPicture(widget)).toHaveCount(2);
  await page.locator('.far p').last().scrollIntoViewIfNeeded();
  await expect(widget.locator('article[data-live="resting"]')).toBeAttached();
  await page.locator('h1').scrollIntoViewIfNeeded();
  const still = widget.locator('.map-still').getByRole('img', { name: '1. The hospital' });
  await expect(still).toBeVisible();
});
