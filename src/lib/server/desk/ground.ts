import * as v from 'valibot';
import { compile } from '#lib/domain/control/compile.ts';
import { unionAll } from '#lib/domain/control/clip.ts';
import { behind, effectOf, figuresOf, openBefore, undoneBy } from '#lib/domain/control/effect.ts';
import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import { statementIdSchema, type Statement } from '#lib/domain/control/statement.ts';
import { groundOn } from '#lib/domain/control/states.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import { tooLarge } from '#lib/domain/geometry/vertices.ts';
import { parse } from '#lib/domain/parse.ts';
import { ok, refused, type Result } from '#lib/domain/result.ts';
import { minDay, type Day } from '#lib/domain/time/day.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import type { Control } from '#lib/scene/control.ts';
import { controlOf } from '../editions/control.ts';
import { othersTurn } from '../others-turn.ts';
import type { EditionReader } from '../store/store.ts';
import type { WorkStore } from '../store/work.ts';
import { itemAddress } from './queue.ts';
import { groundToCome, laterStatements, painted, painting, waitingGround } from './waiting-ground.ts';

/** An edition, and the desk that writes the next. */
export interface Ground {
  readonly reader: EditionReader;
  readonly work: WorkStore;
}

/** Ground of every ledger on a day, to draw against. */
export interface DayGround {
  readonly day: Day;
  /** The order of what is said next of this day. */
  readonly order: number;
  readonly ledgers: readonly {
    readonly holder: Statement['holder'];
    readonly basis: Statement['basis'];
    readonly demonstration: boolean;
    readonly area: GeoJSON.MultiPolygon;
  }[];
}

/**
 * What readers would be shown of the ground on a day, if a statement did not stand.
 *
 * @param without the statement that is being written
 */
export async function groundOnDay(
  { reader, work }: Ground,
  d: Day,
  without: string | undefined,
): Promise<DayGround> {
  const control = await controlOf(reader);
  const own = control.statements.find((s) => s.id === without);
  const history =
    own && own.day <= d
      ? compile(
          (await reader.statements({ since: own.day })).filter((s) => s.id !== without),
          { since: own.day, ledgers: openBefore(control.history, own.day) },
        )
      : control.history;
  // What is approved has its place within its day too.
  const waiting = (await waitingGround(work)).flatMap(({ statement }) => statement ?? []);
  const orders = [...control.statements, ...waiting]
    .filter((s) => s.day === d && s.id !== without && s.order < Number.MAX_SAFE_INTEGER)
    .map((s) => s.order);
  return {
    day: d,
    order: Math.max(-1, ...orders) + 1,
    ledgers: history.ledgers.flatMap(({ holder, basis }) => {
      const area = toMultiPolygon(groundOn(history, holder, basis, d));
      const { demonstration } = ledgerOf(control, holder, basis);
      return area.coordinates.length > 0 ? [{ holder, basis, demonstration, area }] : [];
    }),
  };
}

/** What is true of a ledger; of one that is not there yet, what is true of the map. */
function ledgerOf(control: Control, holder: string, basis: string) {
  const found = control.ledgers.find((l) => l.holder === holder && l.basis === basis);
  return {
    demonstration: found?.demonstration ?? control.demonstration,
    resolution_m: found?.resolution_m ?? control.resolution_m,
  };
}

/** What a browser asks: what a draft changes, or what it changes that a statement is retracted. */
const asked = v.union([
  v.strictObject({ statement: v.looseObject({ id: statementIdSchema }) }),
  v.strictObject({ retract: statementIdSchema }),
]);

interface Named {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly href: string;
}

/** What a statement really changes, on each day that it touches. */
export interface GroundEffect {
  /** Whether enough is written to tell. */
  readonly told: boolean;
  readonly spans: readonly {
    readonly from: Day;
    readonly until: Day | undefined;
    /** What said otherwise on the day on which it ends. */
    readonly endedBy: readonly Named[];
    readonly ledgers: readonly {
      readonly holder: Statement['holder'];
      readonly basis: Statement['basis'];
      readonly gained: GeoJSON.MultiPolygon;
      readonly lost: GeoJSON.MultiPolygon;
      /** Square metres; undefined where the ledger is a demonstration, of which none are told. */
      readonly m2: { readonly gained: number; readonly lost: number; readonly off: number } | undefined;
    }[];
  }[];
  readonly undone: readonly Named[];
  /** What is approved and not yet published: it is counted as if it stood. */
  readonly waiting: readonly Named[];
}

