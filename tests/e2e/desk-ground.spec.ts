import { expect, test as base, type Page } from '@playwright/test';
import { ringsOf, type AreaLike } from '../../src/lib/domain/geometry/rings.ts';
import { projection, type Point } from '../../src/lib/look/mercator.ts';
import type { Position } from '../../src/lib/domain/geometry/sphere.ts';
import { stateOf } from '../fixtures/staff.ts';

type State = Awaited<ReturnType<typeof stateOf>>;
const test = base.extend<object, { editor: State }>({
  editor: [
    async ({}, use, info) => {
      const site = { origin: String(info.project.use.baseURL), data: 'test-results/data' };
      await use(await stateOf(site, `Drawer-${info.workerIndex}`, 'editor'));
    },
    { scope: 'worker' },
  ],
  storageState: ({ editor }, use) => use(editor),
});
// Without motion the map is where it goes at once.
test.use({ viewport: { width: 1280, height: 1000 }, contextOptions: { reducedMotion: 'reduce' } });

/** The camera with which the map of ground opens. */
const CAMERA = { lng: 36.6, lat: 48.2, zoom: 6.2 };
const status = (page: Page) => page.locator('[data-status]');
const size = (page: Page) => page.locator('[data-tool]');
const effect = (page: Page) => page.getByRole('region', { name: 'What it really changes' });

async function newGround(page: Page): Promise<void> {
  await page.goto('/desk/ground/new');
  await expect(page.locator('[data-map=ready]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Draw an area' })).toBeEnabled();
  await page.locator('.maplibregl-canvas').scrollIntoViewIfNeeded();
}

/** Where degrees lie on the page, as long as the map stands as it opened. */
async function placeOf(page: Page, p: Position, zoom = CAMERA.zoom): Promise<Point> {
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (!box) throw new Error('there is no map');
  const [x, y] = projection({ camera: { ...CAMERA, zoom }, width: box.width, height: box.height })(p);
  return [box.x + x, box.y + y];
}
async function clickAt(page: Page, ...corners: readonly Position[]): Promise<void> {
  for (const corner of corners) {
    const [x, y] = await placeOf(page, corner);
    await page.mouse.move(x - 8, y - 8);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  }
}

