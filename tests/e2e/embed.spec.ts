// Widgets in an article that another site serves: what a reader sees of them, and what the article is told.
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { article, countContexts, PARAGRAPH } from '../fixtures/article.ts';

/** Milliseconds that a map may take on a busy machine that draws without a graphics card. */
const SLOW = 60_000;
const KURAKHOVE = 'place=kurakhove&day=2024-11-26&edition=2';

/** An article with this in it, open, and every message that it hears written down. */
async function reading(page: Page, body: string): Promise<void> {
  const served = await article(
    `<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data));</script>${body}`,
  );
  page.once('close', () => void served.close());
  await page.goto(served.address);
}
const heard = (page: Page, type: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { heard: Record<string, unknown>[] }).heard.filter(
        (said) => said['type'] === wanted || said['message'] === wanted,
      ),
    type,
  );
const frame = (query: string, more = '', hash = ''): string =>
  `<iframe ${more} title="Map" width="620" height="480" src="${test.info().project.use.baseURL}/embed?${query}${hash}"></iframe>`;
const moving = (widget: FrameLocator) => widget.locator('article[data-live="ready"]');
const picture = (widget: FrameLocator) => widget.locator('.stage svg[role="img"]:visible').first();
/** How many graphics contexts the frames of a page have. */
const alive = async (page: Page): Promise<number> => {
  const counts = page
    .frames()
    .map((f) => f.evaluate(() => window.graphics.taken.filter((c) => !c.isContextLost()).length));
  return (await Promise.all(counts)).reduce((a, b) => a + b, 0);
};
/** How many colours the picture has that a map leaves when it rests: one that is blank has one. */
const coloursOf = (widget: FrameLocator): Promise<number> =>
  widget.locator('.map-still canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 400) seen.add(((data[at] ?? 0) << 8) | (data[at + 1] ?? 0));
    return seen.size;
  });

test('in a sandbox a tap brings the map in place, and scrolled away it becomes a picture of what was seen', async ({
  page,
}) => {
  await page.addInitScript(countContexts);
  await reading(
    page,
    `${frame(KURAKHOVE, 'sandbox="allow-scripts"')}<div class="far">${PARAGRAPH.repeat(60)}</div>`,
  );
  const widget = page.frameLocator('iframe');
  const heading = widget.getByRole('heading', { name: 'Kurakhove, 26 November 2024' });
  await expect(heading).toBeVisible();
  const before = await widget.locator('.maps').boundingBox();
  await widget.getByRole('link', { name: 'Move the map' }).click();
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
  await expect(heading).toBeVisible();
  expect(await widget.locator('.maps').boundingBox()).toEqual(before);
  // A day back: the words follow.
  await widget.getByRole('button', { name: 'One day back' }).click();
  await expect(widget.getByRole('heading', { name: 'Kurakhove, 25 November 2024' })).toBeVisible();
  await expect(widget.locator('.foot')).toContainText('As of 25 Nov 2024');
  // No window may be opened from here: the article is told the address, and the reader can copy it.
  await widget.getByRole('link', { name: 'Open the map' }).click();
  await expect(widget.locator('.address')).toContainText('/?');
  expect(await heard(page, 'link')).toHaveLength(1);
  // Away, and back: the picture of what was seen, without graphics; a tap and the map is there again.
  await page.locator('.far p').last().scrollIntoViewIfNeeded();
  await expect.poll(() => alive(page)).toBe(0);
  await page.locator('h1').scrollIntoViewIfNeeded();
  await expect(widget.locator('.map-still canvas')).toBeVisible();
  await expect(widget.getByRole('heading', { name: 'Kurakhove, 25 November 2024' })).toBeVisible();
  await widget.getByRole('button', { name: 'Move the map' }).click();
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
});

