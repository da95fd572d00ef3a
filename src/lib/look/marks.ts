import type { EventKind, Side } from '../domain/events/event.ts';
import type { Evidence } from '../domain/events/evidence.ts';
import { variable, type Paint } from './palette.ts';

/** One weight for every mark, in pixels of a 20-pixel mark. */
export const MARK_STROKE = 1.5;
/** The size that marks are drawn for; and the least size of what is clicked or touched. */
export const MARK_SIZE = 20;
export const TARGET = { least: 24, most: 44 } as const;

/** A mark as SVG path data around (0, 0), 20 pixels across: what is stroked, and what is filled. */
interface Shape {
  /** Closed outline: filled with ink or paper, and stroked. */
  readonly body?: string;
  /** Filled with ink even where the mark is otherwise an outline. */
  readonly solid?: boolean;
  /** Strokes over the body. */
  readonly lines?: string;
}

const r = (x: number): string => String(Math.round(x * 100) / 100);

/** An eight-pointed burst, its points alternately long and short. */
function burst(): string {
  const points: string[] = [];
  for (let i = 0; i < 16; i += 1) {
    const radius = i % 2 === 1 ? 3.9 : i % 4 === 0 ? 9.6 : 8;
    const a = (i * Math.PI) / 8 - Math.PI / 2;
    points.push(`${r(radius * Math.cos(a))} ${r(radius * Math.sin(a))}`);
  }
  return `M${points.join('L')}Z`;
}

const circle = (radius: number): string =>
  `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;

const SHAPES: Readonly<Record<EventKind, Shape>> = {
  strike: { body: burst(), solid: true },
  /** Without a heading an advance is a plain ring; with one it is `arrow`. */
  advance: { body: circle(7) },
  clash: { lines: 'M-6.5-6.5L6.5 6.5M6.5-6.5L-6.5 6.5M-7.5 3.5L-3.5 7.5M7.5 3.5L3.5 7.5' },
  diplomacy: {
    body: 'M-5-8H5A3 3 0 0 1 8-5V2A3 3 0 0 1 5 5H-.5L-4.5 8.5V5H-5A3 3 0 0 1-8 2V-5A3 3 0 0 1-5-8Z',
    lines: 'M-4.2-3.2H4.2M-4.2.4H2',
  },
  mission: { body: 'M-5.5-8H7L4.2-4L7 0H-5.5Z', lines: 'M-5.5-8.5V8.5' },
  incident: { body: 'M0-8.2L8.8 7.4H-8.8Z', lines: 'M0-2.6V2.4M0 4.7V5' },
  detention: { body: 'M-7.5-7.5H7.5V7.5H-7.5Z', lines: 'M-2.5-7.5V7.5M2.5-7.5V7.5' },
  announcement: {
    body: 'M-8-2.8H-4L6.5-7.5V7.5L-4 2.8H-8Z',
    lines: 'M-4-2.8V2.8M-5.5 2.8L-4.4 7.4H-1.8L-2.6 3.5',
  },
  assessment: { body: 'M-7.8-7.8H7.8V7.8H-7.8Z', lines: 'M-4 4.6V.6M0 4.6V-3.4M4 4.6V-1.2' },
};

export interface MarkOptions {
  readonly evidence?: Evidence | undefined;
  readonly disputed?: boolean | undefined;
  /** Pixels across; 20 where it is not given. */
  readonly size?: number | undefined;
  /** Degrees clockwise from north, for advances: a tapered arrow instead of a ring. */
  readonly heading?: number | undefined;
  /** The side that acted: a notch at the lower right for Russia, at the lower left for Ukraine. */
  readonly by?: Side | undefined;
  readonly paint?: Paint | undefined;
}

/** A tapered arrow that points up: narrow at the tail, its head at the line. "Direction, not distance". */
const ARROW = 'M0-13L7.5-4H3.2L1.2 13H-1.2L-3.2-4H-7.5Z';
const SLASH = 'M-9.5 9.5L9.5-9.5';
/** A small corner at one side of the foot, beside the mark and not part of it. Words say the side, too. */
const NOTCHES: Partial<Readonly<Record<Side, string>>> = {
  russia: 'M11 5.5V11H5.5Z',
  ukraine: 'M-11 5.5V11H-5.5Z',
};

/**
 * A mark around (0, 0) as SVG elements without an <svg> around them: ink on paper, hollow and dashed where the event
 * is only claimed, slashed where somebody denies it.
 */
export function markSvg(kind: EventKind, options: MarkOptions = {}): string {
  const { evidence, disputed, size = MARK_SIZE, heading, by, paint = variable } = options;
  const claimed = evidence === 'claimed';
  const ink = paint('mark');
  const paper = paint('mark-paper');
  const shape: Shape =
    kind === 'advance' && heading !== undefined ? { body: ARROW, solid: true } : SHAPES[kind];
  const parts: string[] = [];
  if (shape.body) {
    const filled = shape.solid === true && !claimed;
    // Paper outside the ink keeps a mark legible on every fill; drawn first, so that the stroke keeps its weight.
    if (shape.solid)
      parts.push(`<path d="${shape.body}" fill="${paper}" stroke="${paper}" stroke-width="4"/>`);
    const dash = claimed ? ' stroke-dasharray="2.4 1.6"' : '';
    const body = filled
      ? `fill="${ink}"`
      : `fill="${paper}" stroke="${ink}" stroke-width="${MARK_STROKE}"${dash}`;
    parts.push(`<path d="${shape.body}" ${body}/>`);
  }
  if (shape.lines) {
    if (!shape.body)
      parts.push(`<path d="${shape.lines}" stroke="${paper}" stroke-width="4.5" fill="none"/>`);
    const dash = claimed && !shape.body ? ' stroke-dasharray="2.4 1.6"' : '';
    parts.push(`<path d="${shape.lines}" fill="none" stroke="${ink}" stroke-width="${MARK_STROKE}"${dash}/>`);
  }
  if (disputed) {
    parts.push(`<path d="${SLASH}" stroke="${paper}" stroke-width="4.5"/>`);
    parts.push(`<path d="${SLASH}" stroke="${ink}" stroke-width="${MARK_STROKE}"/>`);
  }
  const notch = by && NOTCHES[by];
  // An arrow turns; the notch says the side by where it is, so it stays.
  const turned =
    kind === 'advance' && heading !== undefined
      ? `<g transform="rotate(${r(heading)})">${parts.join('')}</g>`
      : parts.join('');
  const corner = notch
    ? `<path d="${notch}" fill="${ink}" stroke="${paper}" stroke-width="2.4" paint-order="stroke"/>`
    : '';
  const scale = size === MARK_SIZE ? '' : ` transform="scale(${r(size / MARK_SIZE)})"`;
  return `<g stroke-linejoin="round" stroke-linecap="round"${scale}>${turned}${corner}</g>`;
}