test.describe('a statement about ground', () => {
  test('is drawn on the map, says what it changes, and is kept', async ({ page }) => {
    await newGround(page);
    await page.getByLabel('Who holds it').selectOption('russia');
    await page.getByRole('button', { name: 'Draw an area' }).click();
    await clickAt(page, [35.4, 48.5], [36.2, 48.5], [36.2, 48.9]);
    await expect(size(page)).toContainText('corners.');
    await page.getByRole('button', { name: 'Close the area' }).click();
    await expect(size(page)).toContainText('3 corners');
    await expect(effect(page)).toContainText('From 26 November 2024 on');
    await expect(effect(page)).toContainText('Russia, assessed: gains ground');
    // What ships is a demonstration.
    await expect(effect(page)).toContainText('Figures are withheld');
    await expect(status(page)).toHaveAttribute('data-status', 'saved');
    await page.reload();
    await expect(size(page)).toContainText('3 corners');
    await expect(effect(page)).toContainText('gains');
  });

  test('takes steps back and forth by buttons and by keys', async ({ page }) => {
    await newGround(page);
    await page.getByRole('button', { name: 'Draw an area' }).click();
    await clickAt(page, [35.4, 48.5], [36.2, 48.5], [36.2, 48.9], [35.4, 48.9]);
    // A corner first, while it is drawn.
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Close the area' }).click();
    await expect(size(page)).toContainText('3 corners');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(size(page)).toContainText('Nothing is drawn yet');
    await page.keyboard.press('Control+Shift+z');
    await expect(size(page)).toContainText('3 corners');
  });

  test('shows where an outline crosses itself and does not take it', async ({ page }) => {
    await newGround(page);
    await page.getByRole('button', { name: 'Draw an area' }).click();
    await clickAt(page, [35.4, 48.5], [36.2, 48.9], [36.2, 48.5], [35.4, 48.9]);
    await page.getByRole('button', { name: 'Close the area' }).click();
    await expect(size(page)).toContainText('The outline crosses itself in one place');
    await expect(page.getByRole('button', { name: 'Close the area' })).toBeVisible();
    await page.getByRole('button', { name: 'Give up' }).click();
    await expect(size(page)).toContainText('Nothing is drawn yet');
  });

  test('is made of the line that is moved', async ({ page }) => {
    await newGround(page);
    const ground = (await (await page.request.get('/desk/api/ground?day=2024-11-26')).json()) as {
      ledgers: { holder: string; basis: string; area: AreaLike }[];
    };
    const held = ground.ledgers.find((l) => l.holder === 'russia' && l.basis === 'assessed');
    if (!held) throw new Error('nothing is held');
    await page.getByRole('button', { name: 'Move the line' }).click();
    await expect(page.getByText('too many corners in view')).toBeVisible();
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect(page.getByText('Drag corners of the line')).toBeVisible();
    const corner = ringsOf(held.area)
      .flat()
      .filter(([lng, lat]) => lng > 36.8 && lng < 37.4 && lat > 47.8 && lat < 48.4)
      .sort((a, b) => a[0] - b[0])[0];
    if (!corner) throw new Error('no corner is in view');
    const [x, y] = await placeOf(page, corner, CAMERA.zoom + 2);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 20, y - 10, { steps: 5 });
    await page.mouse.move(x - 60, y - 30, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'State what is gained' }).click();
    await expect(page.getByLabel('Who holds it')).toHaveValue('russia');
    await expect(size(page)).toContainText('Drawn:');
    await expect(effect(page)).toContainText('gains');
    await expect(effect(page)).not.toContainText('loses');
  });

  test('is pasted without a pointer, as large as can be worked on and no larger', async ({ page }) => {
    await newGround(page);
    await page.getByLabel('Who holds it').selectOption('russia');
    await page.getByText('Type or paste an area').press('Enter');
    const field = page.getByRole('textbox', { name: 'Type or paste an area' });
    const take = page.getByRole('button', { name: 'Take this area' });
    await field.fill('POLYGON ((36 48, 37 49, 37 48, 36 49, 36 48))');
    await take.press('Enter');
    await expect(page.getByRole('alert')).toContainText('crosses itself near latitude 48.5');
    const round = (corners: number): string =>
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          Array.from({ length: corners }, (_, i) => [
            Number((35.5 + Math.cos((2 * Math.PI * i) / corners) / 4).toFixed(6)),
            Number((48.6 + Math.sin((2 * Math.PI * i) / corners) / 4).toFixed(6)),
          ]),
        ],
      });
    await field.fill('POLYGON ((36 48, 37 48, 37 49, 36 48))');
    await take.press('Enter');
    await expect(size(page)).toContainText('3 corners');
    // A corner is moved by its number.
    await page.getByRole('button', { name: 'Write out what is drawn' }).press('Enter');
    await expect(field).toHaveValue(/\[37,49\]/);
    const before = await size(page).textContent();
    await field.fill((await field.inputValue()).replace('[37,49]', '[37,49.5]'));
    await take.press('Enter');
    await expect(size(page)).toContainText('3 corners');
    await expect(size(page)).not.toHaveText(before ?? '');
    await field.evaluate((node: HTMLTextAreaElement, text) => {
      node.value = text;
      node.dispatchEvent(new Event('input', { bubbles: true }));
    }, round(1_000_000));
    await take.press('Enter');
    await expect(page.getByRole('alert')).toContainText(/at most 100000|is longer than/);
    await field.fill(round(10_000));
    await take.press('Enter');
    await expect(size(page)).toContainText('10000 corners');
    await expect(effect(page)).toContainText('gains');
    await expect(status(page)).toHaveAttribute('data-status', 'saved');
    // So many are moved a part at a time.
    await page.getByRole('button', { name: 'Move its corners' }).click();
    await expect(page.getByText('too many corners in view')).toBeVisible();
  });

  test('says what it would change that one is retracted, or moved to another day', async ({ page }) => {
    // Pressed before the scripts are there that answer, and not lost.
    let come = () => {};
    const line = new Promise<void>((done) => (come = done));
    await page.route('**/_app/**/*.js', async (route) => {
      await line;
      await route.continue();
    });
    await page.goto('/desk/ground/c-257wgmizhy', { waitUntil: 'commit' });
    await page.waitForFunction(() => 'salientPressed' in globalThis);
    await page.getByRole('button', { name: 'Show what retracting it changes' }).click();
    come();
    const gone = page.getByRole('region', { name: 'What changes if it is retracted' });
    // Another statement took some of the same ground on the 24th.
    await expect(gone).toContainText('From 16 November 2024 to 23 November 2024');
    await expect(gone.getByRole('link', { name: /^Katerynivka passes/ })).toBeVisible();
    await expect(gone).toContainText('From 24 November 2024 on');
    await expect(gone).toContainText('Russia, assessed: loses ground');
    await expect(effect(page)).toContainText('Nothing changes');
    await page.getByLabel('Day from which it holds').fill('2024-11-20');
    await expect(effect(page)).toContainText('From 16 November 2024 to 19 November 2024');
    await expect(effect(page)).toContainText('loses');
  });
});

