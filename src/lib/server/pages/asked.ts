import type { Lang } from '#lib/domain/text.ts';
import type { Edition } from '#lib/domain/history/edition.ts';
import { endOfDay, type Day } from '#lib/domain/time/day.ts';
import { viewFromUrl, type View, type ViewNote } from '#lib/domain/view/view.ts';
import { controlOf, type Control } from '../editions/control.ts';
import type { EditionReader, PublicStore } from '../store/store.ts';

/** Why the edition shown is not the one asked for. */
export type EditionNote = 'no-such-edition' | 'before-first';

/** What an address asks for, with everything that needs the store answered. */
export interface Asked {
  readonly lang: Lang;
  readonly view: View;
  /** Parameters that could not be used. */
  readonly notes: readonly ViewNote[];
  readonly editionNote: EditionNote | undefined;
  readonly reader: EditionReader;
  readonly edition: Edition;
  readonly head: Edition;
  readonly control: Control;
  /** The day shown: the one in the address, else the last reviewed one, else none where nothing is published. */
  readonly day: Day | undefined;
}

export async function readAsked(store: PublicStore, params: URLSearchParams, lang: Lang): Promise<Asked> {
  const { view, notes } = viewFromUrl(params);
  const head = await store.head();
  const { number, note } = await chooseEdition(store, view, head);
  const reader = await store.at(number);
  if (!reader) throw new Error(`edition ${number} vanished while it was read`);
  const control = await controlOf(reader);
  return {
    lang,
    view,
    notes,
    editionNote: note,
    reader,
    edition: reader.edition,
    head,
    control,
    day: view.day ?? control.lastReviewed,
  };
}

/** The edition that a view means: a number, or the last one published before the end of a day. */
export async function chooseEdition(
  store: PublicStore,
  view: Pick<View, 'edition' | 'known'>,
  head: Edition,
): Promise<{ number: number; note: EditionNote | undefined }> {
  if (view.edition !== undefined) {
    if (view.edition <= head.number) return { number: view.edition, note: undefined };
    return { number: head.number, note: 'no-such-edition' };
  }
  if (view.known !== undefined && head.number > 0) {
    const known = await store.editionBefore(endOfDay(view.known));
    return known ? { number: known.number, note: undefined } : { number: 1, note: 'before-first' };
  }
  return { number: head.number, note: undefined };
}
