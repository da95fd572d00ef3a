import { chromium, type Page } from '@playwright/test';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { launchOptions } from '../fixtures/browser.ts';
import { madeDays, realDays } from '../fixtures/daily.ts';
import { tempFolder } from '../fixtures/server.ts';
import { siteOf } from '../fixtures/year.ts';
import { liveMap, stageOf } from './live-map.ts';
import type { Figure } from './main.ts';
import { round } from './measure.ts';
import { peerMap } from './peer-map.ts';

/** Days of a year, each a step before the next. */
const DAYS = 365;
/** As many of them as the peer can hold in memory, the last ones; it passes them again until it has made as many steps. */
const HELD = 120;

/**
 * Frames a second while the days of a year are passed as a held key on the timeline passes them, each drawn before the
 * next is asked for, with the date and the timeline; against MapLibre alone, which is handed the ground of a day as
 * GeoJSON. The browser makes as many frames as it can, and the clock stops when all of them are drawn.
 */
export async function scrub(): Promise<Figure[]> {
  const daily = realDays() ?? madeDays(400);
  const folder = tempFolder();
  const site = await siteOf(folder.path, daily.states);
  const options = launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  try {
    const page = await liveMap(browser, site);
    const shown = await stageOf(page);
    let requests = 0;
    page.on('request', () => (requests += 1));
    const ours = await ourRun(page);
    if (requests > 0) throw new Error(`${requests} requests were made while time moved`);
    await page.close();
    const last = daily.states.at(-1)?.from as Day;
    const days = Array.from({ length: DAYS }, (_, i) => addDays(last, -1 - (i % HELD)));
    const peer = await peerMap(browser, site, [...new Set(days)], shown);
    const theirs = await peer.run(days);
    await peer.close();
    return [
      {
        bench: 'ledger-scrub',
        value: round(ours),
        unit: 'frames a second',
        vs: `setData of each day's GeoJSON in MapLibre (${daily.name}): ${round(theirs)} frames a second`,
        ratio: round(ours / theirs),
      },
    ];
  } finally {
    await browser.close();
    await site.stop();
    folder.remove();
  }
}

const ourRun = (page: Page): Promise<number> =>
  page.evaluate(async (days) => {
    await window.bench.quiet();
    const canvas = document.querySelector<HTMLElement>('.canvas');
    const slider = document.querySelector<HTMLInputElement>('input.slider');
    if (!canvas || !slider) throw new Error('there is no map');
    const step = (): Promise<void> =>
      new Promise((done) => {
        const was = canvas.dataset['drawn'];
        new MutationObserver((_, observer) => {
          const now = canvas.dataset['drawn'];
          if (now === undefined || now === was) return;
          observer.disconnect();
          done();
        }).observe(canvas, { attributes: true, attributeFilter: ['data-drawn'] });
        slider.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
        );
      });
    const before = performance.now();
    for (let i = 0; i < days; i += 1) await step();
    return (days / (window.bench.finished() - before)) * 1000;
  }, DAYS);