test.describe('the point of an event', () => {
  test('is set, moved and kept on a map', async ({ page }) => {
    await page.goto('/desk/events/new');
    await page.getByLabel('How exactly is it known?').selectOption('settlement');
    await expect(page.locator('[data-map=ready]')).toBeVisible({ timeout: 60_000 });
    const canvas = page.locator('.maplibregl-canvas');
    await canvas.scrollIntoViewIfNeeded();
    await canvas.click({ position: { x: 400, y: 150 } });
    const written = page.locator('.set code');
    await expect(written).toBeVisible();
    const first = await written.textContent();
    const mark = page.getByRole('button', { name: /^The point, / });
    await mark.press('ArrowRight');
    await expect(written).not.toHaveText(first ?? '');
    await mark.press('ArrowLeft');
    await expect(written).not.toHaveText('');
    const before = Number((await written.textContent())?.split(', ')[1]);
    await mark.press('Shift+ArrowRight');
    await expect
      .poll(async () => Number((await written.textContent())?.split(', ')[1]) - before)
      .toBeGreaterThan(0);
    const box = await mark.boundingBox();
    if (!box) throw new Error('there is no mark');
    const [x, y] = [box.x + 22, box.y + 22];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 30, y + 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Number((await written.textContent())?.split(', ')[1])).toBeLessThan(before);
    await expect(status(page)).toHaveAttribute('data-status', 'saved');
    const kept = await written.textContent();
    await page.reload();
    await expect(written).toHaveText(kept ?? '');
  });

  test('in the sea is asked about before it is set', async ({ page }) => {
    await page.goto('/desk/events/new');
    const sure = page.getByRole('alert').filter({ hasText: 'or in the sea. Are you sure?' });
    await page.getByLabel('Point', { exact: true }).fill('45.0 N, 32.0 E');
    await page.getByRole('button', { name: 'Set the point', exact: true }).click();
    await expect(sure).toBeVisible();
    await expect(page.locator('.set code')).toHaveCount(0);
    await sure.getByRole('button', { name: /45.00000, 32.00000/ }).click();
    await expect(page.locator('.set code')).toHaveText('45.00000, 32.00000');
  });

  test('is written in fields where the browser draws no map', async ({ page }) => {
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...more: unknown[]
      ) {
        return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...more]);
      } as typeof real;
    });
    await page.goto('/desk/events/new');
    await expect(page.getByText('This browser cannot draw the map.')).toBeVisible();
    await page.getByLabel('Point', { exact: true }).fill('48.0, 37.3');
    await page.getByRole('button', { name: 'Set the point', exact: true }).click();
    await expect(page.locator('.set code')).toHaveText('48.00000, 37.30000');
  });
});
