import type { EventKind } from '../domain/events/event.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { PlaceKind } from '../domain/places/place.ts';

/** A place that a search found. */
export interface FoundPlace {
  readonly id: string;
  /** As it is called on the map, in the language asked for. */
  readonly name: string;
  /** What kind of place it is and where, enough to tell it from others of its name. */
  readonly about: string;
  /** The name that matched where that is not the shown one: an old one, or one in another script. */
  readonly also: string | undefined;
  readonly point: Position;
  readonly kind: PlaceKind;
}

export interface FoundEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly title: string;
  /** The language that the title is really in. */
  readonly titleLang: string;
  readonly when: string;
  readonly where: string | undefined;
  /** Where it is, for what has a point. */
  readonly point: Position | undefined;
}

export interface FoundReport {
  readonly id: string;
  readonly title: string;
  readonly titleLang: string;
  readonly publisher: string;
  readonly when: string;
}

/** What `/find.json` answers: the best of each kind. */
export interface Findings {
  /** The edition in which was searched. */
  readonly edition: number;
  readonly places: readonly FoundPlace[];
  readonly events: readonly FoundEvent[];
  readonly reports: readonly FoundReport[];
  /** Whether the page of the search lists more than these. */
  readonly more: boolean;
}
