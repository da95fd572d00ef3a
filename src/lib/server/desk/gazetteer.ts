import { BASES, HOLDERS, type Basis, type Holder } from '#lib/domain/control/statement.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import type { ItemView } from '#lib/ui/desk/item-view.ts';
import { deskWords } from '#lib/words/desk.ts';
import { kindWords } from '#lib/words/kinds.ts';
import type { Asked } from '../pages/asked.ts';
import type { StaffedDesk } from './desk.ts';
import { findPlaces } from './places.ts';
import { itemAddress } from './queue.ts';

const LONGEST_NAME = 80;

/** The id that a place gets by its English name, e.g. `velyka-novosilka`; empty where it has no Latin letter. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '');

/** Which holder and basis a ledger may have: what is contested or infiltrated is nobody's. */
const LEDGERS: readonly (readonly [Holder, Basis])[] = HOLDERS.flatMap((holder) =>
  BASES.filter((basis) => (basis === 'contested' || basis === 'infiltration') === (holder === 'unknown')).map(
    (basis) => [holder, basis] as const,
  ),
);

/** Why no place could be begun. */
const NOT_BEGUN = ['empty', 'letters', 'taken'] as const;
export type NotBegun = (typeof NOT_BEGUN)[number];

/** Where a new place is written, or why it cannot be begun so. */
export async function beginPlace(
  { store }: StaffedDesk,
  lang: Lang,
  name: string,
): Promise<{ readonly to: string } | { readonly fault: NotBegun }> {
  const text = name.trim().slice(0, LONGEST_NAME);
  if (text === '') return { fault: 'empty' };
  const id = slugOf(text);
  if (id === '') return { fault: 'letters' };
  if (await store.work.item('place', id)) return { fault: 'taken' };
  return { to: `${itemAddress(lang, 'place', id)}?name=${encodeURIComponent(text)}` };
}

/** What a new place or ledger has before anybody writes it: what its address says. */
export function begunItem(view: ItemView, name: string | null): ItemView {
  if (view.revision > 0) return view;
  const { id } = view.payload;
  if (view.kind === 'place') {
    const names = name ? [{ text: name, lang: 'en', script: 'Latn', kind: 'official' }] : [];
    const more = { country: 'UA', oblast: null, population: null, names, ids: {} };
    return { ...view, payload: { ...more, id } as Unfinished };
  }
  const [holder, basis] = LEDGERS.find(([h, b]) => id === `${h}-${b}`) ?? [];
  return { ...view, payload: { id, holder, basis, demonstration: false } };
}

/** Whether there can be a ledger of an id. */
export const isLedgerId = (id: string): boolean => LEDGERS.some(([h, b]) => id === `${h}-${b}`);

/** What `/desk/places` shows: places that were searched for, places that are being written, and the ledgers. */
export async function gazetteerPage(desk: StaffedDesk, asked: Asked, query: string, fault: string | null) {
  const { lang } = asked;
  const { work } = desk.store;
  const k = kindWords[lang];
  const rowsOf = async (kind: ItemKind, text?: string) =>
    (
      await work.queue({
        kinds: [kind],
        states:
          kind === 'place' ? ['draft', 'review', 'approved'] : ['draft', 'review', 'approved', 'public'],
        text,
        limit: 50,
      })
    ).map(({ id, title, state }) => ({
      id,
      title: title ?? id,
      href: itemAddress(lang, kind, id),
      state: state === 'public' ? undefined : deskWords[lang].state[state],
    }));
  const found = query === '' ? [] : await findPlaces(asked, query);
  const ledgers = await rowsOf('ledger');
  return {
    query,
    fault: NOT_BEGUN.find((known) => known === fault),
    found: found.map(({ id, name, about }) => ({ id, name, about, href: itemAddress(lang, 'place', id) })),
    written: await rowsOf('place', query),
    ledgers,
    choices: LEDGERS.map(([holder, basis]) => ({
      id: `${holder}-${basis}`,
      text: `${k.holder[holder]} · ${k.basis[basis]}`,
    })).filter(({ id }) => !ledgers.some((l) => l.id === id)),
    begin: address(lang, '/desk/places/new'),
    define: address(lang, '/desk/ledgers/new'),
  };
}
