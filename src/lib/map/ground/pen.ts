import type { Ink, Plan, Stage, Stroke } from './plan.ts';
import { BESIDE_PX, Numbers, type Box, type Plane } from './plane.ts';
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
import { spansOf, type Edges, type Range, type Spans } from './spans.ts';
import type { Cut } from './still.ts';

/** Pixels between the lines of a pattern. */
const GAP = 6;
const PATTERNS = { rising: 1, falling: 2, dots: 3 } as const;

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
  /** The parts of the screen that are drawn; all of it where none are given. */
  readonly cuts?: readonly Cut[] | undefined;
}

/** Draws ground and front into a graphics context, without anybody's help. */
export interface Pen {
  /** Hand the card what a plan has in view, or in boxes of the view that are a few pixels apart. */
  load(plan: Plan, plane: Plane, boxes?: readonly Box[]): void;
  /** Paint a stage aside: the stencil that even-odd filling takes is the map's own otherwise. */
  prepare(stage: Stage, look: Look): void;
  /** Draw a stage as it was prepared. */
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

  /** Where each program has been told to draw. */
  const told = new Map<Program, Place>();
  const use = (by: Program, place: Place): void => {
    gl.useProgram(by.program);
    if (told.get(by) === place) return;
    told.set(by, place);
    gl.uniformMatrix4fv(by.uniforms('u_matrix'), false, place.matrix);
    gl.uniform1f(by.uniforms('u_ratio'), place.ratio);
    gl.uniform1i(by.uniforms('u_numbers'), 1);
  };
  /** So many stripes or pieces, from a number on. */
  const each = (by: Program, { from, count }: Range): void => {
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
  const turn = ({ stripes }: Edges, place: Place): void => {
    use(fills, place);
    gl.uniform1i(fills.uniforms('u_pattern'), 0);
    gl.colorMask(false, false, false, false);
    gl.enable(gl.STENCIL_TEST);
    gl.stencilMask(1);
    gl.stencilFunc(gl.ALWAYS, 0, 1);
    gl.stencilOp(gl.INVERT, gl.INVERT, gl.INVERT);
    each(fills, stripes);
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
      colour(u('u_tint'), pattern.tint);
    }
    each(fills, edges.over);
    gl.disable(gl.STENCIL_TEST);
    // Half of a pixel beyond the edge fades out.
    if (soft && edges.rims.count > 0) along(strokes, edges.rims, { half: 0, ink }, place);
  };

  /** Pieces of lines, by one of the programs that draw such. */
  const along = (
    by: Program,
    pieces: Range,
    { half, ink, dash }: { half: number; ink: Ink; dash?: Stroke['dash'] },
    place: Place,
  ): void => {
    const u = by.uniforms;
    use(by, place);
    gl.uniform1f(u('u_half'), half);
    colour(u('u_colour'), ink);
    if (by === strokes) {
      const [period, length] = dash ?? [0, 0];
      gl.uniform2f(u('u_dash'), period * place.grown, length * place.grown);
    }
    each(by, pieces);
  };

  /** Where strips of a shade lie over each other the stronger stays, so that bends and short pieces do not darken. */
  const shade = ({ draw, masks, ...pieces }: Spans['shades'][number], place: Place): void => {
    if (masks) within(masks, place);
    gl.blendEquation(gl.MAX);
    use(shades, place);
    gl.uniform1i(shades.uniforms('u_even'), Number(draw.even));
    along(shades, pieces, { half: draw.reach, ink: draw.ink }, place);
    gl.blendEquation(gl.FUNC_ADD);
    gl.disable(gl.STENCIL_TEST);
    gl.stencilMask(255);
  };

