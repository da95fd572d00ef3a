import type { PublicStore } from '../store/store.ts';

/** How many streams may be open at once. */
export interface Limits {
  readonly all: number;
  readonly perAddress: number;
}

interface Stream {
  readonly address: string;
  readonly out: ReadableStreamDefaultController<Uint8Array>;
}

/** The newest edition is looked up so often while somebody listens: another process may have published it. */
const LOOK_MS = 2000;
/** After so many looks without news a line is sent, so that nothing on the way takes a stream for dead. */
const BEAT_LOOKS = 12;
/** A stream that is cut off is asked for again after so long, and up to so much longer, so that not all ask at once. */
const RETRY_MS = 4000;
const JITTER_MS = 12_000;
/** Whoever reads so little that so many lines wait for them is let go. */
const MOST_WAITING = 32;

const encoder = new TextEncoder();

/**
 * Tells who has the map open that there is a newer edition, over streams of server-sent events. What goes over them is
 * the number of the newest edition and nothing else.
 */
export class Live {
  readonly #store: Pick<PublicStore, 'head'>;
  readonly #limits: Limits;
  readonly #failed: (error: unknown) => void;
  readonly #streams = new Set<Stream>();
  /** Streams by address, those that are being opened too. */
  readonly #counts = new Map<string, number>();
  #taken = 0;
  #timer: NodeJS.Timeout | undefined;
  #quiet = 0;
  #told = 0;
  #isFailing = false;
  #ended = false;

  constructor(
    store: Pick<PublicStore, 'head'>,
    limits: Limits,
    failed: (error: unknown) => void = (error) =>
      console.error('salient: the newest edition could not be looked up:', error),
  ) {
    this.#store = store;
    this.#limits = limits;
    this.#failed = failed;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#streams.size;
  }

  /** A stream for somebody; undefined where there are too many already, or the process is about to end. */
  async open(address: string): Promise<ReadableStream<Uint8Array> | undefined> {
    const own = this.#counts.get(address) ?? 0;
    if (this.#ended || this.#taken >= this.#limits.all || own >= this.#limits.perAddress) return undefined;
    this.#taken += 1;
    this.#counts.set(address, own + 1);
    let number: number;
    try {
      ({ number } = await this.#store.head());
    } catch (error) {
      this.#give(address);
      throw error;
    }
    let stream: Stream;
    return new ReadableStream<Uint8Array>(
      {
        start: (out) => {
          stream = { address, out };
          this.#streams.add(stream);
          const retry = Math.round(RETRY_MS + Math.random() * JITTER_MS);
          out.enqueue(encoder.encode(`retry: ${retry}\n${message(number)}`));
          if (this.#ended) this.#close(stream);
          // Nobody else listened, so nobody was told of anything else.
          else if (this.#timer === undefined) {
            this.#told = number;
            this.#wait();
          }
        },
        cancel: () => void this.#forget(stream),
      },
      new CountQueuingStrategy({ highWaterMark: 1 }),
    );
  }

  /** Close every stream; none is opened from now on. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    for (const stream of [...this.#streams]) this.#close(stream);
  }

  #wait(): void {
    this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const mine = this.#timer;
    try {
      const { number } = await this.#store.head();
      this.#quiet += 1;
      if (number !== this.#told) this.#send(message(number));
      else if (this.#quiet >= BEAT_LOOKS) this.#send(':\n\n');
      this.#told = number;
      this.#isFailing = false;
    } catch (error) {
      // The database is busy: the next look is soon, and the same is not said again.
      if (!this.#isFailing) this.#failed(error);
      this.#isFailing = true;
    }
    // Where all have gone meanwhile, and others come, there is another already.
    if (!this.#ended && this.#timer === mine) this.#wait();
  }

  #send(text: string): void {
    this.#quiet = 0;
    const bytes = encoder.encode(text);
    for (const stream of [...this.#streams]) {
      if ((stream.out.desiredSize ?? 0) < -MOST_WAITING) this.#close(stream);
      else stream.out.enqueue(bytes);
    }
  }

  #close(stream: Stream): void {
    if (this.#forget(stream)) stream.out.close();
  }

  /** @returns whether it was still there */
  #forget(stream: Stream): boolean {
    if (!this.#streams.delete(stream)) return false;
    this.#give(stream.address);
    if (this.#streams.size === 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
    return true;
  }

  #give(address: string): void {
    this.#taken -= 1;
    const left = (this.#counts.get(address) ?? 1) - 1;
    if (left > 0) this.#counts.set(address, left);
    else this.#counts.delete(address);
  }
}

/** The number is the id too, so that a browser says by itself what it was told last. */
const message = (number: number): string => `id: ${number}\nevent: edition\ndata: ${number}\n\n`;
