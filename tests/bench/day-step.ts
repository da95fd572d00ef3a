import type { Page } from '@playwright/test';
import { addDays, day, type Day } from '#lib/domain/time/day.ts';
import { inBrowser, liveMap, stageOf } from './live-map.ts';
import type { Figure } from './main.ts';
import { median, round, seeded } from './measure.ts';
import { peerMap } from './peer-map.ts';

const STEPS = 60;
const EVENTS = 5000;
/** The day that is shown first, and how far a walk goes back from there. */
const LAST = day('2024-11-26');
const DAYS = 80;

/**
 * Milliseconds from a key that goes to the day beside until control and marks of that day are drawn, and the date and
 * the timeline with them; against MapLibre alone, which is handed the ground and the events of each day and makes
 * clusters of them. `painted` goes on until the browser has taken the frame over, which where there is no graphics
 * card says more of the machine than of the map. `told` is when the lists and what is read out tell of the day too.
 */
export async function dayStep(): Promise<Figure[]> {
  return [...(await figuresOf('day-step', undefined)), ...(await figuresOf(`day-step-${EVENTS}`, EVENTS))];
}

const figuresOf = (bench: string, events: number | undefined): Promise<Figure[]> =>
  inBrowser(events, async (browser, site) => {
    const page = await liveMap(browser, site);
    const tellings: number[] = [];
    const ours = await timed(async (step) => {
      const { told, ...taken } = await ourStep(page, step);
      tellings.push(told);
      return taken;
    });
    const told = median(tellings);
    const shown = await stageOf(page);
    await page.close();
    const days = Array.from({ length: DAYS + 1 }, (_, i) => addDays(LAST, -i));
    const peer = await peerMap(browser, site, days, shown);
    const theirs = await timed(({ to }) => peer.step(to));
    await peer.close();
    const vs =
      "the day's ground and events set into MapLibre with its own clusters, no base map, names or lists";
    return [
      { bench, value: round(ours.drawn), unit: 'ms', vs, ratio: round(theirs.drawn / ours.drawn) },
      {
        bench: `${bench}-painted`,
        value: round(ours.painted),
        unit: 'ms',
        vs,
        ratio: round(theirs.painted / ours.painted),
      },
      {
        bench: `${bench}-told`,
        value: round(told),
        unit: 'ms',
        vs: 'the same steps until the map is drawn',
        ratio: round(ours.drawn / told),
      },
    ];
  });

/** Milliseconds until the map has drawn, and until the frame is the browser's. */
export interface Taken {
  readonly drawn: number;
  readonly painted: number;
}

interface Step {
  readonly key: 'ArrowLeft' | 'ArrowRight';
  readonly to: Day;
}

async function timed(run: (step: Step) => Promise<Taken>): Promise<Taken> {
  const taken: Taken[] = [];
  for (const step of walk()) taken.push(await run(step));
  return { drawn: median(taken.map((t) => t.drawn)), painted: median(taken.map((t) => t.painted)) };
}

/** A seeded walk among the days, a day at each step, more often back than forth. */
function walk(): Step[] {
  const random = seeded(5);
  let back = 0;
  return Array.from({ length: STEPS }, () => {
    const isBack = back === 0 || (back < DAYS && random() < 0.7);
    back += isBack ? 1 : -1;
    return { key: isBack ? 'ArrowLeft' : 'ArrowRight', to: addDays(LAST, -back) };
  });
}

const ourStep = (page: Page, step: Step): Promise<Taken & { readonly told: number }> =>
  page.evaluate(async ({ key, to }) => {
    await window.bench.quiet();
    const canvas = document.querySelector<HTMLElement>('.canvas');
    const said = document.querySelector('.lead > [role="status"]');
    if (!canvas || !said) throw new Error('there is no map');
    const told = new Promise<number>((done) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        done(performance.now());
      }).observe(said, { subtree: true, childList: true, characterData: true });
    });
    const drawn = new Promise<{ drawn: number; painted: number }>((done) => {
      const look = (_: unknown, observer: MutationObserver): void => {
        if (canvas.dataset['drawn'] !== to) return;
        observer.disconnect();
        const now = performance.now();
        void window.bench.painted().then((painted) => done({ drawn: now, painted }));
      };
      new MutationObserver(look).observe(canvas, { attributes: true, attributeFilter: ['data-drawn'] });
    });
    const before = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const times = await drawn;
    return { drawn: times.drawn - before, painted: times.painted - before, told: (await told) - before };
  }, step);
