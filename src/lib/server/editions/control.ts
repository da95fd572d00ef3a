import { union } from '#lib/domain/control/clip.ts';
import { compile } from '#lib/domain/control/compile.ts';
import {
  objectName,
  openControl,
  packControl,
  bitsOf,
  piecesOf,
  type ControlIndex,
  type FrontHistory,
  type Piece,
} from '#lib/domain/control/control-file.ts';
import { frontEdges } from '#lib/domain/control/front.ts';
import { decodeLedger } from '#lib/domain/control/ledger-decode.ts';
import { encodeLedger } from '#lib/domain/control/ledger-encode.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import { openSeries, type SeriesReader } from '#lib/domain/control/series-reader.ts';
import { seriesOf, type Series } from '#lib/domain/control/series.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { ledgerIn, type ControlHistory } from '#lib/domain/control/states.ts';
import { controlFrom, type Control } from '#lib/scene/control.ts';
import { landOf } from '../draw/basemap.ts';
import type { EditionReader } from '../store/store.ts';
import { bounded } from './bounded.ts';

/** The names under which an edition keeps what its file of control is made from. */
export const INDEX = 'control/index.json';
export const STATEMENTS = 'statements.json';

interface Opened {
  readonly control: Control;
  readonly file: Uint8Array;
  readonly fronts: readonly FrontHistory[];
}

const memory = bounded<Promise<Opened>>(8);

/** The control of an edition, opened once for each digest. */
export const controlOf = async (reader: EditionReader): Promise<Control> => (await opened(reader)).control;

/** The fronts of an edition through time. */
export const frontsOf = async (reader: EditionReader): Promise<readonly FrontHistory[]> =>
  (await opened(reader)).fronts;

/** The file of control of an edition, as `/data/{edition}/control.ledger` sends it. */
export const controlFileOf = async (reader: EditionReader): Promise<Uint8Array> =>
  (await opened(reader)).file;

const opened = (reader: EditionReader): Promise<Opened> =>
  memory(reader.edition.digest, async () => {
    const ledgers = await reader.ledgers();
    const kept = await keptControl(reader);
    const statements = kept?.statements ?? (await reader.statements());
    const file = kept?.file ?? controlFile(ledgers, statements);
    const inside = openControl(file);
    return {
      file,
      fronts: inside.fronts,
      control: controlFrom(inside, ledgers, statements.map(withoutState)),
    };
  });

/** Control as it was compiled when the edition was published; undefined where it was not. */
async function keptControl(
  reader: EditionReader,
): Promise<{ file: Uint8Array; statements: Statement[] } | undefined> {
  const [head, said] = await Promise.all([reader.object(INDEX), reader.object(STATEMENTS)]);
  if (!head || !said) return undefined;
  const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
  const index = read(head) as ControlIndex;
  const pieces = new Map<string, Uint8Array>();
  for (const { name } of piecesOf(index)) {
    const bytes = await reader.object(name);
    if (!bytes) return undefined;
    pieces.set(name, bytes);
  }
  return {
    file: packControl(index, (name) => pieces.get(name) as Uint8Array),
    statements: (read(said) as { statements: Statement[] }).statements,
  };
}

/** A statement as readers are sent it: the state that a snapshot is, is in the ledger. */
export const withoutState = (s: Statement): Statement =>
  s.extent === 'snapshot' ? { ...s, area: { type: 'MultiPolygon', coordinates: [] } } : s;

/** Control of statements that are in no store. */
export const makeControl = (ledgers: readonly Ledger[], statements: readonly Statement[]): Control =>
  controlFrom(openControl(controlFile(ledgers, statements)), ledgers, statements);

/** Control as readers will find it, from what an edition is about to keep. */
export const controlIn = (
  index: ControlIndex,
  pieces: ReadonlyMap<string, Uint8Array>,
  ledgers: readonly Ledger[],
  statements: readonly Statement[],
): Control =>
  controlFrom(
    openControl(packControl(index, (name) => pieces.get(name) as Uint8Array)),
    ledgers,
    statements.map(withoutState),
  );

function controlFile(ledgers: readonly Ledger[], statements: readonly Statement[]): Uint8Array {
  const { index, pieces } = compiledControl(ledgers, statements);
  return packControl(index, (name) => pieces.get(name) as Uint8Array);
}

/** Statements compiled into the pieces of a file of control: of each series one for 32 days, and the index. */
export function compiledControl(
  ledgers: readonly Ledger[],
  statements: readonly Statement[],
): { index: ControlIndex; pieces: ReadonlyMap<string, Uint8Array> } {
  const history = compile(statements);
  const pieces = new Map<string, Uint8Array>();
  const keep = (name: string, bytes: Uint8Array): Piece => {
    pieces.set(name, bytes);
    return { name, bytes: bytes.length };
  };
  const kept = (name: string, series: Series): { objects: Piece[]; reader: SeriesReader } => {
    const objects = encodeLedger(series);
    return {
      objects: objects.map((o) => keep(objectName(name, o.from), o.bytes)),
      // Edges are numbered as whoever reads the bytes will number them.
      reader: openSeries(decodeLedger(objects.map((o) => o.bytes))),
    };
  };
  const made = history.ledgers.map((l) => ({ ...l, ...kept(`${l.holder}-${l.basis}`, l.reader.series) }));
  const outward = Math.max(5000, ...ledgers.filter((l) => l.basis === 'assessed').map((l) => l.resolution_m));
  const fronts = (['russia', 'ukraine'] as const).flatMap((side) => {
    const ledger = made.findIndex((l) => l.holder === side && l.basis === 'assessed');
    const earlier = side === 'russia' && ledgerIn(history, 'russia', 'pre-2022') !== undefined;
    const own = earlier ? kept(`held-${side}`, heldByRussia(history)) : undefined;
    const reader = own?.reader ?? made[ledger]?.reader;
    if (!reader) return [];
    const [enemy, home] = side === 'russia' ? (['UA', 'RU'] as const) : (['RU', 'UA'] as const);
    const isFront = frontEdges(reader, landOf(enemy), outward, landOf(home));
    return [
      {
        side,
        ...(own ? {} : { ledger }),
        objects: own?.objects ?? [],
        bits: keep(`control/front-${side}`, bitsOf(isFront)),
      },
    ];
  });
  return {
    index: {
      ledgers: made.map(({ holder, basis, objects, by }) => ({
        holder,
        basis,
        objects,
        by: by.map((all) => all.map((s) => s.id)),
      })),
      fronts,
    },
    pieces,
  };
}

/** All that Russia holds: what it is assessed to, and what it occupied before 2022. */
function heldByRussia(history: ControlHistory): Series {
  const readers = (['assessed', 'pre-2022'] as const).flatMap(
    (basis) => ledgerIn(history, 'russia', basis)?.reader ?? [],
  );
  const days = [...new Set(readers.flatMap((r) => [...r.series.days.keys()].map((i) => r.dayOf(i))))].sort();
  return seriesOf(
    days.map((from) => ({
      from,
      rings: readers.map((r) => r.ringsAt(r.indexOn(from))).reduce((a, b) => union(a, b)),
    })),
  );
}
