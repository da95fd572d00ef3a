import type { Locator, Page } from '@playwright/test';
import { expect } from './watched.ts';

/** Milliseconds that the moving map may take on a busy machine that draws without a graphics card. */
const SLOW = 60_000;

/** Open a page and wait until a browser has taken it over: days, lists and filters work. */
export async function openLive(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await expect(page.locator('.home[data-live="true"]')).toBeVisible({ timeout: SLOW });
}

/** Open a page and wait until its map moves too. */
export async function openMap(page: Page, path = '/'): Promise<void> {
  await openLive(page, path);
  await mapReady(page);
}

export async function mapReady(page: Page): Promise<void> {
  await expect(page.locator('.stage[data-map="ready"]')).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.tools .tool').last()).toBeVisible({ timeout: SLOW });
  // The last that the page asks of the network by itself: whether there are newer editions.
  await expect(page.locator('[data-stream]')).not.toHaveAttribute('data-stream', 'waiting', {
    timeout: SLOW,
  });
}

/** A parameter of the present address. */
export const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** Wait until the address says so. */
export const expectParam = (page: Page, name: string, value: string | RegExp | null): Promise<void> =>
  value instanceof RegExp
    ? expect.poll(() => param(page, name), { timeout: SLOW }).toMatch(value)
    : expect.poll(() => param(page, name), { timeout: SLOW }).toBe(value);

/** What a reader takes the day from, all of it. */
export async function expectDay(page: Page, day: string, words: string): Promise<void> {
  await expect(page.locator('h1')).toContainText(words);
  await expect(page).toHaveTitle(`${words} · Salient`);
  await expectParam(page, 'day', day);
}

export const rows = (page: Page): Locator => page.locator('#changed > .rows li');
export const card = (page: Page): Locator => page.locator('.panel .card article');
export const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });

/** The search field that is to be seen. */
export const searchField = (page: Page): Locator => page.locator('#q:visible, #q-phone:visible');

/** What the search offers. */
export const options = (page: Page): Locator => page.locator('.popup').getByRole('option');

/** The middle of a mark on the map, in pixels of the window. */
export async function middleOf(mark: Locator): Promise<{ x: number; y: number }> {
  const place = (): Promise<{ x: number; y: number }> =>
    mark.evaluate((g: SVGGElement) => {
      const m = g.getScreenCTM();
      return { x: m?.e ?? NaN, y: m?.f ?? NaN };
    });
  // At rest: the same twice.
  let last = await place();
  await expect
    .poll(async () => {
      const now = await place();
      const same = Math.hypot(now.x - last.x, now.y - last.y) < 0.5;
      last = now;
      return same;
    })
    .toBe(true);
  return last;
}

/** Addresses of everything that is asked for from now on. */
export function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
}
