import { edgesInView } from './edges.ts';
import { STAGES, type Fill, type Plan, type Shade, type Stage, type Stroke } from './plan.ts';
import { BESIDE_PX, coarse, grownBy, type Box, type Numbers, type Path, type Plane } from './plane.ts';
import { piecesInView } from './strokes.ts';

/** Pixels of a piece of a shade at least, and share of its width: it is so soft that shorter bends in it are not seen. */
const SHADE_PIECE = { px: 3, share: 0.125 } as const;

/** So many stripes or pieces, from a number among those that the graphics card was handed. */
export interface Range {
  readonly from: number;
  readonly count: number;
}
/** Ground: its stripes, those of them that lie below edges, and what lies over all of them. */
export interface Edges {
  readonly stripes: Range;
  readonly rims: Range;
  readonly over: Range;
  readonly boxes: readonly Box[];
}
export interface Pieces extends Range {
  readonly box: Box;
}
export interface Spans {
  readonly fills: readonly ({ readonly draw: Fill } & Edges)[];
  /** Without masks a shade lies on both sides of its lines. */
  readonly shades: readonly ({
    readonly draw: Shade;
    readonly masks: readonly Edges[] | undefined;
  } & Pieces)[];
  readonly lines: readonly ({ readonly draw: Stroke } & Pieces)[];
  /** Where the stage has anything. */
  readonly over: Range;
}

/**
 * What of a plan is in view, stage by stage, as numbers for the graphics card.
 *
 * @param boxes what of the view is drawn
 */
export function spansOf(
  plan: Plan,
  view: Plane,
  boxes: readonly Box[],
  numbers: Numbers,
): Readonly<Record<Stage, Spans>> {
  const rangeOf = (all: readonly Box[]): Range => {
    const from = numbers.length;
    for (const { west, north, east, south } of all) numbers.put(west, north, east, north, south);
    return { from, count: all.length };
  };
  const parts = boxes.map((box) => grownBy(box, BESIDE_PX));
  const widest = Math.max(0, ...STAGES.flatMap((stage) => plan[stage].lines.map((line) => line.width)));
  // Casing and line of a front share their pieces; ground and what shades within it share their edges.
  const [allEdges, allPieces] = [new Map<Path, Edges>(), new Map<Path, Pieces>()];
  const edgesOf = (path: Path): Edges => {
    const known = allEdges.get(path);
    if (known) return known;
    const from = numbers.length;
    const { edges, count, boxes } = edgesInView(coarse(path, view.grain), view, numbers, parts);
    const rims = { from, count: edges };
    const has = { stripes: { from, count }, rims, over: rangeOf(boxes), boxes };
    allEdges.set(path, has);
    return has;
  };
  /** Lines that reach so far: some of what is seen of them lies elsewhere. */
  const piecesOf = (path: Path, reach: number, least?: number): Pieces => {
    const from = numbers.length;
    const near = parts.map((part) => grownBy(part, reach));
    return { from, ...piecesInView(coarse(path, view.grain), view, numbers, near, least) };
  };
  const sharedPiecesOf = (path: Path): Pieces => {
    const has = allPieces.get(path) ?? piecesOf(path, widest / 2);
    allPieces.set(path, has);
    return has;
  };
  const ofStage = (stage: Stage): Spans => {
    const fills = plan[stage].fills
      .map((draw) => ({ draw, ...edgesOf(draw.path) }))
      .filter((f) => f.stripes.count > 0);
    const shades = (plan[stage].shades ?? [])
      .map((draw) => {
        const least = Math.max(SHADE_PIECE.px, draw.reach * SHADE_PIECE.share);
        const pieces = piecesOf(draw.path, draw.reach, least);
        // Ground counts only where the shade reaches, which is far less than all of it.
        const beside = grownBy(pieces.box, draw.reach);
        const masks = draw.within
          ?.map(edgesOf)
          .map((edges) => ({ ...edges, over: rangeOf(edges.boxes.flatMap(within(beside))) }))
          .filter((mask) => mask.over.count > 0);
        return { draw, masks, ...pieces };
      })
      .filter((s) => s.count > 0);
    const lines = plan[stage].lines
      .map((draw) => ({ draw, ...sharedPiecesOf(draw.path) }))
      .filter((l) => l.count > 0);
    const hull = around([
      ...fills.flatMap((f) => f.boxes.map((box) => grownBy(box, 1))),
      ...shades.map((s) => grownBy(s.box, s.draw.reach + 1)),
      ...lines.map((l) => grownBy(l.box, l.draw.width / 2 + 1)),
    ]);
    return { fills, shades, lines, over: rangeOf(parts.flatMap(within(hull))) };
  };
  return Object.fromEntries(STAGES.map((stage) => [stage, ofStage(stage)])) as unknown as Record<
    Stage,
    Spans
  >;
}

/** What of a box lies within another, if anything does. */
const within =
  (other: Box) =>
  (box: Box): Box[] => {
    const west = Math.max(box.west, other.west);
    const north = Math.max(box.north, other.north);
    const east = Math.min(box.east, other.east);
    const south = Math.min(box.south, other.south);
    return west < east && north < south ? [{ west, north, east, south }] : [];
  };
const around = (boxes: readonly Box[]): Box => ({
  west: Math.min(...boxes.map((b) => b.west)),
  north: Math.min(...boxes.map((b) => b.north)),
  east: Math.max(...boxes.map((b) => b.east)),
  south: Math.max(...boxes.map((b) => b.south)),
});