test('an article of WordPress hears the height with its secret, and nobody else moves the map', async ({
  page,
  request,
  baseURL,
}) => {
  // As WordPress asks for it, in a column of its usual width, and puts it into a page.
  const asked = new URLSearchParams({
    url: `${baseURL}/embed?${KURAKHOVE}`,
    maxwidth: '500',
    maxheight: '750',
  });
  const { html } = (await (await request.get(`/oembed?${asked.toString()}`)).json()) as { html: string };
  const given = html
    .replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"')
    .replace(/src="[^"]*/, '$&#?secret=Zz9');
  await reading(
    page,
    frame(`${KURAKHOVE}&interactive=1`, 'sandbox="allow-scripts"', '#?secret=Ab3dEf6h9J') + given,
  );
  // The picture has no script to tell a height: it is given one in which all of it is seen.
  await expect(page.frameLocator('iframe >> nth=1').locator('.foot')).toBeVisible();
  const still = page.frames().find((f) => f.url().endsWith('#?secret=Zz9'));
  expect(await still?.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  const widget = page.frameLocator('iframe >> nth=0');
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
  const [height] = await heard(page, 'height').then((all) => all.filter((said) => said['secret']));
  expect(height).toMatchObject({ message: 'height', secret: 'Ab3dEf6h9J' });
  expect(height?.['value']).toBeGreaterThanOrEqual(470);
  // From the frame itself, as from a frame beside it, nothing is heard; from the article it is.
  await page.frames()[1]?.evaluate(() => postMessage({ salient: 1, type: 'setDay', day: '2024-11-10' }, '*'));
  await page.evaluate(() => {
    const to = document.querySelector('iframe')?.contentWindow;
    to?.postMessage({ salient: 1, type: 'setDay', day: '<img src=x onerror=alert(1)>' }, '*');
    to?.postMessage({ salient: 1, type: 'setDay', day: '2024-11-20' }, '*');
  });
  await expect(widget.getByRole('heading', { name: 'Kurakhove, 20 November 2024' })).toBeVisible();
  expect((await heard(page, 'viewchange')).map((said) => said['day'])).not.toContain('2024-11-10');
});

test('without scripts the picture stays, says why, and leads back', async ({ browser }) => {
  // Neither in the article nor, where the browser draws it by itself, in the frame.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await reading(page, frame(KURAKHOVE, 'sandbox=""'));
  const widget = page.frameLocator('iframe');
  await widget.getByRole('link', { name: 'Move the map' }).click();
  const note = widget.locator('noscript p');
  await expect(note).toBeVisible();
  await expect(note).toHaveText('The map moves only where scripts run; this is its picture.');
  await expect(picture(widget)).toBeVisible();
  await widget.getByRole('link', { name: 'Back to the picture' }).click();
  await expect(widget.getByRole('link', { name: 'Move the map' })).toBeVisible();
  await context.close();
});

test('without WebGL the picture stays and a note says why', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await reading(page, frame(KURAKHOVE));
  const widget = page.frameLocator('iframe');
  await widget.getByRole('link', { name: 'Move the map' }).click();
  await expect(widget.getByRole('status').getByText('no WebGL')).toBeVisible({ timeout: SLOW });
  await expect(picture(widget)).toBeVisible();
});

test('in a frame of any size no name is cut, and none lies under what stands in a corner', async ({
  page,
}) => {
  for (const query of [KURAKHOVE, 'lang=uk', 'compare=2024-11-20&day=2024-11-26']) {
    await page.goto(`/embed?${query}`);
    for (const [width, height] of [
      [320, 620],
      [360, 560],
      [560, 460],
      [640, 480],
      [900, 500],
      [1200, 675],
    ] as const) {
      await page.setViewportSize({ width, height });
      const found = await page.evaluate(() => {
        const wrong: string[] = [];
        let seen = 0;
        for (const stage of document.querySelectorAll('.stage')) {
          const frame = stage.getBoundingClientRect();
          const corners = [...stage.querySelectorAll('.locator svg, .tap span, .scale path, .scale text')]
            .map((corner) => corner.getBoundingClientRect())
            .filter((corner) => corner.width > 0);
          for (const text of stage.querySelectorAll('svg[role=img][aria-label] > g text')) {
            const box = text.getBoundingClientRect();
            if (box.width === 0 || getComputedStyle(text).visibility === 'hidden') continue;
            seen += 1;
            // Letters are lower than their line.
            const [left, right, top, bottom] = [box.left + 2, box.right - 2, box.top + 3, box.bottom - 3];
            if (left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom)
              wrong.push(`${text.textContent} is cut`);
            if (corners.some((c) => left < c.right && right > c.left && top < c.bottom && bottom > c.top))
              wrong.push(`${text.textContent} lies under a corner`);
          }
        }
        return { wrong, seen };
      });
      expect(found.wrong, `${query}, ${width} × ${height}`).toEqual([]);
      expect(found.seen, `${query}, ${width} × ${height}`).toBeGreaterThan(1);
    }
  }
});

test('in the usual frame the front is seen from Luhansk to Zaporizhzhia Oblast', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 480 });
  await page.goto('/embed?day=2024-11-26&edition=2');
  for (const name of ['Lysychansk', 'Luhansk', 'Mariupol', 'Nikopol', 'Kurakhove', 'Donetsk']) {
    const written = page.locator('.stage .wide text').getByText(name, { exact: true });
    await expect(written).toBeVisible();
    await expect(written).toBeInViewport();
  }
});

