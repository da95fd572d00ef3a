import { distanceToFront, type Line } from '#lib/domain/control/front.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { EditionReader } from '../store/store.ts';

/** A settlement that may be named on the map. */
export interface PlaceLabel {
  readonly id: PlaceId;
  readonly name: string;
  readonly point: Position;
  readonly population: number;
  /** The least zoom at which the settlement is named. */
  readonly zoom: number;
  /** The greater goes first. */
  readonly priority: number;
  /** Named by an event in the window, or what the view is about: drawn bold, placed first. */
  readonly named: boolean;
}

interface Wanted {
  readonly lang: Lang;
  readonly box: Box;
  readonly zoom: number;
  readonly front: readonly Line[];
  readonly named: ReadonlySet<string>;
  /** Places of statements: the towns that the line is about. */
  readonly noted: ReadonlySet<string>;
}

/** From this zoom on villages are named too, so they are asked for. */
const CLOSE = 8;
/** From this zoom on small towns are named where the front is near. */
const TOWNS = 7;
/** A front this near makes a small town worth naming. */
const NEAR_M = 30_000;

/** The places that a picture may name: what events name, the towns of the line, and others by size. */
export async function placesOf(reader: EditionReader, wanted: Wanted): Promise<PlaceLabel[]> {
  const { lang, box, zoom, named, noted } = wanted;
  const all = new Map<string, Place>();
  const add = (places: readonly Place[]): void => {
    for (const p of places) if (isSettlement(p)) all.set(p.id, p);
  };
  add(await reader.places({ population: zoom >= TOWNS ? 2500 : 8000 }));
  if (zoom >= CLOSE) add(await reader.placesIn(box));
  for (const id of [...named, ...noted]) {
    if (all.has(id)) continue;
    const place = await reader.place(id as PlaceId);
    if (place) add([place]);
  }
  // Every eighth vertex is near enough to say which towns lie by the front.
  const coarse = wanted.front.map((line) => line.filter((_, i) => i % 8 === 0 || i === line.length - 1));
  const labels: PlaceLabel[] = [];
  for (const place of all.values()) {
    const isNamed = named.has(place.id);
    const isNoted = noted.has(place.id);
    const population = place.population ?? 0;
    if (!isNamed && (place.point[0] < box[0] - 1 || place.point[0] > box[2] + 1)) continue;
    if (!isNamed && (place.point[1] < box[1] - 1 || place.point[1] > box[3] + 1)) continue;
    const metres = population >= 1500 || isNoted ? distanceToFront(place.point, coarse) : undefined;
    const near = metres === undefined ? 0 : Math.max(0, 1 - metres / NEAR_M);
    labels.push({
      id: place.id,
      name: nameOf(place, lang),
      point: place.point,
      population,
      zoom: isNamed ? 0 : leastZoom(population, near, isNoted),
      priority:
        (isNamed ? 100 : 0) + (isNoted ? 2 : 0) + Math.log10(Math.max(100, population)) * 3 + near * 3.2,
      named: isNamed,
    });
  }
  return labels.sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
}

const isSettlement = (p: Place): boolean =>
  p.kind !== 'country' && p.kind !== 'oblast' && p.kind !== 'district';

/** The zoom at which a settlement of a size is worth a name; nearness to the front brings it forward. */
function leastZoom(population: number, near: number, noted: boolean): number {
  const bySize =
    population >= 700_000
      ? 4
      : population >= 250_000
        ? 5.2
        : population >= 90_000
          ? 6.3
          : population >= 40_000
            ? 7
            : population >= 10_000
              ? 7.6
              : population >= 3000
                ? 8.4
                : population >= 500
                  ? 9.2
                  : 10.2;
  return Math.max(4, bySize - near * 1.6 - (noted ? 0.5 : 0));
}
