import type { Day } from '#lib/domain/time/day.ts';

/** Times the usual three days a second. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds from one day to the next at speed 1, and from one change to the next. */
const DAY_MS = 1000 / 3;
const CHANGE_MS = 1000;
/** Nothing is quicker than this where the reader asked for less motion. */
const STILL_MS = 1000;

/** Time as the player knows it, so that a test can hold it. */
export interface Clock {
  /** Milliseconds since some moment that does not move. */
  now(): number;
  /** Run something after so many milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
  /** Whether the reader asked for less motion. */
  still(): boolean;
}

/** What is played: where it stands, where it goes, and who shows it. */
export interface Played {
  /** The day shown now and the first and last that can be. */
  where(): { readonly day: Day; readonly first: Day; readonly last: Day };
  /** Where the next step leads; undefined where there is none. */
  next(changesOnly: boolean): Day | undefined;
  /** Show a day. A promise that it returns is waited for before the next step, so that no day is skipped unseen. */
  show(day: Day, settled: boolean): void | Promise<void>;
  /** Something of `playing`, `speed` and `changesOnly` has changed. */
  changed?(player: Player): void;
}

/** Milliseconds between two steps. */
export const pace = (speed: Speed, changesOnly: boolean, still: boolean): number => {
  const ms = (changesOnly ? CHANGE_MS : DAY_MS) / speed;
  return still ? Math.max(STILL_MS, ms) : ms;
};

export const nextSpeed = (speed: Speed): Speed => SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;

/** Plays days one after the other, from the shown one to the last; from the last it starts over at the first. */
export class Player {
  readonly #played: Played;
  readonly #clock: Clock;
  #cancel: (() => void) | undefined;
  #due = 0;
  /** Which run of playing this is: a promise of an earlier one must not go on. */
  #run = 0;
  #playing = false;
  #speed: Speed = 1;
  #changesOnly = false;

  constructor(played: Played, clock: Clock) {
    this.#played = played;
    this.#clock = clock;
  }

  get playing(): boolean {
    return this.#playing;
  }
  get speed(): Speed {
    return this.#speed;
  }
  get changesOnly(): boolean {
    return this.#changesOnly;
  }

  play(): void {
    if (this.#playing) return;
    const { day, first, last } = this.#played.where();
    if (first === last) return;
    this.#playing = true;
    this.#run += 1;
    this.#due = this.#clock.now();
    this.#played.changed?.(this);
    if (day >= last) this.#show(first);
    else this.#wait();
  }

  /** Stop where it stands; the day shown is at rest now. */
  pause(): void {
    if (!this.#playing) return;
    this.#stop();
    void this.#played.show(this.#played.where().day, true);
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#repace();
  }

  setChangesOnly(only: boolean): void {
    this.#changesOnly = only;
    this.#repace();
  }

  #repace(): void {
    this.#played.changed?.(this);
    if (this.#cancel === undefined) return;
    this.#cancel();
    this.#due = this.#clock.now();
    this.#wait();
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#playing = false;
    this.#run += 1;
    this.#played.changed?.(this);
  }

  #wait(): void {
    // Late steps are not made up for: a slow machine plays slower, and shows every day.
    this.#due = Math.max(
      this.#due + pace(this.#speed, this.#changesOnly, this.#clock.still()),
      this.#clock.now(),
    );
    this.#cancel = this.#clock.after(this.#due - this.#clock.now(), () => this.#step());
  }

  #step(): void {
    this.#cancel = undefined;
    const { last } = this.#played.where();
    this.#show(this.#played.next(this.#changesOnly) ?? last);
  }

  #show(day: Day): void {
    const run = this.#run;
    const atEnd = day >= this.#played.where().last;
    if (atEnd) this.#stop();
    const shown = this.#played.show(day, atEnd);
    const goOn = (): void => {
      if (run === this.#run && this.#playing) this.#wait();
    };
    if (shown instanceof Promise) shown.then(goOn, goOn);
    else goOn();
  }
}

/** The browser's time. */
export const browserClock = (): Clock => {
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  return {
    now: () => performance.now(),
    after: (ms, run) => {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
    still: () => motion.matches,
  };
};
