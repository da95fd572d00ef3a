import { createSubscriber } from 'svelte/reactivity';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { merge, type Conflict, type Step } from '#lib/domain/history/merge.ts';
import type { Answer } from '#lib/ui/desk/ask.ts';
import { fieldAt, withField } from './fields.ts';
import type { Keeper } from './keeper.ts';

/** What is asked of the server, and what it says; see server/desk/saving.ts. */
export interface SaveBody {
  readonly key: string;
  readonly kind: ItemKind;
  readonly base: number;
  readonly payload: Unfinished;
}
export type SaveReply =
  | {
      readonly outcome: 'saved';
      readonly revision: number;
      readonly payload: Unfinished;
      readonly merged: boolean;
    }
  | {
      readonly outcome: 'conflict';
      readonly conflicts: readonly Conflict[];
      readonly merged: Unfinished;
      readonly theirs: { readonly number: number; readonly by: string; readonly payload?: Unfinished };
    };

/**
 * How words stand: known to be kept by the server, on their way, waiting for the line or for signing in again (kept in
 * this browser meanwhile), at odds with what another wrote, or refused.
 */
export type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'conflict' | 'refused';

export interface DraftOptions {
  readonly kind: ItemKind;
  readonly payload: Unfinished;
  /** The revision that the payload is; 0 for what nobody has saved yet. */
  readonly revision: number;
  readonly keeper: Keeper;
  save(body: SaveBody): Promise<Answer<SaveReply>>;
  /** Call back after so long a rest, in milliseconds; answers how to give that up. */
  later(work: () => void, ms: number): () => void;
  newKey(): string;
}

/** A rest after typing until it is saved, and between tries while there is no line, in milliseconds. */
const REST_MS = 700;
const RETRY_MS = 5_000;

export interface DraftView {
  readonly payload: Unfinished;
  readonly revision: number;
  readonly status: DraftStatus;
  /** Whether another's words came in with the last save. */
  readonly merged: boolean;
  readonly conflict: Extract<SaveReply, { outcome: 'conflict' }> | undefined;
  readonly problems: readonly { path: string; reason: string }[];
}

/** One item while somebody writes it. Nothing that was typed is ever only in the page: it is kept before it is sent. */
export class Draft {
  readonly kind: ItemKind;
  readonly #options: DraftOptions;
  #now: DraftView;
  #told: () => void = () => undefined;
  readonly #watch = createSubscriber((tell) => {
    this.#told = tell;
    return () => (this.#told = () => undefined);
  });
  #cancel: (() => void) | undefined;
  #running: Promise<void> | undefined;
  /** The words that were sent last, under the key that goes with them: the same words are sent under the same key. */
  #sent: SaveBody | undefined;

  constructor(options: DraftOptions) {
    this.#options = options;
    this.kind = options.kind;
    this.#now = {
      payload: options.payload,
      revision: options.revision,
      status: 'saved',
      merged: false,
      conflict: undefined,
      problems: [],
    };
  }

  /** How it stands; a component that reads it is drawn again when that changes. */
  get view(): DraftView {
    this.#watch();
    return this.#now;
  }

  #set(more: Partial<DraftView>): void {
    this.#now = { ...this.#now, ...more };
    this.#told();
  }

  get #name(): string {
    return `${this.kind} ${this.#now.payload.id}`;
  }

  /** Take up what an earlier page did not get through, if there is any. */
  async recover(): Promise<boolean> {
    const kept = await this.#options.keeper.get(this.#name);
    if (!kept) return false;
    if (canonical(kept.payload) === canonical(this.#now.payload)) {
      await this.#options.keeper.drop(this.#name);
      return false;
    }
    this.#sent = { key: kept.key, kind: this.kind, base: kept.base, payload: kept.payload };
    this.#set({ payload: kept.payload, revision: kept.base, status: 'unsaved' });
    await this.flush();
    return true;
  }

  /** What somebody wrote. It is saved after a moment's rest. */
  change(payload: Unfinished): void {
    this.#set({ payload });
    if (this.#now.status === 'conflict') return;
    this.#set({ status: 'unsaved' });
    void this.#options.keeper.put(this.#name, {
      base: this.#now.revision,
      payload,
      key: this.#bodyNow().key,
    });
    this.#cancel?.();
    this.#cancel = this.#options.later(() => void this.flush(), REST_MS);
  }

  set(path: readonly (string | number)[], value: unknown): void {
    this.change(withField(this.#now.payload, path, value));
  }

  /** Save at once; resolved when all that is written is saved, or cannot be. */
  async flush(): Promise<DraftStatus> {
    this.#cancel?.();
    this.#cancel = undefined;
    await this.#running;
    if (this.#now.status === 'saved' || this.#now.status === 'conflict') return this.#now.status;
    this.#running = this.#save();
    await this.#running;
    this.#running = undefined;
    return this.#now.status;
  }

  #bodyNow(): SaveBody {
    const { payload, revision: base } = this.#now;
    const { kind } = this;
    if (this.#sent?.base !== base || canonical(this.#sent.payload) !== canonical(payload))
      this.#sent = { key: this.#options.newKey(), kind, base, payload };
    return this.#sent;
  }

  async #save(): Promise<void> {
    const body = this.#bodyNow();
    this.#set({ status: 'saving' });
    const { keeper } = this.#options;
    await keeper.put(this.#name, { base: body.base, payload: body.payload, key: body.key });
    const answer = await this.#options.save(body);
    if (!answer.ok) {
      const status = answer.why === 'signed-out' || answer.why === 'refused' ? answer.why : 'offline';
      this.#set({ problems: answer.problems, status });
      if (status === 'offline') this.#cancel = this.#options.later(() => void this.flush(), RETRY_MS);
      return;
    }
    this.#set({ problems: [] });
    const said = answer.value;
    if (said.outcome === 'conflict') {
      this.#set({ conflict: said, status: 'conflict' });
      return;
    }
    // What was typed while the words were on their way goes on top of what came back.
    const typedMeanwhile = canonical(this.#now.payload) !== canonical(body.payload);
    const now = typedMeanwhile ? merge(body.payload, this.#now.payload, said.payload).merged : said.payload;
    const isSaved = canonical(now) === canonical(said.payload);
    this.#set({
      payload: now,
      revision: said.revision,
      merged: said.merged,
      status: isSaved ? 'saved' : 'unsaved',
    });
    if (isSaved) {
      await keeper.drop(this.#name);
      return;
    }
    await keeper.put(this.#name, { base: said.revision, payload: now, key: this.#bodyNow().key });
    this.#cancel = this.#options.later(() => void this.flush(), REST_MS);
  }

  /**
   * Settle what is at odds, field by field.
   *
   * @param takeTheirs for each conflict whether the other's words stand; ours do elsewhere
   */
  async settle(takeTheirs: readonly boolean[]): Promise<DraftStatus> {
    const { conflict } = this.#now;
    if (!conflict) return this.#now.status;
    let settled = conflict.merged;
    // What was typed since the save is part of ours.
    for (const [i, { path, theirs }] of conflict.conflicts.entries()) {
      const value = takeTheirs[i] ? theirs : fieldAt(this.#now.payload, path as readonly Step[]);
      settled = withField(settled, path, value ?? undefined);
    }
    this.#set({
      conflict: undefined,
      payload: settled,
      revision: conflict.theirs.number,
      status: 'unsaved',
    });
    return this.flush();
  }
}
