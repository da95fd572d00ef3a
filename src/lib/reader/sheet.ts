import type { Reader } from './reader.svelte.ts';

const HEIGHTS = ['low', 'half', 'full'] as const;
/** The next height of the sheet, upward or downward; at its end it stays. */
export function nextHeight(now: Reader['sheet'], up: boolean): Reader['sheet'] {
  const at = HEIGHTS.indexOf(now) + (up ? 1 : -1);
  return HEIGHTS[Math.min(HEIGHTS.length - 1, Math.max(0, at))] ?? now;
}
