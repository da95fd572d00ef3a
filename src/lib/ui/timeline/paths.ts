import type { TimelineBase } from '#lib/scene/timeline.ts';

/** Share of a bar's days that it fills; the rest is air. */
const FILL = 0.7;
/** A bar of one thing is so high, so that it can be seen; and so many things fill the lane at least. */
const LEAST = 0.16;
const FULL = 4;

/**
 * One path for all bars of a lane: x in days of the axis, y from 0 at the top to 1 at the foot. A lane is one path so
 * that what lies in the window can be the same path once more, cut to it, and a step of a day changes two attributes.
 */
export function barsPath({ bins, axis, most }: TimelineBase, part: 'events' | 'moved'): string {
  const full = Math.max(FULL, most[part]);
  return bins
    .filter((b) => b[part] > 0)
    .map((b) => {
      const height = LEAST + ((1 - LEAST) * b[part]) / full;
      // The ticks of the line are thin, so that the two lanes are told apart without their colour.
      const fill = part === 'moved' ? FILL * 0.6 : FILL;
      const x = (b.x + (b.width * (1 - fill)) / 2) * axis.days;
      return `M${round(x)} 1V${round(1 - height)}h${round(b.width * axis.days * fill)}V1Z`;
    })
    .join('');
}

const round = (x: number): number => Math.round(x * 1000) / 1000;

/** A fraction as SVG wants it. */
export const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100}%`;
