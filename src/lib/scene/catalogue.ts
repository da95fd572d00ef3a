import type { Event } from '#lib/domain/events/event.ts';
import { evidenceOf, type EvidenceOfEvent } from '#lib/domain/events/evidence.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import type { Lang } from '#lib/domain/text.ts';

/** The reports, events and places of an edition, by id. */
export interface Catalogue {
  readonly reports: ReadonlyMap<ReportId, Report>;
  readonly events: readonly Event[];
  readonly places: readonly Place[];
  event(id: string): Event | undefined;
  place(id: PlaceId): Place | undefined;
  /** The name in a language; the id where the place is not among those that are known here. */
  nameOfPlace(id: PlaceId, lang: Lang): string;
  evidence(event: Event): EvidenceOfEvent;
}

export function makeCatalogue(
  reports: readonly Report[],
  events: readonly Event[],
  places: readonly Place[],
): Catalogue {
  const reportById = new Map(reports.map((r) => [r.id, r]));
  const placeById = new Map(places.map((p) => [p.id, p]));
  const eventById = new Map(events.map((e) => [e.id as string, e]));
  const evidence = new Map<Event, EvidenceOfEvent>();
  return {
    reports: reportById,
    events,
    places,
    event: (id) => eventById.get(id),
    place: (id) => placeById.get(id),
    nameOfPlace: (id, lang) => {
      const place = placeById.get(id);
      return place ? nameOf(place, lang) : id;
    },
    evidence: (event) => {
      const known = evidence.get(event) ?? evidenceOf(event, reportById);
      evidence.set(event, known);
      return known;
    },
  };
}
