import type { Ratio } from './options.ts';

/** The most that whoever shows a widget has room for, in CSS pixels. */
export interface Room {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A width in which a widget stands well in an article. */
const USUAL_WIDTH = 640;

/** The frame of a widget of a shape: as wide as is usual, and never larger than there is room for. */
export function frameOf(ratio: Ratio, { width, height }: Room = {}): { width: number; height: number } {
  const [across = 4, down = 3] = ratio.split('x').map(Number);
  const wide = Math.min(USUAL_WIDTH, width ?? USUAL_WIDTH);
  const tall = Math.round((wide * down) / across);
  return { width: wide, height: Math.min(tall, height ?? tall) };
}
