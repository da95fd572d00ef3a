import { boxOfFrame, type Frame } from '#lib/look/mercator.ts';
import { basemap, landOf, type Border } from './basemap.ts';
import { fill, stroke, type Drawn, type Ink } from './ink.ts';

/** Pixels by which drawn base lines may leave the true ones: they are the quietest thing on the map. */
const EASE = { land: 0.7, border: 1.3, river: 1, lake: 1.1 } as const;
/** Where two lands meet each has its own edge: farther apart than so, one would see through between them. */
const MOST_LAND = 1.4;
/** Lakes smaller than so many square pixels only speckle the map. */
const LEAST_LAKE = 24;

/** Whether the detailed base map covers the whole picture; beyond it there is only the coarse world. */
function isNear(frame: Frame): boolean {
  const [w, s, e, n] = boxOfFrame(frame);
  const [dw, ds, de, dn] = basemap().detail;
  return w >= dw && s >= ds && e <= de && n <= dn;
}

/** Sea, and the land of Ukraine and of others; the land of both sides also as a clip for ground. */
export function landLayer({ pen, paint, prefix, ease = 1 }: Ink): Drawn {
  const land = Math.min(MOST_LAND, EASE.land * ease);
  const { frame } = pen;
  const map = basemap();
  const near = isNear(frame);
  const all = near ? map.countries : map.world;
  const others = all.filter((c) => c.iso !== 'UA' && c.iso !== 'RU').flatMap((c) => c.rings);
  const of = (iso: 'UA' | 'RU'): string =>
    pen.area(near ? landOf(iso) : (all.find((c) => c.iso === iso)?.rings ?? []), land);
  const clip = (key: string, d: string): string =>
    `<path id="${prefix}${key}" d="${d}"/>` +
    `<clipPath id="${prefix}c${key}"><use href="#${prefix}${key}" clip-rule="evenodd"/></clipPath>`;
  // Near, the stroke of the land is its coast; where two states meet, their border is drawn over it.
  const edge = near
    ? `stroke="${paint('coast')}" stroke-width="1.2"`
    : `stroke="${paint('border')}" stroke-width=".7"`;
  const [ukraine, russia] = [of('UA'), of('RU')];
  return {
    defs: clip('u', ukraine) + clip('r', russia),
    body:
      `<path d="M0 0H${frame.width}V${frame.height}H0z" fill="${paint('water')}"/>` +
      `<g fill-rule="evenodd" stroke-linejoin="round" ${edge}>` +
      `<g fill="${paint('abroad')}">` +
      (others.length > 0 ? `<path d="${pen.area(others, land)}"/>` : '') +
      `<use href="#${prefix}r"/></g><use href="#${prefix}u" fill="${paint('land')}"/></g>`,
  };
}

/** Rivers, lakes and borders, over the ground. */
export function linesLayer({ pen, paint, ease = 1 }: Ink): string {
  if (!isNear(pen.frame)) return '';
  const map = basemap();
  const { zoom } = pen.frame.camera;
  const least = zoom < 6.2 ? 2 : zoom < 7.2 ? 3 : 4;
  const grow = Math.max(0.6, Math.min(1.5, (zoom - 4) / 2.6));
  const rivers = [1, 2, 3, 4]
    .filter((rank) => rank <= least)
    .map((rank) => {
      const lines = map.water.filter((w) => w.rank === rank && w.kind === 'river').flatMap((w) => w.lines);
      const width = Math.round(grow * ([0, 2.2, 1.4, 1, 0.8][rank] ?? 1) * 10) / 10;
      return stroke(pen.lines(lines, EASE.river * ease), paint('river'), width, ' stroke-linecap="round"');
    });
  const border = (kind: Border['kind']): string =>
    pen.lines(
      map.borders.filter((b) => b.kind === kind).flatMap((b) => b.lines),
      EASE.border * ease,
    );
  const lakes = map.water.flatMap((w) => w.rings);
  return (
    `<g opacity=".85">${rivers.join('')}</g>` +
    fill(pen.area(lakes, EASE.lake * ease, LEAST_LAKE * ease), paint('lake')) +
    stroke(border('oblast'), paint('border'), 0.8, ' stroke-opacity=".65"') +
    stroke(border('state'), paint('state'), 1.3, ' stroke-opacity=".8"')
  );
}
