import { TARGET, markSvg } from '../look/marks.ts';
import { variable } from '../look/palette.ts';
import type { Item } from './marks.ts';

const n = (x: number): string => String(Math.round(x * 100) / 100);

/** How strong the greys of a cluster's ring are, the most frequent kind first; the last is for all others. */
const GREYS = [0.92, 0.6, 0.36, 0.18] as const;
const BAND = 5;
/** Pixels of paper between two arcs. */
const GAP = 1.5;

/** Of kinds the most frequent three, and all others as one; at most four counts, in the order in which they are drawn. */
export function shares(kinds: Item['kinds']): number[] {
  const counts = kinds.map((k) => k.count).sort((a, b) => b - a);
  return counts.length <= GREYS.length
    ? counts
    : [...counts.slice(0, 3), counts.slice(3).reduce((a, b) => a + b, 0)];
}

/** A ring of at most four greys by kind around the count. */
function cluster({ ids, kinds, radius }: Item): string {
  const counts = shares(kinds);
  const total = counts.reduce((a, b) => a + b, 0) || 1;
  const middle = radius - BAND / 2 - 0.5;
  const around = 2 * Math.PI * middle;
  let from = 0;
  const arcs = counts.map((count, i) => {
    const length = (count / total) * around;
    const gap = counts.length > 1 ? GAP : 0;
    const arc =
      `<circle r="${n(middle)}" fill="none" stroke="${variable('mark')}" stroke-opacity="${GREYS[i]}" stroke-width="${BAND}"` +
      ` stroke-dasharray="${n(Math.max(0.5, length - gap))} ${n(around)}" stroke-dashoffset="${n(-from)}" transform="rotate(-90)"/>`;
    from += length;
    return arc;
  });
  const size = ids.length < 100 ? 13 : ids.length < 1000 ? 12 : 11;
  return (
    `<circle r="${n(radius + 1)}" fill="${variable('mark-paper')}"/>${arcs.join('')}` +
    `<text y="${n(size * 0.36)}" font-size="${size}" text-anchor="middle" fill="${variable('mark')}">${ids.length}</text>`
  );
}

/** A dashed ring of true metres, thin: "somewhere around here". */
function ring({ radius, mark }: Item): string {
  const dash = mark?.evidence === 'claimed' ? '1.5 3.5' : '4 3.5';
  return (
    `<circle class="halo-line" r="${n(radius)}" fill="none" stroke="${variable('front')}" stroke-opacity=".7" stroke-dasharray="${dash}"/>` +
    `<circle class="target" r="${n(radius)}" fill="none" stroke="none" stroke-width="12" pointer-events="stroke"/>`
  );
}

/** The halo of a mark that is not exact: a dotted circle of true metres. */
export const haloSvg = (radius: number): string =>
  `<circle r="${n(radius)}" fill="${variable('ink')}" fill-opacity=".05" stroke="${variable('ink')}" ` +
  'stroke-opacity=".75" stroke-width="1.1" stroke-dasharray=".1 3.2" stroke-linecap="round"/>';

/** What is drawn of an item around (0, 0), with what a pointer can meet. */
export function shapeOf(item: Item, coarse: boolean): string {
  if (item.shape === 'ring') return ring(item);
  const reach = Math.max((coarse ? TARGET.most : TARGET.least) / 2, item.radius + 2);
  const target = `<circle class="target" r="${n(reach)}" fill="none" pointer-events="all"/>`;
  if (item.shape === 'cluster') return target + cluster(item);
  const { mark } = item;
  if (!mark) return target;
  const { evidence, disputed, heading, by } = mark;
  return target + markSvg(mark.kind, { evidence, disputed, heading, by });
}

/** Rings around what is chosen or has the focus. */
export const chosenRing = (item: Item): string =>
  `<circle class="chosen-ring" r="${n(item.shape === 'ring' ? item.radius : item.radius + 5)}" fill="none" stroke="${variable('accent')}" stroke-width="2"/>`;
export const focusRing = (item: Item): string => {
  const r = item.shape === 'ring' ? item.radius + 4 : item.radius + 8.5;
  return (
    `<circle r="${n(r)}" fill="none" stroke="${variable('mark-paper')}" stroke-width="4.5"/>` +
    `<circle r="${n(r)}" fill="none" stroke="${variable('ink')}" stroke-width="2"/>`
  );
};

/** A chosen point of ground: a small target. */
export const pointSvg =
  `<circle r="9" fill="none" stroke="${variable('mark-paper')}" stroke-width="5"/>` +
  `<circle r="9" fill="none" stroke="${variable('accent')}" stroke-width="2"/>` +
  `<circle r="2.2" fill="${variable('accent')}" stroke="${variable('mark-paper')}" stroke-width="1.5" paint-order="stroke"/>`;
