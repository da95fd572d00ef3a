import * as v from 'valibot';
import { mayWrite, mayTakeDown } from '#lib/domain/access/access.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';
import { parse } from '#lib/domain/parse.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Lang } from '#lib/domain/text.ts';
import { instant } from '#lib/words/dates.ts';
import type { Saved } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';
import { differencesIn } from './differences.ts';
import { mapOf } from './map-of.ts';
import { itemAddress, kindWord } from './queue.ts';
import { keySchema } from './saving.ts';

/** What `/desk/history/{kind}/{id}` shows; undefined where there is no such item, or nothing of it is left. */
export async function historyPage(
  { store, person }: StaffedDesk,
  lang: Lang,
  kindText: string,
  id: string,
  url: URL,
) {
  const kind = ITEM_KINDS.find((k) => k === kindText);
  const item = kind && (await store.work.item(kind, id));
  if (!kind || !item) return undefined;
  const all = (await store.work.revisions(kind, id)).filter((r) => r.payload !== undefined);
  const people = await store.accounts.people();
  const numberOf = (name: string): number | undefined => {
    const asked = Number(url.searchParams.get(name));
    return all.find((r) => r.number === asked)?.number;
  };
  const to = numberOf('to') ?? item.revision;
  const from = numberOf('from') ?? all.find((r) => r.number < to)?.number ?? to;
  const payloadOf = (n: number) => all.find((r) => r.number === n)?.payload;
  const [was, is] = [payloadOf(from), payloadOf(to)];
  return {
    kind,
    id,
    title: item.title,
    kindWord: kindWord(lang, kind, id),
    state: item.state,
    newest: item.revision,
    href: itemAddress(lang, kind, id),
    from,
    to,
    differences: was && is && from !== to ? differencesIn(lang, was, is) : [],
    map: was && is && from !== to && isElsewhere(was, is) ? mapOf(kind, id, was, is, lang) : undefined,
    revisions: all.map((r) => ({
      number: r.number,
      when: instant(lang, r.at),
      by: people.find((p) => p.id === r.by)?.name ?? r.by,
      note: r.note,
      isPublic: r.number === item.published,
    })),
    mayRestore: mayWrite(person, id),
    mayTakeDown: mayTakeDown(person) && kind !== 'ledger',
  };
}

/** Whether two revisions stand on the map in different ways. */
const isElsewhere = (was: Unfinished, is: Unfinished): boolean => {
  const placed = ({ point, location, area, oblast }: Unfinished) =>
    canonical([point, location, area, oblast]);
  return placed(was) !== placed(is);
};

const restoreSchema = v.strictObject({
  key: keySchema,
  kind: v.picklist(ITEM_KINDS),
  id: v.pipe(v.string(), v.maxLength(80)),
  /** The one to go back to. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The newest that was seen. */
  base: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Write an item anew as it was: nothing is taken back, what was written since stays in the history. */
export async function restoreRevision(
  { store, person }: StaffedDesk,
  body: unknown,
): Promise<Result<Pick<Saved, 'outcome'>>> {
  const read = parse(restoreSchema, body);
  if (!read.ok) return read;
  const { key, kind, id, revision, base } = read.value;
  const was = await payloadOfRevision(store.work, kind, id, revision);
  if (!was) return { ok: false, problems: [{ path: 'revision', reason: 'is none of this item' }] };
  const { outcome } = await store.work.write({
    key,
    kind,
    base,
    payload: was,
    by: person.id,
    note: `Restored from revision ${revision}`,
  });
  return { ok: true, value: { outcome } };
}

const payloadOfRevision = async (
  work: StaffedDesk['store']['work'],
  kind: ItemKind,
  id: string,
  number: number,
) => (await work.revisions(kind, id)).find((r) => r.number === number)?.payload;
