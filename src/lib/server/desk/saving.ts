import * as v from 'valibot';
import type { Person } from '#lib/domain/access/access.ts';
import { embargoUntil } from '#lib/domain/desk/embargo.ts';
import { faultsOf, type Unfinished } from '#lib/domain/desk/faults.ts';
import { spelledAs, tagSchema } from '#lib/domain/desk/tags.ts';
import { DESK_STATES, moved, MOVES, type DeskState, type Refusal } from '#lib/domain/desk/workflow.ts';
import { tooLarge } from '#lib/domain/geometry/vertices.ts';
import { CHANGE_KINDS, ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';
import { parse } from '#lib/domain/parse.ts';
import { refused, type Problem, type Result } from '#lib/domain/result.ts';
import { textSchema } from '#lib/domain/text.ts';
import { NotSaved, type Saved, type WorkStore } from '../store/work.ts';
import { embargoRules, reviewRule } from './settings.ts';

/** What an id of each kind looks like; the ids of what is new are made where it is written. */
const IDS: Record<ItemKind, RegExp> = {
  event: /^e-[a-z2-7]{10}$/,
  report: /^r-[a-z2-7]{10}$/,
  // What is said of ground, and that it was looked at.
  statement: /^[cv]-[a-z2-7]{10}$/,
  place: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  ledger: /^[a-z]+-[a-z0-9-]+$/,
};

export const keySchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'is no key of a save'));

const saveSchema = v.pipe(
  v.strictObject({
    key: keySchema,
    kind: v.picklist(ITEM_KINDS),
    base: v.pipe(v.number(), v.integer(), v.minValue(0)),
    payload: v.looseObject({ id: v.pipe(v.string(), v.maxLength(80)) }),
    note: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  }),
  v.check((s) => IDS[s.kind].test(s.payload.id), 'has an id that no item of this kind can have'),
  v.rawCheck(({ dataset, addIssue }) => {
    const many = dataset.typed ? tooLarge(dataset.value.payload['area']) : undefined;
    if (many) addIssue({ message: `the area ${many}` });
  }),
);

/** The id of what somebody wants to save; empty where it has none. */
export function idIn(body: unknown): string {
  const read = v.safeParse(v.object({ payload: v.object({ id: v.string() }) }), body);
  return read.success ? read.output.payload.id : '';
}

/** What a browser is told of a save: with what still keeps the item from being published. */
export type SaveAnswer = Saved & { readonly faults: readonly Problem[] };

/** Save what somebody wrote. */
export async function saveItem(work: WorkStore, person: Person, body: unknown): Promise<Result<SaveAnswer>> {
  const read = parse(saveSchema, body);
  if (!read.ok) return read;
  const { payload, ...rest } = read.value;
  let saved: Saved;
  try {
    saved = await work.write({ ...rest, payload: payload as Unfinished, by: person.id });
  } catch (error) {
    if (error instanceof NotSaved) return refused('base', error.message);
    throw error;
  }
  const now = saved.outcome === 'saved' ? saved.payload : saved.merged;
  return { ok: true, value: { ...saved, faults: faultsOf(rest.kind, now) } };
}

const moveSchema = v.strictObject({
  move: v.picklist(MOVES),
  items: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(ITEM_KINDS),
        id: v.pipe(v.string(), v.maxLength(80)),
        revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
      }),
    ),
    v.minLength(1),
    v.maxLength(500, 'are more than 500 at once; choose fewer'),
  ),
  comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(5000))),
});

export interface Moved {
  readonly kind: ItemKind;
  readonly id: string;
  readonly to: DeskState | Refusal | 'changed' | 'unknown';
  readonly ok: boolean;
  /** The revision that stands now, where a change was put away and what readers see was written anew. */
  readonly revision?: number;
}

