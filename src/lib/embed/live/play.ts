import { addDays, type Day } from '#lib/domain/time/day.ts';

/** Goes on day by day, never faster than days are drawn. */
export interface Play {
  start(from: Day, to: Day, perSecond: number): void;
  stop(): void;
}

/** @param show resolves when the day is drawn */
export function playing(show: (day: Day) => Promise<void>): Play {
  let run = 0;
  return {
    stop() {
      run += 1;
    },
    start(from, to, perSecond) {
      const mine = (run += 1);
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const on = async (day: Day): Promise<void> => {
        const waited = new Promise((done) => setTimeout(done, 1000 / perSecond));
        await Promise.all([show(day), waited]);
        if (mine === run && day !== to) await on(addDays(day, day < to ? 1 : -1));
      };
      // Where motion is not wanted, the last day is all that is shown.
      void on(still || from === to ? to : addDays(from, from < to ? 1 : -1));
    },
  };
}
