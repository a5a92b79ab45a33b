import { BACK_BOW, HANDLE_REACH, MIN_HANDLE } from "../../explorer/edge-curve.ts";

/**
 * Draws a piece of an edge as a strip along a cubic that leaves and arrives level (explorer/edge-curve.ts), with
 * its arrow at the derived end, dashes by length in pixels.
 */
export const CURVE_VERTEX_SHADER = /* glsl */ `
attribute vec4 a_ends; // source, target
attribute vec4 a_look; // width, dash, alpha, head
attribute vec2 a_radii;
attribute vec2 a_state; // near, arriving
attribute vec4 a_color;
attribute vec2 a_place; // -2 tip, -1 base of the arrow, 0 to 1 along the curve; side

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform vec2 u_light; // of what is far, of what arrives
uniform float u_straight;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_dash;
varying float v_alpha;

const float SOFT = 1.0;
const float GAP = 2.0;
const float THINNEST = 0.9;
const float PALEST = 0.3;
const float FULL_FROM = 0.8;
const float REACH = ${HANDLE_REACH.toFixed(2)};
const float BOW = ${BACK_BOW.toFixed(2)};
const float MIN_HANDLE = ${MIN_HANDLE.toFixed(1)};
const float bias = 255.0 / 254.0;

vec2 curve(vec2 from, vec2 second, vec2 third, vec2 to, float t) {
  float r = 1.0 - t;
  return r * r * r * from + 3.0 * r * r * t * second + 3.0 * r * t * t * third + t * t * t * to;
}

vec2 slope(vec2 from, vec2 second, vec2 third, vec2 to, float t) {
  float r = 1.0 - t;
  return 3.0 * r * r * (second - from) + 6.0 * r * t * (third - second) + 3.0 * t * t * (to - third);
}

void main() {
  float pixel = 2.0 * u_correctionRatio;
  float halfWidth = 0.5 * max(a_look.x / u_sizeRatio, THINNEST);
  float headLength = a_look.w * (6.0 + 1.5 * a_look.x) / u_sizeRatio;
  float headHalf = (2.6 + 1.1 * a_look.x) / u_sizeRatio;
  float towards = a_ends.z < a_ends.x ? -1.0 : 1.0;
  vec2 between = a_ends.zw - a_ends.xy;
  vec2 ahead = u_straight > 0.5 && length(between) > 0.0 ? normalize(between) : vec2(towards, 0.0);
  vec2 reach = (a_radii / u_sizeRatio + GAP * step(0.01, a_radii)) * pixel;
  vec2 tip = a_ends.xy + ahead * reach.x;
  vec2 from = tip + ahead * headLength * pixel;
  vec2 to = a_ends.zw - ahead * reach.y;
  float width = abs(to.x - from.x);
  vec2 handle = vec2(max(width * REACH, MIN_HANDLE * pixel) * towards, towards < 0.0 ? -width * BOW : 0.0);
  vec2 second = u_straight > 0.5 ? mix(from, to, 0.333) : from + handle;
  vec2 third = u_straight > 0.5 ? mix(from, to, 0.667) : vec2(to.x - handle.x, to.y + handle.y);

  float t = a_place.x;
  vec2 centre = from;
  vec2 normal = vec2(-ahead.y, ahead.x);
  v_along = 0.0;
  v_dash = 0.0;
  if (t >= 0.0) {
    centre = curve(from, second, third, to, t);
    vec2 along = slope(from, second, third, to, t);
    normal = length(along) > 0.0 ? normalize(vec2(-along.y, along.x)) : normal;
    if (a_look.y > 0.0) {
      vec2 last = from;
      for (int step = 1; step <= 10; step++) {
        vec2 next = curve(from, second, third, to, t * float(step) / 10.0);
        v_along += distance(last, next);
        last = next;
      }
      v_along /= pixel;
      v_dash = a_look.y;
    }
  } else if (a_look.w > 0.0) {
    centre = t < -1.5 ? tip : from;
    halfWidth = t < -1.5 ? 0.0 : headHalf;
  }
  v_color = a_color;
  v_color.a *= bias;
  v_half = halfWidth;
  v_across = a_place.y * (halfWidth + SOFT);
  // Seen from afar, lines are thinner than a pixel: drawn paler, they stay lines instead of a carpet.
  float near = mix(PALEST, 1.0, clamp(1.0 / (u_sizeRatio * FULL_FROM), 0.0, 1.0));
  v_alpha = a_look.z * mix(near, 1.0, a_state.x) * mix(u_light.x, 1.0, a_state.x) * mix(1.0, u_light.y, a_state.y);
  vec2 position = centre + normal * v_across * pixel;
  gl_Position = a_look.x == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
}
`;

export const CURVE_FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_dash;
varying float v_alpha;

void main(void) {
  float cover = 1.0 - smoothstep(v_half - 0.6, v_half + 0.6, abs(v_across));
  if (v_dash > 0.0) {
    float turn = abs(fract(v_along / (v_dash * 1.7)) - 0.3);
    cover *= 1.0 - smoothstep(0.26, 0.34, turn);
  }
  float alpha = v_color.a * v_alpha * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`;
