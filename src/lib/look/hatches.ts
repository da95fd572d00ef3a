import type { Paint } from './palette.ts';

/** Ground that is not simply held: fought over, claimed, or entered. Each has its own pattern, never colour alone. */
export type Hatch = 'contested' | 'claimed' | 'infiltration';
export const HATCHES: readonly Hatch[] = ['contested', 'claimed', 'infiltration'];

/** Ground narrower than this shows a tint and a dashed edge instead of a pattern. */
export const LEAST_PATTERN_PX = 12;

/** Pixels between the lines of a hatch, their width, and the angle in degrees clockwise from vertical. */
export const HATCH_LINES = {
  contested: { gap: 6, width: 1.6, angle: 45, colour: 'contested' },
  claimed: { gap: 6, width: 1.3, angle: 135, colour: 'front' },
} as const;
export const HATCH_DOTS = { gap: 6, radius: 1.1 } as const;

/** A `<pattern>` for the `<defs>` of a drawing. */
export function hatchPattern(hatch: Hatch, id: string, paint: Paint): string {
  if (hatch === 'infiltration') {
    const { gap, radius } = HATCH_DOTS;
    return (
      `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<circle cx="3" cy="3" r="${radius}" fill="${paint('front')}"/></pattern>`
    );
  }
  const { gap, width, angle, colour } = HATCH_LINES[hatch];
  const tint =
    hatch === 'contested'
      ? `<path d="M0 0H${gap}V${gap}H0Z" fill="${paint('contested-fill')}" fill-opacity=".55"/>`
      : '';
  return (
    `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})">` +
    `${tint}<path d="M${gap / 2}-1V${gap + 1}" stroke="${paint(colour)}" stroke-width="${width}"/></pattern>`
  );
}

/** How the edge of such ground is stroked. */
export function hatchEdge(hatch: Hatch, paint: Paint): string {
  if (hatch === 'contested') {
    return `stroke="${paint('contested')}" stroke-width="1.6" stroke-dasharray=".1 3.4" stroke-linecap="round"`;
  }
  if (hatch === 'claimed') return `stroke="${paint('front')}" stroke-width="1.2" stroke-dasharray="4 3"`;
  return 'stroke="none"';
}

/** The same pattern as plain shapes inside a box of pixels, for swatches, which have no ids. */
export function hatchShapes(hatch: Hatch, width: number, height: number, paint: Paint): string {
  if (hatch === 'infiltration') {
    const dots: string[] = [];
    for (let y = 4, row = 0; y < height; y += 4, row += 1) {
      for (let x = row % 2 ? 6 : 3; x < width; x += 6) dots.push(`M${x} ${y}h.01`);
    }
    return `<path d="${dots.join('')}" stroke="${paint('front')}" stroke-width="2.2" stroke-linecap="round"/>`;
  }
  const { gap, width: weight, colour } = HATCH_LINES[hatch];
  const step = gap * Math.SQRT2;
  const d: string[] = [];
  // A line x + y = c (45°, rising to the right) or x − y = c, cut at the box.
  for (let c = step / 2; c < width + height; c += step) {
    const [x0, x1] = [Math.max(0, c - height), Math.min(width, c)];
    const n = (x: number): string => String(Math.round(x * 10) / 10);
    if (hatch === 'contested') d.push(`M${n(x0)} ${n(c - x0)}L${n(x1)} ${n(c - x1)}`);
    else d.push(`M${n(x0)} ${n(height - c + x0)}L${n(x1)} ${n(height - c + x1)}`);
  }
  const tint =
    hatch === 'contested'
      ? `<path d="M0 0H${width}V${height}H0Z" fill="${paint('contested-fill')}" fill-opacity=".55"/>`
      : '';
  return `${tint}<path d="${d.join('')}" stroke="${paint(colour)}" stroke-width="${weight}"/>`;
}
