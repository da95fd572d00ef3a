import { compareWords } from '#lib/words/compare.ts';
import { longDay, mediumDay } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Asked } from './asked.ts';

/** What is shown otherwise than it was asked for, in words; nothing of values that could not be read at all. */
export interface AskedNotes {
  /** Another edition than was asked for. */
  readonly edition: string | undefined;
  /** Days that stood the wrong way round. */
  readonly order: string | undefined;
  /** A day of which no line is known. */
  readonly outside: string | undefined;
}

export function askedNotes({ lang, view, editionNote, orderNote, edition, control }: Asked): AskedNotes {
  const t = pageWords[lang];
  const { opens, lastReviewed } = control;
  const { day } = view;
  return {
    edition:
      editionNote === 'no-such-edition'
        ? t.noSuchEdition(String(view.edition), edition.number)
        : editionNote === 'before-first'
          ? t.beforeFirst(view.known ? longDay(lang, view.known) : '')
          : undefined,
    order: orderNote && compareWords[lang][orderNote],
    outside:
      day && opens && lastReviewed && (day < opens || day > lastReviewed)
        ? t.outsideLedger(mediumDay(lang, opens), mediumDay(lang, lastReviewed))
        : undefined,
  };
}
