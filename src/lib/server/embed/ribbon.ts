import { textIn, type Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Widget } from '#lib/embed/widget.ts';
import { embedWords } from '#lib/words/embed.ts';
import { laterWords } from '#lib/words/embed-later.ts';
import type { Asked } from '../pages/asked.ts';
import type { Mended } from './later.ts';

/**
 * The ribbon on a widget whose edition was corrected since in what it shows, or whose line moved since; the picture
 * stays as it was.
 */
export function ribbonOf(mended: readonly Mended[], lang: Lang, origin: string): Widget['ribbon'] {
  const [newest] = mended;
  if (!newest) return undefined;
  const t = laterWords[lang];
  const isOne = mended.length === 1;
  const hasMoved = mended.some(({ change }) => change === 'moved');
  return {
    text: isOne
      ? t.change[newest.change](newest.title.text)
      : (hasMoved ? t.severalMoved : t.several)(mended.length),
    why: (newest.note?.text ?? (isOne ? t.noNote[newest.change] : undefined)) || undefined,
    href: origin + (isOne ? newest.path : address(lang, hasMoved ? '/editions' : '/corrections')),
    link: hasMoved ? t.moreMoved : t.more,
  };
}

/** What became of the thing that a widget is about, where the edition that it shows does not have it. */
export interface Missing {
  readonly param: string;
  readonly fate: 'taken-down' | 'retracted' | 'never';
  /** When it was taken back and why, where that was so. */
  readonly note: string | undefined;
  /** Path of what tells of it. */
  readonly path: string | undefined;
}

const KINDS = ['event', 'place', 'report'] as const satisfies readonly ItemKind[];

/** The thing that an address names and the edition does not have; undefined where it has it, or none is named. */
export async function missingFrom(
  { reader, view }: Asked,
  { view: wanted, lang }: EmbedOptions,
): Promise<Missing | undefined> {
  for (const kind of KINDS) {
    const id = wanted[kind];
    if (id === undefined || view[kind] !== undefined) continue;
    const fate = await reader.fateOf(kind, id);
    if (fate?.type === 'retracted') {
      const note = fate.note && textIn(fate.note, lang).text;
      return { param: kind, fate: 'retracted', note, path: address(lang, `/${kind}s/${id}`) };
    }
    return { param: kind, fate: fate ? 'taken-down' : 'never', note: undefined, path: undefined };
  }
  return undefined;
}

/** What is said over the picture of a widget whose event or place is gone. */
export function goneOf(missing: Missing | undefined, lang: Lang, origin: string): Widget['gone'] {
  if (!missing) return undefined;
  const t = embedWords[lang];
  const isErased = missing.fate === 'taken-down';
  return {
    text: isErased ? t.gone : t.vanished,
    why: isErased ? t.goneWhy : missing.note,
    href: missing.path && origin + missing.path,
    link: laterWords[lang].more,
  };
}
