import * as v from 'valibot';
import { faultsOf } from '#lib/domain/desk/faults.ts';
import { CHANGE_KINDS, ITEM_KINDS } from '#lib/domain/history/edition.ts';
import { parse } from '#lib/domain/parse.ts';
import type { Result } from '#lib/domain/result.ts';
import { textSchema } from '#lib/domain/text.ts';
import { buildObjects } from '../editions/objects.ts';
import { NotAsSeen, usualChange, type Seen } from '../store/publishing.ts';
import { NotPublishable, type Store } from '../store/store.ts';
import type { StaffedDesk } from './desk.ts';
import { reviewRule } from './settings.ts';
import { mayConfirm } from './urgent.ts';

/** What readers must be told the reason of. */
const WITH_NOTE = ['correction', 'retraction'] as const;

const entrySchema = v.pipe(
  v.strictObject({
    kind: v.picklist(ITEM_KINDS),
    id: v.pipe(v.string(), v.maxLength(80)),
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    change: v.picklist(CHANGE_KINDS),
    note: v.optional(textSchema),
  }),
  v.forward(
    v.partialCheck(
      [['change'], ['note']],
      (e) => e.note !== undefined || !(WITH_NOTE as readonly string[]).includes(e.change),
      'is missing; say to readers what was wrong',
    ),
    ['note'],
  ),
);

const publishSchema = v.strictObject({
  edition: v.pipe(v.number(), v.integer(), v.minValue(0)),
  note: textSchema,
  items: v.pipe(v.array(entrySchema), v.minLength(1, 'is empty; choose what to publish'), v.maxLength(500)),
});

/** What became of a publication. */
export type Published =
  | { readonly outcome: 'published'; readonly edition: number; readonly changes: number }
  /** Something was published or written since it was shown. */
  | { readonly outcome: 'stale'; readonly what: 'edition' | 'item' }
  /** An item leans on another that is not public; each by its title where it has one. */
  | { readonly outcome: 'leans'; readonly item: string; readonly on: string }
  | { readonly outcome: 'refused'; readonly message: string };

/** Publish what was shown, or say why not. */
export async function publishItems(
  { store, person }: StaffedDesk,
  body: unknown,
): Promise<Result<Published>> {
  const read = parse(publishSchema, body);
  if (!read.ok) return read;
  const { edition, note, items } = read.value;
  return { ok: true, value: await tried(store, { edition, note, by: person.id, entries: items }) };
}

const urgentSchema = v.strictObject({
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kind: v.picklist(ITEM_KINDS),
  id: v.pipe(v.string(), v.maxLength(80)),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  note: textSchema,
});

const URGENT = { en: 'An urgent correction.', uk: 'Термінове виправлення.' };

/** Publish one correction of what is public without a second person; it is listed until another confirms it. */
export async function publishUrgent(
  { store, person }: StaffedDesk,
  body: unknown,
): Promise<Result<Published>> {
  const read = parse(urgentSchema, body);
  if (!read.ok) return read;
  const { edition, ...entry } = read.value;
  const item = await store.work.item(entry.kind, entry.id);
  if (item?.published === undefined || item.retraction || item.published === item.revision)
    return { ok: false, problems: [{ path: 'id', reason: 'is no correction of what is public' }] };
  const faults = faultsOf(item.kind, item.payload);
  if (faults.length > 0) return { ok: false, problems: faults };
  const change = 'correction' as const;
  const seen: Seen = { edition, note: URGENT, by: person.id, entries: [{ ...entry, change }], urgent: true };
  return { ok: true, value: await tried(store, seen) };
}

async function tried(store: Store, seen: Seen): Promise<Published> {
  const entries = await Promise.all(
    seen.entries.map(async (entry) => {
      const item = await store.work.item(entry.kind, entry.id);
      // What is new is new and what goes goes, whatever a page says.
      const isPublic = item?.published !== undefined;
      return { ...entry, change: usualChange(entry.change, isPublic, item?.retraction ?? false) };
    }),
  );
  try {
    const edition = await store.publishing.publishSeen({ ...seen, entries }, buildObjects);
    return { outcome: 'published', edition: edition.number, changes: entries.length };
  } catch (error) {
    if (error instanceof NotAsSeen) return { outcome: 'stale', what: error.what };
    if (!(error instanceof NotPublishable)) throw error;
    if (!error.leans) return { outcome: 'refused', message: error.message };
    const titleOf = async ({ kind, id }: { kind: Seen['entries'][number]['kind']; id: string }) =>
      (await store.work.item(kind, id))?.title ?? id;
    const { item, on } = error.leans;
    return { outcome: 'leans', item: await titleOf(item), on: await titleOf(on) };
  }
}

const confirmSchema = v.strictObject({
  kind: v.picklist(ITEM_KINDS),
  id: v.pipe(v.string(), v.maxLength(80)),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Say that what was published unreviewed is right; with two people, not of one's own. */
export async function confirmPublished(
  { store, person }: StaffedDesk,
  body: unknown,
): Promise<Result<boolean>> {
  const read = parse(confirmSchema, body);
  if (!read.ok) return read;
  const all = await store.publishing.unreviewed();
  const { kind, id, edition } = read.value;
  const waiting = all.find((u) => u.kind === kind && u.id === id && u.edition === edition);
  if (waiting && !mayConfirm(person, waiting.by, await reviewRule(store.work)))
    return {
      ok: false,
      problems: [{ path: '', reason: 'was published by yourself; another has to confirm it' }],
    };
  return { ok: true, value: await store.publishing.confirm(read.value, person.id) };
}
