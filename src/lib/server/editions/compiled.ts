import { union } from '#lib/domain/control/clip.ts';
import { compile } from '#lib/domain/control/compile.ts';
import { bitsOf, objectName, type Piece } from '#lib/domain/control/control-file.ts';
import { frontEdges } from '#lib/domain/control/front.ts';
import { encodeLedger } from '#lib/domain/control/ledger-encode.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import { openSeries, type SeriesReader } from '#lib/domain/control/series-reader.ts';
import { seriesOf, type Series } from '#lib/domain/control/series.ts';
import { inOrder, type Statement } from '#lib/domain/control/statement.ts';
import type { ControlHistory, LedgerHistory } from '#lib/domain/control/states.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { landOf } from '../draw/basemap.ts';
import { beyondName, type Earlier } from './kept.ts';

/** Control compiled and opened, and of what its index names the pieces that are not those of earlier. */
export interface Compiled extends Omit<Earlier, 'statements'> {
  readonly history: ControlHistory;
  readonly pieces: ReadonlyMap<string, Uint8Array>;
}

/** What to go on from. */
export interface GoingOn {
  readonly earlier: Earlier;
  /** The first day of which anything is said that was not, or is not any more. */
  readonly since: Day;
  /** All statements there are now; areas of snapshots are not needed. */
  readonly all: readonly Statement[];
}

/** A series in objects of 32 days, and as whoever reads the bytes will number it. */
interface KeptSeries {
  readonly objects: readonly Piece[];
  readonly reader: SeriesReader;
}

/** How far outward of the line the other side's land is looked for: beyond what the ledgers leave open. */
export const outwardOf = (ledgers: readonly Ledger[]): number =>
  Math.max(5000, ...ledgers.filter((l) => l.basis === 'assessed').map((l) => l.resolution_m));

/**
 * Statements compiled into the pieces of a file of control: of each series one for 32 days, and the index.
 *
 * @param statements all, or those of `on.since` and later
 */
export function compiledControl(
  ledgers: readonly Ledger[],
  statements: readonly Statement[],
  on?: GoingOn,
): Compiled {
  const history = compile(statements, on && { since: on.since, ledgers: openedBefore(on) });
  const pieces = new Map<string, Uint8Array>();
  const keep = (name: string, bytes: Uint8Array): Piece => {
    pieces.set(name, bytes);
    return { name, bytes: bytes.length };
  };
  /** How many changes of a series are those of earlier. */
  const changesKept = (reader: SeriesReader): number => (on ? reader.indexOn(addDays(on.since, -1)) + 1 : 0);
  const kept = (name: string, series: Series, was: KeptSeries | undefined): KeptSeries => {
    if (was?.reader.series === series) return was;
    // The object of the last change that stays is made anew: what followed in it may be gone.
    const since = was ? Math.max(0, changesKept(was.reader) - 1) : 0;
    const { objects: made, series: read } = encodeLedger(series, since);
    const first = made[0] && objectName(name, made[0].from);
    const stay = since > 0 && first ? (was?.objects ?? []).filter((o) => o.name < first) : [];
    return {
      objects: [...stay, ...made.map((o) => keep(objectName(name, o.from), o.bytes))],
      reader: openSeries(read),
    };
  };
  const made = history.ledgers.map(({ holder, basis, by, reader }) => {
    const at = placeOf(on?.earlier, holder, basis);
    const was = on && at >= 0 ? seriesAt(on.earlier, at) : undefined;
    return { holder, basis, by, ...kept(`${holder}-${basis}`, reader.series, was) };
  });
  const outward = outwardOf(ledgers);
  const fronts = (['russia', 'ukraine'] as const).flatMap((side) => {
    const ledger = made.findIndex((l) => l.holder === side && l.basis === 'assessed');
    const before = made.find((l) => l.holder === 'russia' && l.basis === 'pre-2022');
    const joint = side === 'russia' && before ? [made[ledger]?.reader, before.reader] : undefined;
    const at = on?.earlier.index.fronts.findIndex((f) => f.side === side) ?? -1;
    const was = on && at >= 0 ? frontAt(on.earlier, at) : undefined;
    // A front along other ground than before is another one.
    const same = was && was.isJoint === (joint !== undefined) ? was : undefined;
    const own = joint && kept(`held-${side}`, heldTogether(joint, same?.reader, on?.since), same);
    const reader = own?.reader ?? made[ledger]?.reader;
    if (!reader) return [];
    const [enemy, home] = side === 'russia' ? (['UA', 'RU'] as const) : (['RU', 'UA'] as const);
    const known = same && { ...same, changes: changesKept(reader) };
    const { isFront, beyond } = frontEdges(reader, landOf(enemy), outward, landOf(home), known);
    pieces.set(beyondName(side), beyond);
    const bits = keep(`control/front-${side}`, bitsOf(isFront));
    return [
      { side, reader, isFront, beyond, objects: own?.objects ?? [], bits, ledger: own ? {} : { ledger } },
    ];
  });
  const ids = made.map(({ by }) => by.map((all) => all.map((s) => s.id)));
  return {
    index: {
      ledgers: made.map(({ holder, basis, objects }, i) => ({ holder, basis, objects, by: ids[i] ?? [] })),
      fronts: fronts.map(({ side, ledger, objects, bits }) => ({ side, ...ledger, objects, bits })),
    },
    file: {
      ledgers: made.map(({ holder, basis, reader }, i) => ({ holder, basis, reader, by: ids[i] ?? [] })),
      fronts,
    },
    beyond: fronts.map((f) => f.beyond),
    history: { ledgers: made },
    pieces,
  };
}

