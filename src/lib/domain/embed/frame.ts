import type { Ratio } from './options.ts';

/** The most that whoever shows a widget has room for, in CSS pixels. */
export interface Room {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A width in which a widget stands well in an article. */
const USUAL_WIDTH = 640;

/**
 * Below this a widget has too little room for its words beside the map, whatever its shape: on a phone they take more
 * lines. The height is `at` less a share of the width, within bounds.
 */
export const LEAST_HEIGHT = { least: 440, most: 620, at: 780, share: 0.5 } as const;
/** Up to this width two maps stand one over the other, and need so much more height. */
const STACKED = { width: 480, more: 100 } as const;

function leastHeight(width: number, isTwo: boolean): number {
  const { least, most, at, share } = LEAST_HEIGHT;
  const words = Math.min(most, Math.max(least, Math.round(at - width * share)));
  return isTwo && width <= STACKED.width ? words + STACKED.more : words;
}

/**
 * The frame of a widget of a shape: as wide as is usual, high enough for all that it shows without being told more, and
 * never larger than there is room for.
 *
 * @param isTwo whether two days stand in it
 */
export function frameOf(
  ratio: Ratio,
  { width, height }: Room = {},
  isTwo = false,
): { width: number; height: number } {
  const [across = 4, down = 3] = ratio.split('x').map(Number);
  const wide = Math.min(USUAL_WIDTH, width ?? USUAL_WIDTH);
  const tall = Math.max(Math.round((wide * down) / across), leastHeight(wide, isTwo));
  return { width: wide, height: Math.min(tall, height ?? tall) };
}
