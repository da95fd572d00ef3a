import type { Page } from '@playwright/test';
import { inBrowser, liveMap } from './live-map.ts';
import type { Figure } from './main.ts';
import { median, round } from './measure.ts';

const EVENTS = 5000;
const MOVES = 60;
/** The first drag warms up. */
const DRAGS = 3;

/** Milliseconds from frame to frame while the map is dragged in a circle, one move for each frame. */
export async function pan(): Promise<Figure[]> {
  const [few, many] = [await gaps(undefined), await gaps(EVENTS)];
  const vs = 'the same drag with the events that ship';
  const figure = (bench: string, of: (gaps: readonly number[]) => number): Figure => ({
    bench,
    value: round(of(many)),
    unit: 'ms',
    vs,
    ratio: round(of(few) / of(many)),
  });
  return [figure(`pan-${EVENTS}`, median), figure(`pan-${EVENTS}-worst`, (all) => Math.max(...all))];
}

const gaps = (events: number | undefined): Promise<number[]> =>
  inBrowser(events, async (browser, site) => {
    const page = await liveMap(browser, site);
    const all: number[] = [];
    for (let i = 0; i <= DRAGS; i += 1) {
      const taken = await drag(page);
      if (i > 0) all.push(...taken);
    }
    if (!new URL(page.url()).searchParams.has('at')) throw new Error('the map was not dragged');
    return all;
  });

const drag = (page: Page): Promise<number[]> =>
  page.evaluate(async (moves) => {
    const canvas = document.querySelector('.canvas canvas');
    if (!canvas) throw new Error('there is no map');
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const frame = (): Promise<number> =>
      new Promise((done) => requestAnimationFrame(() => done(performance.now())));
    const point = (type: string, turn: number): void => {
      const angle = turn * 2 * Math.PI;
      const options = {
        clientX: left + width / 2 + 160 * Math.sin(angle),
        clientY: top + height / 2 + 160 * Math.cos(angle),
        buttons: type === 'mouseup' ? 0 : 1,
      };
      canvas.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, view: window, ...options }),
      );
    };
    const taken: number[] = [];
    point('mousedown', 0);
    let last = await frame();
    for (let i = 1; i <= moves; i += 1) {
      // Not quite around, so that the map ends elsewhere.
      point('mousemove', (0.9 * i) / moves);
      const now = await frame();
      taken.push(now - last);
      last = now;
    }
    point('mouseup', 0.9);
    await window.bench.quiet();
    return taken;
  }, MOVES);
