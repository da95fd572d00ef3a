import { tick } from 'svelte';
import type { Lang } from '#lib/domain/text.ts';
import { foundWords } from '#lib/words/search.ts';
import { coordinatesIn } from './coordinates.ts';
import { Finder, type Finding } from './finder.ts';
import type { Chosen, Found } from './found.ts';
import { activeAfter, optionsOf, type Option } from './options.ts';

/** What the field of a search does with what is typed into it. */
export interface Field {
  readonly id: string;
  readonly lang: Lang;
  readonly input: HTMLInputElement;
  /** What stands in the field, and whether its list is wanted. */
  text: string;
  open: boolean;
  readonly find: (q: string, signal: AbortSignal) => Promise<Found>;
  /** Of a report it is told as well, but its link is followed without more ado. */
  readonly onchoose: (what: Chosen) => void;
  /** The address of a page from its path without a language. */
  readonly hrefOf: (path: string) => string;
}

/** Makes a combobox of a field: finds while it is typed, and goes by keys through what is found. */
export class Combobox {
  readonly field: Field;
  readonly words;
  active = $state(-1);
  #finding = $state.raw<Finding>({ is: 'idle' });
  readonly #finder: Finder;
  /** Whether Enter came before the answer: the first of what is found is chosen then. */
  #isAwaited = false;

  constructor(field: Field) {
    this.field = field;
    this.words = foundWords[field.lang];
    this.#finder = new Finder({
      find: (q, signal) => field.find(q, signal),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      isOnline: () => navigator.onLine,
      changed: (next) => {
        this.#finding = next;
        if (next.is === 'searching') return;
        this.active = -1;
        if (this.#isAwaited && next.is === 'found') void tick().then(() => this.#take(this.#options[0]));
        this.#isAwaited = false;
      },
    });
  }

  readonly #point = $derived.by(() => coordinatesIn(this.field.text));
  readonly groups = $derived.by(() => {
    const { text, lang, hrefOf } = this.field;
    const finding = this.#finding;
    const found =
      finding.is === 'found' ? finding.found : finding.is === 'searching' ? finding.before : undefined;
    return optionsOf(text, found, lang, hrefOf);
  });
  readonly #options = $derived.by(() => this.groups.flatMap((group) => group.options));
  readonly expanded = $derived.by(() => this.field.open && this.field.text.trim() !== '');
  readonly listed = $derived.by(() => this.expanded && this.#options.length > 0);
  readonly message = $derived.by(() => {
    const finding = this.#finding;
    if (finding.is === 'failed') return finding.offline ? this.words.offline : this.words.failed;
    if (finding.is === 'searching' && finding.slow) return this.words.searching;
    return finding.is === 'found' && this.#options.length === 0 ? this.words.none(finding.query) : '';
  });
  readonly said = $derived.by(() => {
    if (!this.expanded) return '';
    if (this.message !== '' || this.#finding.is !== 'found') return this.message;
    const { places, events, reports } = this.#finding.found;
    return this.words.count(places.length, events.length, reports.length);
  });
  readonly stale = $derived.by(() => this.#finding.is === 'searching' && !this.#point);
  readonly failed = $derived.by(() => this.#finding.is === 'failed');
  /** Id of the option that the keys are at. */
  readonly at = $derived.by(() => (this.listed && this.active >= 0 ? this.optionId(this.active) : undefined));
  readonly optionId = (i: number): string => `${this.field.id}-option-${i}`;

  ask(): void {
    this.active = -1;
    this.#isAwaited = false;
    this.field.open = true;
    if (this.#point) this.#finder.clear();
    else this.#finder.ask(this.field.text);
  }
  again(): void {
    this.field.input.focus();
    this.#finder.again();
  }
  /** Forget what was asked. */
  clear(): void {
    this.#finder.clear();
  }

  /** As if the option were clicked: what is a link is followed as one. */
  #take(option: Option | undefined): void {
    if (option && this.expanded)
      document.getElementById(this.optionId(this.#options.indexOf(option)))?.click();
  }

  #choose({ chosen }: Option): void {
    this.field.open = false;
    this.active = -1;
    if (chosen.kind === 'place') this.field.text = chosen.name;
    this.field.onchoose(chosen);
  }

  /** A plain click chooses; any other is the link's own: a new tab, a download. */
  readonly clicked = (event: MouseEvent, option: Option): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (option.chosen.kind !== 'report') event.preventDefault();
    if (event instanceof PointerEvent && event.pointerType === 'touch') this.field.input.blur();
    this.#choose(option);
  };

  /** @returns whether the field is to be emptied */
  pressed(event: KeyboardEvent): boolean {
    const { field, expanded } = this;
    const options = this.#options;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Enter') {
      // What is shown while an answer is under way belongs to an earlier question: only a choice among it counts.
      // Enter alone waits for the answer, and a second time it leads to the page of results.
      const fresh = this.#point !== undefined || this.#finding.is === 'found';
      const option = expanded ? options[this.active < 0 && fresh ? 0 : this.active] : undefined;
      const isEarly = expanded && !option && this.#finding.is === 'searching' && !this.#isAwaited;
      if (!option && !isEarly) return false;
      event.preventDefault();
      if (isEarly) this.#isAwaited = true;
      else this.#take(option);
    } else if (event.key === 'Escape') {
      if (!expanded && field.text === '') return false;
      event.preventDefault();
      event.stopPropagation();
      if (!expanded) return true;
      field.open = false;
      this.#isAwaited = false;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (field.text.trim() === '') return false;
      event.preventDefault();
      if (expanded) this.active = activeAfter(event.key, this.active, options.length) ?? -1;
      else this.ask();
    } else if (
      (event.key === 'Home' || event.key === 'End') &&
      this.listed &&
      this.active >= 0 &&
      !event.shiftKey
    ) {
      // Without an active option these keys belong to the text.
      event.preventDefault();
      this.active = event.key === 'Home' ? 0 : options.length - 1;
    }
    return false;
  }
}
