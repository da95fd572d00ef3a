import type { Erased, Rebuilder } from '../store/publishing.ts';
import type { Built } from '../store/store.ts';
import { isControl } from './control-objects.ts';
import { LISTS, listAnew, monthOfList, type List } from './lists.ts';
import { builtControl, REVIEWED, smallObject } from './objects.ts';

/** The lists that may hold an item of a kind: by itself, or by what is reckoned from it. */
const listsOf = ({ kind }: Erased): readonly List[] =>
  LISTS.filter((list) => list.kind === kind || (kind === 'report' && list.kind === 'event'));
/** The other object that holds items of a kind. */
const SMALL = { place: 'places.geojson', ledger: 'ledgers.json', statement: REVIEWED } as const;
const smallOf = ({ kind }: Erased) => (kind in SMALL ? SMALL[kind as keyof typeof SMALL] : undefined);
/** Whether control is told by an item of a kind. */
const movesControl = ({ kind }: Erased): boolean =>
  kind === 'place' || kind === 'statement' || kind === 'ledger';

/** How objects are made anew without what was erased. */
export const rebuilder: Rebuilder = {
  holds: (erased, name) =>
    name === smallOf(erased) ||
    (movesControl(erased) && isControl(name)) ||
    listsOf(erased).some(
      (list) => name === list.name || [...erased.months].some((month) => name === monthOfList(list, month)),
    ),
  async build(erased, reader, held) {
    const objects = new Map<string, Built>();
    for (const list of listsOf(erased)) {
      // An edition that kept the list whole keeps it by month from now on, so all months are made.
      const months = held.has(list.name) ? undefined : erased.months;
      for (const [name, built] of await listAnew(list, reader, months)) objects.set(name, built);
    }
    const small = smallOf(erased);
    if (small) objects.set(small, await smallObject(reader, small));
    if (movesControl(erased))
      for (const [name, built] of await builtControl(reader)) objects.set(name, built);
    return new Map(
      [...objects].filter((each): each is [string, Exclude<Built, 'same'>] => each[1] !== 'same'),
    );
  },
};
