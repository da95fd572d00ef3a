import { mayReview } from '#lib/domain/access/access.ts';
import { isReviewId } from '#lib/domain/control/review-id.ts';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import type { QueueRow } from '#lib/ui/desk/queue-row.ts';
import { instant, mediumDay, period } from '#lib/words/dates.ts';
import { deskWords } from '#lib/words/desk.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { reviewFormWords } from '#lib/words/review-form.ts';
import type { DeskRow } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';

/** Rows on one page of the queue. */
const PAGE = 100;
/** What waits for somebody; the thousands of places of the gazetteer are asked for by their own name. */
const KINDS: readonly ItemKind[] = ['event', 'statement', 'report', 'ledger'];

/** The lists that the queue is looked at by. */
export const TABS = ['draft', 'review', 'approved', 'embargoed', 'public', 'discarded'] as const;
export type Tab = (typeof TABS)[number];

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((each) => each === value);

/** What `/desk` shows for an address. */
export async function queuePage({ store, person }: StaffedDesk, lang: Lang, url: URL) {
  const t = deskWords[lang];
  const counts = await store.work.counts();
  const tab =
    oneOf(TABS, url.searchParams.get('state')) ??
    (mayReview(person) && counts.review > 0 ? 'review' : 'draft');
  const kind = oneOf(ITEM_KINDS, url.searchParams.get('kind'));
  const text = (url.searchParams.get('q') ?? '').slice(0, 200);
  const mine = url.searchParams.has('mine');
  const tag = url.searchParams.get('tag')?.slice(0, 40) || undefined;
  const page = Math.max(0, Math.trunc(Number(url.searchParams.get('page')) || 0));
  const rows = await store.work.queue({
    states: tab === 'embargoed' ? ['draft', 'review', 'approved'] : [tab],
    kinds: kind ? [kind] : KINDS,
    ...(tab === 'embargoed' ? { embargoedAfter: Date.now() } : {}),
    ...(mine ? { assignee: person.id } : {}),
    tag,
    text,
    limit: PAGE + 1,
    offset: page * PAGE,
  });
  const people = await store.accounts.people();
  const name = (id: string): string => people.find((p) => p.id === id)?.name ?? id;
  const link = (more: Record<string, string | undefined>): string => {
    const params = new URLSearchParams({
      state: tab,
      ...(kind ? { kind } : {}),
      ...(text ? { q: text } : {}),
      ...(mine ? { mine: '' } : {}),
      ...(tag ? { tag } : {}),
    });
    for (const [key, value] of Object.entries(more)) {
      if (value === undefined) params.delete(key);
      else params.set(key, value);
    }
    return `${address(lang, '/desk')}?${params.toString()}`;
  };
  return {
    tab,
    text,
    mine,
    kind,
    tabs: TABS.map((each) => ({
      tab: each,
      count: counts[each],
      href: link({ state: each }),
      current: each === tab,
    })),
    kinds: [undefined, ...ITEM_KINDS].map((each) => ({
      kind: each,
      text: each ? t.kinds[each] : undefined,
      href: link({ kind: each }),
      current: each === kind,
    })),
    tag,
    noTag: link({ tag: undefined }),
    tags: await store.work.tags(),
    toggleMine: link({ mine: mine ? undefined : '' }),
    earlier: page > 0 ? link({ page: page > 1 ? String(page - 1) : undefined }) : undefined,
    later: rows.length > PAGE ? link({ page: String(page + 1) }) : undefined,
    rows: rows
      .slice(0, PAGE)
      .map((row) => rowView(row, lang, name, (each) => link({ tag: each === tag ? undefined : each }))),
    people: people.filter((p) => p.role !== 'none').map(({ id, name: text_ }) => ({ id, name: text_ })),
    mayReview: mayReview(person),
    edition: (await store.public.head()).number,
  };
}

function rowView(
  row: DeskRow,
  lang: Lang,
  name: (id: string) => string,
  toTag: (tag: string) => string,
): QueueRow {
  return {
    key: `${row.kind} ${row.id}`,
    kind: row.kind,
    id: row.id,
    revision: row.revision,
    href: itemAddress(lang, row.kind, row.id),
    title: row.title,
    sort: sortWord(row, lang),
    when: whenOf(row, lang),
    state: row.state,
    retraction: row.retraction,
    updated: instant(lang, row.updated_at),
    by: name(row.updated_by),
    tags: row.tags.map((text) => ({ text, href: toTag(text) })),
    assignee: row.assignee === undefined ? undefined : name(row.assignee),
    held: row.embargo_until === undefined ? undefined : instant(lang, row.embargo_until),
  };
}

/** Where an item is worked on. */
export const itemAddress = (lang: Lang, kind: ItemKind, id: string): string =>
  address(lang, `/desk/${roomOf(kind, id)}/${id}`);
const roomOf = (kind: ItemKind, id: string): string =>
  kind === 'statement' ? (isReviewId(id) ? 'reviewed' : 'ground') : `${kind}s`;

/** What a thing is called. */
export const kindWord = (lang: Lang, kind: ItemKind, id: string): string =>
  kind === 'statement' && isReviewId(id) ? reviewFormWords[lang].kind : deskWords[lang].kind[kind];

/** Where everything is told that was ever written of an item. */
export const historyAddress = (lang: Lang, kind: ItemKind, id: string): string =>
  address(lang, `/desk/history/${kind}/${id}`);

function whenOf({ kind, from, until }: DeskRow, lang: Lang): string {
  if (kind === 'place' || kind === 'ledger') return '';
  if (from === undefined && until === undefined) return deskWords[lang].undated;
  return kind === 'statement' && from ? mediumDay(lang, from) : period(lang, { from, until });
}

/** The kind of an event, or what else it is. */
export function sortWord({ kind, id, sort }: Pick<DeskRow, 'kind' | 'id' | 'sort'>, lang: Lang): string {
  const kinds: Partial<Record<string, string>> = kindWords[lang].kind;
  return (kind === 'event' && sort !== undefined ? kinds[sort] : undefined) ?? kindWord(lang, kind, id);
}
