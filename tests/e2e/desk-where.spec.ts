import type { Page } from '@playwright/test';
import { expect, test } from './desk-site.ts';
import { apart, colourAt, type Spot } from './on-the-map.ts';

const written = (page: Page) => page.locator('.set code');
const sure = (page: Page) => page.getByRole('alert').filter({ hasText: 'Are you sure?' });
const mark = (page: Page) => page.getByRole('button', { name: /^The point, / });

/** The form of a new event, on a page whose map is where it goes at once. */
async function newEvent(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/desk/events/new');
}
async function setPoint(page: Page, text: string): Promise<void> {
  await page.getByLabel('Point', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Set the point', exact: true }).click();
}
async function choosePlace(page: Page, name: string, about: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Place' }).fill(name);
  await page.getByRole('option').filter({ hasText: about }).first().click();
  await expect(page.locator('.chosen')).toContainText(name);
}
async function mapHere(page: Page): Promise<void> {
  await expect(page.locator('[data-map=ready]')).toBeVisible({ timeout: 60_000 });
  await page.locator('.maplibregl-canvas').scrollIntoViewIfNeeded();
}

test.describe('a point that is far from the chosen place', () => {
  test('is asked about before it is set, and one near by is not', async ({ as }) => {
    const page = await as('iryna');
    await newEvent(page);
    await choosePlace(page, 'Dnipro', 'City');
    await setPoint(page, '48.5, 35.1');
    await expect(written(page)).toHaveText('48.50000, 35.10000');
    await expect(sure(page)).toHaveCount(0);
    await setPoint(page, '49.99, 36.23');
    await expect(sure(page)).toContainText('The point lies far from the place.');
    await expect(written(page)).toHaveText('48.50000, 35.10000');
    await sure(page)
      .getByRole('button', { name: /49.99000, 36.23000/ })
      .click();
    await expect(written(page)).toHaveText('49.99000, 36.23000');
    await expect(sure(page)).toHaveCount(0);
  });

  test('is asked about when it is put there on the map, and the mark waits for the answer', async ({
    as,
  }) => {
    const page = await as('iryna');
    await newEvent(page);
    await choosePlace(page, 'Dnipro', 'City');
    await page.getByLabel('How exactly is it known?').selectOption('settlement');
    const first = (await written(page).textContent()) ?? '';
    await mapHere(page);
    await expect(mark(page)).toBeVisible();
    // One step out is twice as wide: after four a hand's breadth is a hundred kilometres.
    for (let i = 0; i < 4; i += 1) await page.getByRole('button', { name: 'Farther' }).click();
    const box = await mark(page).boundingBox();
    if (!box) throw new Error('there is no mark');
    await page.mouse.click(box.x + 22 - 130, box.y + 22);
    await expect(sure(page)).toContainText('The point lies far from the place.');
    await expect(written(page)).toHaveText(first);
    expect((await mark(page).boundingBox())?.x).toBeCloseTo(box.x, 0);
    const take = sure(page).getByRole('button', { name: /Set the point/ });
    const offered = ((await take.textContent()) ?? '').trim().replace('Set the point: ', '');
    await take.click();
    await expect(written(page)).toHaveText(offered);
    // What was agreed to once is not asked again: the next step is as far.
    await mark(page).press('ArrowLeft');
    await expect(written(page)).not.toHaveText(offered);
    await expect(sure(page)).toHaveCount(0);
  });
});

test('a place that is typed before the scripts come is looked up when they are there', async ({ as }) => {
  const page = await as('iryna');
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/desk/events/new', { waitUntil: 'commit' });
  await page.getByRole('combobox', { name: 'Place' }).fill('Dnipro');
  release();
  await expect(page.getByRole('option', { name: /^Dnipro City/ })).toBeVisible();
});

test('a point that is set while the map is on its way is close by when the map comes', async ({ as }) => {
  const page = await as('iryna');
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  // The code that draws the map of the desk: it alone names its layers.
  await page.route(/\.js$/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('desk-halo')) await held;
    await route.fulfill({ response });
  });
  await newEvent(page);
  await setPoint(page, '49.2, 30.9');
  await expect(written(page)).toHaveText('49.20000, 30.90000');
  release();
  await mapHere(page);
  const canvas = await page.locator('.maplibregl-canvas').boundingBox();
  const there = await mark(page).boundingBox();
  if (!canvas || !there) throw new Error('there is no mark');
  expect(Math.abs(there.x + 22 - (canvas.x + canvas.width / 2))).toBeLessThan(2);
  expect(Math.abs(there.y + 22 - (canvas.y + canvas.height / 2))).toBeLessThan(2);
  await expect(page.getByText(/^[1-5] km$/)).toBeVisible();
});

test('a point outside of the theatre is asked about, but not where the event is said to be elsewhere', async ({
  as,
}) => {
  const page = await as('iryna');
  await newEvent(page);
  await setPoint(page, '55.75 N, 37.62 E');
  await expect(sure(page)).toContainText('The point lies outside of the theatre');
  await expect(written(page)).toHaveCount(0);
  await page.getByLabel('Theatre').selectOption('elsewhere');
  await setPoint(page, '55.75 N, 37.62 E');
  await expect(written(page)).toHaveText('55.75000, 37.62000');
  await expect(sure(page)).toHaveCount(0);
});

test('the ground that a precision leaves open is shaded around the point', async ({ as }) => {
  const page = await as('iryna');
  await newEvent(page);
  const precision = page.getByLabel('How exactly is it known?');
  await precision.selectOption('exact');
  await setPoint(page, '49.2, 30.9');
  await expect(page.locator('[data-status=saved]')).toBeVisible();
  // The map opens at a point that is there, close to it.
  await page.reload();
  await mapHere(page);
  await expect(mark(page)).toBeVisible();
  const box = await mark(page).boundingBox();
  if (!box) throw new Error('there is no mark');
  const [x, y] = [box.x + 22, box.y + 22];
  // Two kilometres from the point and six, as the map comes to a point.
  const [near, far]: [Spot, Spot] = [
    { x: x + 40, y },
    { x: x + 120, y },
  ];
  const difference = async (): Promise<number> =>
    apart(await colourAt(page, near), await colourAt(page, far));
  await expect.poll(difference).toBe(0);
  const bare = await colourAt(page, far);
  await precision.selectOption('settlement');
  await expect(page.getByLabel('Within metres')).toHaveValue('3000');
  await expect.poll(difference).toBeGreaterThan(10);
  expect(await colourAt(page, far)).toEqual(bare);
  // As wide as an editor says it is.
  await page.getByLabel('Within metres').fill('9000');
  await expect.poll(difference).toBe(0);
  expect(apart(await colourAt(page, far), bare)).toBeGreaterThan(10);
  await precision.selectOption('exact');
  await expect.poll(() => colourAt(page, far)).toEqual(bare);
});
