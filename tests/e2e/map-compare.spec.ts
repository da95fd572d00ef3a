import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectParam, openMap, param, rows } from './map-page.ts';
import { apart, colourAt, spotOf, type Spot } from './on-the-map.ts';
import { slider, step } from './on-the-timeline.ts';
import { quietNetwork } from './network.ts';
import { expect, overflow, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

/** Changed hands on 2 October; never held by Russia. */
const VUHLEDAR = [37.27, 47.77] as const;
const FREE = [36.2, 48.4] as const;
const AT = 'at=36.7,47.9,7.4';

const tool = (page: Page) => page.getByRole('button', { name: 'Compare two days' });
const panel = (page: Page) => page.getByRole('region', { name: 'Compare' });
const before = (page: Page) => panel(page).getByLabel('Before', { exact: true }).locator('input');
const after = (page: Page) => panel(page).getByLabel('After', { exact: true }).locator('input');
const way = (page: Page, name: string) => panel(page).getByRole('radio', { name });
const handle = (page: Page) => page.getByRole('slider', { name: 'Divides the two days' });

/** Whether ground at a spot looks as ground does that nobody took, or unlike it. */
const looks = (page: Page, spot: Spot, free: Spot, held: boolean): Promise<void> => {
  const far = expect.poll(async () => apart(await colourAt(page, spot), await colourAt(page, free)));
  return held ? far.toBeGreaterThan(30) : far.toBeLessThan(4);
};

test('a button compares with the day before the line last moved; days, ways and closing are steps', async ({
  page,
}) => {
  await openMap(page, `/?day=2024-11-26&${AT}`);
  const quiet = await quietNetwork(page);
  await tool(page).click();
  await expectParam(page, 'compare', '2024-11-23');
  await expect(tool(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(way(page, 'Difference')).toBeFocused();
  await expect(before(page)).toHaveValue('2024-11-23');
  await expect(after(page)).toHaveValue('2024-11-26');
  await expect(rows(page).filter({ hasText: 'Katerynivka passes to Russian control' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Vuhledar passes' })).toHaveCount(0);

  await test.step('a typed day brings what changed hands since, as ground and as words', async () => {
    const vuhledar = await spotOf(page, VUHLEDAR);
    await before(page).fill('2024-10-02');
    await expectParam(page, 'compare', '2024-10-02');
    await expect(page.locator('.legend')).toContainText('Taken by Russia in the last 55 days');
    const stood = await colourAt(page, vuhledar);
    await panel(page).getByRole('button', { name: 'Before: a day earlier' }).click();
    await expectParam(page, 'compare', '2024-10-01');
    await expect(rows(page).filter({ hasText: 'Vuhledar passes to Russian control' })).toBeVisible();
    await expect(page.locator('.legend')).toContainText('Line on 1 Oct');
    await expect.poll(async () => apart(await colourAt(page, vuhledar), stood)).toBeGreaterThan(10);
    await expect(panel(page)).toContainText(/Russia took \d+ patches\. Figures are withheld/);
    await expect(panel(page)).not.toContainText('km²');
    await expect(page.locator('.lead [role="status"]').last()).toHaveText(
      'Difference: 1 October 2024 and 26 November 2024',
    );
  });

  await test.step('the timeline moves the later day, and pushes the earlier one along', async () => {
    await step(page, 'Day before').click();
    await expectParam(page, 'day', '2024-11-25');
    await expect(after(page)).toHaveValue('2024-11-25');
    expect(param(page, 'compare')).toBe('2024-10-01');
    await slider(page).press('Home');
    await expectParam(page, 'day', '2024-09-01');
    await expectParam(page, 'compare', '2024-08-31');
    await page.goBack();
    await expectParam(page, 'compare', '2024-10-01');
    await expect(before(page)).toHaveValue('2024-10-01');
    await expect(after(page)).toHaveValue('2024-11-25');
  });

  await test.step('Escape closes, and going back opens again', async () => {
    await way(page, 'Difference').focus();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expectParam(page, 'compare', null);
    await expect(tool(page)).toBeFocused();
    await page.goBack();
    await expect(before(page)).toHaveValue('2024-10-01');
    await page.goForward();
    await expect(panel(page)).toHaveCount(0);
    // From elsewhere on the page too, where no card is open that would go first.
    await page.goBack();
    await expect(panel(page)).toBeVisible();
    await step(page, 'Day before').press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(step(page, 'Day before')).toBeFocused();
  });
  await quiet();
});

test('a handle wipes one day off the other, by mouse and by key, and the days stay', async ({ page }) => {
  await openMap(page, `/?day=2024-11-26&compare=2024-10-01&how=swipe&${AT}`);
  const [vuhledar, free] = [await spotOf(page, VUHLEDAR), await spotOf(page, FREE)];
  const quiet = await quietNetwork(page);
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '50');
  await expect(page.locator('.swipe .left')).toHaveText('1 Oct 2024');
  await expect(page.locator('.swipe .right')).toHaveText('26 Nov 2024');
  await looks(page, vuhledar, free, true);

  await test.step('drawn to the right of Vuhledar it shows that as it was', async () => {
    const box = (await handle(page).boundingBox()) ?? { x: NaN, y: NaN, width: 0, height: 0 };
    expect(box.width).toBeGreaterThanOrEqual(44);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(vuhledar.x + 60, y, { steps: 5 });
    await page.mouse.up();
    await looks(page, vuhledar, free, false);
    await page.mouse.move(x - 200, y);
    await looks(page, vuhledar, free, false);
  });

  await test.step('keys move it by steps and to the ends', async () => {
    await handle(page).focus();
    await page.keyboard.press('Home');
    await expect(handle(page)).toHaveAttribute('aria-valuenow', '0');
    await looks(page, vuhledar, free, true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageUp');
    await expect(handle(page)).toHaveAttribute('aria-valuenow', '12');
    await expect(handle(page)).toHaveAttribute(
      'aria-valuetext',
      '1 Oct 2024 on the left 12 % of the map, 26 Nov 2024 on the right',
    );
    await page.keyboard.press('End');
    await looks(page, vuhledar, free, false);
    expect(param(page, 'day')).toBe('2024-11-26');
  });

  await test.step('and another way shows the later day everywhere', async () => {
    await way(page, 'Difference').check();
    await expectParam(page, 'how', null);
    await expect(handle(page)).toHaveCount(0);
    await looks(page, vuhledar, free, true);
  });
  await quiet();
});

test('near by, where two days meet too, the front is a band of the width that is not known', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-11-26&compare=2024-11-20&how=swipe&at=37.2,48.1,10');
  const colours: number[][] = [];
  for (let lng = 37.19; lng < 37.37; lng += 0.012)
    colours.push(await colourAt(page, await spotOf(page, [lng, 48.05])));
  const across = apart(colours[0] as number[], colours.at(-1) as number[]);
  expect(across).toBeGreaterThan(40);
  // From free ground to held ground it is many small steps, none of them an edge.
  const steps = colours.slice(1).map((colour, i) => apart(colour, colours[i] as number[]));
  expect(Math.max(...steps)).toBeLessThan(across / 3);
});

test('side by side each half shows its day, and both follow whichever is moved', async ({ page }) => {
  await openMap(page, `/?day=2024-11-26&compare=2024-10-01&${AT}`);
  await way(page, 'Side by side').check();
  await expectParam(page, 'how', 'side');
  await expect(page.locator('.beside[data-drawn="2024-10-01"]')).toHaveAttribute('data-state', 'ready', {
    timeout: 60_000,
  });
  const half = async (): Promise<number> => (await page.locator('.beside').boundingBox())?.width ?? NaN;
  const width = await half();
  const earlier = ({ x, y }: Spot): Spot => ({ x: x - width, y });
  const shown = async (): Promise<void> => {
    const [vuhledar, free] = [await spotOf(page, VUHLEDAR), await spotOf(page, FREE)];
    await looks(page, vuhledar, free, true);
    await looks(page, earlier(vuhledar), earlier(free), false);
  };
  await shown();

  const stage = await page.locator('.stage').boundingBox();
  const [x, y] = [(stage?.x ?? 0) + width / 2, (stage?.y ?? 0) + 160];
  const was = param(page, 'at');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => param(page, 'at')).not.toBe(was);
  await shown();

  await way(page, 'Difference').check();
  await expect(page.locator('.beside')).toHaveCount(0);
  await expect(page.locator('.maplibregl-canvas')).toHaveCount(1);
  expect((await page.locator('.stage > .canvas').boundingBox())?.width).toBeGreaterThan(width * 1.9);
});

test('an address with the days the wrong way round, or one day twice, is mended and says so', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-10-01&compare=2024-11-26&how=sideways');
  await expect(page.getByText('The two days were the wrong way round')).toBeVisible();
  await expect(page.getByText('“how=sideways” could not be read')).toBeVisible();
  await expect(before(page)).toHaveValue('2024-10-01');
  await expect(after(page)).toHaveValue('2024-11-26');
  await expect(page.locator('h1')).toContainText('26 November 2024');
  await openMap(page, '/?day=2024-11-26&compare=2024-11-26');
  await expect(page.getByText('A day cannot be compared with itself')).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
});

for (const how of ['difference', 'swipe', 'side'])
  test(`nothing in the way of who needs help to read it: ${how}`, async ({ page }) => {
    await openMap(page, `/uk?day=2024-11-26&compare=2024-10-01&how=${how}&theme=dark`);
    await expect(page.locator('.compare')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('.stage').analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger draws the handle', async ({ page }) => {
    await openMap(page, `/?day=2024-11-26&compare=2024-10-01&how=swipe&at=37.1,48.1,7.4`);
    const [vuhledar, free] = [await spotOf(page, VUHLEDAR), await spotOf(page, [36.55, 48.05])];
    await looks(page, vuhledar, free, true);
    const box = (await handle(page).boundingBox()) ?? { x: NaN, y: NaN, width: 0, height: 0 };
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }],
      });
    await send('touchStart', 0);
    for (let i = 1; i <= 6; i += 1) await send('touchMove', i * 20);
    await send('touchEnd', 0);
    await touch.detach();
    await expect(handle(page)).toHaveAttribute('aria-valuenow', '81');
    await looks(page, vuhledar, free, false);
    expect(param(page, 'at')).toBe('37.1,48.1,7.4');
    expect(await overflow(page)).toBe(0);
  });

  test('the halves stand one above the other, each with its day', async ({ page }) => {
    await openMap(page, '/?day=2024-11-26&compare=2024-10-01&how=side');
    await expect(page.locator('.beside[data-state="ready"]')).toBeVisible({ timeout: 60_000 });
    const [upper, lower] = [
      await page.locator('.beside').boundingBox(),
      await page.locator('#map').boundingBox(),
    ];
    expect(upper?.width).toBe(390);
    expect(lower?.y).toBeCloseTo((upper?.y ?? 0) + (upper?.height ?? 0), 0);
    expect(lower?.height).toBeCloseTo(upper?.height ?? 0, 0);
    expect(lower?.height).toBeGreaterThan(200);
    await expect(page.getByText('1 Oct 2024', { exact: true })).toBeVisible();
    await panel(page).getByRole('button', { name: 'Stop comparing' }).tap();
    await expect(page.locator('.beside')).toHaveCount(0);
    await expectParam(page, 'compare', null);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a picture of the difference, a sentence, and the list of what changed', async ({ page }) => {
    await page.goto('/?day=2024-11-26&compare=2024-10-01');
    await expect(page.getByText('Compared: 1 Oct 2024 with 26 Nov 2024.')).toBeVisible();
    await expect(page.locator('.sentence')).toContainText('these 56 days');
    await expect(rows(page).filter({ hasText: 'Vuhledar passes to Russian control' })).toBeVisible();
    await expect(page.locator('#map svg:visible').first()).toHaveAttribute(
      'aria-label',
      /^Compared with 1 October 2024\. Map of the front line on 26 November 2024/,
    );
  });
});

test('a picture names both days and holds the outline of what changed hands', async ({ request }) => {
  const svg = async (query: string) => (await request.get(`/map.svg?day=2024-11-26&${query}`)).text();
  const [two, wiped, one] = [
    await svg('compare=2024-10-01'),
    await svg('compare=2024-10-01&how=swipe'),
    await svg('window=56'),
  ];
  expect(two).toContain(
    '<title id="t">The front line on 26 November 2024. Compared with 1 October 2024</title>',
  );
  expect(two.replace(/<[^>]*>/g, ' ')).toContain('Compared with 1 October 2024');
  expect(two).toContain('Taken by Russia in the last 56 days');
  const red = (text: string): number => text.match(/stroke="#9b2f26" stroke-width="2"/g)?.length ?? 0;
  expect(red(two)).toBe(red(one) + 1);
  // Nothing in a picture can be wiped: it shows the same.
  expect(wiped).toBe(two);
  const png = await request.get('/map.png?day=2024-11-26&compare=2024-10-01&width=390&height=844&lang=uk');
  expect([png.status(), png.headers()['content-type']]).toEqual([200, 'image/png']);
});
