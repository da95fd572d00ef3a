import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { mayApprove, mayPublish, mayReview } from '#lib/domain/access/access.ts';
import type { Move } from '#lib/domain/desk/workflow.ts';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';
import { idOf } from '#lib/domain/id.ts';
import { parse } from '#lib/domain/parse.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import type { ItemView } from '#lib/ui/desk/item-view.ts';
import { instant } from '#lib/words/dates.ts';
import type { DeskEntry } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';
import { reviewRule } from './settings.ts';

/** Somebody is taken to have an item open for so long after they last said so, in milliseconds. */
const HERE_MS = 25_000;

const PREFIX = { event: 'e', report: 'r', statement: 'c', review: 'v' } as const;

/** An id for what is begun. */
export const newId = (kind: keyof typeof PREFIX): string => idOf(PREFIX[kind], randomBytes(10));

/** An item as it stands, or a blank one under an id that nobody has used. */
export async function itemPage(desk: StaffedDesk, kind: ItemKind, id: string, lang: Lang): Promise<ItemView> {
  const { store } = desk;
  const entry = await store.work.item(kind, id);
  const people = await store.accounts.people();
  const name = (who: string): string => people.find((p) => p.id === who)?.name ?? who;
  return {
    kind,
    payload: entry?.payload ?? { id },
    revision: entry?.revision ?? 0,
    state: entry?.state,
    retraction: entry?.retraction ?? false,
    moves: entry ? await offered(desk, entry) : [],
    comments: (await store.work.commentsOf(kind, id)).map((c) => ({
      id: c.id,
      by: name(c.by),
      when: instant(lang, c.at),
      text: c.text,
      resolved: c.resolved_at !== undefined,
    })),
    history: address(lang, `/desk/history/${kind}/${id}`),
    publicPage:
      entry?.published !== undefined && (kind === 'event' || kind === 'report' || kind === 'place')
        ? address(lang, `/${kind}s/${id}`)
        : undefined,
  };
}

/** What is offered for an item besides sending it to review: what the person may do with it as it stands. */
async function offered({ person, store }: StaffedDesk, entry: DeskEntry): Promise<Move[]> {
  const moves: Move[] = [];
  const { state, published, retraction } = entry;
  if (state === 'review' && mayApprove(person, entry, await reviewRule(store.work))) moves.push('approve');
  if ((state === 'review' || state === 'approved') && mayReview(person)) moves.push('send-back');
  if (retraction && mayPublish(person)) moves.push('keep');
  if (published !== undefined && !retraction && mayPublish(person)) moves.push('retract');
  if (state === 'draft' || state === 'review') moves.push('discard');
  if (state === 'discarded') moves.push('restore');
  return moves;
}

const hereSchema = v.strictObject({
  kind: v.picklist(ITEM_KINDS),
  id: v.pipe(v.string(), v.maxLength(80)),
});

/** Who else has an item open, having said that one has it open oneself. */
export async function othersAt({ store, person }: StaffedDesk, body: unknown): Promise<Result<string[]>> {
  const read = parse(hereSchema, body);
  if (!read.ok) return read;
  const others = await store.work.here(read.value.kind, read.value.id, person.id, Date.now() - HERE_MS);
  const people = await store.accounts.people();
  return ok(others.map((who) => people.find((p) => p.id === who)?.name ?? who));
}

/** Who wrote, by name. */
export const nameOfPerson = async ({ store }: StaffedDesk, id: string): Promise<string> =>
  (await store.accounts.person(id))?.name ?? id;

/** Reports to cite, newest first: public ones, and those that are still being worked on. */
export async function reportChoices({ store }: StaffedDesk) {
  const rows = await store.work.queue({
    kinds: ['report'],
    states: ['draft', 'review', 'approved', 'public'],
    limit: 500,
  });
  return rows.map(({ id, title, from }) => ({ id, title: title ?? id, day: from }));
}
