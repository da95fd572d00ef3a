import { uncertaintyOf } from '#lib/domain/control/change.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { NearGround } from '#lib/domain/control/near.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import { nearText } from '#lib/words/near.ts';
import type { Told } from './catalogue.ts';

/** What ground that changed hands is told by: its places, and in words where and how much; a demonstration is not measured. */
export function toldOfGround(
  { places, patches, area_m2, edge_m }: NearGround,
  ledger: Ledger,
  placeOf: (id: PlaceId) => Place | undefined,
): Told {
  const known = places.filter((id) => placeOf(id));
  const size = ledger.demonstration
    ? patches
    : { area_m2, uncertainty_m2: uncertaintyOf(edge_m, ledger.resolution_m) };
  const text = (lang: 'en' | 'uk'): string => {
    const first = known[0] && placeOf(known[0]);
    return nearText(lang, {
      place: first && nameOf(first, lang),
      others: Math.max(0, known.length - 1),
      size,
    });
  };
  return { places: known, where: { en: text('en'), uk: text('uk') } };
}
