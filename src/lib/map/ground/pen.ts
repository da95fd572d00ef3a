import type { Fill, Ink, Plan, Shade, Stage, Stroke } from './plan.ts';
import { STAGES } from './plan.ts';
import { edgesInView, type EdgesInView } from './edges.ts';
import { coarse, Numbers, type Path, type Plane } from './plane.ts';
import { programOf, type Program } from './program.ts';
import {
  FILL_FRAGMENT,
  FILL_VERTEX,
  ROW,
  SHADE_FRAGMENT,
  SHEET_FRAGMENT,
  STROKE_FRAGMENT,
  STROKE_VERTEX,
} from './shaders.ts';
import type { Cut } from './still.ts';
import { piecesInView, type PiecesInView } from './strokes.ts';

/** Pixels between the lines of a pattern. */
const GAP = 6;
const PATTERNS = { rising: 1, falling: 2, dots: 3 } as const;
/** Pixels of a piece of a shade at least: it is so wide and so soft that shorter bends in it are not seen. */
const SHADE_PIECE = 3;

/** Drawings, with where their numbers lie among those that the graphics card was handed. */
type Edges = EdgesInView & { readonly from: number };
type Box = Pick<EdgesInView, 'west' | 'north' | 'east' | 'south'>;
type Pieces = PiecesInView & { readonly from: number };
interface Spans {
  readonly fills: readonly ({ readonly draw: Fill } & Edges)[];
  readonly shades: readonly ({ readonly draw: Shade; readonly masks: readonly Edges[] } & Pieces)[];
  readonly lines: readonly ({ readonly draw: Stroke } & Pieces)[];
}

/** From the unit square of Mercator to the screen, and how large things are there. */
export interface Look {
  readonly matrix: ArrayLike<number>;
  /** How many times larger than at rest patterns are, while the map is zoomed. */
  readonly grown: number;
  /** Pixels of the screen to one of the plane. */
  readonly ratio: number;
  /** Pixels of the screen. */
  readonly width: number;
  readonly height: number;
  /** The part of the screen that is drawn; all of it where none is given. */
  readonly cut?: Cut | undefined;
}

/** Draws ground and front into a graphics context, without anybody's help. */
export interface Pen {
  /** Hand the card what a plan has in view. */
  load(plan: Plan, plane: Plane): void;
  /** Paint the fills of a stage aside: the stencil that even-odd filling takes is the map's own otherwise. */
  prepare(stage: Stage, look: Look): void;
  /** Draw a stage as it was prepared, and its lines. */
  draw(stage: Stage, look: Look): void;
  remove(): void;
}

/** What is painted aside: as large as the screen. */
interface Sheet {
  readonly texture: WebGLTexture;
  readonly target: WebGLFramebuffer;
}

