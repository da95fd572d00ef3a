import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Lang, Text } from '#lib/domain/text.ts';
import { textIn } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { correctionsWords } from '#lib/words/corrections.ts';
import { instant } from '#lib/words/dates.ts';
import type { Asked } from './asked.ts';

/** What stands where something public was. */
export interface Tombstone {
  readonly message: string;
  readonly title: { readonly text: string; readonly lang: string } | undefined;
  readonly lines: readonly { readonly text: string; readonly lang: string }[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** What is said of an item that is not in the edition any more; undefined where it never was. */
export async function tombstoneOf(
  { lang, reader, view }: Asked,
  kind: Exclude<ItemKind, 'statement' | 'ledger'>,
  id: string,
): Promise<Tombstone | undefined> {
  const fate = await reader.fateOf(kind, id);
  const t = correctionsWords[lang];
  const own = (text: string) => ({ text, lang });
  const corrections = { href: address(lang, '/corrections'), text: t.title };
  if (!fate) return undefined;
  if (fate.type === 'taken-down')
    return { message: t.takenDown, title: undefined, lines: [own(t.takenDownWhy)], links: [corrections] };
  const before = fate.edition - 1;
  return {
    message: t.retracted,
    title: titleOf(fate.title, lang),
    lines: [
      own(t.retractedIn(fate.edition, instant(lang, fate.at))),
      ...(fate.note ? [own(t.retractedWhy), textIn(fate.note, lang)] : [own(t.retractedNoNote)]),
    ],
    links: [
      {
        href: address(lang, `/${kind}s/${id}`, { ...DEFAULT_VIEW, edition: before, theme: view.theme }),
        text: t.asItWas(before),
      },
      corrections,
    ],
  };
}

const titleOf = (title: Text | string | undefined, lang: Lang): Tombstone['title'] =>
  title === undefined ? undefined : typeof title === 'string' ? { text: title, lang } : textIn(title, lang);
