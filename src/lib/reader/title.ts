import { longDay } from '#lib/words/dates.ts';
import type { ReaderState } from './state.svelte.ts';

/** Milliseconds that a day is shown before the window is named by it. */
const REST_MS = 150;
let naming: ReturnType<typeof setTimeout> | undefined;

/** Name the window by the day, once it rests: to a browser each name is costly, and days may pass by the dozen. */
export function entitle({ lang, day }: ReaderState): void {
  const title = `${longDay(lang, day)} · Salient`;
  clearTimeout(naming);
  naming = setTimeout(() => (document.title = title), REST_MS);
}
