import type { Kysely } from 'kysely';
import type { DeskState } from '#lib/domain/desk/workflow.ts';
import type { DeskEntry } from '../work.ts';
import { lastOf } from './audit.ts';
import type { Tables } from './tables.ts';

/** The moves by which a change to what is public is given up; both can be taken back. */
const GIVING_UP: readonly string[] = ['discard', 'keep'];

/** Whether an item is on its way out of the edition after a move. */
export function isRetraction(entry: DeskEntry, action: string, last: LastMove | undefined): boolean {
  if (action === 'retract') return true;
  if (GIVING_UP.includes(action)) return false;
  if (action !== 'undo') return entry.retraction;
  if (last?.action === 'retract') return false;
  return entry.retraction || (GIVING_UP.includes(last?.action ?? '') && last?.wasRetraction === true);
}

export interface LastMove {
  readonly by: string;
  readonly action: string;
  readonly from: DeskState;
  readonly wasRetraction: boolean;
}

/** The last move of an item, where nothing was written since. */
export async function lastMove(
  db: Kysely<Tables>,
  { kind, id, revision, state }: DeskEntry,
): Promise<LastMove | undefined> {
  const last = await lastOf(db, `${kind} ${id}`);
  if (!last?.detail) return undefined;
  const detail = JSON.parse(last.detail) as {
    revision?: number;
    from?: DeskState;
    to?: DeskState;
    retraction?: boolean;
  };
  const { from, to, retraction = false } = detail;
  if (detail.revision !== revision || to !== state || from === undefined) return undefined;
  // What came to stand as readers see it in any other way has nothing that could be taken back.
  if (state === 'public' && !GIVING_UP.includes(last.action)) return undefined;
  return { by: last.by, action: last.action, from, wasRetraction: retraction };
}
