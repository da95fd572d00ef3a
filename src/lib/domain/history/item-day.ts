import type { Statement } from '../control/statement.ts';
import type { Event } from '../events/event.ts';
import type { Report } from '../reports/report.ts';
import type { Day } from '../time/day.ts';
import type { ItemKind } from './edition.ts';

/** The day by which an item stands among others of its kind: when it was so, began or appeared; null where it has none. */
export function dayOfItem(kind: ItemKind, payload: unknown): Day | null {
  switch (kind) {
    case 'statement':
      return (payload as Statement).day;
    case 'event':
      return (payload as Event).period.from ?? null;
    case 'report':
      return (payload as Report).published.from;
    case 'place':
    case 'ledger':
      return null;
    default:
      return kind satisfies never;
  }
}
