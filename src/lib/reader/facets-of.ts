import { facets, queryOf, type Facets } from '#lib/scene/event-scan.ts';
import type { Reader } from './reader.svelte.ts';

/** How many events each choice of a filter would show on the day that is told. */
export const facetsOf = ({ index, told }: Reader): Facets =>
  facets(index, queryOf(told.view, told.scene.day));
