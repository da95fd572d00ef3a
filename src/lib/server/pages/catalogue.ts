import type { Event } from '#lib/domain/events/event.ts';
import { evidenceOf, type EvidenceOfEvent } from '#lib/domain/events/evidence.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import type { Lang } from '#lib/domain/text.ts';
import { bounded } from '../editions/bounded.ts';
import type { EditionReader } from '../store/store.ts';

/** The reports, events and places of an edition, by id: read once for each edition, then asked by every page. */
export interface Catalogue {
  readonly reports: ReadonlyMap<ReportId, Report>;
  readonly events: readonly Event[];
  place(id: PlaceId): Place | undefined;
  nameOfPlace(id: PlaceId, lang: Lang): string;
  evidence(event: Event): EvidenceOfEvent;
}

const memory = bounded<Promise<Catalogue>>(8);

export const catalogueOf = (reader: EditionReader): Promise<Catalogue> =>
  memory(reader.edition.digest, async () => {
    const [reports, events, places] = await Promise.all([reader.reports(), reader.events(), reader.places()]);
    const reportById = new Map(reports.map((r) => [r.id, r]));
    const placeById = new Map(places.map((p) => [p.id, p]));
    return {
      reports: reportById,
      events,
      place: (id) => placeById.get(id),
      nameOfPlace: (id, lang) => {
        const place = placeById.get(id);
        return place ? nameOf(place, lang) : id;
      },
      evidence: (event) => evidenceOf(event, reportById),
    };
  });
