import type { Statement } from '#lib/domain/control/statement.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { ChangeKind, ItemKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import type { Lang, Text } from '#lib/domain/text.ts';
import { instant } from '#lib/words/dates.ts';
import { boundedText, km2Text } from '#lib/words/km2.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { publishWords } from '#lib/words/publish.ts';
import { controlOf } from '../editions/control.ts';
import { usualChange } from '../store/publishing.ts';
import type { EditionReader } from '../store/store.ts';
import type { DeskEntry } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';
import { differencesIn, type Told } from './differences.ts';
import { effectOf } from './effect.ts';
import { historyAddress, itemAddress, sortWord } from './queue.ts';
import { mapOf } from './map-of.ts';
import { shownBy, type ShownBy } from './shown-by.ts';
import { unreviewedList, urgentList } from './urgent.ts';

/** What one page shows; who approves more than that in a day publishes twice. */
const MOST = 500;

export type Group = 'added' | 'changed' | 'retracted';

/** What an item leans on that readers do not see yet. */
export interface Lean {
  readonly key: string;
  readonly text: string;
  readonly href: string;
  /** Approved, so that it can come along; else the item has to stay. */
  readonly canCome: boolean;
}

export interface PublishItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly id: string;
  readonly revision: number;
  readonly href: string;
  readonly history: string;
  readonly title: string | undefined;
  readonly sort: string;
  readonly group: Group;
  readonly change: ChangeKind;
  readonly note: { readonly en: string; readonly uk: string };
  readonly differences: readonly Told[];
  readonly map: string | undefined;
  readonly area: string | undefined;
  readonly leans: readonly Lean[];
  /** Public items that lean on what is to be retracted, and so keep it from going. */
  readonly leantOn: readonly string[];
  readonly shownBy: ShownBy;
}

/** What `/desk/publish` shows: exactly what the next edition would change. */
export async function publishPage(desk: StaffedDesk, lang: Lang) {
  const { store } = desk;
  const head = await store.public.head();
  const reader = await store.public.at(head.number);
  if (!reader) throw new Error(`edition ${head.number} vanished while it was read`);
  const rows = await store.work.queue({ states: ['approved'], limit: MOST });
  const entries = (await Promise.all(rows.map((r) => store.work.item(r.kind, r.id)))).flatMap((e) => e ?? []);
  const now = Date.now();
  const isHeld = (e: DeskEntry): boolean => (e.embargo_until ?? 0) > now;
  const ready = new Map(entries.filter((e) => !isHeld(e)).map((e) => [keyOf(e), e]));
  const items: PublishItem[] = [];
  const showing = await shownBy(store);
  for (const entry of ready.values()) {
    const item = await itemOf(desk, reader, entry, ready, lang);
    const is = entry.retraction ? undefined : (entry.payload as unknown as Event | Statement);
    items.push({ ...item, shownBy: showing(item.kind, item.id, is) });
  }
  const order: readonly Group[] = ['added', 'changed', 'retracted'];
  return {
    edition: head.number,
    items: items.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group)),
    held: entries
      .filter(isHeld)
      .sort((a, b) => (a.embargo_until ?? 0) - (b.embargo_until ?? 0))
      .map((e) => ({
        key: keyOf(e),
        kind: e.kind,
        id: e.id,
        href: itemAddress(lang, e.kind, e.id),
        title: e.title,
        until: e.embargo_until ?? 0,
        untilText: instant(lang, e.embargo_until ?? 0),
      })),
    urgent: await urgentList(desk, lang),
    unreviewed: await unreviewedList(desk, lang),
  };
}

const keyOf = ({ kind, id }: { kind: ItemKind; id: string }): string => `${kind} ${id}`;

