/**
 * Whether keys that are a single letter or sign do something. Those who speak to their device need to switch them off,
 * since a spoken word would press several (WCAG 2.2, 2.1.4). Kept in the browser alone, and on where nothing can be kept.
 */
const KEPT = 'salient-single-keys';

export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true;
  }
}

export function keepSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, 'off');
  } catch {
    // Storage is refused: the keys stay as they are.
  }
}

/** Whether a key is a letter, a digit or a sign. */
export const isSingleKey = (key: string): boolean => [...key].length === 1;
