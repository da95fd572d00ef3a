import { bearing, distance, type Position } from '#lib/domain/geometry/sphere.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { projection, type Frame } from '#lib/look/mercator.ts';
import { WINDS, type Wind } from '#lib/words/map.ts';
import type { Scene } from './scene.ts';

/** Events at one place outside of a picture. */
export interface Chip {
  readonly place: PlaceId;
  readonly name: string;
  readonly point: Position;
  /** Degrees clockwise from north, from the middle of the picture. */
  readonly bearing: number;
  readonly wind: Wind;
  /** Kilometres from the middle of the picture, rounded as far as a reader needs. */
  readonly km: number;
  readonly events: readonly string[];
}

/**
 * What lies outside of a picture: the places of events with direction and distance, the nearest first.
 *
 * @param top pixels at the upper edge that something covers: what lies there counts as outside
 */
export function chipsOf(scene: Pick<Scene, 'marks'>, frame: Frame, top = 0): Chip[] {
  const project = projection(frame);
  const centre: Position = [frame.camera.lng, frame.camera.lat];
  const chips = new Map<PlaceId, Chip & { events: string[] }>();
  for (const mark of scene.marks) {
    const [x, y] = project(mark.point);
    if (x >= 0 && x <= frame.width && y >= top && y <= frame.height) continue;
    const known = chips.get(mark.place.id);
    if (known) {
      known.events.push(mark.id);
      continue;
    }
    const way = bearing(centre, mark.point);
    chips.set(mark.place.id, {
      place: mark.place.id,
      name: mark.place.name,
      point: mark.point,
      bearing: way,
      wind: WINDS[Math.round(way / 45) % 8] ?? 'n',
      km: rounded(distance(centre, mark.point) / 1000),
      events: [mark.id],
    });
  }
  return [...chips.values()].sort((a, b) => a.km - b.km || (a.place < b.place ? -1 : 1));
}

const rounded = (km: number): number =>
  km >= 100 ? Math.round(km / 10) * 10 : Math.max(5, Math.round(km / 5) * 5);
