/**
 * Programs of the graphics card. Places are pixels of the plane (see plane.ts), which `u_matrix` brings on the screen;
 * colours are premultiplied.
 */
const HEAD = '#version 300 es\nprecision highp float;\n';

/** Numbers in a row of the texture in which the card has them. */
export const ROW = 2048;
/** Numbers of a stripe and of a piece of a line. */
export const STRIDE = 5;

/**
 * Four corners as two triangles, and the numbers to which they belong. Fetched and not handed over as attributes of
 * instances: where there is no graphics card, each instance would be drawn by itself, which takes three times as long.
 */
const NUMBERS = `
uniform highp sampler2D u_numbers;
uniform int u_first;
float number(int i) {
  int at = u_first + gl_VertexID / 6 * ${STRIDE} + i;
  return texelFetch(u_numbers, ivec2(at % ${ROW}, at / ${ROW}), 0).r;
}
int corner() { return gl_VertexID % 6 < 3 ? gl_VertexID % 6 : gl_VertexID % 6 - 2; }
`;

/** From an edge straight down to where its stripe ends: what lies in an odd number of stripes is inside. */
export const FILL_VERTEX = `${HEAD}${NUMBERS}
uniform mat4 u_matrix;
out vec2 v_at;
void main() {
  int side = corner() % 2 * 2;
  vec2 at = vec2(number(side), corner() > 1 ? number(4) : number(side + 1));
  v_at = at;
  gl_Position = u_matrix * vec4(at, 0.0, 1.0);
}`;

/**
 * An even colour, lines at 45° over a tint, or dots. The pattern grows with the map while it is zoomed and comes back
 * to its own size when that rests.
 */
export const FILL_FRAGMENT = `${HEAD}
in vec2 v_at;
uniform vec4 u_colour;
uniform vec4 u_tint;
uniform int u_pattern;
uniform vec2 u_origin;
uniform float u_gap;
uniform float u_half;
uniform float u_ratio;
out vec4 colour;
float beside(float at) { return abs(mod(at, u_gap) - 0.5 * u_gap); }
void main() {
  if (u_pattern == 0) { colour = u_colour; return; }
  vec2 turned = vec2(v_at.x + v_at.y, v_at.x - v_at.y) * 0.70710678 + u_origin;
  float off = u_pattern == 1 ? beside(turned.x) : u_pattern == 2 ? beside(turned.y)
    : length(vec2(beside(turned.x), beside(turned.y)));
  float ink = clamp((u_half - off) * u_ratio + 0.5, 0.0, 1.0);
  colour = u_colour * ink + u_tint * (1.0 - u_colour.a * ink);
}`;

/** A piece of a line with round ends, whole, dotted or dashed. */
export const STROKE_VERTEX = `${HEAD}${NUMBERS}
uniform mat4 u_matrix;
uniform float u_half;
uniform float u_ratio;
out vec2 v_at;
flat out float v_length;
flat out float v_along;
void main() {
  vec2 from = vec2(number(0), number(1));
  vec2 way = vec2(number(2), number(3)) - from;
  v_length = length(way);
  v_along = number(4);
  way = v_length > 0.0 ? way / v_length : vec2(1.0, 0.0);
  float reach = u_half + 1.0 / u_ratio;
  float far = corner() % 2 == 0 ? -reach : v_length + reach;
  float side = corner() > 1 ? reach : -reach;
  v_at = vec2(far, side);
  gl_Position = u_matrix * vec4(from + way * far + vec2(-way.y, way.x) * side, 0.0, 1.0);
}`;

/** `u_dash`: period, and length of a dash; no length makes round dots, no period an unbroken line. */
export const STROKE_FRAGMENT = `${HEAD}
in vec2 v_at;
flat in float v_length;
flat in float v_along;
uniform vec4 u_colour;
uniform float u_half;
uniform float u_ratio;
uniform vec2 u_dash;
out vec4 colour;
void main() {
  float off;
  float cut = 1.0;
  if (u_dash.x == 0.0) off = length(v_at - vec2(clamp(v_at.x, 0.0, v_length), 0.0));
  else if (u_dash.y == 0.0) {
    float dot = round((v_along + v_at.x) / u_dash.x) * u_dash.x - v_along;
    if (dot < 0.0 || dot >= v_length) discard;
    off = length(v_at - vec2(dot, 0.0));
  } else {
    if (v_at.x < 0.0 || v_at.x > v_length) discard;
    off = abs(v_at.y);
    float into = mod(v_along + v_at.x, u_dash.x);
    cut = clamp(min(into, u_dash.y - into) * u_ratio + 0.5, 0.0, 1.0);
  }
  float ink = clamp((u_half - off) * u_ratio + 0.5, 0.0, 1.0) * cut;
  if (ink == 0.0) discard;
  colour = u_colour * ink;
}`;

/** A shade on both sides of a piece: strongest at the line, and nothing where it ends. */
export const SHADE_FRAGMENT = `${HEAD}
in vec2 v_at;
flat in float v_length;
flat in float v_along;
uniform vec4 u_colour;
uniform float u_half;
uniform bool u_even;
out vec4 colour;
void main() {
  float off = length(v_at - vec2(clamp(v_at.x, 0.0, v_length), 0.0)) / u_half;
  float left = max(0.0, 1.0 - off);
  colour = u_colour * (u_even ? left : left * sqrt(left));
}`;

/** What was painted aside, pixel by pixel. */
export const SHEET_FRAGMENT = `${HEAD}
uniform sampler2D u_sheet;
out vec4 colour;
void main() { colour = texelFetch(u_sheet, ivec2(gl_FragCoord.xy), 0); }`;
