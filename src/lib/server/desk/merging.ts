import * as v from 'valibot';
import { moved } from '#lib/domain/desk/workflow.ts';
import { parse } from '#lib/domain/parse.ts';
import { mergedPlace, withPlace } from '#lib/domain/places/merging.ts';
import { nameOf, placeIdSchema, type Place } from '#lib/domain/places/place.ts';
import { ok, refused, type Result } from '#lib/domain/result.ts';
import { NotSaved, type DeskEntry, type Save } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';
import { keySchema } from './saving.ts';
import { reviewRule } from './settings.ts';

const mergeSchema = v.pipe(
  v.strictObject({
    /** The entry that goes, and the one that stays. */
    gone: placeIdSchema,
    kept: placeIdSchema,
    key: keySchema,
    /** Only tell what it would come to. */
    dry: v.optional(v.boolean()),
  }),
  v.check((m) => m.gone !== m.kept, 'are one and the same place; choose another'),
);

/** How many events and statements name the place that goes, and would name the other. */
export interface Merging {
  readonly events: number;
  readonly statements: number;
  /** Whether it was done, or only told. */
  readonly done: boolean;
}

/**
 * Make one place of two entries for it. Everything that names the one names the other then, and the one is proposed to
 * be retracted: all of it goes to review and is published like any other change, until when readers see both. Asked
 * again, it finds what is left to be done.
 */
export async function mergePlaces(desk: StaffedDesk, body: unknown): Promise<Result<Merging>> {
  const read = parse(mergeSchema, body);
  if (!read.ok) return read;
  const { gone, kept, key, dry = false } = read.value;
  const { work } = desk.store;
  const [from, to] = [await work.item('place', gone), await work.item('place', kept)];
  if (from?.published === undefined || from.state !== 'public')
    return refused('gone', 'is not public as it stands; publish or discard what is written of it first');
  if (to?.published === undefined) return refused('kept', 'is not public yet; publish it first');
  const named = (await work.naming(['event', 'statement'], gone)).flatMap((entry) => {
    const payload =
      entry.state === 'discarded' ? undefined : withPlace(entry.kind, entry.payload, gone, kept);
    return payload ? [{ entry, payload }] : [];
  });
  const count = (kind: string): number => named.filter(({ entry }) => entry.kind === kind).length;
  const told = { events: count('event'), statements: count('statement'), done: !dry };
  if (dry) return ok(told);

  const save = ({ kind, revision }: DeskEntry, payload: Save['payload'], n: number): Save => ({
    key: `${key}-${n}`.slice(-64),
    kind,
    base: revision,
    payload,
    by: desk.person.id,
    note: `${gone} = ${kept}`,
  });
  const whole = mergedPlace(to.payload as unknown as Place, from.payload as unknown as Place);
  try {
    const saved = await work.writeAll([
      save(to, whole as unknown as Save['payload'], 0),
      ...named.map(({ entry, payload }, i) => save(entry, payload, i + 1)),
    ]);
    const conflict = saved.find((s) => s.outcome === 'conflict');
    if (conflict) return refused('gone', 'is named in what somebody else is writing just now; try again');
  } catch (error) {
    if (error instanceof NotSaved) return refused('gone', error.message);
    throw error;
  }
  for (const { kind, id } of [to, ...named.map((n) => n.entry)]) await step(desk, kind, id, 'submit');
  await step(desk, 'place', gone, 'retract');
  const name = (lang: 'en' | 'uk'): string => nameOf(whole, lang);
  await work.arrange('place', gone, desk.person.id, {
    note: { en: `The same place as ${name('en')}.`, uk: `Те саме місце, що й ${name('uk')}.` },
  });
  return ok(told);
}

/** Move an item on as far as its state allows; what stands elsewhere stays there. */
async function step(
  { store, person }: StaffedDesk,
  kind: DeskEntry['kind'],
  id: string,
  move: 'submit' | 'retract',
): Promise<void> {
  const entry = await store.work.item(kind, id);
  if (!entry) return;
  const rule = await reviewRule(store.work);
  await store.work.move({ kind, id, revision: entry.revision }, person.id, move, (standing) =>
    moved(move, standing, person, rule),
  );
}
