import type { Report, ReportId } from '../reports/report.ts';
import type { Day } from '../time/day.ts';
import { isWithin, overlaps, type BoundedPeriod } from '../time/period.ts';
import type { Event } from './event.ts';

/**
 * How an event stands to a window of days. `dated`: its whole period lies inside, so it counts. `touches`: it
 * overlaps, so it is listed with its span and not counted. `undated`: its start is unknown; it is listed in windows
 * that hold the first day on which its earliest report can have appeared. `outside`: none of these.
 */
export type Standing = 'dated' | 'touches' | 'undated' | 'outside';

/** The earliest day on which a report of the event can have appeared; undefined if it cites none that is known. */
export function reportedFrom(
  event: Pick<Event, 'claims'>,
  reports: { get(id: ReportId): Pick<Report, 'published'> | undefined },
): Day | undefined {
  const days = event.claims.flatMap((c) => reports.get(c.citation.report)?.published.from ?? []);
  return days.sort()[0];
}

export function standing(
  event: Pick<Event, 'claims' | 'period'>,
  window: BoundedPeriod,
  reports: { get(id: ReportId): Pick<Report, 'published'> | undefined },
): Standing {
  if (event.period.from === undefined) {
    const day = reportedFrom(event, reports);
    return day !== undefined && day >= window.from && day < window.until ? 'undated' : 'outside';
  }
  if (isWithin(event.period, window)) return 'dated';
  return overlaps(event.period, window) ? 'touches' : 'outside';
}
