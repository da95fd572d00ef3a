import type { KeyedWidget, OwnWords } from '#lib/domain/embed/keyed.ts';

/** A keyed widget with what only the desk knows of it. */
export interface DeskWidget extends KeyedWidget {
  readonly made_at: number;
  readonly made_by: string;
  /** Told of what concerns it; none where nobody asked for it. */
  readonly hook: string | undefined;
  /** What its calls are signed with. */
  readonly secret: string;
  /** The newest edition of which it is known whether it concerns it. */
  readonly seen: number;
}

/** A call to the address of a widget, and how it went. */
export interface HookCall {
  readonly number: number;
  readonly widget: string;
  readonly edition: number;
  readonly body: string;
  readonly made_at: number;
  readonly tries: number;
  /** When it is tried next, UTC milliseconds; undefined where it is done with. */
  readonly due: number | undefined;
  /** What the address last answered. */
  readonly status: number | undefined;
  readonly answer: string | undefined;
  readonly answered_at: number | undefined;
}

/** How a try of a call went. */
export interface Tried {
  readonly status: number | undefined;
  readonly answer: string;
  /** In how many milliseconds it is tried again; undefined where it is done with. */
  readonly again: number | undefined;
}

/** Keys of newsrooms and what they are told. Whatever is decided is in the audit log. */
export interface WidgetStore {
  /** By their names. */
  all(): Promise<DeskWidget[]>;
  one(id: string): Promise<DeskWidget | undefined>;
  make(widget: KeyedWidget & Pick<DeskWidget, 'hook' | 'secret' | 'seen'>, by: string): Promise<void>;
  /** Move what it shows, and its own words. False where there is none. */
  pin(id: string, what: { readonly query: string; readonly words: OwnWords }, by: string): Promise<boolean>;
  /** Change who may show it and who is told. */
  settle(
    id: string,
    what: { readonly sites: readonly string[]; readonly hook: string | undefined },
    by: string,
  ): Promise<boolean>;
  drop(id: string, by: string): Promise<boolean>;
  /** Say up to which edition it was looked at, and what it is told of it. */
  saw(id: string, edition: number, body: string | undefined): Promise<void>;
  /** Calls that are due by the clock of the store, the oldest first. */
  due(limit: number): Promise<HookCall[]>;
  /** In how many milliseconds the next is due; undefined where none waits. */
  nextDue(): Promise<number | undefined>;
  tried(number: number, how: Tried): Promise<void>;
  /** The last calls of a widget, the newest first. */
  calls(id: string, limit: number): Promise<HookCall[]>;
}