/** @throws if the card takes no program */
export function createPen(gl: WebGL2RenderingContext): Pen {
  const fills = programOf(gl, FILL_VERTEX, FILL_FRAGMENT);
  const strokes = programOf(gl, STROKE_VERTEX, STROKE_FRAGMENT);
  const shades = programOf(gl, STROKE_VERTEX, SHADE_FRAGMENT);
  const sheets = programOf(gl, FILL_VERTEX, SHEET_FRAGMENT);
  const array = gl.createVertexArray();
  const numbers = new Numbers();
  let card: WebGLTexture | null = null;
  /** How many numbers the card has room for. */
  let room = 0;
  const stencil = gl.createRenderbuffer();
  const aside = new Map<Stage, Sheet>();
  const painted = new Set<Stage>();
  let sized = '';
  let spans: Readonly<Record<Stage, Spans>> | undefined;
  let plane: Plane | undefined;

  /** So many stripes or pieces, from a number on. */
  const each = (by: Program, { from, count }: { readonly from: number; readonly count: number }): void => {
    gl.uniform1i(by.uniforms('u_numbers'), 1);
    gl.uniform1i(by.uniforms('u_first'), from);
    gl.drawArrays(gl.TRIANGLES, 0, count * 6);
  };
  /** Let the card have all numbers. */
  const hand = (): void => {
    const rows = Math.ceil(numbers.length / ROW);
    if (rows === 0) return;
    const all = numbers.room(rows * ROW - numbers.length).subarray(0, rows * ROW);
    gl.activeTexture(gl.TEXTURE1);
    if (all.length > room) {
      gl.deleteTexture(card);
      card = gl.createTexture();
      room = 2 * all.length;
      gl.bindTexture(gl.TEXTURE_2D, card);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R32F, ROW, 2 * rows);
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    } else gl.bindTexture(gl.TEXTURE_2D, card);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, ROW, rows, gl.RED, gl.FLOAT, all);
  };
  const colour = (place: WebGLUniformLocation | null, value: Ink): void => gl.uniform4fv(place, value);

  /** Turn a bit of the stencil wherever ground lies: every stripe turns it. */
  const turn = (edges: Edges, place: Place): void => {
    const u = fills.uniforms;
    gl.useProgram(fills.program);
    gl.uniformMatrix4fv(u('u_matrix'), false, place.matrix);
    gl.uniform1i(u('u_pattern'), 0);
    gl.colorMask(false, false, false, false);
    gl.enable(gl.STENCIL_TEST);
    gl.stencilMask(1);
    gl.stencilFunc(gl.ALWAYS, 0, 1);
    gl.stencilOp(gl.INVERT, gl.INVERT, gl.INVERT);
    each(fills, edges);
  };
  /** One stripe over all that others fill. */
  const cover = (of: Program, { west, north, east, south }: Box): void => {
    gl.uniform4f(of.uniforms('u_box'), west, north, east, south);
    each(of, { from: -1, count: 1 });
  };

  const fill = ({ draw, ...edges }: Spans['fills'][number], view: Plane, place: Place): void => {
    const { ink, pattern, soft } = draw;
    const u = fills.uniforms;
    turn(edges, place);
    // What was turned an odd number of times is painted, and turned back.
    gl.colorMask(true, true, true, true);
    gl.stencilFunc(gl.EQUAL, 1, 1);
    gl.stencilOp(gl.ZERO, gl.ZERO, gl.ZERO);
    colour(u('u_colour'), ink);
    if (pattern) {
      const gap = GAP * place.grown;
      const [x, y] = [view.x * view.size, view.y * view.size];
      gl.uniform1i(u('u_pattern'), PATTERNS[pattern.of]);
      gl.uniform2f(u('u_origin'), ((x + y) * Math.SQRT1_2) % gap, ((x - y) * Math.SQRT1_2) % gap);
      gl.uniform1f(u('u_gap'), gap);
      gl.uniform1f(u('u_half'), pattern.half * place.grown);
      gl.uniform1f(u('u_ratio'), place.ratio);
      colour(u('u_tint'), pattern.tint);
    }
    cover(fills, edges);
    gl.disable(gl.STENCIL_TEST);
    if (!soft) return;
    // Half of a pixel beyond the edge fades out.
    const s = strokes.uniforms;
    gl.useProgram(strokes.program);
    gl.uniformMatrix4fv(s('u_matrix'), false, place.matrix);
    gl.uniform1f(s('u_half'), 0);
    gl.uniform1f(s('u_ratio'), place.ratio);
    gl.uniform2f(s('u_dash'), 0, 0);
    colour(s('u_colour'), ink);
    each(strokes, { from: edges.from, count: edges.edges });
  };

  /** Pieces of lines, by one of the programs that draw such. */
  const along = (by: Program, pieces: Pieces, half: number, ink: Ink, place: Place): void => {
    const u = by.uniforms;
    gl.useProgram(by.program);
    gl.uniformMatrix4fv(u('u_matrix'), false, place.matrix);
    gl.uniform1f(u('u_half'), half);
    gl.uniform1f(u('u_ratio'), place.ratio);
    colour(u('u_colour'), ink);
    each(by, pieces);
  };

  const stroke = ({ draw, ...pieces }: Spans['lines'][number], place: Place): void => {
    const [period, length] = draw.dash ?? [0, 0];
    gl.useProgram(strokes.program);
    gl.uniform2f(strokes.uniforms('u_dash'), period * place.grown, length * place.grown);
    along(strokes, pieces, draw.width / 2, draw.ink, place);
  };

  /** Where strips of a shade lie over each other the stronger stays, so that bends and short pieces do not darken. */
  const shade = ({ draw, masks, ...pieces }: Spans['shades'][number], place: Place): void => {
    gl.clear(gl.STENCIL_BUFFER_BIT);
    // Ground counts only where the shade reaches, which is far less than all of it.
    const beside = (of: Box): Box => ({
      west: Math.max(of.west, pieces.west - draw.reach),
      north: Math.max(of.north, pieces.north - draw.reach),
      east: Math.min(of.east, pieces.east + draw.reach),
      south: Math.min(of.south, pieces.south + draw.reach),
    });
    for (const mask of masks) {
      const box = beside(mask);
      if (box.west >= box.east || box.north >= box.south) continue;
      turn(mask, place);
      // Into the second bit, so that grounds which lie over each other do not cancel.
      gl.stencilMask(3);
      gl.stencilFunc(gl.EQUAL, 3, 1);
      gl.stencilOp(gl.KEEP, gl.REPLACE, gl.REPLACE);
      cover(fills, box);
      gl.stencilMask(1);
      gl.stencilFunc(gl.ALWAYS, 0, 1);
      gl.stencilOp(gl.ZERO, gl.ZERO, gl.ZERO);
      cover(fills, box);
    }
    gl.colorMask(true, true, true, true);
    gl.stencilFunc(gl.EQUAL, 2, 2);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP);
    gl.blendEquation(gl.MAX);
    along(shades, pieces, draw.reach, draw.ink, place);
    gl.blendEquation(gl.FUNC_ADD);
    gl.disable(gl.STENCIL_TEST);
    gl.stencilMask(255);
  };

  /** A sheet for a stage; all are let go when the screen has another size. */
  const sheetOf = (stage: Stage, { width, height }: Look): Sheet => {
    if (sized !== `${width} ${height}`) {
      sized = `${width} ${height}`;
      drop();
      gl.bindRenderbuffer(gl.RENDERBUFFER, stencil);
      gl.renderbufferStorage(gl.RENDERBUFFER, gl.STENCIL_INDEX8, width, height);
    }
    const known = aside.get(stage);
    if (known) return known;
    const sheet = { texture: gl.createTexture(), target: gl.createFramebuffer() };
    gl.bindTexture(gl.TEXTURE_2D, sheet.texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, sheet.target);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, sheet.texture, 0);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.STENCIL_ATTACHMENT, gl.RENDERBUFFER, stencil);
    aside.set(stage, sheet);
    return sheet;
  };
  const drop = (): void => {
    for (const { texture, target } of aside.values()) {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(target);
    }
    aside.clear();
    painted.clear();
  };
  const begin = (): void => {
    gl.bindVertexArray(array);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, card);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.colorMask(true, true, true, true);
  };
  const end = (): void => gl.bindVertexArray(null);
  /** The sheet of a stage, laid over the map where it has anything. */
  const lay = (stage: Stage, { fills: areas, shades: beside }: Spans, place: Place): void => {
    const u = sheets.uniforms;
    gl.useProgram(sheets.program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, aside.get(stage)?.texture ?? null);
    gl.uniform1i(u('u_sheet'), 0);
    gl.uniformMatrix4fv(u('u_matrix'), false, place.matrix);
    const reach = Math.max(1, ...beside.map((b) => b.draw.reach));
    const all = [...areas, ...beside];
    cover(sheets, {
      west: Math.min(...all.map((f) => f.west)) - reach,
      north: Math.min(...all.map((f) => f.north)) - reach,
      east: Math.max(...all.map((f) => f.east)) + reach,
      south: Math.max(...all.map((f) => f.south)) + reach,
    });
  };

  return {
    load(plan, view) {
      plane = view;
      numbers.length = 0;
      painted.clear();
      // Casing and line of a front share their pieces; ground and what shades within it share their edges.
      const [allEdges, allPieces] = [new Map<Path, Edges>(), new Map<Path, Pieces>()];
      const edgesOf = (path: Path): Edges => {
        const has = allEdges.get(path) ?? {
          from: numbers.length,
          ...edgesInView(coarse(path, view.grain), view, numbers),
        };
        allEdges.set(path, has);
        return has;
      };
      const piecesOf = (path: Path): Pieces => {
        const has = allPieces.get(path) ?? {
          from: numbers.length,
          ...piecesInView(coarse(path, view.grain), view, numbers),
        };
        allPieces.set(path, has);
        return has;
      };
      const isSeen = (span: { readonly count: number }): boolean => span.count > 0;
      const spansOf = (stage: Stage): Spans => ({
        fills: plan[stage].fills.map((draw) => ({ draw, ...edgesOf(draw.path) })).filter(isSeen),
        shades: (plan[stage].shades ?? [])
          .map((draw) => ({
            draw,
            masks: draw.within.map(edgesOf).filter(isSeen),
            from: numbers.length,
            ...piecesInView(coarse(draw.path, view.grain), view, numbers, SHADE_PIECE),
          }))
          .filter(isSeen),
        lines: plan[stage].lines.map((draw) => ({ draw, ...piecesOf(draw.path) })).filter(isSeen),
      });
      spans = Object.fromEntries(STAGES.map((stage) => [stage, spansOf(stage)])) as unknown as typeof spans;
      hand();
    },
    prepare(stage, look) {
      const all = spans?.[stage];
      if (!all || all.fills.length + all.shades.length === 0 || !plane) return;
      const { target } = sheetOf(stage, look);
      if (painted.has(stage)) return;
      painted.add(stage);
      begin();
      gl.bindFramebuffer(gl.FRAMEBUFFER, target);
      gl.viewport(0, 0, look.width, look.height);
      if (look.cut) {
        gl.enable(gl.SCISSOR_TEST);
        gl.scissor(...look.cut);
      } else gl.disable(gl.SCISSOR_TEST);
      gl.stencilMask(255);
      gl.clearStencil(0);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
      const place = { ...look, matrix: matrixOf(look.matrix, plane) };
      for (const span of all.fills) fill(span, plane, place);
      for (const span of all.shades) shade(span, place);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      end();
    },
    draw(stage, look) {
      const all = spans?.[stage];
      if (!all || all.fills.length + all.shades.length + all.lines.length === 0 || !plane) return;
      const place = { ...look, matrix: matrixOf(look.matrix, plane) };
      begin();
      if (all.fills.length + all.shades.length > 0) lay(stage, all, place);
      for (const span of all.lines) stroke(span, place);
      end();
    },
    remove() {
      drop();
      gl.deleteRenderbuffer(stencil);
      gl.deleteTexture(card);
      gl.deleteVertexArray(array);
      for (const { program } of [fills, strokes, shades, sheets]) gl.deleteProgram(program);
    },
  };
}

interface Place {
  readonly matrix: Float32Array;
  readonly grown: number;
  readonly ratio: number;
}

/** From pixels of the plane to the screen, multiplied in double precision. */
function matrixOf(m: ArrayLike<number>, { x, y, size }: Plane): Float32Array {
  const at = (i: number): number => m[i] as number;
  const result = new Float32Array(16);
  for (let row = 0; row < 4; row += 1) {
    result[row] = at(row) / size;
    result[4 + row] = at(4 + row) / size;
    result[8 + row] = at(8 + row);
    result[12 + row] = at(row) * x + at(4 + row) * y + at(12 + row);
  }
  return result;
}
