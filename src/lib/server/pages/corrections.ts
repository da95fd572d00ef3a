import type { Change, ChangeKind, ItemKind } from '#lib/domain/history/edition.ts';
import { textIn, type Lang, type Text } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { correctionsWords } from '#lib/words/corrections.ts';
import { instant } from '#lib/words/dates.ts';
import { detailWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import type { EditionReader, PublicStore } from '../store/store.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';

/** Every correction, clarification and retraction up to the edition, newest first, by edition. */
export async function correctionsPage(asked: Asked, config: Config, store: PublicStore) {
  const { lang, reader, view, edition } = asked;
  const t = correctionsWords[lang];
  const all = await reader.corrections();
  const readers = new Map<number, Promise<EditionReader | undefined>>();
  const readerAt = (n: number): Promise<EditionReader | undefined> => {
    const known = readers.get(n) ?? store.at(n);
    readers.set(n, known);
    return known;
  };
  const editions = new Map<number, { number: number; title: string; when: string; items: Item[] }>();
  for (const { edition: number, item, change, note, published_at } of all) {
    const isGone = change === 'retraction';
    // What was retracted is named as it was before.
    const told = await titleOf(await readerAt(isGone ? number - 1 : number), item.kind, item.id, lang);
    const group = editions.get(number) ?? {
      number,
      title: pageWords[lang].edition(number),
      when: instant(lang, published_at),
      items: [],
    };
    editions.set(number, group);
    group.items.push({
      key: `${item.kind} ${item.id}`,
      kind: t.kind[item.kind],
      change: detailWords[lang].change[change],
      title: told,
      href: hrefOf(lang, item.kind, item.id, isGone ? undefined : number, view.theme),
      note: note ? textIn(note, lang) : { text: t.noNote, lang },
    });
  }
  const path = address(lang, '/corrections');
  return {
    title: t.title,
    lead: t.lead,
    editions: [...editions.values()],
    empty: editions.size === 0 ? t.none : undefined,
    about: aboutPage(asked, config, {
      title: t.title,
      item: 'corrections',
      url: pinned(config, path, edition.number),
      embed: {},
    }),
    head: { title: `${t.title} · Salient`, description: t.lead, image: undefined, jsonLd: undefined },
  };
}

interface Item {
  readonly key: string;
  readonly kind: string;
  readonly change: string;
  readonly title: { readonly text: string; readonly lang: string };
  readonly href: string | undefined;
  readonly note: { readonly text: string; readonly lang: string };
}

/** The page of an item, of the edition that mended it; of what is retracted, the page that says so. */
function hrefOf(
  lang: Lang,
  kind: ItemKind,
  id: string,
  edition: number | undefined,
  theme: Asked['view']['theme'],
): string | undefined {
  if (kind === 'statement' || kind === 'ledger') return undefined;
  return address(lang, `/${kind}s/${id}`, { ...DEFAULT_VIEW, edition, theme });
}

/** The page that tells of a change by itself, else where it stands in the list of all. */
export const correctionHref = (
  lang: Lang,
  { kind, id }: Change['item'],
  edition: number,
  change: ChangeKind,
): string =>
  hrefOf(lang, kind, id, change === 'retraction' ? undefined : edition, 'system') ??
  `${address(lang, '/corrections')}#edition-${edition}`;

async function titleOf(
  reader: EditionReader | undefined,
  kind: ItemKind,
  id: string,
  lang: Lang,
): Promise<Item['title']> {
  const read: Record<ItemKind, () => Promise<Text | string | undefined>> = {
    event: async () => (await reader?.event(id as never))?.title,
    report: async () => (await reader?.report(id as never))?.title,
    statement: async () =>
      (await reader?.statement(id as never))?.title ?? (await reader?.review(id as never))?.title,
    place: async () => (await reader?.place(id as never))?.names[0]?.text,
    ledger: async () => (await reader?.ledgers())?.find((l) => l.id === id)?.name,
  };
  const title = (await read[kind]()) ?? id;
  return typeof title === 'string' ? { text: title, lang } : textIn(title, lang);
}
