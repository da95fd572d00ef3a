import type { Report, ReportId } from '../reports/report.ts';
import type { Event } from './event.ts';

export const EVIDENCE = ['geolocated', 'corroborated', 'reported', 'claimed'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface EvidenceOfEvent {
  readonly level: Evidence;
  /** Somebody denies that it occurred, its cause or its target. */
  readonly disputed: boolean;
}

/**
 * What the claims of an event add up to: geolocated if a location claim cites a geolocation; else corroborated if two
 * publishers with different speakers say that it occurred; else claimed if every speaker is a party to the war; else
 * reported. Claims about a cause do not make the thing itself better known.
 *
 * @param reports every report that the claims cite, by id
 */
export function evidenceOf(
  event: Pick<Event, 'claims'>,
  reports: { get(id: ReportId): Pick<Report, 'publisher'> | undefined },
): EvidenceOfEvent {
  const disputed = event.claims.some((c) => c.says === 'denies');
  const saying = event.claims.filter((c) => c.says !== 'denies');
  if (saying.some((c) => c.aspect === 'location' && c.geolocation)) return { level: 'geolocated', disputed };
  const occurred = saying.filter((c) => c.aspect !== 'cause' && c.aspect !== 'harm');
  const told = occurred.map((c) => ({
    publisher: reports.get(c.citation.report)?.publisher,
    speaker: c.speaker.name.en,
  }));
  const corroborated = told.some((a) =>
    told.some((b) => a.publisher !== b.publisher && a.speaker !== b.speaker),
  );
  if (corroborated) return { level: 'corroborated', disputed };
  const basis = occurred.length > 0 ? occurred : saying;
  const claimed = basis.length > 0 && basis.every((c) => c.speaker.party !== undefined);
  return { level: claimed ? 'claimed' : 'reported', disputed };
}
