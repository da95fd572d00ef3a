import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { ringsOf, type AreaLike } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Lang } from '#lib/domain/text.ts';
import { publishWords } from '#lib/words/publish.ts';
import { oblastRings } from '../draw/basemap.ts';
import { wasAndIs, type Shown } from '../draw/was-and-is.ts';

/** Where an item stood and where it stands, on one small map; undefined where it is nowhere. */
export function mapOf(
  kind: ItemKind,
  id: string,
  was: Unfinished | undefined,
  is: Unfinished | undefined,
  lang: Lang,
): string | undefined {
  const t = publishWords[lang];
  const label = was ? (is ? t.mapBoth : t.mapWas) : t.mapIs;
  return wasAndIs(shownOf(kind, was), shownOf(kind, is), label, `m-${id}-`);
}

/** A draft may have half of what it takes to be drawn. */
function shownOf(kind: ItemKind, payload: Unfinished | undefined): Shown | undefined {
  if (!payload) return undefined;
  if (kind === 'statement') {
    const { area, oblast } = payload as { area?: AreaLike; oblast?: string };
    const rings = area ? ringsOf(area) : oblast ? oblastRings(oblast) : undefined;
    return rings && { type: 'ground', rings };
  }
  if (kind !== 'event' && kind !== 'place') return undefined;
  const { point, location } = payload as { point?: Position | null; location?: { radius_m?: unknown } };
  const radius = location?.radius_m;
  return point ? { type: 'point', point, radius_m: typeof radius === 'number' ? radius : 0 } : undefined;
}
