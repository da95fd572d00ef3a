import { buildObjects } from '../editions/objects.ts';
import type { PublishingStore } from '../store/publishing.ts';

/** What was not heard of is looked for so often, in milliseconds: another process may have approved it. */
const EVERY_MS = 60_000;

const NOTE = {
  en: 'Published when its embargo ended.',
  uk: 'Опубліковано після завершення ембарго.',
};

/**
 * Publishes what was held back when it is due: at the next instant that is known, and once a minute besides. Whether
 * something is due, and that it is published once, is for the store to say; this only asks in time.
 */
export class Releases {
  readonly #publishing: Pick<PublishingStore, 'releaseDue' | 'nextRelease'>;
  readonly #failed: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #asking: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(
    publishing: Pick<PublishingStore, 'releaseDue' | 'nextRelease'>,
    failed: (error: unknown) => void = (error) => console.error('salient: a release failed:', error),
  ) {
    this.#publishing = publishing;
    this.#failed = failed;
  }

  /** Begin at once: what became due while nothing ran is published first. */
  start(): this {
    this.ask();
    return this;
  }

  /** Look again now, e.g. because an embargo was set. */
  ask(): void {
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#asking = this.#asking.then(() => this.#turn());
  }

  /** Ask no more; resolves when what was begun is done. */
  async end(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#timer);
    await this.#asking;
  }

  async #turn(): Promise<void> {
    let wait = EVERY_MS;
    try {
      await this.#publishing.releaseDue(NOTE, buildObjects);
      wait = Math.min(wait, Math.max(1, (await this.#publishing.nextRelease()) ?? wait));
    } catch (error) {
      // The database is busy, or an item is broken: the next turn tries again.
      this.#failed(error);
    }
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), wait);
    this.#timer.unref();
  }
}
