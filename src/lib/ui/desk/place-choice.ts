import type { PlaceKind } from '#lib/domain/places/place.ts';

/** A place to choose, told apart from those of the same name. */
export interface PlaceChoice {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly point: readonly [lng: number, lat: number];
  readonly kind: PlaceKind;
  readonly country: string;
}
