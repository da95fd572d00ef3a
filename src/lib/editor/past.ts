/** What stood before, and what was undone: steps back and forth through states that are never changed themselves. */
export class Past<T> {
  #before: T[] = [];
  #after: T[] = [];
  /** Steps that are kept. */
  static readonly MOST = 100;

  /** Something else stands now. */
  push(was: T): void {
    this.#before = [...this.#before.slice(1 - Past.MOST), was];
    this.#after = [];
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  /** The state before the one that stands. */
  undo(now: T): T {
    const before = this.#before.at(-1);
    if (before === undefined && this.#before.length === 0) return now;
    this.#before = this.#before.slice(0, -1);
    this.#after = [...this.#after, now];
    return before as T;
  }

  redo(now: T): T {
    if (this.#after.length === 0) return now;
    const after = this.#after.at(-1);
    this.#after = this.#after.slice(0, -1);
    this.#before = [...this.#before, now];
    return after as T;
  }

  clear(): void {
    this.#before = [];
    this.#after = [];
  }
}