/** Areas that were clipped as one: a single one is as it should be. */
function joined(areas: readonly Rings[]): Rings {
  const [only, ...others] = areas.filter((rings) => rings.length > 0);
  return only && others.length === 0 ? only : unionAll(areas);
}

const NOTHING: GroundEffect = { told: false, spans: [], undone: [], waiting: [] };
/** Spans and statements that are told; more would not be read. */
const MOST = 60;

/** What it changes that a draft is published as it is written, or a statement is retracted, after all that waits. */
export async function groundEffect(
  { reader, work }: Ground,
  body: unknown,
  lang: Lang,
): Promise<Result<GroundEffect>> {
  const read = parse(asked, body);
  if (!read.ok) return read;
  const control = await controlOf(reader);
  let draft: Statement | undefined;
  if ('statement' in read.value) {
    const { statement } = read.value;
    const many = tooLarge(statement['area']);
    if (many) return refused('area', many);
    // What is still being written is no mistake; an area that crosses itself is told beside the drawing.
    const whole = v.safeParse(painting, statement);
    if (!whole.success) return ok(NOTHING);
    draft = painted(whole.output);
    // An area may have a hundred thousand corners: each part of this takes a while then.
    await othersTurn();
  }
  const id = draft?.id ?? ('retract' in read.value ? read.value.retract : undefined);
  const before = control.statements.find((s) => s.id === id);
  const days = [before?.day, draft?.day].filter((d) => d !== undefined);
  if (days.length === 0) return ok(NOTHING);
  const waiting = (await waitingGround(work)).filter((w) => w.id !== id);
  const ground = await groundToCome(reader, control, waiting);
  const since = days.reduce(minDay);
  const later = await laterStatements(reader, waiting, since);
  await othersTurn();
  const after = compile([...later.filter((s) => s.id !== id), ...(draft ? [draft] : [])], {
    since,
    ledgers: openBefore(ground.history, since),
  });
  await othersTurn();
  const spans = effectOf(ground.history, after, since);
  const named = (s: Statement): Named => ({
    id: s.id,
    title: textIn(s.title, lang).text,
    day: s.day,
    href: itemAddress(lang, 'statement', s.id),
  });
  const ownDay = draft && spans.find((s) => s.from === draft.day);
  await othersTurn();
  const changed = ownDay ? joined(ownDay.ledgers.flatMap((l) => [l.gained, l.lost])) : [];
  const undone = draft ? undoneBy(draft, changed, ground.statements) : [];
  await othersTurn();
  return ok({
    told: true,
    spans: spans.slice(0, MOST).map(({ from, until, ledgers }) => ({
      from,
      until,
      endedBy:
        until === undefined
          ? []
          : [...new Set(ledgers.flatMap((l) => behind(after, l.holder, l.basis, until)))]
              .filter((s) => s.id !== id)
              .map(named),
      ledgers: ledgers.map(({ holder, basis, gained, lost }) => {
        const { demonstration, resolution_m } = ledgerOf(control, holder, basis);
        const figures = (): { gained: number; lost: number; off: number } => {
          const [was, is] = [ground.history, after].map((h) => groundOn(h, holder, basis, from));
          const { gained_m2, lost_m2, uncertainty_m2 } = figuresOf(was ?? [], is ?? [], resolution_m);
          return { gained: gained_m2, lost: lost_m2, off: uncertainty_m2 };
        };
        return {
          holder,
          basis,
          gained: toMultiPolygon(gained),
          lost: toMultiPolygon(lost),
          m2: demonstration ? undefined : figures(),
        };
      }),
    })),
    undone: undone.slice(0, MOST).map(({ statement }) => named(statement)),
    waiting: waiting
      .slice(0, MOST)
      .flatMap(({ id: own, statement }) => statement ?? control.statements.find((s) => s.id === own) ?? [])
      .map(named),
  });
}
