import { isReviewId } from '../control/review-id.ts';
import type { Review } from '../control/review.ts';
import type { Statement } from '../control/statement.ts';
import type { Event } from '../events/event.ts';
import type { Report } from '../reports/report.ts';
import type { ItemKind } from './edition.ts';

/** Another item that one leans on, and the place in the payload that names it. */
export interface Reference {
  readonly kind: ItemKind;
  readonly id: string;
  readonly path: string;
}

/** Every item that a payload leans on: publishing takes the closure, so each of these must be public too. */
export function referencesOf(kind: ItemKind, payload: unknown): Reference[] {
  switch (kind) {
    case 'event': {
      const event = payload as Event;
      return [
        ...event.claims.flatMap((c, i) => [
          { kind: 'report' as const, id: c.citation.report, path: `claims.${i}.citation.report` },
          ...(c.via ? [{ kind: 'report' as const, id: c.via, path: `claims.${i}.via` }] : []),
        ]),
        ...(event.harm ?? []).map((h, i) => ({
          kind: 'report' as const,
          id: h.citation.report,
          path: `harm.${i}.citation.report`,
        })),
        ...(event.location
          ? [{ kind: 'place' as const, id: event.location.place, path: 'location.place' }]
          : []),
      ];
    }
    case 'statement': {
      // That ground was looked at leans on nothing.
      if (isReviewId((payload as Statement | Review).id)) return [];
      const statement = payload as Statement;
      return [
        ...statement.citations.map((c, i) => ({
          kind: 'report' as const,
          id: c.report,
          path: `citations.${i}.report`,
        })),
        ...statement.places.map((id, i) => ({ kind: 'place' as const, id, path: `places.${i}` })),
      ];
    }
    case 'report':
      return ((payload as Report).dated_by ?? []).map((id, i) => ({
        kind: 'report' as const,
        id,
        path: `dated_by.${i}`,
      }));
    case 'place':
    case 'ledger':
      return [];
    default:
      return kind satisfies never;
  }
}
