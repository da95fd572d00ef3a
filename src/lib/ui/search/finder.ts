import type { Found } from './found.ts';

/** What stands below the field. */
export type Finding =
  | { readonly is: 'idle' }
  /** An answer is under way; `slow` once that is worth saying. What was found before may stay until then. */
  | {
      readonly is: 'searching';
      readonly query: string;
      readonly slow: boolean;
      readonly before: Found | undefined;
    }
  | { readonly is: 'found'; readonly query: string; readonly found: Found }
  | { readonly is: 'failed'; readonly query: string; readonly offline: boolean };

/** The world outside, given so that the order of things can be tested. */
export interface FinderWorld {
  /** Rejects where the answer cannot be had; its request ends when the signal says so. */
  find(query: string, signal: AbortSignal): Promise<Found>;
  /** Run later, in milliseconds; the function returned takes it back. */
  after(ms: number, run: () => void): () => void;
  isOnline(): boolean;
  changed(finding: Finding): void;
}

/** So long a pause in typing is waited for, and after so long a wait is mentioned; milliseconds. */
export const PAUSE_MS = 120;
export const SLOW_MS = 300;
/** Answers that are kept, so that taking letters back shows them at once. */
const KEPT = 40;

/**
 * Asks while one types. Whatever the order in which answers come, only the one to what stands in the field is shown:
 * each question ends the one before it.
 */
export class Finder {
  readonly #world: FinderWorld;
  readonly #known = new Map<string, Found>();
  #stop: () => void = () => {};
  #query = '';
  #last: Found | undefined;
  finding: Finding = { is: 'idle' };

  constructor(world: FinderWorld) {
    this.#world = world;
  }

  /** Something else stands in the field. */
  ask(text: string): void {
    const query = text.trim();
    if (query === this.#query && this.finding.is !== 'failed') return;
    this.#stop();
    this.#query = query;
    if (query === '') return this.clear();
    const known = this.#known.get(query);
    if (known) return this.#show({ is: 'found', query, found: known });
    this.#send(query, PAUSE_MS);
  }

  /** Ask the same again, at once. */
  again(): void {
    this.#stop();
    if (this.#query) this.#send(this.#query, 0);
  }

  /** Nothing is asked for any more. */
  clear(): void {
    this.#stop();
    this.#query = '';
    this.#last = undefined;
    this.#show({ is: 'idle' });
  }

  #send(query: string, pause: number): void {
    const asked = new AbortController();
    const wait = (slow: boolean): void => this.#show({ is: 'searching', query, slow, before: this.#last });
    const start = this.#world.after(pause, () => void this.#answer(query, asked.signal));
    const slow = this.#world.after(pause + SLOW_MS, () => wait(true));
    this.#stop = () => {
      asked.abort();
      start();
      slow();
    };
    wait(false);
  }

  async #answer(query: string, signal: AbortSignal): Promise<void> {
    let next: Finding;
    try {
      const found = await this.#world.find(query, signal);
      if (!isFound(found)) throw new Error('the answer to a search is none');
      next = { is: 'found', query, found };
    } catch {
      next = { is: 'failed', query, offline: !this.#world.isOnline() };
    }
    // Overtaken: another question stands in the field.
    if (signal.aborted) return;
    this.#stop();
    this.#stop = () => {};
    if (next.is === 'found') this.#keep(query, next.found);
    this.#show(next);
  }

  #keep(query: string, found: Found): void {
    this.#known.set(query, found);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
  }

  #show(finding: Finding): void {
    if (finding.is === 'found') this.#last = finding.found;
    if (finding.is === 'failed') this.#last = undefined;
    this.finding = finding;
    this.#world.changed(finding);
  }
}

const isFound = (x: unknown): x is Found =>
  typeof x === 'object' &&
  x !== null &&
  ['places', 'events', 'reports'].every((key) => Array.isArray((x as Record<string, unknown>)[key]));
