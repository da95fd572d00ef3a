import type { Config } from '../config.ts';
import type { PublicStore } from '../store/store.ts';
import type { HookCall, WidgetStore } from '../store/widgets.ts';
import { concerning } from './concerning.ts';
import type { Send } from './send.ts';
import { signature } from './sign.ts';

/** Another process may have published, or have been ended while it called: it is looked again so often. */
const EVERY_MS = 30_000;
const MINUTE = 60_000;
/** How long is waited after each try that failed; after the last, no more. */
export const BACK_OFF: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 720 * MINUTE];
/** Calls of one turn. */
const MOST = 20;

interface Parts {
  readonly store: PublicStore;
  readonly widgets: WidgetStore;
  readonly config: Pick<Config, 'origin'>;
  readonly send: Send;
  readonly now: () => number;
}

/** Note for every key that is told what the newest editions change of what it shows. */
export async function notice({
  store,
  widgets,
  config,
}: Pick<Parts, 'store' | 'widgets' | 'config'>): Promise<void> {
  const { number } = await store.head();
  for (const widget of await widgets.all()) {
    if (widget.seen >= number) continue;
    const body = widget.hook === undefined ? undefined : await concerning(store, widget, config);
    await widgets.saw(widget.id, number, body);
  }
}

/** Make the calls that are due, side by side, so that one who is slow keeps nobody waiting; one that fails is made again later. */
export async function callAll({ widgets, send, now }: Omit<Parts, 'store' | 'config'>): Promise<void> {
  await Promise.all((await widgets.due(MOST)).map((call) => callOnce(widgets, call, send, now)));
}

async function callOnce(widgets: WidgetStore, call: HookCall, send: Send, now: () => number): Promise<void> {
  const widget = await widgets.one(call.widget);
  if (widget?.hook === undefined) {
    await widgets.tried(call.number, { status: undefined, answer: 'no address any more', again: undefined });
    return;
  }
  const seconds = Math.floor(now() / 1000);
  const { status, text } = await send(
    widget.hook,
    {
      'content-type': 'application/json',
      'user-agent': 'Salient',
      'x-salient-call': String(call.number),
      'x-salient-timestamp': String(seconds),
      'x-salient-signature': signature(widget.secret, seconds, call.body),
    },
    call.body,
  );
  const isTaken = status !== undefined && status >= 200 && status < 300;
  await widgets.tried(call.number, {
    status,
    answer: text,
    again: isTaken ? undefined : BACK_OFF[call.tries],
  });
}

/** Tells newsrooms what concerns their maps, as long as the process runs. */
export class Webhooks {
  readonly #parts: Parts;
  readonly #failed: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #asking: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(
    parts: Parts,
    failed: (error: unknown) => void = (error) => console.error('salient: a call failed:', error),
  ) {
    this.#parts = parts;
    this.#failed = failed;
  }

  start(): this {
    this.ask();
    return this;
  }

  /** Look again now, e.g. because something was published. */
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
      await notice(this.#parts);
      await callAll(this.#parts);
      wait = Math.min(wait, Math.max(1000, (await this.#parts.widgets.nextDue()) ?? wait));
    } catch (error) {
      this.#failed(error);
    }
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), wait);
    this.#timer.unref();
  }
}
