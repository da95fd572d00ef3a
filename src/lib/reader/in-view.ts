import { boxOf, boxesMeet, type Box } from '#lib/domain/geometry/rings.ts';
import type { Lists } from '#lib/scene/lists.ts';
import type { Atlas } from '#lib/scene/map-data.ts';
import type { Row } from '#lib/scene/rows.ts';
import type { Scene } from '#lib/scene/scene.ts';

/** The rows of what lies in a box of degrees, and how many more there are outside of it. */
export interface Seen {
  readonly rows: readonly Row[];
  readonly outside: number;
}

export function inView(
  { rows }: Pick<Lists, 'rows'>,
  { catalogue, control }: Pick<Atlas, 'catalogue' | 'control'>,
  scene: Pick<Scene, 'start' | 'day'>,
  box: Box,
): Seen {
  const patches = new Map(
    control.flips(scene.start, scene.day).map((f) => [f.statement.id as string, boxOf(f.patch)]),
  );
  const inside = rows.filter((row) => {
    const patch = patches.get(row.key);
    if (patch) return boxesMeet(patch, box);
    const event = catalogue.event(row.key);
    const point = event?.point ?? (event?.location && catalogue.place(event.location.place)?.point);
    if (!point) return false;
    const [x, y] = point;
    return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  });
  return { rows: inside, outside: rows.length - inside.length };
}