test('in the smallest slot it is seen at once that data are a demonstration, of which day and edition', async ({
  page,
}) => {
  await page.setViewportSize({ width: 300, height: 250 });
  await page.goto('/embed?day=2024-11-26&edition=2');
  await expect(page.getByText('Demonstration data')).toBeInViewport({ ratio: 1 });
  const seen = await page.evaluate(() => {
    const foot = document.querySelector('.foot');
    const text = [...(foot?.childNodes ?? [])].find((node) => node.textContent?.includes('Edition 2'));
    const range = document.createRange();
    const end = (text?.textContent?.indexOf('Edition 2') ?? 0) + 'Edition 2'.length;
    range.setStart(text as Node, end - 1);
    range.setEnd(text as Node, end);
    return range.getBoundingClientRect().bottom <= innerHeight;
  });
  expect(seen).toBe(true);
});

test('two days stand beside each other, and in a narrow column one above the other', async ({ page }) => {
  const panels = async (width: number) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto('/embed?place=kurakhove&compare=2024-11-20&day=2024-11-26&edition=2');
    const boxes = await Promise.all(
      ['Before: 20 Nov 2024', 'After: 26 Nov 2024'].map((name) =>
        page
          .getByRole('figure', { name })
          .or(page.locator('figure', { hasText: name }))
          .first()
          .boundingBox(),
      ),
    );
    return boxes.map((box) => ({ x: box?.x ?? NaN, y: box?.y ?? NaN, width: box?.width ?? NaN }));
  };
  const [left, right] = await panels(640);
  expect(left?.y).toBe(right?.y);
  expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0));
  const [upper, lower] = await panels(400);
  expect(upper?.x).toBe(lower?.x);
  expect(lower?.y).toBeGreaterThan(upper?.y ?? 0);
  expect(upper?.width).toBeGreaterThan(300);
});

