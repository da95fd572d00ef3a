import { randomBytes, randomUUID } from 'node:crypto';
import { difference, intersection } from '#lib/domain/control/clip.ts';
import { isReviewId } from '#lib/domain/control/review-id.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import { openSeries } from '#lib/domain/control/series-reader.ts';
import { seriesOf } from '#lib/domain/control/series.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import { turnedBetween } from '#lib/domain/control/turned.ts';
import { ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { ringArea } from '#lib/domain/geometry/sphere.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { idOf } from '#lib/domain/id.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import type { ControlLedger } from '#lib/formats/control/index.ts';
import { ledgerWords, stateTitle } from '#lib/words/ledgers.ts';
import { buildObjects } from '../editions/objects.ts';
import { othersTurn } from '../others-turn.ts';
import type { DeskItem, Draft, PublicationEntry, Store } from '../store/store.ts';

/** Who wrote what an import brings. */
export const IMPORT_AUTHOR = 'import';
/** How true a line is taken to be where nobody says, in metres. */
export const DEFAULT_RESOLUTION_M = 1000;
/** Drafts of one small write; others can write between two of them. */
const CHUNK = 40;
/** Ground under this, in m², is the rounding of borders. */
const LEAST_M2 = 10_000;

/** What an import would do to one ledger. */
export interface LedgerPlan {
  readonly ledger: Ledger;
  /** The store has none of it yet. */
  readonly isNew: boolean;
  /** Nothing of it can be written: a demonstration stands in its place, or editors' statements would be undone. */
  readonly blocked: 'demonstration' | 'undoes' | undefined;
  readonly added: readonly Day[];
  /** Days that the store has as the files do. */
  readonly known: number;
  /** Days that the store has otherwise, and the ground by which they differ, in km². */
  readonly corrected: readonly { readonly day: Day; readonly km2: number }[];
  /** Statements of editors that a state of these days undoes, and of how much ground. */
  readonly undone: readonly { readonly statement: Statement; readonly by: Day; readonly km2: number }[];
  /** Patches that changed hands from day to day. */
  readonly flips: number;
  /** Days that were compiled and read back edge for edge as they were read from the files. */
  readonly readBack: number;
  readonly drafts: readonly Draft<'statement'>[];
}

export interface ControlPlan {
  readonly ledgers: readonly LedgerPlan[];
  readonly report: Report;
  readonly drafts: readonly Draft[];
  /** Waiting from an earlier import that was not published. */
  readonly waiting: readonly { readonly kind: 'statement' | 'ledger' | 'report'; readonly id: string }[];
}

export interface ControlWish {
  /** The report that every day cites. */
  readonly report: Report;
  readonly resolution_m?: number;
  /** Undo statements of editors where a state says otherwise. */
  readonly replace?: boolean;
  /** Change days that the store has otherwise. */
  readonly correct?: boolean;
}

/** What an import of these days would do to the store; nothing is written. */
export async function planControl(
  store: Store,
  read: readonly ControlLedger[],
  wish: ControlWish,
): Promise<ControlPlan> {
  const [ledgers, statements, report] = await Promise.all([
    store.desk.all('ledger'),
    store.desk.all('statement'),
    store.desk.latest('report', wish.report.id),
  ]);
  const standing = statements.filter(isOfGround).filter((s) => !s.retracted);
  const plans = read.map((one) => planLedger(one, ledgers, standing, wish));
  const drafts: Draft[] = [];
  const by = IMPORT_AUTHOR;
  const willWrite = plans.filter((p) => !p.blocked);
  if (willWrite.length > 0 && !isSame(report?.payload, wish.report))
    drafts.push({ kind: 'report', payload: wish.report, by });
  for (const { ledger, drafts: own } of willWrite) {
    const known = ledgers.find((l) => l.payload.id === ledger.id);
    if (!isSame(known?.payload, ledger)) drafts.push({ kind: 'ledger', payload: ledger, by });
    drafts.push(...own);
  }
  const ours = new Set(willWrite.map((p) => p.ledger.id));
  const isOurs = (s: Statement): boolean => s.extent === 'snapshot' && ours.has(`${s.holder}-${s.basis}`);
  return {
    ledgers: plans,
    report: wish.report,
    drafts,
    waiting: standing
      .filter((s) => isOurs(s.payload) && s.published !== s.revision)
      .map((s) => ({ kind: 'statement' as const, id: s.payload.id })),
  };
}

/** What says who holds ground; that it was looked at is none of it. */
type OfGround = Omit<DeskItem<'statement'>, 'payload'> & { readonly payload: Statement };
const isOfGround = (item: DeskItem<'statement'>): item is OfGround => !isReviewId(item.payload.id);

const isSame = (a: unknown, b: unknown): boolean => a !== undefined && canonical(a) === canonical(b);
const areaOf = (rings: Rings): number => Math.abs(rings.reduce((sum, ring) => sum + ringArea(ring), 0));
const km2 = (m2: number): number => m2 / 1e6;

function planLedger(
  read: ControlLedger,
  ledgers: readonly DeskItem<'ledger'>[],
  statements: readonly OfGround[],
  wish: ControlWish,
): LedgerPlan {
  const { holder, basis } = read;
  const id = `${holder}-${basis}`;
  const before = ledgers.find((l) => l.payload.id === id && !l.retracted)?.payload;
  const own = statements.map((s) => s.payload).filter((s) => s.holder === holder && s.basis === basis);
  const snapshots = new Map(own.filter((s) => s.extent === 'snapshot').map((s) => [s.day, s]));
  const days = [...read.days()];
  const drafts: Draft<'statement'>[] = [];
  const added: Day[] = [];
  const corrected: { day: Day; km2: number }[] = [];
  let known = 0;
  for (const { day, rings } of days) {
    const stored = snapshots.get(day);
    const draft = (statement: Statement): void =>
      void drafts.push({ kind: 'statement', payload: statement, by: IMPORT_AUTHOR });
    if (!stored) {
      added.push(day);
      draft(snapshotOf(read, day, rings, wish.report, idOf('c', randomBytes(10)) as StatementId));
      continue;
    }
    const differs = differenceOf(ringsOf(stored.area), rings);
    if (differs === undefined) known += 1;
    else {
      corrected.push({ day, km2: km2(differs) });
      if (wish.correct) draft(snapshotOf(read, day, rings, wish.report, stored.id));
    }
  }
  const undone = undoneBy(
    read,
    days,
    statements.map((s) => s.payload),
  );
  const first = days[0]?.day as Day;
  const last = days.at(-1)?.day as Day;
  const words = ledgerWords(holder, basis);
  const ledger: Ledger = before
    ? {
        ...before,
        resolution_m: wish.resolution_m ?? before.resolution_m,
        opens: minDay(before.opens, first),
        last_reviewed: maxDay(before.last_reviewed, last),
      }
    : {
        id,
        holder,
        basis,
        ...words,
        definition_from: first,
        resolution_m: wish.resolution_m ?? DEFAULT_RESOLUTION_M,
        demonstration: false,
        opens: first,
        last_reviewed: last,
      };
  return {
    ledger,
    isNew: before === undefined,
    blocked: before?.demonstration
      ? 'demonstration'
      : undone.length > 0 && !wish.replace
        ? 'undoes'
        : undefined,
    added,
    known,
    corrected,
    undone,
    ...proved(days),
    drafts,
  };
}

const snapshotOf = (
  { holder, basis }: ControlLedger,
  day: Day,
  rings: Rings,
  report: Report,
  id: StatementId,
): Statement => ({
  id,
  holder,
  basis,
  day,
  order: 0,
  extent: 'snapshot',
  title: stateTitle(day),
  places: [],
  citations: [{ report: report.id, says: stateTitle(day) }],
  area: toMultiPolygon(rings) as unknown as Statement['area'],
});

/** Square metres by which two states differ; undefined where they are the same edge for edge. */
function differenceOf(a: Rings, b: Rings): number | undefined {
  const [one, two] = ['2000-01-01', '2000-01-02'] as Day[] as [Day, Day];
  const reader = openSeries(
    seriesOf([
      { from: one, rings: a },
      { from: two, rings: b },
    ]),
  );
  const [from, to] = [reader.indexOn(one), reader.indexOn(two)];
  if (from === to) return undefined;
  return turnedBetween([reader], [[from, to]]).reduce((sum, t) => sum + areaOf(t.rings), 0);
}

/**
 * Compile the days and read them back: the series is right if every day comes out of it edge for edge. On the way the
 * patches that changed hands are counted.
 */
function proved(days: readonly { day: Day; rings: Rings }[]): { flips: number; readBack: number } {
  const reader = openSeries(seriesOf(days.map(({ day, rings }) => ({ from: day, rings }))));
  let readBack = 0;
  let flips = 0;
  let index = -1;
  for (const { day, rings } of days) {
    const now = reader.indexOn(day);
    const alone = seriesOf([{ from: day, rings }]);
    const edges = (x: Int32Array, y: Int32Array, ends: Uint32Array, which: Iterable<number>): Set<string> =>
      new Set(
        [...which].map((e) => {
          const [a, b] = [ends[e * 2] as number, ends[e * 2 + 1] as number];
          const [p, q] = [`${x[a]} ${y[a]}`, `${x[b]} ${y[b]}`];
          return p < q ? `${p} ${q}` : `${q} ${p}`;
        }),
      );
    const { x, y, edges: ends } = reader.series;
    const was = edges(alone.x, alone.y, alone.edges, alone.toggles);
    const is = edges(x, y, ends, reader.edgesAt(now));
    if (was.size !== is.size || [...was].some((e) => !is.has(e)))
      throw new Error(`${day} does not come back from the ledger as it went in`);
    readBack += 1;
    if (index >= 0 && now > index)
      flips += turnedBetween([reader], [[index, now]]).reduce(
        (sum, t) => sum + toMultiPolygon(t.rings).coordinates.length,
        0,
      );
    index = now;
  }
  return { flips, readBack };
}

/** Statements of editors whose ground the first state from their day on says otherwise of. */
function undoneBy(
  { holder, basis }: ControlLedger,
  days: readonly { day: Day; rings: Rings }[],
  statements: readonly Statement[],
): LedgerPlan['undone'] {
  const touches = (s: Statement): boolean =>
    s.extent === 'patch' &&
    s.basis === basis &&
    (s.holder === holder || (basis === 'assessed' && s.holder !== 'unknown'));
  return statements.filter(touches).flatMap((statement) => {
    const state = days.find(({ day }) => day >= statement.day);
    if (!state) return [];
    const area = ringsOf(statement.area);
    const adds = statement.holder === holder && !statement.ends;
    const lost = areaOf(adds ? difference(area, state.rings) : intersection(area, state.rings));
    return lost > LEAST_M2 ? [{ statement, by: state.day, km2: km2(lost) }] : [];
  });
}

/**
 * Write what a plan holds: in small writes beside the store, and taken over whole at the end.
 *
 * @returns the number of the edition that was published, if one was
 */
export async function writeControl(
  store: Store,
  plan: ControlPlan,
  options: {
    readonly publish: boolean;
    readonly now: number;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<number | undefined> {
  const { drafts, waiting } = plan;
  const batch = randomUUID();
  try {
    for (let i = 0; i < drafts.length; i += CHUNK) {
      options.signal?.throwIfAborted();
      await store.desk.stage(batch, drafts.slice(i, i + CHUNK));
      options.onProgress?.(Math.min(i + CHUNK, drafts.length), drafts.length);
      await othersTurn();
    }
    options.signal?.throwIfAborted();
  } catch (error) {
    await store.desk.discard(batch);
    throw error;
  }
  const accepted = await store.desk.accept(batch);
  if (!options.publish) return undefined;
  const entries = new Map<string, PublicationEntry>();
  const put = async (kind: PublicationEntry['kind'], id: string): Promise<void> => {
    const item = (await itemsOf(kind)).get(id);
    if (!item || item.published === item.revision) return;
    const change = item.published === undefined ? 'new' : kind === 'statement' ? 'correction' : 'update';
    entries.set(`${kind} ${id}`, { kind, id, revision: item.revision, change });
  };
  const kept = new Map<string, Promise<Map<string, DeskItem>>>();
  const itemsOf = (kind: PublicationEntry['kind']): Promise<Map<string, DeskItem>> => {
    const known =
      kept.get(kind) ??
      store.desk.all(kind).then((all) => new Map(all.map((i) => [i.payload.id as string, i as DeskItem])));
    kept.set(kind, known);
    return known;
  };
  for (const { kind, id } of [...accepted, ...waiting]) await put(kind, id);
  await put('report', plan.report.id);
  for (const { ledger, blocked } of plan.ledgers) if (!blocked) await put('ledger', ledger.id);
  if (entries.size === 0) return undefined;
  const days = plan.ledgers.flatMap((l) => [...l.added, ...l.corrected.map((c) => c.day)]).sort();
  const [first, last] = [days[0], days.at(-1)];
  const span = first && last ? ` (${first} – ${last})` : '';
  const edition = await store.desk.publish(
    {
      published_at: Math.max(options.now, (await store.public.head()).published_at + 1),
      note: {
        en: `Days of the front from “${plan.report.title}”${span}.`,
        uk: `Дні лінії фронту за «${plan.report.title}»${span}.`,
      },
      entries: [...entries.values()],
    },
    buildObjects,
  );
  return edition.number;
}