const placeOf = (earlier: Earlier | undefined, holder: string, basis: string): number =>
  earlier?.index.ledgers.findIndex((l) => l.holder === holder && l.basis === basis) ?? -1;

const seriesAt = ({ index, file }: Earlier, at: number): KeptSeries => ({
  objects: index.ledgers[at]?.objects ?? [],
  reader: (file.ledgers[at] as (typeof file.ledgers)[number]).reader,
});

const frontAt = ({ index, file, beyond }: Earlier, at: number) => ({
  ...(file.fronts[at] as (typeof file.fronts)[number]),
  objects: index.fronts[at]?.objects ?? [],
  beyond: beyond[at] as Uint8Array,
  isJoint: index.fronts[at]?.ledger === undefined,
});

/** The ledgers that statements before the first changed day opened, in the order in which they did. */
function openedBefore({ earlier, since, all }: GoingOn): LedgerHistory[] {
  const byId = new Map(earlier.statements.map((s) => [s.id as string, s]));
  const opened = new Map<number, Statement>();
  for (const s of all) {
    if (s.day >= since || s.holder === 'none') continue;
    const at = placeOf(earlier, s.holder, s.basis);
    const first = opened.get(at);
    if (!first || inOrder(s, first) < 0) opened.set(at, s);
  }
  return [...opened]
    .sort(([, a], [, b]) => inOrder(a, b))
    .flatMap(([at]) => {
      const found = earlier.file.ledgers[at];
      if (!found) return [];
      return { ...found, by: found.by.map((ids) => ids.flatMap((id) => byId.get(id) ?? [])) };
    });
}

/** All that Russia holds: what it is assessed to, and what it occupied before 2022. */
function heldTogether(
  all: readonly (SeriesReader | undefined)[],
  was: SeriesReader | undefined,
  since: Day | undefined,
): Series {
  const readers = all.filter((r) => r !== undefined);
  const held = (from: Day) => ({
    from,
    rings: readers.map((r) => r.ringsAt(r.indexOn(from))).reduce((a, b) => union(a, b)),
  });
  /** The days on which any of it changes after a day, or all. */
  const changes = (after?: Day): Day[] => {
    const days = readers.flatMap(({ series, indexOn, dayOf }) =>
      [...series.days.keys()].slice(after && indexOn(after) + 1).map(dayOf),
    );
    return [...new Set(days)].sort();
  };
  if (!was || since === undefined) return seriesOf(changes().map(held));
  const before = addDays(since, -1);
  const index = was.indexOn(before);
  const later = changes(before);
  if (later.length === 0 && index + 1 === was.series.days.length) return was.series;
  return seriesOf([{ from: since, rings: was.ringsAt(index) }, ...later.map(held)], was.series);
}
