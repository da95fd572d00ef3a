import { facets, queryOf, type Facets } from '#lib/scene/event-scan.ts';
import type { Grouper } from '#lib/scene/grouper.ts';
import type { Told } from './state.svelte.ts';

/** How many events each choice of a filter would show on the day that is told. */
export const facetsOf = ({ index }: Grouper, { view, scene }: Told): Facets =>
  facets(index, queryOf(view, scene.day));
