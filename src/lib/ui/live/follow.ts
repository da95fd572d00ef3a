/** What following needs of a browser. */
export interface Ports {
  /**
   * Open the stream of editions.
   *
   * @param lost called once it will not come back by itself
   * @returns what closes it
   */
  open(told: (edition: number) => void, lost: () => void): () => void;
  /** Ask once for the newest edition; undefined where nobody answers. */
  ask(): Promise<number | undefined>;
  now(): number;
  /** @returns what keeps it from running */
  after(ms: number, run: () => void): () => void;
  random(): number;
}

/** Where there is no room on the stream, the newest edition is asked for so rarely, and up to as long again. */
const RARE_MS = 150_000;
/** How often it is looked whether the device slept, and by how much more time must have passed. */
const PULSE_MS = 30_000;
const SLEPT_MS = 60_000;

/**
 * Hears of new editions while a page is looked at: by the stream, else by asking now and then. What comes after the
 * page was hidden, offline or asleep is caught up with, since the stream begins with the newest number.
 */
export class Follow {
  readonly #ports: Ports;
  readonly #heard: (edition: number) => void;
  #close: (() => void) | undefined;
  #stops: (() => void)[] = [];
  #on = false;

  constructor(ports: Ports, heard: (edition: number) => void) {
    this.#ports = ports;
    this.#heard = heard;
  }

  /** Listen from now on; anew, where it was listening already. */
  start(): void {
    this.stop();
    this.#on = true;
    this.#open();
    this.#pulse();
  }

  stop(): void {
    this.#on = false;
    this.#close?.();
    this.#close = undefined;
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #open(): void {
    this.#close = this.#ports.open(this.#heard, () => {
      this.#close?.();
      this.#close = undefined;
      this.#stops.push(
        this.#ports.after(RARE_MS * (1 + this.#ports.random()), () => void this.#askAndTryAgain()),
      );
    });
  }

  async #askAndTryAgain(): Promise<void> {
    const edition = await this.#ports.ask();
    if (!this.#on || this.#close) return;
    if (edition !== undefined) this.#heard(edition);
    this.#open();
  }

  /** A device that slept does not tell; its clock does. */
  #pulse(): void {
    const since = this.#ports.now();
    this.#stops.push(
      this.#ports.after(PULSE_MS, () => {
        if (this.#ports.now() - since > PULSE_MS + SLEPT_MS) this.start();
        else this.#pulse();
      }),
    );
  }
}
