import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { article, countContexts, PARAGRAPH } from '../fixtures/article.ts';
import type { Site } from '../fixtures/server.ts';
import { inBrowser } from './live-map.ts';
import type { Figure } from './main.ts';
import { median, round } from './measure.ts';

const KURAKHOVE = 'place=kurakhove&day=2024-11-26&edition=2';
const LOOKS = 'theme=dark&accent=d98324&font=serif&ratio=9x16';
/** Views whose widgets have most to draw and to say. */
const HEAVY = [
  KURAKHOVE,
  'window=all',
  `lang=uk&window=all&day=2024-11-26&edition=2&${LOOKS}`,
  `lang=uk&window=all&compare=2024-11-01&day=2024-11-26&${LOOKS}`,
];
const SLOW_MS = 120_000;
const LOADS = 3;
const MAPS = 10;
/** A phone of the middle sort on a slow mobile network. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU = 4;
/** A box as the snippet gives it: its size is known before anything comes. */
const BOX = 'style="display:block;position:relative;aspect-ratio:4/3;min-height:400px"';

/** What widgets promise to the articles that they stand in. */
export const embed = (): Promise<Figure[]> =>
  inBrowser(undefined, async (browser, site) => [
    await weight(browser, site),
    await paint(browser, site),
    await shim(site),
    await shift(browser, site),
    await contexts(browser, site),
  ]);

/**
 * Bytes of all answers before a tap, their headers too, of the heaviest of several views, against those of the same
 * view with its moving map.
 */
async function weight(browser: Browser, site: Site): Promise<Figure> {
  const bytesOf = async (query: string, done: string): Promise<{ bytes: number; requests: number }> => {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    const taken = { bytes: 0, requests: 0 };
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      taken.bytes += encodedDataLength;
      taken.requests += 1;
    });
    await page.goto(`${site.origin}/embed?${query}`, { waitUntil: 'networkidle' });
    await page.locator(done).waitFor({ timeout: SLOW_MS });
    await page.close();
    return taken;
  };
  const ours = { bytes: 0, query: '' };
  for (const query of HEAVY) {
    const { bytes, requests } = await bytesOf(query, 'article');
    if (requests > 2) throw new Error(`a widget asked ${requests} times before a tap`);
    if (bytes > ours.bytes) Object.assign(ours, { bytes, query });
  }
  const peer = await bytesOf(`${ours.query}&interactive=1`, 'article[data-live="ready"]');
  return {
    bench: 'embed-weight',
    value: round(ours.bytes / 1000),
    unit: 'KB',
    vs: 'the same view drawn by MapLibre at once',
    ratio: round(peer.bytes / ours.bytes),
  };
}

/** Milliseconds until a widget is painted, against the same view that waits for MapLibre. */
async function paint(browser: Browser, site: Site): Promise<Figure> {
  const slow = async (query: string, at: (page: Page) => Promise<number>): Promise<number> => {
    const taken: number[] = [];
    for (let i = 0; i < LOADS; i += 1) {
      const context = await browser.newContext({ viewport: { width: 640, height: 480 } });
      const page = await slowPage(context);
      await page.goto(`${site.origin}/embed?${query}`, { waitUntil: 'commit' });
      taken.push(await at(page));
      await context.close();
    }
    return median(taken);
  };
  // The server draws each picture once.
  for (const more of ['', '&interactive=1']) await site.text(`/embed?${KURAKHOVE}${more}`);
  const ours = await slow(KURAKHOVE, async (page) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  });
  const peer = await slow(`${KURAKHOVE}&interactive=1`, async (page) => {
    await page.locator('article[data-live="ready"]').waitFor({ timeout: SLOW_MS });
    return page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? NaN);
  });
  return {
    bench: 'embed-paint',
    value: round(ours),
    unit: 'ms',
    vs: 'the same view drawn by MapLibre at once',
    ratio: round(peer / ours),
  };
}

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.addInitScript(() => {
    new MutationObserver((_, self) => {
      if (!document.querySelector('article[data-live="ready"]')) return;
      performance.mark('ready');
      self.disconnect();
    }).observe(document, { attributes: true, attributeFilter: ['data-live'], subtree: true });
  });
  return page;
}

/** The script for articles, gzipped, against what it saves them from: MapLibre in the article itself. */
async function shim(site: Site): Promise<Figure> {
  const bytes = gzipSync(await site.text('/embed.js'), { level: 9 }).length;
  return {
    bench: 'embed-shim',
    value: round(bytes / 1024),
    unit: 'KB',
    vs: 'the most that was promised, 3 KB',
    ratio: round((3 * 1024) / bytes),
  };
}

/** How much an article moves while three maps come into it. */
async function shift(browser: Browser, site: Site): Promise<Figure> {
  const maps = `<salient-map ${BOX} query="${KURAKHOVE}"></salient-map>${PARAGRAPH}`.repeat(3);
  const served = await article(`<script async src="${site.origin}/embed.js"></script>${PARAGRAPH}${maps}`);
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(served.address);
  for (const i of [0, 1, 2]) {
    await page.locator('salient-map').nth(i).scrollIntoViewIfNeeded();
    await page.frameLocator(`salient-map >> nth=${i} >> iframe`).locator('article').waitFor();
  }
  const value = await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
  await page.close();
  await served.close();
  return {
    bench: 'embed-shift',
    value,
    unit: 'shift',
    vs: 'none, as was promised',
    ratio: value === 0 ? 1 : 0,
  };
}

/** WebGL contexts that are alive once ten maps of a page were tapped in turn, against one for each. */
async function contexts(browser: Browser, site: Site): Promise<Figure> {
  const box = 'style="width:300px;height:250px"';
  const maps = `<salient-map ${box} query="${KURAKHOVE}"></salient-map>${PARAGRAPH}`.repeat(MAPS);
  const served = await article(`<script src="${site.origin}/embed.js"></script>${maps}`);
  const page = await browser.newPage();
  await page.addInitScript(countContexts);
  await page.goto(served.address);
  for (let i = 0; i < MAPS; i += 1) {
    await page.locator('salient-map').nth(i).scrollIntoViewIfNeeded();
    const widget = page.frameLocator(`salient-map >> nth=${i} >> iframe`);
    await widget.locator('a.tap').click({ timeout: SLOW_MS });
    await widget.locator('article[data-live="ready"]').waitFor({ timeout: SLOW_MS });
  }
  for (let i = 0; i < MAPS - 1; i += 1)
    await page.frameLocator(`salient-map >> nth=${i} >> iframe`).locator('.map-still canvas').waitFor();
  const counts = page
    .frames()
    .map((frame) => frame.evaluate(() => window.graphics.taken.filter((c) => !c.isContextLost()).length));
  const value = (await Promise.all(counts)).reduce((a, b) => a + b, 0);
  await page.close();
  await served.close();
  return {
    bench: 'embed-contexts',
    value,
    unit: 'contexts',
    vs: 'one for each map',
    ratio: round(MAPS / value),
  };
}
