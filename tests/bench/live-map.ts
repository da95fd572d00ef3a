import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Camera } from '#lib/domain/view/view.ts';
import { cameraOnStage } from '#lib/look/cameras.ts';
import { launchOptions } from '../fixtures/browser.ts';
import { demonstration, tempFolder, type Site } from '../fixtures/server.ts';
import { writeSample } from '../../scripts/geodata/sample.ts';
import { watchFrames } from './frames.ts';

const SIZE = { width: 1280, height: 800 };
const SLOW_MS = 120_000;

/** Run a bench in a browser, beside the site with what ships and, where a number is given, with so many synthetic events. */
export async function inBrowser<T>(
  events: number | undefined,
  run: (browser: Browser, site: Site) => Promise<T>,
): Promise<T> {
  const folder = tempFolder();
  const out = join(folder.path, 'geodata');
  if (events !== undefined) writeSample({ events, seed: 1, out });
  const site = await demonstration(events === undefined ? {} : { SALIENT_GEODATA: out });
  const browser = await chromium.launch(launchOptions());
  try {
    return await run(browser, site);
  } finally {
    await browser.close();
    await site.end();
    folder.remove();
  }
}

/** How large the map of a page is and what it shows, so that a peer shows the same. */
export async function stageOf(page: Page): Promise<{ width: number; height: number; camera: Camera }> {
  const stage = await page.locator('.stage').boundingBox();
  if (!stage) throw new Error('there is no map');
  const { width, height } = stage;
  return { width, height, camera: cameraOnStage({}, stage, false) };
}

/** A page that tells about its frames. */
export async function watched(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.addInitScript(watchFrames);
  await page.goto(address);
  return page;
}

/** The first page with its map at rest. */
export async function liveMap(browser: Browser, { origin }: Site): Promise<Page> {
  const page = await watched(browser, origin);
  await page.locator('.stage[data-map="ready"]').waitFor({ timeout: SLOW_MS });
  await page.locator('.tools .tool').last().waitFor({ timeout: SLOW_MS });
  await page.evaluate(() => window.bench.quiet());
  return page;
}
