import type { Basis, Holder } from '#lib/domain/control/statement.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { ask, type Answer } from '#lib/ui/desk/ask.ts';

interface Named {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly href: string;
}

/** What a statement really changes; see server/desk/ground.ts. */
export interface GroundEffect {
  readonly told: boolean;
  readonly spans: readonly {
    readonly from: Day;
    readonly until?: Day | undefined;
    readonly endedBy: readonly Named[];
    readonly ledgers: readonly {
      readonly holder: Holder;
      readonly basis: Basis;
      readonly gained: GeoJSON.MultiPolygon;
      readonly lost: GeoJSON.MultiPolygon;
      readonly m2?: { readonly gained: number; readonly lost: number; readonly off: number } | undefined;
    }[];
  }[];
  readonly undone: readonly Named[];
  readonly waiting: readonly Named[];
}

/** Of a statement only what it does to the ground, so that other words are no reason to ask again. */
export const paintingOf = ({ id, holder, basis, day, order, extent, ends, opening, area }: Unfinished) => ({
  statement: { id, holder, basis, day, order, extent, ends, opening, area },
});

const asking = (body: unknown, lang: Lang, signal: AbortSignal): Promise<Answer<GroundEffect>> =>
  ask<GroundEffect>(`/desk/api/ground/effect?lang=${lang}`, body, signal);

export const effectOfDraft = asking;
export const effectOfRetracting = (id: string, lang: Lang, signal: AbortSignal) =>
  asking({ retract: id }, lang, signal);
