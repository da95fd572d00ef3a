import { groupsAt } from './event-groups.ts';
import { factsOf, indexEvents, type EventIndex } from './event-index.ts';
import { STANDINGS } from './standings.ts';
import type { MarkGroup } from './groups.ts';
import type { Atlas } from './map-data.ts';
import type { Scene } from './scene.ts';

/** The events of an edition in columns, and what of them the map shows as one mark. */
export interface Grouper {
  readonly index: EventIndex;
  /** The groups of a scene at a zoom. */
  groups(scene: Scene, chosen: string | undefined): (zoom: number) => readonly MarkGroup[];
}

export function grouperOf({ catalogue }: Atlas): Grouper {
  const index = indexEvents(catalogue.events.map((event) => factsOf(event, catalogue.reports)));
  return {
    index,
    groups(scene, chosen) {
      const standings = new Uint8Array(index.size);
      for (const { id, standing } of scene.marks) {
        const row = index.rowOf(id);
        if (row !== undefined) standings[row] = STANDINGS.indexOf(standing);
      }
      return (zoom) => groupsAt(index, standings, zoom, { chosen });
    },
  };
}