test('no name lies over another, whatever letters the browser has', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await page.goto('/embed?place=katerynivka-marinka&day=2024-11-25&compare=2024-11-23&edition=2');
  const over = await page.locator('.stage svg[role="img"]').evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const names = [...picture.querySelectorAll('text')].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        // Without the air above capitals and below the line.
        const air = (bottom - top) / 4;
        return { name: text.textContent, left, right, top: top + air, bottom: bottom - air };
      });
      return names.flatMap((a, i) =>
        names
          .slice(i + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${a.name} and ${b.name}`),
      );
    }),
  );
  expect(over).toEqual([]);
});

test('at 320 pixels the map moves and nothing lies beyond the edge; on paper it is the picture', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await reading(page, frame(`${KURAKHOVE}&lang=uk`).replace('width="620"', 'width="300"'));
  const widget = page.frameLocator('iframe');
  await widget.getByRole('link', { name: 'Рухати карту' }).click();
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
  await widget.getByRole('button', { name: 'Наблизити' }).click();
  await expect(widget.getByRole('button', { name: 'На день назад' })).toBeVisible();
  const beyond = await page
    .frames()[1]
    ?.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(widget.locator('.live')).toBeHidden();
  await expect(picture(widget)).toBeVisible();
});

test.describe('of two maps that are seen together, each tapped in turn, one has the graphics and neither is blank', () => {
  const box = 'style="float:left;width:600px;height:480px;margin:4px"';
  const KINDS = {
    // Frames that know of no other, so that the article's script alone sees to it.
    'under embed.js': (site: string) =>
      `<script src="${site}/embed.js"></script>` +
      `<salient-map ${box} sandbox="allow-scripts" query="${KURAKHOVE}"></salient-map>`.repeat(2),
    'as plain frames': () => frame(KURAKHOVE, box).repeat(2),
  } as const;
  for (const [kind, body] of Object.entries(KINDS)) {
    test(kind, async ({ page, baseURL }) => {
      await page.addInitScript(countContexts);
      await page.setViewportSize({ width: 1280, height: 640 });
      await reading(page, body(baseURL ?? ''));
      const [first, second] = [page.frameLocator('iframe >> nth=0'), page.frameLocator('iframe >> nth=1')];
      for (const widget of [first, second]) {
        await widget.getByRole('link', { name: 'Move the map' }).click({ timeout: SLOW });
        await expect(moving(widget)).toBeVisible({ timeout: SLOW });
        await expect.poll(() => alive(page)).toBe(1);
      }
      expect(await coloursOf(first)).toBeGreaterThan(3);
      // And back to the first, which takes them from the second.
      await first.getByRole('button', { name: 'Move the map' }).click();
      await expect(moving(first)).toBeVisible({ timeout: SLOW });
      await expect.poll(() => alive(page)).toBe(1);
      expect(await coloursOf(second)).toBeGreaterThan(3);
    });
  }
});

test('graphics that are lost midway leave the picture of what was seen, with a word, until they are back', async ({
  page,
}) => {
  await page.addInitScript(countContexts);
  await reading(page, frame(`${KURAKHOVE}&interactive=1`));
  const widget = page.frameLocator('iframe');
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
  await widget.getByRole('button', { name: 'One day back' }).click();
  await expect(widget.getByRole('heading', { name: 'Kurakhove, 25 November 2024' })).toBeVisible();
  const said = widget.getByRole('status').getByText('The graphics were lost; the picture stands in');
  const [, inside] = page.frames();
  const lose = await inside?.evaluateHandle(() =>
    window.graphics.taken[0]?.getExtension('WEBGL_lose_context'),
  );
  await lose?.evaluate((graphics) => graphics?.loseContext());
  await expect(said).toBeVisible();
  await expect(picture(widget)).toBeVisible();
  await expect(picture(widget)).toHaveAccessibleName(/25 November 2024/);
  await expect(widget.locator('.canvas')).toBeHidden();
  await lose?.evaluate((graphics) => graphics?.restoreContext());
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
  await expect(said).toBeHidden();
  // Lost for good: whoever asks for it gets another.
  await lose?.evaluate((graphics) => graphics?.loseContext());
  await widget.getByRole('button', { name: 'Try again' }).click();
  await expect(moving(widget)).toBeVisible({ timeout: SLOW });
  expect(await alive(page)).toBe(1);
  await expect(widget.getByRole('heading', { name: 'Kurakhove, 25 November 2024' })).toBeVisible();
});

test('three maps come into an article and nothing in it moves; a story moves them and hears of it', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const box = 'style="display:block;position:relative;aspect-ratio:4/3;min-height:400px"';
  const maps =
    `<salient-map ${box} place="kurakhove" day="2024-11-26" edition="2"><noscript><a href="${baseURL}/">` +
    `The map</a></noscript></salient-map>${PARAGRAPH}<div ${box} data-salient="${KURAKHOVE}"></div>${PARAGRAPH}` +
    `<salient-map ${box} query="compare=2024-11-20&day=2024-11-26"></salient-map>${PARAGRAPH}` +
    `<salient-map ${box} id="keyed" src="${baseURL}/w/w-aaaaaaaaaa"></salient-map>`;
  await reading(page, `<script async src="${baseURL}/embed.js"></script>${PARAGRAPH}${maps}`);
  for (const i of [0, 1, 2]) {
    await page.locator('salient-map, [data-salient]').nth(i).scrollIntoViewIfNeeded();
    await expect(page.frameLocator('iframe >> nth=' + i).locator('article')).toBeVisible();
  }
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  // A map of a newsroom's key comes from its own address.
  await page.locator('#keyed').scrollIntoViewIfNeeded();
  await expect(page.locator('#keyed iframe')).toHaveAttribute('src', `${baseURL}/w/w-aaaaaaaaaa?`);
  await page.locator('salient-map').first().scrollIntoViewIfNeeded();
  // From anybody but the map itself, nothing is heard.
  const height = (): Promise<number> =>
    page
      .locator('salient-map')
      .first()
      .evaluate((box) => box.clientHeight);
  const given = await height();
  await page.evaluate(() => postMessage({ salient: 1, type: 'height', height: 3000 }, '*'));
  expect(await height()).toBe(given);
  const days = await page.evaluate(async () => {
    const map = document.querySelector('salient-map') as HTMLElement & {
      setDay(day: string): void;
      select(id: string): void;
    };
    const told = (type: string): Promise<{ day: string }> =>
      new Promise((done) =>
        map.addEventListener(type, (e) => done((e as CustomEvent<{ day: string }>).detail), { once: true }),
      );
    const both = Promise.all([told('viewchange'), told('ready')]);
    map.select('e-qs5fjj7wdd');
    map.setDay('2024-11-22');
    return (await both).map(({ day }) => day);
  });
  expect(days).toEqual(['2024-11-22', '2024-11-22']);
  await expect(
    page.frameLocator('iframe >> nth=0').getByRole('heading', { name: 'Kurakhove, 22 November 2024' }),
  ).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});
