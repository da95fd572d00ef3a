import { openControl, packControl, piecesOf } from '#lib/domain/control/control-file.ts';
import type { ControlFile, ControlIndex } from '#lib/domain/control/control-file.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import type { EditionReader } from '../store/store.ts';

/** The names under which an edition keeps what its file of control is made from. */
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
export async function monthsOf(reader: EditionReader, all: string): Promise<unknown[]> {
  const names = [...(await reader.objects()).keys()].filter((name) => name.startsWith(all));
  return Promise.all(names.map(async (name) => parsed(await reader.object(name))));
}

/** What is kept of an edition's control; undefined where it was not compiled. */
export async function keptControl(reader: EditionReader): Promise<KeptControl | undefined> {
  const head = await reader.object(INDEX);
  if (!head) return undefined;
  const index = parsed(head) as ControlIndex;
  const pieces = new Map<string, Uint8Array>();
  for (const { name } of piecesOf(index)) {
    const bytes = await reader.object(name);
    if (!bytes) return undefined;
    pieces.set(name, bytes);
  }
  const months = (await monthsOf(reader, STATEMENTS)) as { statements: Statement[] }[];
  return {
    index,
    bytes: packControl(index, (name) => pieces.get(name) as Uint8Array),
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
  const kept = await keptControl(reader);
  if (!kept) return undefined;
  const { index, statements } = kept;
  const beyond: Uint8Array[] = [];
  for (const { side } of index.fronts) {
    const bytes = await reader.object(beyondName(side));
    if (!bytes) return undefined;
    beyond.push(bytes);
  }
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