/** Move items on, each by itself: what cannot go says why, the others go. */
export async function moveItems(work: WorkStore, person: Person, body: unknown): Promise<Result<Moved[]>> {
  const read = parse(moveSchema, body);
  if (!read.ok) return read;
  const { move, items, comment } = read.value;
  const rule = await reviewRule(work);
  const held = await embargoRules(work);
  const done: Moved[] = [];
  for (const item of items) {
    const to = await work.move(
      item,
      person.id,
      move,
      (standing) => moved(move, standing, person, rule),
      (payload) => (item.kind === 'event' ? { embargo_until: embargoUntil(payload, held) } : {}),
    );
    const ok = (DESK_STATES as readonly string[]).includes(to);
    if (ok && comment) await work.comment(item.kind, item.id, comment, person.id);
    const now = to === 'public' ? (await work.item(item.kind, item.id))?.revision : undefined;
    const isAnew = now !== undefined && now !== item.revision;
    done.push({ kind: item.kind, id: item.id, to, ok, ...(isAnew ? { revision: now } : {}) });
  }
  return { ok: true, value: done };
}

const arrangeSchema = v.strictObject({
  items: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(ITEM_KINDS), id: v.pipe(v.string(), v.maxLength(80)) })),
    v.minLength(1),
    v.maxLength(500, 'are more than 500 at once; choose fewer'),
  ),
  assignee: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80)))),
  tag: v.optional(tagSchema),
  untag: v.optional(tagSchema),
  change: v.optional(v.nullable(v.picklist(CHANGE_KINDS))),
  note: v.optional(v.nullable(textSchema)),
  /** Instant, UTC milliseconds. */
  embargo_until: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
});

/** Say who sees to items, what they are marked with, until when they are held back, and how their change will be told. */
export async function arrangeItems(work: WorkStore, person: Person, body: unknown): Promise<Result<number>> {
  const read = parse(arrangeSchema, body);
  if (!read.ok) return read;
  const { items, ...rest } = read.value;
  const { tag } = rest;
  const what = tag === undefined ? rest : { ...rest, tag: spelledAs(tag, await work.tags()) };
  let set = 0;
  for (const { kind, id } of items) if (await work.arrange(kind, id, person.id, what)) set += 1;
  return { ok: true, value: set };
}

const itemSchema = { kind: v.picklist(ITEM_KINDS), id: v.pipe(v.string(), v.maxLength(80)) };
const commentSchema = v.union([
  v.strictObject({
    ...itemSchema,
    text: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty('is empty'),
      v.maxLength(5000, 'is longer than 5,000 letters'),
    ),
  }),
  v.strictObject({ resolve: v.pipe(v.string(), v.maxLength(80)) }),
]);

/** Say something about an item to colleagues, or say that it is settled. */
export async function commentOn(work: WorkStore, person: Person, body: unknown): Promise<Result<null>> {
  const read = parse(commentSchema, body);
  if (!read.ok) return read;
  const said = read.value;
  if ('resolve' in said) await work.resolve(said.resolve, person.id);
  else await work.comment(said.kind, said.id, said.text, person.id);
  return { ok: true, value: null };
}

/** The longest text of a report, in letters: a long read has a tenth of it. */
const LONGEST_TEXT = 1_000_000;
const pastedSchema = v.strictObject({
  report: v.pipe(v.string(), v.regex(IDS.report, 'is no report id')),
  text: v.pipe(
    v.string(),
    v.nonEmpty('is empty; paste what the report says'),
    v.maxLength(LONGEST_TEXT, 'is longer than a million letters; paste the part that matters'),
  ),
});

/** Keep what a report says, for the desk alone. */
export async function pasteText(work: WorkStore, person: Person, body: unknown): Promise<Result<number>> {
  const read = parse(pastedSchema, body);
  if (!read.ok) return read;
  return { ok: true, value: await work.pasteText(read.value.report, read.value.text, person.id) };
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const drawSchema = v.pipe(
  v.strictObject({
    report: v.pipe(v.string(), v.regex(IDS.report, 'is no report id')),
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    start: place,
    until: place,
    ...itemSchema,
  }),
  v.check((d) => d.until > d.start, 'ends before it begins'),
);

/** Remember which words of a report an item was drawn from. */
export async function drawFrom(work: WorkStore, person: Person, body: unknown): Promise<Result<null>> {
  const read = parse(drawSchema, body);
  if (!read.ok) return read;
  const { report, ...drawn } = read.value;
  await work.draw(report, drawn, person.id);
  return { ok: true, value: null };
}

/** Whether an item of a kind can have an id. */
export const isId = (kind: ItemKind, id: string): boolean => IDS[kind].test(id);
