import { isDay, type Day } from '#lib/domain/time/day.ts';
import type { KnownGround } from '#lib/formats/control/ground.ts';
import type { DeskEntry, WorkStore } from '../store/work.ts';
import { shapeOf } from './ground-identity.ts';
import type { AreaLike } from '#lib/domain/geometry/rings.ts';

interface Said {
  readonly id: string;
  readonly holder: string;
  readonly basis: string;
  readonly day: Day;
  readonly extent: string;
  readonly shape: string;
}

/** More statements than any desk holds. */
const MOST = 100_000;

const keyOf = (said: Omit<Said, 'id'>): string =>
  [said.holder, said.basis, said.day, said.extent, said.shape].join(' ');

/**
 * What the store has of ground already: the statement of its own id, whatever became of it, or another that says the
 * same and was not put away.
 */
export async function knownGround(work: WorkStore, all: readonly Said[]): Promise<Map<string, KnownGround>> {
  const known = new Map<string, KnownGround>();
  const days = new Set(all.map((said) => said.day));
  const asked = new Set(all.map((said) => said.id));
  const rows = all.length > 0 ? await work.queue({ kinds: ['statement'], limit: MOST }) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const same = new Map<string, KnownGround>();
  for (const row of rows) {
    if (row.state === 'discarded' || row.from === undefined || !days.has(row.from)) continue;
    if (asked.has(row.id)) continue;
    const entry = await work.item('statement', row.id);
    const key = entry && keyOfEntry(entry);
    if (key !== undefined) same.set(key, { id: row.id, state: row.state, revision: row.revision });
  }
  for (const said of all) {
    const own = byId.get(said.id);
    const found = own ? { id: own.id, state: own.state, revision: own.revision } : same.get(keyOf(said));
    if (found) known.set(said.id, found);
  }
  return known;
}

/** What a statement of the desk says; a draft may have any of it missing. */
function keyOfEntry({ payload }: DeskEntry): string | undefined {
  const { holder, basis, day, extent, area } = payload;
  if (typeof day !== 'string' || !isDay(day) || typeof area !== 'object' || area === null) return undefined;
  if (!('coordinates' in area) || !Array.isArray(area.coordinates)) return undefined;
  try {
    const shape = shapeOf(area as AreaLike);
    return keyOf({ holder: String(holder), basis: String(basis), day, extent: String(extent), shape });
  } catch {
    // No area yet.
    return undefined;
  }
}
