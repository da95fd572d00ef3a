// What a reader needs only after the page has come to life: cards and tools. A page of its own in the build, so that
// the first one stays small.
import Cards from './Cards.svelte';
import Hover from './Hover.svelte';
import Tools from './Tools.svelte';

export const late = { Cards, Hover, Tools };
export type Late = typeof late;
