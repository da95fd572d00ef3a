import { openControl, packControl, piecesOf } from '#lib/domain/control/control-file.ts';
import type { ControlFile, ControlIndex } from '#lib/domain/control/control-file.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import type { EditionReader } from '../store/store.ts';
import { openRemembered } from './remembered.ts';

/** The names under which an edition keeps what its file of control is made from. */
export const INDEX = 'control/index.json';
export const STATEMENTS = 'statements.json';
/** Beside the file: what the next edition must know to go on from this one. */
export const MADE = 'control/made.json';
export const beyondName = (side: string): string => `control/beyond-${side}`;

/** Every name of an edition's control. */
export const namesOf = (index: ControlIndex): string[] => [
  STATEMENTS,
  INDEX,
  MADE,
  ...piecesOf(index).map((p) => p.name),
  ...index.fronts.map((f) => beyondName(f.side)),
];

/** Control as it was compiled when an edition was published. */
export interface KeptControl {
  readonly index: ControlIndex;
  readonly piece: (name: string) => Uint8Array;
  readonly bytes: Uint8Array;
  readonly statements: readonly Statement[];
}

/** What is kept of an edition's control; undefined where it was not compiled. */
export async function keptControl(reader: EditionReader): Promise<KeptControl | undefined> {
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
  const piece = (name: string): Uint8Array => pieces.get(name) as Uint8Array;
  return {
    index,
    piece,
    bytes: packControl(index, piece),
    statements: (read(said) as { statements: Statement[] }).statements,
  };
}

/** Kept control opened, with what its edges were found to be. */
export interface Earlier extends KeptControl {
  readonly file: ControlFile;
  /** What lies beyond the edges of each front, in the order of the fronts. */
  readonly beyond: readonly Uint8Array[];
}

/** Control of the edition before, to go on from; undefined where it was made in another way than `made` says. */
export async function earlierControl(reader: EditionReader, made: string): Promise<Earlier | undefined> {
  const kept = await keptControl(reader);
  if (!kept || !(await wasMade(reader, made))) return undefined;
  const beyond: Uint8Array[] = [];
  for (const { side } of kept.index.fronts) {
    const bytes = await reader.object(beyondName(side));
    if (!bytes) return undefined;
    beyond.push(bytes);
  }
  return { ...kept, file: openControl(kept.bytes, openRemembered), beyond };
}

/** Whether the control that an edition has was made in this way. */
export async function wasMade(reader: EditionReader, made: string): Promise<boolean> {
  const bytes = await reader.object(MADE);
  return bytes !== undefined && new TextDecoder().decode(bytes) === made;
}

/** A statement as readers are sent it: the state that a snapshot is, is in the ledger. */
export const withoutState = (s: Statement): Statement =>
  s.extent === 'snapshot' ? { ...s, area: { type: 'MultiPolygon', coordinates: [] } } : s;
