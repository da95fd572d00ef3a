import { chromium, type Page } from '@playwright/test';
import { addDays, daysBetween, type Day } from '#lib/domain/time/day.ts';
import { cameraOnStage } from '#lib/look/cameras.ts';
import { launchOptions } from '../fixtures/browser.ts';
import { madeDays, realDays } from '../fixtures/daily.ts';
import { tempFolder } from '../fixtures/server.ts';
import { siteOf } from '../fixtures/year.ts';
import { liveMap } from './live-map.ts';
import type { Figure } from './main.ts';
import { round } from './measure.ts';
import { peerMap } from './peer-map.ts';

const DAYS = 365;
/** The peer is handed so many of them: its days have to be sent to its page first. */
const PEER_DAYS = 60;

/**
 * Frames a second while every day of a year is passed, one after the other, each drawn before the next is asked for:
 * ground, front, fresh ground and timeline; against MapLibre alone, which is handed the day's ground as GeoJSON. The
 * browser makes as many frames as it can.
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
    const stage = await page.locator('.stage').boundingBox();
    if (!stage) throw new Error('there is no map');
    let requests = 0;
    page.on('request', () => (requests += 1));
    const ours = await ourRun(page);
    if (requests > 0) throw new Error(`${requests} requests were made while time moved`);
    await page.close();
    const last = daily.states.at(-1)?.from as Day;
    const first = daily.states[0]?.from as Day;
    const count = Math.min(PEER_DAYS, daysBetween(first, last));
    const days = Array.from({ length: count + 1 }, (_, i) => addDays(last, -i));
    const shown = { width: stage.width, height: stage.height, camera: cameraOnStage({}, stage, false) };
    const peer = await peerMap(browser, site, days, shown);
    const before = performance.now();
    for (const to of days.slice(1)) await peer.hand(to);
    const theirs = (count / (performance.now() - before)) * 1000;
    await peer.close();
    return [
      {
        bench: 'ledger-scrub',
        value: round(ours),
        unit: 'frames a second',
        vs: `setData of each day's GeoJSON in MapLibre (${daily.name})`,
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
    const canvas = document.querySelector<HTMLElement>('.canvas');
    if (!canvas) throw new Error('there is no map');
    const step = (): Promise<void> =>
      new Promise((done) => {
        const was = canvas.dataset['drawn'];
        new MutationObserver((_, observer) => {
          const now = canvas.dataset['drawn'];
          if (now === undefined || now === was) return;
          observer.disconnect();
          done();
        }).observe(canvas, { attributes: true, attributeFilter: ['data-drawn'] });
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }),
        );
      });
    const before = performance.now();
    for (let i = 0; i < days; i += 1) await step();
    return (days / (performance.now() - before)) * 1000;
  }, DAYS);