async function itemOf(
  desk: StaffedDesk,
  reader: EditionReader,
  entry: DeskEntry,
  ready: ReadonlyMap<string, DeskEntry>,
  lang: Lang,
): Promise<Omit<PublishItem, 'shownBy'>> {
  const { kind, id, retraction } = entry;
  const was = entry.published === undefined ? undefined : await publicPayload(reader, kind, id);
  const is = retraction ? undefined : entry.payload;
  return {
    key: keyOf(entry),
    kind,
    id,
    revision: entry.revision,
    href: itemAddress(lang, kind, id),
    history: historyAddress(lang, kind, id),
    title: entry.title,
    sort: sortWord(entry, lang),
    group: retraction ? 'retracted' : was ? 'changed' : 'added',
    change: usualChange(entry.change, was !== undefined, retraction),
    note: { en: entry.note?.en ?? '', uk: entry.note?.uk ?? '' },
    differences: retraction ? [] : differencesIn(lang, was, entry.payload),
    map: mapOf(kind, id, was, is, lang),
    area: kind === 'statement' ? await areaOf(reader, was, is, lang) : undefined,
    leans: retraction ? [] : await leansOf(desk, reader, entry, ready, lang),
    leantOn: retraction ? await leaningOn(reader, entry, ready, lang) : [],
  };
}

/** As readers see it. */
export async function publicPayload(
  reader: EditionReader,
  kind: ItemKind,
  id: string,
): Promise<Unfinished | undefined> {
  const read = {
    place: () => reader.place(id as never),
    report: () => reader.report(id as never),
    event: () => reader.event(id as never),
    statement: async () => (await reader.statement(id as never)) ?? reader.review(id as never),
    ledger: async () => (await reader.ledgers()).find((l) => l.id === id),
  };
  return (await read[kind]()) as Unfinished | undefined;
}

async function areaOf(
  reader: EditionReader,
  was: Unfinished | undefined,
  is: Unfinished | undefined,
  lang: Lang,
): Promise<string | undefined> {
  const t = publishWords[lang];
  const control = await controlOf(reader);
  const effect = effectOf(control, was as Statement | undefined, is as Statement | undefined);
  if (!effect) return undefined;
  if (effect.change === 'withheld') return t.withheld;
  const { gained_m2, lost_m2, net_m2, uncertainty_m2 } = effect.change;
  const { uncertainty } = boundedText(lang, net_m2, uncertainty_m2);
  return t.area(
    kindWords[lang].holder[effect.side],
    km2Text(lang, gained_m2),
    km2Text(lang, lost_m2),
    uncertainty,
  );
}

/** What the item leans on and readers do not see. */
async function leansOf(
  { store }: StaffedDesk,
  reader: EditionReader,
  { kind, payload }: DeskEntry,
  ready: ReadonlyMap<string, DeskEntry>,
  lang: Lang,
): Promise<Lean[]> {
  const leans = new Map<string, Lean>();
  for (const on of referencesOf(kind, payload)) {
    const key = keyOf(on);
    if (leans.has(key) || (await publicPayload(reader, on.kind, on.id))) continue;
    const other = ready.get(key);
    const known = other ?? (await store.work.item(on.kind, on.id));
    leans.set(key, {
      key,
      text: known?.title ?? on.id,
      href: itemAddress(lang, on.kind, on.id),
      canCome: other !== undefined && !other.retraction,
    });
  }
  return [...leans.values()];
}

/** What readers would be left with that cites something they cannot see. */
async function leaningOn(
  reader: EditionReader,
  { kind, id }: DeskEntry,
  ready: ReadonlyMap<string, DeskEntry>,
  lang: Lang,
): Promise<string[]> {
  if (kind !== 'place' && kind !== 'report') return [];
  const all = await reader.leaningOn({ kind, id });
  return all
    .filter((one) => !ready.get(keyOf({ kind: one.kind, id: one.payload.id }))?.retraction)
    .map(({ payload }) => titleIn('title' in payload ? payload.title : payload.id, lang));
}

export const titleIn = (title: Text | string, lang: Lang): string =>
  typeof title === 'string' ? title : (title[lang] ?? title.en);
