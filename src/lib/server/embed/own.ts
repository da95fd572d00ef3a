import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { OwnPart } from '#lib/embed/widget.ts';
import { laterWords } from '#lib/words/embed-later.ts';

/** What a newsroom adds to its map, marked as its own; nothing where it adds nothing. */
export function ownOf({ name, words }: KeyedWidget, lang: Lang): OwnPart | undefined {
  const { title, credit, callouts } = words;
  if (title === '' && credit === '' && callouts.length === 0) return undefined;
  return {
    from: laterWords[lang].from(name),
    title,
    credit,
    callouts: callouts.map(({ text }, i) => ({ number: i + 1, text })),
  };
}
