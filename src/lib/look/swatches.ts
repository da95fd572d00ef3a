import { EVENT_KINDS, type EventKind } from '../domain/events/terms.ts';
import { hatchEdge, hatchShapes, type Hatch } from './hatches.ts';
import type { LegendKey } from './legend-keys.ts';
import { markSvg } from './marks.ts';
import { variable, type Paint } from './palette.ts';

export const SWATCH = { width: 28, height: 16 } as const;
const { width: W, height: H } = SWATCH;

const box = (fill: string): string => `<path d="M0 0H${W}V${H}H0Z" fill="${fill}"/>`;
const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${more}/>`;

/** Held ground with its front edge at the left. */
const edged = (fill: string, edge: string): string => box(fill) + stroke(`M1 0V${H}`, edge, 2);
const hatched = (hatch: Hatch, paint: Paint): string =>
  hatchShapes(hatch, W, H, paint) +
  `<path d="M.8.8H${W - 0.8}V${H - 0.8}H.8Z" fill="none" ${hatchEdge(hatch, paint)}/>`;
const mark = (
  kind: EventKind,
  paint: Paint,
  more: { evidence?: 'claimed'; disputed?: boolean } = {},
): string => `<g transform="translate(${W / 2} ${H / 2})">${markSvg(kind, { ...more, size: 15, paint })}</g>`;
const line = (colour: string, paint: Paint, width = 2): string =>
  stroke('M0 10C7 3 12 12 17 8S25 6 28 6', paint('casing'), width + 3) +
  stroke('M0 10C7 3 12 12 17 8S25 6 28 6', colour, width);

const shapes: Readonly<Record<Exclude<LegendKey, EventKind>, (paint: Paint) => string>> = {
  held: (p) => edged(p('held'), p('front')),
  pre2022: (p) => box(p('pre2022')),
  fresh: (p) => edged(p('fresh'), p('front')),
  'ua-held': (p) => edged(p('ua-held'), p('ua-edge')),
  'ua-fresh': (p) => edged(p('ua-fresh'), p('ua-edge')),
  contested: (p) => hatched('contested', p),
  claimed: (p) => hatched('claimed', p),
  infiltration: (p) => hatched('infiltration', p),
  front: (p) => line(p('front'), p),
  unsourced: (p) => line(p('unsourced'), p),
  'ua-unsourced': (p) => line(p('ua-unsourced'), p),
  band: (p) =>
    `<path d="M0 0H${W}V${H}H0Z" fill="${p('land')}"/>` +
    [0, 1, 2, 3, 4, 5]
      .map(
        (i) => `<path d="M${4 + i * 4} 0H${W}V${H}H${4 + i * 4}Z" fill="${p('front')}" fill-opacity=".09"/>`,
      )
      .join(''),
  start: (p) =>
    stroke(`M0 ${H / 2}H${W}`, p('ink'), 1.6, ' stroke-dasharray=".1 3.4" stroke-linecap="round"'),
  halo: (p) =>
    `<circle cx="14" cy="8" r="7.2" fill="${p('ink')}" fill-opacity=".05" stroke="${p('ink')}" stroke-width="1" stroke-dasharray=".1 2.8" stroke-linecap="round"/>` +
    `<circle cx="14" cy="8" r="1.6" fill="${p('ink')}"/>`,
  'claimed-mark': (p) => mark('strike', p, { evidence: 'claimed' }),
  'disputed-mark': (p) => mark('incident', p, { disputed: true }),
};

/** Whether a legend entry is a kind of event. */
const isKind = (key: LegendKey): key is EventKind => (EVENT_KINDS as readonly string[]).includes(key);

/**
 * The swatch of a legend entry as an `<svg>` of 28 × 16 pixels, drawn by the code that draws the map. It is decoration
 * beside its words, so it is hidden from assistive technology.
 *
 * @param place where the swatch stands inside another drawing, in pixels
 */
export function swatchSvg(key: LegendKey, paint: Paint = variable, place?: { x: number; y: number }): string {
  const inside = isKind(key) ? (key === 'advance' ? ring(paint) : mark(key, paint)) : shapes[key](paint);
  const at = place
    ? ` x="${place.x}" y="${place.y}"`
    : ' class="swatch" aria-hidden="true" focusable="false"';
  return `<svg${at} width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${inside}</svg>`;
}

const ring = (paint: Paint): string =>
  `<circle cx="14" cy="8" r="7" fill="none" stroke="${paint('front')}" stroke-width="1.1" stroke-dasharray="3 2.4"/>`;
