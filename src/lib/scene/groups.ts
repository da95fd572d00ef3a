import type { EventKind } from '../domain/events/event.ts';
import type { Position } from '../domain/geometry/sphere.ts';

/**
 * Marks of one cell of the map. A cell that is dense over all time is drawn as one ring with a count, at a point that
 * does not depend on the day or the filters, so that nothing jumps while time runs; in every other cell each event
 * stands for itself.
 */
export interface MarkGroup {
  /** Stable while the zoom's whole number is: names the cell, or the event where it stands alone. */
  readonly key: string;
  /** Where it is drawn, in degrees: an event's own point, or the cell's all-time centroid. */
  readonly point: Position;
  /** Ids of the events shown in it now, the most important last; never empty. */
  readonly ids: readonly string[];
  /** Of `ids` by kind, in the order of EVENT_KINDS, without zeros. */
  readonly kinds: readonly { readonly kind: EventKind; readonly count: number }[];
}
