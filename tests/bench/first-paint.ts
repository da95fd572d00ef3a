import { chromium, type Browser } from '@playwright/test';
import { launchOptions } from '../fixtures/browser.ts';
import { demonstration } from '../fixtures/server.ts';
import type { Figure } from './main.ts';
import { median, round } from './measure.ts';

const LOADS = 5;
/** A phone of the middle sort on a slow mobile network. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU = 4;

interface Load {
  /** Milliseconds from the navigation until the browser painted anything, until a reader sees front and marks, and until the map is there. */
  readonly paint: number;
  readonly seen: number;
  readonly map: number;
}

/**
 * Milliseconds from opening `/` with nothing cached, on a slow network and processor, until a reader sees the front
 * and the marks: in the picture that came with the page, against the moment at which MapLibre's map is there.
 */
export async function firstPaint(): Promise<Figure[]> {
  const site = await demonstration();
  const browser = await chromium.launch(launchOptions());
  try {
    // The server draws the picture once; the first load is not counted.
    await load(browser, site.origin);
    const loads: Load[] = [];
    for (let i = 0; i < LOADS; i += 1) loads.push(await load(browser, site.origin));
    const ours = median(loads.map(({ paint, seen }) => Math.max(paint, seen)));
    const peer = median(loads.map(({ map }) => map));
    return [
      {
        bench: 'first-paint',
        value: round(ours),
        unit: 'ms',
        vs: 'the same page that waits for MapLibre',
        ratio: round(peer / ours),
      },
    ];
  } finally {
    await browser.close();
    await site.end();
  }
}

async function load(browser: Browser, origin: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', NETWORK);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    await page.addInitScript(watch);
    await page.goto(origin, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('map').length > 0, undefined, {
      timeout: 120_000,
    });
    const at = (name: string): Promise<number> =>
      page.evaluate((entry) => performance.getEntriesByName(entry)[0]?.startTime ?? NaN, name);
    const taken = { paint: await at('first-contentful-paint'), seen: await at('seen'), map: await at('map') };
    if (Object.values(taken).some(Number.isNaN)) throw new Error('the picture was not seen before the map');
    return taken;
  } finally {
    await context.close();
  }
}

/** In the page: a mark when the picture's front and marks have been painted, and one when the map has taken its place. */
function watch(): void {
  const inWindow = (element: Element | null): boolean => {
    const box = element?.getBoundingClientRect();
    return (
      !!box && box.width > 0 && box.x < innerWidth && box.y < innerHeight && box.right > 0 && box.bottom > 0
    );
  };
  // Frames come only once the style sheets are there, and what a frame finds is painted with it.
  const look = (): void => {
    const picture = document.querySelector('#map:not([aria-hidden="true"]) .only-desk > svg');
    // What follows the picture has come, so the picture is whole.
    const whole = document.querySelector('#map .only-phone');
    const front = picture?.querySelector('g > use[href$="l-russia"]') ?? null;
    const mark = picture?.querySelector('a[href*="/events/"]') ?? null;
    if (!whole || !inWindow(front) || !inWindow(mark)) return void requestAnimationFrame(look);
    const painted = new MessageChannel();
    painted.port1.onmessage = () => performance.mark('seen');
    painted.port2.postMessage('');
  };
  requestAnimationFrame(look);
  const taken = new MutationObserver(() => {
    if (!document.querySelector('.stage[data-map="ready"]')) return;
    performance.mark('map');
    taken.disconnect();
  });
  taken.observe(document, { attributes: true, attributeFilter: ['data-map'], subtree: true });
}
