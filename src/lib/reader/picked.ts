import type { Picked } from '#lib/map/contract.ts';
import type { Found } from '#lib/ui/search/found.ts';
import type { Reader } from './reader.svelte.ts';

/** Something was pointed at on the map: its card opens. */
export function picked(reader: Reader, what: Picked): void {
  if (what.kind === 'ground') reader.open({ kind: 'ground', point: what.point });
  else if (what.kind === 'place') {
    if (reader.placeOf(what.id)) reader.open({ kind: 'place', id: what.id });
    // A copy has nobody to ask: the ground there is known in any case.
    else if (reader.boot.frame.copy) reader.open({ kind: 'ground', point: what.point });
    else void findPlace(reader, what.id);
  } else if (what.ids.length === 1 && what.ids[0]) reader.open({ kind: 'event', id: what.ids[0] });
  else reader.open({ kind: 'group', ids: what.ids });
}

/** A settlement's name was chosen of which nothing else is known here: ask what it is, and open its card. */
async function findPlace(reader: Reader, id: string): Promise<void> {
  try {
    const answer = await fetch(reader.findHref({ place: id }));
    const { places } = (await answer.json()) as Found;
    const [place] = places;
    if (place) {
      reader.found = new Map([...reader.found, [place.id, place]]);
      reader.open({ kind: 'place', id });
    }
  } catch {
    // The name is a link to a page too; without a connection there is nothing to add.
    reader.said = reader.words.offline;
  }
}
