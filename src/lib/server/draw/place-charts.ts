import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { hatchShapes, type Hatch } from '#lib/look/hatches.ts';
import { variable as paint, type Colour } from '#lib/look/palette.ts';
import { textWidth } from '#lib/look/text-width.ts';
import { escapeXml, tenth, textAt } from './markup.ts';
import { monthTicks, timeAxis, TICK_SIZE, type TimeAxis } from './time-axis.ts';

/** Days through which a place was held in one way. */
export interface HeldSpan {
  readonly from: Day;
  /** The first day after it. */
  readonly end: Day;
  readonly fill: Extract<Colour, 'held' | 'pre2022' | 'ua-held' | 'land'>;
  readonly hatch: Hatch | undefined;
  /** In a word, shown where there is room for it. */
  readonly text: string;
}

interface Common {
  readonly lang: Lang;
  readonly width: number;
  readonly from: Day;
  readonly until: Day;
  readonly spans: readonly HeldSpan[];
  /** What the drawing shows, for those who do not see it. */
  readonly label: string;
  /** The shown day, marked where it is not the last. */
  readonly day: Day | undefined;
}

const svg = (width: number, height: number, label: string, inside: string): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}">${inside}</svg>`;

const BAR = { height: 34, below: 24 } as const;

/** Who held a place when, as a bar of days. */
export function heldBar({ lang, width, from, until, spans, label, day }: Common): string {
  const axis = timeAxis(width, from, until);
  const parts = spans.map((span) => {
    const [x0, x1] = [axis.x(span.from), axis.x(span.end)];
    const wide = x1 - x0;
    const hasRoom = textWidth(span.text, 'regular', 13) + 16 <= wide;
    return (
      tint(span, x0, x1, 0, BAR.height) +
      edgeOf(span, x0, 0, BAR.height) +
      (hasRoom ? textAt(x0 + 9, BAR.height / 2 + 4.5, span.text, { size: 13, fill: paint('ink') }) : '')
    );
  });
  const frame = `<path d="M.5.5H${width - 0.5}V${BAR.height - 0.5}H.5Z" fill="none" stroke="${paint('border')}"/>`;
  return svg(
    width,
    BAR.height + BAR.below,
    label,
    parts.join('') + frame + dayMark(axis, day, 0, BAR.height) + months(axis, lang, BAR.height),
  );
}

const PLOT = { top: 18, height: 132, below: 24 } as const;

/** A step of the distance to the front: from a day on until the next. */
export interface DistanceStep {
  readonly day: Day;
  readonly metres: number | undefined;
}

/** The distance of a place to the front by day. */
export function distanceChart(
  input: Common & {
    readonly steps: readonly DistanceStep[];
    readonly resolution_m: number;
    readonly nameOf: (metres: number) => string;
  },
): string {
  const { lang, width, from, until, spans, label, day, steps, resolution_m, nameOf } = input;
  const axis = timeAxis(width, from, until);
  const most = Math.max(resolution_m, ...steps.map((s) => s.metres ?? 0));
  const unit = niceStep(most / 3);
  const top = Math.ceil(most / unit) * unit;
  const bottom = PLOT.top + PLOT.height;
  const y = (metres: number): number => bottom - (metres / top) * PLOT.height;
  const tinted = spans
    .filter((s) => s.fill !== 'land' || s.hatch)
    .map((s) => `<g opacity=".5">${tint(s, axis.x(s.from), axis.x(s.end), PLOT.top, PLOT.height)}</g>`);
  const lines: string[] = [];
  for (let metres = unit; metres <= top; metres += unit) {
    const at = Math.round(y(metres)) + 0.5;
    lines.push(
      `<path d="M0 ${at}H${width}" stroke="${paint('rule')}"/>` +
        textAt(0, at - 4, nameOf(metres), { size: TICK_SIZE, fill: paint('soft'), halo: paint('paper') }),
    );
  }
  return svg(
    width,
    bottom + PLOT.below,
    label,
    // How near it is within this is not known, so the line on top of it is an upper bound.
    `${tinted.join('')}<path d="M0 ${tenth(y(resolution_m))}H${width}V${bottom}H0Z" fill="${paint('ink')}" fill-opacity=".07"/>${lines.join('')}` +
      `<path d="M0 ${bottom - 0.5}H${width}" stroke="${paint('faint')}"/>` +
      `<path d="${stepPath(steps, axis, y)}" fill="none" stroke="${paint('ink')}" stroke-width="1.8" stroke-linejoin="round"/>` +
      dayMark(axis, day, PLOT.top, bottom) +
      months(axis, lang, bottom),
  );
}

/** A line that stays until the next step, and is broken where there is no front. */
function stepPath(steps: readonly DistanceStep[], axis: TimeAxis, y: (metres: number) => number): string {
  let d = '';
  let isOpen = false;
  for (const [i, { day, metres }] of steps.entries()) {
    const next = steps[i + 1];
    if (metres === undefined) {
      isOpen = false;
      continue;
    }
    d += isOpen ? `V${tenth(y(metres))}` : `M${tenth(axis.x(day))} ${tenth(y(metres))}`;
    d += `H${tenth(next ? axis.x(next.day) : axis.width)}`;
    isOpen = true;
  }
  return d;
}

/** 1, 2 or 5 of a power of ten of metres, the least that is not under what is asked. */
function niceStep(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(100, metres)));
  return ([1, 2, 5, 10].find((n) => n * power >= metres) ?? 10) * power;
}

function tint({ fill, hatch }: HeldSpan, x0: number, x1: number, top: number, height: number): string {
  const wide = Math.max(0.5, x1 - x0);
  const box = `<path d="M${tenth(x0)} ${top}h${tenth(wide)}v${height}h${tenth(-wide)}Z" fill="${paint(fill)}"/>`;
  if (!hatch) return box;
  const inside = hatchShapes(hatch, Math.round(wide), height, paint);
  return `${box}<svg x="${tenth(x0)}" y="${top}" width="${tenth(wide)}" height="${height}">${inside}</svg>`;
}

/** Where a side came to hold the place; ground that no side holds has no edge. */
function edgeOf({ fill }: HeldSpan, x: number, top: number, height: number): string {
  if (fill === 'land' || x <= 0) return '';
  const edge = fill === 'ua-held' ? 'ua-edge' : 'front';
  return `<path d="M${tenth(x)} ${top}v${height}" stroke="${paint(edge)}" stroke-width="2"/>`;
}

function dayMark(axis: TimeAxis, day: Day | undefined, top: number, bottom: number): string {
  if (!day || day < axis.from || day >= axis.until) return '';
  return `<path d="M${tenth(axis.x(day))} ${top}V${bottom}" stroke="${paint('ink')}" stroke-dasharray=".1 3.4" stroke-width="1.6" stroke-linecap="round"/>`;
}

const months = (axis: TimeAxis, lang: Lang, top: number): string =>
  monthTicks(axis, lang)
    .map(
      ({ x, text }) =>
        `<path d="M${tenth(x)} ${top}v${text ? 6 : 4}" stroke="${paint('faint')}"/>` +
        (text ? textAt(x, top + 19, text, { size: TICK_SIZE, fill: paint('soft') }) : ''),
    )
    .join('');
