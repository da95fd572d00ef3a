import type { Rect } from '#lib/look/labels.ts';
import { LOCATOR } from './locator.ts';

// A frame of any size crops a picture around its middle, and lays a few things over its corners. What a name needs in
// order to be seen whole is therefore a size of the frame. It has that as classes, and a style sheet leaves out what
// does not fit: `h27` is cut in a frame of less than 270 pixels of height, `w52` in one of less than 520 of width, and
// what has `a40 b30` lies under a corner where both are less than 400 and 300.

/** Pixels to a step of a class. */
const STEP = 10;
/** Of each class the steps that a picture may have: below the first nothing is seen anyway. */
const STEPS = { a: [20, 110], b: [12, 70], h: [12, 50], w: [16, 80] } as const;
type Name = keyof typeof STEPS;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the page lays over a picture, from the corner inwards: where the map lies, the way to the moving map, the scale. */
const CORNERS = {
  locator: { width: LOCATOR.width + 10, height: LOCATOR.height + 10 },
  tap: { width: 140, height: 43 },
  scale: { width: 130, height: 32 },
} as const;

/** The same as boxes of a picture of a size, in a frame that shows a part of it: names should rather not stand there. */
export function coveredIn(drawn: Size, frame: Size): Rect[] {
  const [left, top] = [(drawn.width - frame.width) / 2, (drawn.height - frame.height) / 2];
  const [right, bottom] = [left + frame.width, top + frame.height];
  const { locator, tap, scale } = CORNERS;
  return [
    { x0: right - locator.width, x1: right, y0: top, y1: top + locator.height },
    { x0: left, x1: left + tap.width, y0: bottom - tap.height, y1: bottom },
    { x0: right - scale.width, x1: right, y0: bottom - scale.height, y1: bottom },
  ];
}

const stepOf = (name: Name, need: number): string => {
  const [first, last] = STEPS[name];
  const step = Math.ceil(need / STEP);
  return step < first ? '' : `${name}${Math.min(step, last)}`;
};

/** Classes of what stands in a box of a picture of a size. */
export function classesIn({ width, height }: Size): (box: Rect) => string {
  return ({ x0, x1, y0, y1 }) => {
    const [left, right, top, bottom] = [x0 - width / 2, x1 - width / 2, y0 - height / 2, y1 - height / 2];
    const { locator, tap, scale } = CORNERS;
    const isRight = left + right > 0;
    const corner =
      top + bottom < 0
        ? isRight && { across: right + locator.width, down: locator.height - top }
        : isRight
          ? { across: right + scale.width, down: bottom + scale.height }
          : { across: tap.width - left, down: bottom + tap.height };
    const under = corner ? [stepOf('a', 2 * corner.across), stepOf('b', 2 * corner.down)] : [];
    return [
      // Under a corner is what both say; where one of them never holds, nothing is.
      ...(under.every(Boolean) ? under : []),
      stepOf('h', 2 * Math.max(-top, bottom)),
      stepOf('w', 2 * Math.max(-left, right)),
    ]
      .filter(Boolean)
      .join(' ');
  };
}

const RULES: readonly (readonly [Name, 'height' | 'width', string])[] = [
  ['a', 'width', '--x:hidden'],
  ['b', 'height', 'visibility:var(--x)'],
  ['h', 'height', 'visibility:hidden'],
  ['w', 'width', 'visibility:hidden'],
];

/**
 * What classes mean, as a style sheet.
 *
 * @param used the markup whose classes are wanted; without it, all
 */
export function cropStyle(used?: string): string {
  const names =
    used && new Set([...used.matchAll(/<g class="([abhw\d ]+)"/g)].flatMap(([, all = '']) => all.split(' ')));
  return RULES.flatMap(([name, side, then]) => {
    const [first, last] = STEPS[name];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
      .filter((step) => !names || names.has(`${name}${step}`))
      .map((step) => `@container (${side}<${step * STEP}px){.${name}${step}{${then}}}`);
  }).join('');
}