  /** Let only what lies in any of some grounds be drawn. */
  const within = (masks: readonly Edges[], place: Place): void => {
    gl.clear(gl.STENCIL_BUFFER_BIT);
    const [only] = masks;
    if (only && masks.length === 1) turn(only, place);
    else
      for (const mask of masks) {
        turn(mask, place);
        // Into the second bit, so that grounds which lie over each other do not cancel.
        gl.stencilMask(3);
        gl.stencilFunc(gl.EQUAL, 3, 1);
        gl.stencilOp(gl.KEEP, gl.REPLACE, gl.REPLACE);
        each(fills, mask.over);
        gl.stencilMask(1);
        gl.stencilFunc(gl.ALWAYS, 0, 1);
        gl.stencilOp(gl.ZERO, gl.ZERO, gl.ZERO);
        each(fills, mask.over);
      }
    gl.colorMask(true, true, true, true);
    const bit = masks.length === 1 ? 1 : 2;
    gl.stencilFunc(gl.EQUAL, bit, bit);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP);
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
  /** Do something within each part of the screen, or on all of it. */
  const inParts = (cuts: readonly Cut[] | undefined, run: () => void): void => {
    gl.disable(gl.SCISSOR_TEST);
    if (!cuts) return run();
    gl.enable(gl.SCISSOR_TEST);
    for (const cut of cuts) {
      gl.scissor(...cut);
      run();
    }
    gl.disable(gl.SCISSOR_TEST);
  };
  /** The sheet of a stage, laid over the map where it has anything. */
  const lay = (stage: Stage, { over }: Spans, place: Place): void => {
    use(sheets, place);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, aside.get(stage)?.texture ?? null);
    gl.uniform1i(sheets.uniforms('u_sheet'), 0);
    each(sheets, over);
  };
  const isEmpty = ({ over }: Spans): boolean => over.count === 0;
  let placed: Place | undefined;
  /** The same place as long as nothing about it is other, so that programs are told of it once. */
  const placeOf = ({ matrix, grown, ratio }: Look, view: Plane): Place => {
    const next = { matrix: matrixOf(matrix, view), grown, ratio };
    const isSame =
      placed?.grown === grown &&
      placed.ratio === ratio &&
      next.matrix.every((n, i) => n === placed?.matrix[i]);
    if (!isSame) placed = next;
    return placed as Place;
  };

  return {
    load(plan, view, boxes = [view]) {
      plane = view;
      numbers.length = 0;
      painted.clear();
      spans = spansOf(plan, view, boxes, numbers);
      hand();
    },
    prepare(stage, look) {
      const all = spans?.[stage];
      if (!all || isEmpty(all) || !plane) return;
      const { target } = sheetOf(stage, look);
      if (painted.has(stage)) return;
      painted.add(stage);
      begin();
      gl.bindFramebuffer(gl.FRAMEBUFFER, target);
      gl.viewport(0, 0, look.width, look.height);
      gl.stencilMask(255);
      gl.clearStencil(0);
      gl.clearColor(0, 0, 0, 0);
      inParts(
        look.cuts?.map((cut) => wider(cut, Math.ceil(BESIDE_PX * look.ratio) + 1)),
        () => gl.clear(gl.COLOR_BUFFER_BIT | gl.STENCIL_BUFFER_BIT),
      );
      const place = placeOf(look, plane);
      for (const span of all.fills) fill(span, plane, place);
      for (const span of all.shades) shade(span, place);
      for (const { draw, ...pieces } of all.lines)
        along(strokes, pieces, { half: draw.width / 2, ink: draw.ink, dash: draw.dash }, place);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      end();
    },
    draw(stage, look) {
      const all = spans?.[stage];
      if (!all || isEmpty(all) || !plane) return;
      const place = placeOf(look, plane);
      begin();
      if (look.cuts) inParts(look.cuts, () => lay(stage, all, place));
      else lay(stage, all, place);
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

const wider = ([x, y, width, height]: Cut, by: number): Cut => {
  const [x0, y0] = [Math.max(0, x - by), Math.max(0, y - by)];
  return [x0, y0, x + width + by - x0, y + height + by - y0];
};
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
