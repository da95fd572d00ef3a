import { difference, intersection, union, unionAll } from '#lib/domain/control/clip.ts';
import type { Ring, Rings } from '#lib/domain/geometry/rings.ts';
import { ringArea, type Position } from '#lib/domain/geometry/sphere.ts';
import { riverSites } from './dnipro.ts';
import { carry, FAR, fieldOf, groundOf, windowAround, within, type Site } from './ground.ts';
import { toDegrees, toPlane } from './plane.ts';
import type { Anchor, Settlement } from './table.ts';

export interface Inputs {
  readonly settlements: readonly Settlement[];
  readonly anchors: readonly Anchor[];
  /** The Dnipro's course, downstream. */
  readonly dnipro: readonly Position[];
  /** Land of either state within recognised borders. */
  readonly land: { readonly UA: Rings; readonly RU: Rings };
  /** The Autonomous Republic of Crimea and Sevastopol, each with its own rings. */
  readonly crimea: readonly Rings[];
}

/** Ground smaller than this is an accident of cutting, in km². */
const CRUMB_OPENING = 5;
const CRUMB_CHANGE = 0.5;
/** Kilometres to look beyond all sites, and around one that changes. */
const MARGIN = 60;
const MARGIN_CHANGE = FAR + 4;
/** Corners of a round patch. */
const CORNERS = 32;

const swept = (rings: Rings, least: number): Ring[] =>
  rings.filter((ring) => Math.abs(ringArea(ring)) / 1e6 >= least);

export const anchorSites = (
  anchors: readonly Anchor[],
  country: 'UA' | 'RU',
  side: 'russia' | 'ukraine',
): Site[] =>
  anchors
    .filter((anchor) => anchor.country === country)
    .map((anchor) => ({ at: toPlane(anchor.point), held: anchor.side === side }));

/** The state of 1 September and, row by row in order of days, the ground that the row alone moves. */
export function history(
  rows: readonly Settlement[],
  side: 'russia' | 'ukraine',
  fixed: readonly Site[],
  trim: (rings: Rings) => Ring[],
) {
  const now = new Map(rows.map((row) => [row.id, { at: toPlane(row.point), held: row.side === side }]));
  const sites = () => [...now.values(), ...fixed];
  const theatre = fieldOf(sites(), windowAround(sites(), MARGIN));
  const opening = swept(trim(groundOf(theatre)), CRUMB_OPENING);
  let painted = opening;
  const changes = rows
    .flatMap((row) => row.changes.map((change) => ({ row, change })))
    .sort((a, b) => (a.change.day < b.change.day ? -1 : a.change.day > b.change.day ? 1 : 0));
  const steps = changes.map(({ row, change }) => {
    const at = toPlane(row.point);
    const window = windowAround([{ at }], MARGIN_CHANGE);
    const before = fieldOf(sites(), window);
    now.set(row.id, { at, held: change.to === side });
    carry(theatre, before, fieldOf(sites(), window), at);
    const then = groundOf(within(theatre, window));
    // Against what is painted so far, so that a scrap left out earlier goes with the next patch beside it.
    const gains = change.to === side;
    const [more, less] = gains ? [then, painted] : [painted, then];
    const turned = difference(intersection(more, [around(row.point, FAR)]), less);
    const patch = swept(trim(turned), CRUMB_CHANGE);
    painted = gains ? union(painted, patch) : difference(painted, patch);
    return { row, change, ground: patch };
  });
  return { opening, steps };
}

/** Crimea and Sevastopol, and the part of Donetsk and Luhansk oblasts held before 24 February 2022. */
export function groundBefore2022({ settlements, anchors, dnipro, land, crimea }: Inputs): Ring[] {
  const rows = settlements.filter((row) => row.country === 'UA');
  const inDonbas = (row: Settlement) => row.pre2022 && /^(Donetsk|Luhansk) /.test(row.oblast);
  const sites = [
    ...rows.map((row) => ({ at: toPlane(row.point), held: inDonbas(row) })),
    ...[...riverSites(dnipro), ...anchorSites(anchors, 'UA', 'russia')].map((site) => ({
      ...site,
      held: false,
    })),
  ];
  const donbas = groundOf(fieldOf(sites, windowAround(sites, MARGIN)));
  return swept(union(intersection(donbas, land.UA), intersection(unionAll(crimea), land.UA)), CRUMB_OPENING);
}

/** A round patch of a radius in kilometres around a settlement. */
export function around(point: Position, radius: number): Ring {
  const [x, y] = toPlane(point);
  const ring = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return toDegrees([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
  });
  return [...ring, ring[0] as Position];
}
