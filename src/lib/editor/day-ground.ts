import type { Day } from '#lib/domain/time/day.ts';
import { ask } from '#lib/ui/desk/ask.ts';

/** Ground of every ledger on a day; see server/desk/ground.ts. */
export interface DayGround {
  readonly day: Day;
  readonly order: number;
  readonly ledgers: readonly {
    readonly holder: string;
    readonly basis: string;
    readonly demonstration: boolean;
    readonly area: GeoJSON.MultiPolygon;
  }[];
}

/** The ground of a day as the map shows it: what is held, and above it what is fought over. */
export const groundFeatures = (ground: DayGround | undefined): GeoJSON.Feature[] =>
  (ground?.ledgers ?? []).map(({ holder, basis, area }) => ({
    type: 'Feature',
    geometry: area,
    properties: { holder, basis },
  }));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Ask for the ground on a day without a statement; undefined where there is no such day, or no answer. */
export async function dayGround(
  day: unknown,
  without: string | undefined,
  signal: AbortSignal,
): Promise<DayGround | undefined> {
  if (typeof day !== 'string' || !DAY.test(day)) return undefined;
  const params = new URLSearchParams({ day, ...(without ? { without } : {}) });
  const answer = await ask<DayGround>(`/desk/api/ground?${params.toString()}`, undefined, signal);
  return answer.ok ? answer.value : undefined;
}
