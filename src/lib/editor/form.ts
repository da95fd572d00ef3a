import { faultsOf, type Unfinished } from '#lib/domain/desk/faults.ts';
import type { Problem } from '#lib/domain/result.ts';
import type { Lang } from '#lib/domain/text.ts';
import { missingIn, reasonIn } from '#lib/words/fault-reasons.ts';
import type { Draft } from './draft.ts';
import { fieldAt, typed, withoutElement, type Path } from './fields.ts';

/** What fields of a form are given: the item that is written, and what is wrong with it where. */
export class Form {
  readonly draft: Draft;
  readonly #lang: Lang;
  /** Whether what is missing is told too: from when somebody asked to go on. */
  readonly #isStrict: () => boolean;
  #told: { readonly payload: Unfinished; readonly faults: Problem[] } | undefined;

  constructor(draft: Draft, lang: Lang, isStrict: () => boolean) {
    this.draft = draft;
    this.#lang = lang;
    this.#isStrict = isStrict;
  }

  /** Told anew when something is written: every field asks, and an area may have thousands of corners. */
  get faults(): Problem[] {
    const { payload } = this.draft.view;
    if (this.#told?.payload !== payload) this.#told = { payload, faults: faultsOf(this.draft.kind, payload) };
    return this.#told.faults;
  }

  at(path: Path): unknown {
    return fieldAt(this.draft.view.payload, path);
  }

  text(path: Path): string {
    const value = this.at(path);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  list(path: Path): readonly unknown[] {
    const value = this.at(path);
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  set(path: Path, value: unknown): void {
    this.draft.set(path, value);
  }

  setText(path: Path, text: string): void {
    this.set(path, typed(text));
  }

  setNumber(path: Path, text: string): void {
    const number = Number(text.replace(',', '.'));
    this.set(path, text.trim() === '' ? undefined : Number.isFinite(number) ? number : text);
  }

  drop(path: Path, index: number): void {
    this.draft.change(withoutElement(this.draft.view.payload, path, index));
  }

  /** What is wrong at a path, or in what it holds where the field holds it all. */
  fault(path: Path, whole = false): string | undefined {
    const own = path.join('.');
    const hasValue = this.at(path) !== undefined;
    if (!hasValue && !this.#isStrict()) return undefined;
    const found = this.faults.find(
      (f) =>
        f.path === own ||
        (whole && f.path.startsWith(`${own}.`)) ||
        (!hasValue && own.startsWith(`${f.path}.`)),
    );
    if (!found) return undefined;
    return hasValue ? reasonIn(this.#lang, found.reason) : missingIn[this.#lang];
  }
}

/** A name for a field by its path, for labels. */
export const fieldId = (path: Path): string => `f-${path.join('-')}`;
