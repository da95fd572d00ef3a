import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Rebuilder } from '../store/publishing.ts';
import type { Built } from '../store/store.ts';
import { isControl } from './control-objects.ts';
import { buildObjects } from './objects.ts';

/** Which objects may hold an item of a kind: what names it, and what is reckoned from it. */
const HELD_IN: Readonly<Record<ItemKind, (name: string) => boolean>> = {
  event: (name) => name === 'events.geojson',
  report: (name) => name === 'reports.json' || name === 'events.geojson',
  place: (name) => name === 'places.geojson' || isControl(name),
  statement: isControl,
  ledger: (name) => name === 'ledgers.json' || isControl(name),
};

/** How objects are made anew without what was erased. */
export const rebuilder: Rebuilder = {
  holds: (kind, name) => HELD_IN[kind](name),
  async build(kind, reader) {
    const objects = await buildObjects(reader, HELD_IN[kind]);
    return new Map(
      [...objects].filter((each): each is [string, Exclude<Built, 'same'>] => each[1] !== 'same'),
    );
  },
};
