import { openControl, packControl, piecesOf } from '#lib/domain/control/control-file.ts';
import type { ControlFile, ControlIndex } from '#lib/domain/control/control-file.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import type { EditionReader } from '../store/store.ts';

/** The names under which an edition keeps what its file of control is made from. */
const CONTROL = 'control/';
export const INDEX = 'control/index.json';
/** Statements as they are sent, by month: `statements/2024-11.json`. Editions from before have them all in one. */
export const STATEMENTS = 'statements';
/** Beside the file: what the next edition must know to go on from this one. */
export const MADE = 'control/made.json';
/** Where the changes of whole days lie, by month as well; it is told from control and no part of it. */
export const NEAR = 'control/near';
export const beyondName = (side: string): string => `control/beyond-${side}`;

/** Every name of an edition's control but those of its statements. */
export const namesOf = (index: ControlIndex): string[] => [
  INDEX,
  MADE,
  ...piecesOf(index).map((p) => p.name),
  ...index.fronts.map((f) => beyondName(f.side)),
];

/** Control as it was compiled when an edition was published. */
export interface KeptControl {
  readonly index: ControlIndex;
  readonly bytes: Uint8Array;
  /** By their ids. */
  readonly statements: readonly Statement[];
}

const parsed = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** The objects that an edition keeps of some thing, whether whole or by month. */
export const monthsOf = async (reader: EditionReader, all: string): Promise<unknown[]> =>
  [...(await reader.objectsUnder(all)).values()].map(parsed);

/** What is kept of an edition's control; undefined where it was not compiled. */
export async function keptControl(reader: EditionReader): Promise<KeptControl | undefined> {
  return keptIn(reader, await reader.objectsUnder(CONTROL));
}

/** @param control all objects of an edition's control: years have many, and one question brings them */
async function keptIn(
  reader: EditionReader,
  control: ReadonlyMap<string, Uint8Array>,
): Promise<KeptControl | undefined> {
  const head = control.get(INDEX);
  if (!head) return undefined;
  const index = parsed(head) as ControlIndex;
  if (piecesOf(index).some(({ name }) => !control.has(name))) return undefined;
  const months = (await monthsOf(reader, STATEMENTS)) as { statements: Statement[] }[];
  return {
    index,
    bytes: packControl(index, (name) => control.get(name) as Uint8Array),
    statements: months.flatMap((month) => month.statements).sort(byId),
  };
}

export const byId = (a: Statement, b: Statement): number => (a.id < b.id ? -1 : 1);

/** Control opened, with what its edges were found to be: what an edition goes on from. */
export interface Earlier {
  readonly index: ControlIndex;
  readonly statements: readonly Statement[];
  readonly file: ControlFile;
  /** What lies beyond the edges of each front, in the order of the fronts. */
  readonly beyond: readonly Uint8Array[];
}

/** Control of the edition before, to go on from; undefined where there is none. */
export async function earlierControl(reader: EditionReader): Promise<Earlier | undefined> {
  const control = await reader.objectsUnder(CONTROL);
  const kept = await keptIn(reader, control);
  if (!kept) return undefined;
  const { index, statements } = kept;
  const beyond = index.fronts.flatMap(({ side }) => control.get(beyondName(side)) ?? []);
  if (beyond.length < index.fronts.length) return undefined;
  return { index, statements, file: openControl(kept.bytes), beyond };
}

/** Whether the control that an edition has was made in this way. */
export async function wasMade(reader: EditionReader, made: string): Promise<boolean> {
  const bytes = await reader.object(MADE);
  return bytes !== undefined && new TextDecoder().decode(bytes) === made;
}

/** A statement as readers are sent it: the state that a snapshot is, is in the ledger. */
export const withoutState = (s: Statement): Statement =>
  s.extent === 'snapshot' ? { ...s, area: { type: 'MultiPolygon', coordinates: [] } } : s;
