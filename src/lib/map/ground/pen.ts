import type { Fill, Ink, Plan, Shade, Stage, Stroke } from './plan.ts';
import { STAGES } from './plan.ts';
import { EDGE, edgesInView, type EdgesInView } from './edges.ts';
import { Numbers, type Path, type Plane } from './plane.ts';
import {
  FILL_FRAGMENT,
  FILL_VERTEX,
  SHADE_FRAGMENT,
  SHEET_FRAGMENT,
  STROKE_FRAGMENT,
  STROKE_VERTEX,
} from './shaders.ts';
import { PIECE, piecesInView, type PiecesInView } from './strokes.ts';

/** Pixels between the lines of a pattern. */
const GAP = 6;
const PATTERNS = { rising: 1, falling: 2, dots: 3 } as const;
const BYTES = 4;

/** Drawings, with where their numbers lie among those that the graphics card was handed. */
type Edges = EdgesInView & { readonly from: number };
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
  const buffer = gl.createBuffer();
  const array = gl.createVertexArray();
  const numbers = new Numbers();
  const stencil = gl.createRenderbuffer();
  const aside = new Map<Stage, Sheet>();
  const painted = new Set<Stage>();
  let sized = '';
  let spans: Readonly<Record<Stage, Spans>> | undefined;
  let plane: Plane | undefined;

  /** An attribute that is another for each edge or piece. */
  const each = (at: number, size: number, stride: number, offset: number): void => {
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, gl.FLOAT, false, stride * BYTES, offset * BYTES);
    gl.vertexAttribDivisor(at, 1);
  };
  const none = (): void => {
    for (let at = 0; at < 4; at += 1) gl.disableVertexAttribArray(at);
  };
  const stripes = (count: number): void => gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
  const colour = (place: WebGLUniformLocation | null, value: Ink): void => gl.uniform4fv(place, value);

  /** Turn a bit of the stencil wherever ground lies: every edge turns what is below it. */
  const turn = ({ from, count }: Edges, view: Plane, place: Place): void => {
    const u = fills.uniforms;
    gl.useProgram(fills.program);
    gl.uniformMatrix4fv(u('u_matrix'), false, place.matrix);
    each(fills.at('a_edge'), 4, EDGE, from);
    gl.uniform1f(u('u_base'), view.south);
    gl.uniform1i(u('u_pattern'), 0);
    gl.colorMask(false, false, false, false);
    gl.enable(gl.STENCIL_TEST);
    gl.stencilMask(1);
    gl.stencilFunc(gl.ALWAYS, 0, 1);
    gl.stencilOp(gl.INVERT, gl.INVERT, gl.INVERT);
    stripes(count);
    none();
  };
  /** One stripe over all that edges bound. */
  const cover = (of: Program, { west, north, east }: Omit<Edges, 'from' | 'count'>): void => {
    none();
    gl.vertexAttrib4f(of.at('a_edge'), west, north, east, north);
    stripes(1);
  };

  const fill = ({ draw, ...edges }: Spans['fills'][number], view: Plane, place: Place): void => {
    const { ink, pattern, soft } = draw;
    const u = fills.uniforms;
    turn(edges, view, place);
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
    const { from, count } = edges;
    const s = strokes.uniforms;
    gl.useProgram(strokes.program);
    gl.uniformMatrix4fv(s('u_matrix'), false, place.matrix);
    each(strokes.at('a_from'), 2, EDGE, from);
    each(strokes.at('a_to'), 2, EDGE, from + 2);
    gl.vertexAttrib1f(strokes.at('a_along'), 0);
    gl.uniform1f(s('u_half'), 0);
    gl.uniform1f(s('u_ratio'), place.ratio);
    gl.uniform2f(s('u_dash'), 0, 0);
    colour(s('u_colour'), ink);
    stripes(count);
    none();
  };

  /** Pieces of lines, by one of the programs that draw such. */
  const along = (by: Program, { from, count }: Pieces, half: number, ink: Ink, place: Place): void => {
    const u = by.uniforms;
    gl.useProgram(by.program);
    gl.uniformMatrix4fv(u('u_matrix'), false, place.matrix);
    each(by.at('a_from'), 2, PIECE, from);
    each(by.at('a_to'), 2, PIECE, from + 2);
    if (by.at('a_along') >= 0) each(by.at('a_along'), 1, PIECE, from + 4);
    gl.uniform1f(u('u_half'), half);
    gl.uniform1f(u('u_ratio'), place.ratio);
    colour(u('u_colour'), ink);
    stripes(count);
    none();
  };

  const stroke = ({ draw, ...pieces }: Spans['lines'][number], place: Place): void => {
    const [period, length] = draw.dash ?? [0, 0];
    gl.useProgram(strokes.program);
    gl.uniform2f(strokes.uniforms('u_dash'), period * place.grown, length * place.grown);
    along(strokes, pieces, draw.width / 2, draw.ink, place);
  };

  /** Where strips of a shade lie over each other the stronger stays, so that bends and short pieces do not darken. */
  const shade = ({ draw, masks, ...pieces }: Spans['shades'][number], view: Plane, place: Place): void => {
    gl.clear(gl.STENCIL_BUFFER_BIT);
    for (const mask of masks) {
      turn(mask, view, place);
      // Into the second bit, so that grounds which lie over each other do not cancel.
      gl.stencilMask(3);
      gl.stencilFunc(gl.EQUAL, 3, 1);
      gl.stencilOp(gl.KEEP, gl.REPLACE, gl.REPLACE);
      cover(fills, mask);
      gl.stencilMask(1);
      gl.stencilFunc(gl.ALWAYS, 0, 1);
      gl.stencilOp(gl.ZERO, gl.ZERO, gl.ZERO);
      cover(fills, mask);
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
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.colorMask(true, true, true, true);
  };
  const end = (): void => {
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  };
  /** The sheet of a stage, laid over the map where it has anything. */
  const lay = (stage: Stage, { fills: areas, shades: beside }: Spans, view: Plane, place: Place): void => {
    const u = sheets.uniforms;
    gl.useProgram(sheets.program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, aside.get(stage)?.texture ?? null);
    gl.uniform1i(u('u_sheet'), 0);
    gl.uniformMatrix4fv(u('u_matrix'), false, place.matrix);
    const reach = Math.max(1, ...beside.map((b) => b.draw.reach));
    const all = [...areas, ...beside];
    gl.uniform1f(
      u('u_base'),
      areas.length > 0 ? view.south : Math.max(...beside.map((b) => b.south)) + reach,
    );
    cover(sheets, {
      west: Math.min(...all.map((f) => f.west)) - reach,
      north: Math.min(...all.map((f) => f.north)) - reach,
      east: Math.max(...all.map((f) => f.east)) + reach,
    });
  };

  return {
    load(plan, view) {
      plane = view;
      numbers.length = 0;
      painted.clear();
      // Casing, line and shade of a front share their pieces; ground and what shades within it share their edges.
      const [allEdges, allPieces] = [new Map<Path, Edges>(), new Map<Path, Pieces>()];
      const edgesOf = (path: Path): Edges => {
        const has = allEdges.get(path) ?? { from: numbers.length, ...edgesInView(path, view, numbers) };
        allEdges.set(path, has);
        return has;
      };
      const piecesOf = (path: Path): Pieces => {
        const has = allPieces.get(path) ?? { from: numbers.length, ...piecesInView(path, view, numbers) };
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
            ...piecesOf(draw.path),
          }))
          .filter(isSeen),
        lines: plan[stage].lines.map((draw) => ({ draw, ...piecesOf(draw.path) })).filter(isSeen),
      });
      spans = Object.fromEntries(STAGES.map((stage) => [stage, spansOf(stage)])) as unknown as typeof spans;
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, numbers.array.subarray(0, numbers.length), gl.DYNAMIC_DRAW);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
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
      gl.disable(gl.SCISSOR_TEST);
      gl.stencilMask(255);
      gl.clearStencil(0);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
      const place = { ...look, matrix: matrixOf(look.matrix, plane) };
      for (const span of all.fills) fill(span, plane, place);
      for (const span of all.shades) shade(span, plane, place);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      end();
    },
    draw(stage, look) {
      const all = spans?.[stage];
      if (!all || all.fills.length + all.shades.length + all.lines.length === 0 || !plane) return;
      const place = { ...look, matrix: matrixOf(look.matrix, plane) };
      begin();
      if (all.fills.length + all.shades.length > 0) lay(stage, all, plane, place);
      for (const span of all.lines) stroke(span, place);
      end();
    },
    remove() {
      drop();
      gl.deleteRenderbuffer(stencil);
      gl.deleteBuffer(buffer);
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

interface Program {
  readonly program: WebGLProgram;
  uniforms(name: string): WebGLUniformLocation | null;
  at(name: string): number;
}

function programOf(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('no graphics');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`the graphics card takes no program: ${gl.getProgramInfoLog(program) ?? ''}`);
  const places = new Map<string, WebGLUniformLocation | null>();
  const slots = new Map<string, number>();
  return {
    program,
    uniforms(name) {
      const known = places.get(name);
      if (known !== undefined) return known;
      const place = gl.getUniformLocation(program, name);
      places.set(name, place);
      return place;
    },
    at(name) {
      const known = slots.get(name) ?? gl.getAttribLocation(program, name);
      slots.set(name, known);
      return known;
    },
  };
}
