import type { Event } from '#lib/domain/events/event.ts';
import { evidenceOf, type EvidenceOfEvent } from '#lib/domain/events/evidence.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import type { Lang, Text } from '#lib/domain/text.ts';

/** Where a statement is about, for whoever reads of it. */
export interface Told {
  readonly places: readonly PlaceId[];
  /** In words, where the places alone would not say it. */
  readonly where?: Text;
}

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
  /** What a statement names; of a whole day, which names nothing, what lies near to what it changed. */
  told(statement: Statement): Told;
}

export function makeCatalogue(
  reports: readonly Report[],
  events: readonly Event[],
  places: readonly Place[],
  told: ReadonlyMap<StatementId, Told> = new Map(),
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
    told: (statement) => told.get(statement.id) ?? statement,
  };
}
