import * as v from 'valibot';
import { openBefore } from '#lib/domain/control/effect.ts';
import { compile } from '#lib/domain/control/compile.ts';
import { isReviewId } from '#lib/domain/control/review-id.ts';
import { BASES, HOLDERS, statementIdSchema, type Statement } from '#lib/domain/control/statement.ts';
import type { ControlHistory } from '#lib/domain/control/states.ts';
import { areaSchema } from '#lib/domain/geometry/geojson.ts';
import { daySchema, minDay, type Day } from '#lib/domain/time/day.ts';
import { textSchema } from '#lib/domain/text.ts';
import type { Control } from '#lib/scene/control.ts';
import type { EditionReader } from '../store/store.ts';
import type { WorkStore } from '../store/work.ts';

/** As much of a statement as tells what it does to the ground. Without an order it comes after all of its day. */
export const painting = v.object({
  id: statementIdSchema,
  holder: v.picklist(HOLDERS),
  basis: v.picklist(BASES),
  day: daySchema,
  order: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), Number.MAX_SAFE_INTEGER),
  extent: v.optional(v.picklist(['patch', 'snapshot']), 'patch'),
  ends: v.optional(v.boolean()),
  opening: v.optional(v.boolean()),
  area: areaSchema,
});
export type Painting = v.InferOutput<typeof painting>;

/** What is approved of one statement and not yet published. */
export interface Waiting {
  readonly id: string;
  readonly revision: number;
  /** Undefined where it is to be retracted. */
  readonly statement: Statement | undefined;
}

/** More than anybody approves between two editions. */
const MOST = 500;

/** A statement as far as it paints. */
export const painted = (own: Painting, title: Statement['title'] = { en: '' }): Statement =>
  ({ ...own, title, places: [], citations: [] }) as unknown as Statement;

/** Statements that are approved and that readers do not see yet. */
export async function waitingGround(work: WorkStore): Promise<readonly Waiting[]> {
  const rows = await work.queue({ kinds: ['statement'], states: ['approved'], limit: MOST });
  const waiting: Waiting[] = [];
  for (const { id } of rows) {
    if (isReviewId(id)) continue;
    const entry = await work.item('statement', id);
    if (!entry) continue;
    const own = v.safeParse(painting, entry.payload);
    const title = v.safeParse(textSchema, entry.payload['title']);
    const statement =
      own.success && !entry.retraction
        ? painted(own.output, title.success ? title.output : undefined)
        : undefined;
    if (statement || entry.retraction) waiting.push({ id, revision: entry.revision, statement });
  }
  return waiting;
}

/** Statements of a day and later, as they are once all that waits is published. */
export async function laterStatements(
  reader: EditionReader,
  waiting: readonly Waiting[],
  since: Day,
): Promise<Statement[]> {
  const ids = new Set(waiting.map(({ id }) => id));
  return [
    ...(await reader.statements({ since })).filter((s) => !ids.has(s.id)),
    ...waiting.flatMap(({ statement }) => (statement && statement.day >= since ? [statement] : [])),
  ];
}

/** The ground as it is once all that waits is published. */
export interface GroundToCome {
  readonly history: ControlHistory;
  /** Those of whole days without their areas. */
  readonly statements: readonly Statement[];
}

/** The last that was asked for of an edition: while somebody draws it is the same from one question to the next. */
const last = new WeakMap<Control, { readonly key: string; readonly ground: GroundToCome }>();

export async function groundToCome(
  reader: EditionReader,
  control: Control,
  waiting: readonly Waiting[],
): Promise<GroundToCome> {
  const days = waiting.flatMap(({ id, statement }) => [
    ...(statement ? [statement.day] : []),
    ...control.statements.filter((s) => s.id === id).map((s) => s.day),
  ]);
  if (days.length === 0) return control;
  const key = waiting.map(({ id, revision }) => `${id} ${revision}`).join();
  const known = last.get(control);
  if (known?.key === key) return known.ground;
  const since = days.reduce(minDay);
  const ids = new Set(waiting.map(({ id }) => id));
  const ground = {
    history: compile(await laterStatements(reader, waiting, since), {
      since,
      ledgers: openBefore(control.history, since),
    }),
    statements: [
      ...control.statements.filter((s) => !ids.has(s.id)),
      ...waiting.flatMap(({ statement }) => statement ?? []),
    ],
  };
  last.set(control, { key, ground });
  return ground;
}
