import { programOf } from './program.ts';

/** A box of the screen in its pixels, from the lower left corner. */
export type Cut = readonly [x: number, y: number, width: number, height: number];

/**
 * What the map draws by itself, kept in parts as long as it stands still: what lies under the ground, and what lies over
 * each of its groups of stages. Another day is then drawn between the parts, and the map need not draw anything again.
 */
export interface Still {
  /** Keep what was drawn since the part before, and leave nothing of it on the canvas. */
  keep(part: number): void;
  /** Within parts of the screen leave the lowest part on the canvas only: what is drawn from here on lies over it. */
  begin(cuts: readonly Cut[]): void;
  /** Lay a part over what was drawn. */
  lay(part: number, cuts: readonly Cut[]): void;
  /** Whether there are parts, for a canvas of this size. */
  fits(): boolean;
  /** Let the parts go: they are as large as the screen. */
  drop(): void;
  remove(): void;
}

const VERTEX = `#version 300 es
void main() {
  vec2 at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0;
  gl_Position = vec4(at, 0.0, 1.0);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D u_part;
out vec4 colour;
void main() { colour = texelFetch(u_part, ivec2(gl_FragCoord.xy), 0); }`;

interface Sheet {
  readonly texture: WebGLTexture;
  readonly target: WebGLFramebuffer;
}

export function createStill(gl: WebGL2RenderingContext): Still {
  const { program, uniforms } = programOf(gl, VERTEX, FRAGMENT);
  const array = gl.createVertexArray();
  const parts: Sheet[] = [];
  let [width, height] = [0, 0];

  const sheet = (): Sheet => {
    const made = { texture: gl.createTexture(), target: gl.createFramebuffer() };
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, made.texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, made.target);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, made.texture, 0);
    return made;
  };
  const drop = (): void => {
    for (const { texture, target } of parts) {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(target);
    }
    parts.length = 0;
  };
  const fits = (): boolean =>
    parts.length > 0 && width === gl.drawingBufferWidth && height === gl.drawingBufferHeight;
  const copy = (from: WebGLFramebuffer | null, to: WebGLFramebuffer | null): void => {
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, to);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
  };

  const inEach = (cuts: readonly Cut[], run: () => void): void => {
    gl.enable(gl.SCISSOR_TEST);
    for (const cut of cuts) {
      gl.scissor(...cut);
      run();
    }
    gl.disable(gl.SCISSOR_TEST);
  };

  return {
    fits,
    keep(part) {
      if (!fits()) {
        drop();
        [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
      }
      const kept = (parts[part] ??= sheet());
      gl.disable(gl.SCISSOR_TEST);
      copy(null, kept.target);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.colorMask(true, true, true, true);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
    },
    begin(cuts) {
      inEach(cuts, () => copy(parts[0]?.target ?? null, null));
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, 0, width, height);
    },
    lay(part, cuts) {
      gl.bindVertexArray(array);
      gl.useProgram(program);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, parts[part]?.texture ?? null);
      gl.uniform1i(uniforms('u_part'), 0);
      gl.disable(gl.DEPTH_TEST);
      gl.disable(gl.STENCIL_TEST);
      gl.disable(gl.CULL_FACE);
      gl.colorMask(true, true, true, true);
      gl.enable(gl.BLEND);
      gl.blendEquation(gl.FUNC_ADD);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      inEach(cuts, () => gl.drawArrays(gl.TRIANGLES, 0, 3));
      gl.bindVertexArray(null);
    },
    drop,
    remove() {
      drop();
      gl.deleteProgram(program);
      gl.deleteVertexArray(array);
    },
  };
}
