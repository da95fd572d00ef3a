import { distance } from '../../domain/geometry/sphere.ts';
import type { Position } from '../../domain/geometry/sphere.ts';

/** A line whose ends are farther apart was never meant to be closed, in metres and as a share of its length. */
const GAP_M = 100;
const GAP_SHARE = 0.02;

/** How far apart the ends of a line are, where it is no outline; 0 where it is one. */
export function gapOf(line: readonly Position[]): number {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return Infinity;
  const gap = distance(first, last);
  if (gap === 0) return 0;
  let length = 0;
  for (let i = 1; i < line.length; i += 1) length += distance(line[i - 1] as Position, line[i] as Position);
  return gap <= GAP_M && gap <= length * GAP_SHARE ? 0 : gap;
}

/** A geometry in which closed lines are the outlines of ground, and how far open the others are at most. */
export interface Outlined {
  readonly geometry: unknown;
  /** Metres; undefined where no line is open. */
  readonly gap: number | undefined;
}

const isLine = (value: unknown): value is Position[] =>
  Array.isArray(value) &&
  value.every((p) => Array.isArray(p) && typeof p[0] === 'number' && typeof p[1] === 'number');

/** Deeper than anybody nests by intent; what is deeper is refused by who reads it on. */
const DEEPEST = 20;

/** Take closed lines for the outlines of ground. What is no line stays as it is. */
export function withOutlines(geometry: unknown, depth = 0): Outlined {
  const { type, coordinates, geometries } = (geometry ?? {}) as Record<string, unknown>;
  const of = (lines: readonly unknown[]): Outlined => collected(lines.map(outlineOf));
  if (type === 'LineString') return outlineOf(coordinates);
  if (type === 'MultiLineString' && Array.isArray(coordinates)) return of(coordinates);
  if (type === 'GeometryCollection' && Array.isArray(geometries) && depth < DEEPEST)
    return collected(geometries.map((one) => withOutlines(one, depth + 1)));
  return { geometry, gap: undefined };
}

export function outlineOf(line: unknown): Outlined {
  const gap = isLine(line) ? gapOf(line) : undefined;
  return gap === 0
    ? { geometry: { type: 'Polygon', coordinates: [line] }, gap: undefined }
    : { geometry: { type: 'LineString', coordinates: line }, gap };
}

function collected(parts: readonly Outlined[]): Outlined {
  const gaps = parts.map((p) => p.gap).filter((gap) => gap !== undefined);
  return {
    geometry: { type: 'GeometryCollection', geometries: parts.map((p) => p.geometry) },
    gap: gaps.length > 0 ? Math.max(...gaps) : undefined,
  };
}
