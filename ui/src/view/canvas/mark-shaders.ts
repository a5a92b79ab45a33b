/** Draws one mark as a signed distance, in pixels: form, outline, halo of paper, ring of contamination, ring of selection. */
export const MARK_VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute vec4 a_look; // radius, form, outline, alpha
attribute vec4 a_color;
attribute vec4 a_fill;
attribute vec4 a_ring;
attribute vec4 a_markColor;
attribute vec2 a_state; // near, arriving
attribute float a_mark; // ring of contamination: 1 thin, 2 half, 3 solid, 4 double
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform vec2 u_light; // of what is far, of what arrives

varying vec2 v_point;
varying vec4 v_look;
varying vec4 v_color;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec4 v_markColor;
varying float v_mark;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_look.x / u_sizeRatio;
  // No more room around the mark than its rings need: each pixel of it is computed.
  float margin = a_ring.a > 0.0 ? 11.0 : a_mark > 3.5 ? 8.0 : a_mark > 0.5 ? 6.0 : 3.0;
  v_point = a_corner * (radius * 1.3 + margin);
  float light = mix(u_light.x, 1.0, a_state.x) * mix(1.0, u_light.y, a_state.y);
  v_look = vec4(radius, a_look.yz, a_look.w * light);
  vec2 position = a_position + v_point * 2.0 * u_correctionRatio;
  gl_Position = a_look.x < 0.01 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= bias;
  v_fill = a_fill;
  v_ring = a_ring;
  v_markColor = a_markColor;
  v_mark = a_mark;
}
`;

export const MARK_FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec2 v_point;
varying vec4 v_look;
varying vec4 v_color;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec4 v_markColor;
varying float v_mark;

const float SOFT = 0.6;
const float STROKE = 1.7;
const float HALO = 2.0;
const float TAU = 6.2831853;

float triangle(vec2 p, float r) {
  const float k = 1.7320508;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}

float dots(vec2 p, float r) {
  float part = TAU / 7.0;
  float angle = mod(atan(p.y, p.x) + part * 0.5, part) - part * 0.5;
  vec2 folded = length(p) * vec2(cos(angle), sin(angle));
  float ring = length(folded - vec2(r * 0.9, 0.0)) - r * 0.27;
  return min(ring, length(p) - r * 0.36);
}

float distanceTo(vec2 p, float r, float form) {
  if (form < 0.5) return length(p) - r;
  if (form < 1.5) return (abs(p.x) + abs(p.y) - r * 1.28) * 0.7071;
  if (form < 2.5) return triangle(p, r * 1.12);
  if (form < 3.5) return dots(p, r);
  return length(p - vec2(-0.16, -0.16) * r) - r * 0.86;
}

// Distance to the ring's lines around the form; grows thinner with small marks.
float contamination(vec2 p, float d, float mark, float radius) {
  float unit = clamp(radius / 7.0, 0.6, 1.0);
  float line = abs(d - 3.6 * unit) - 1.15 * unit;
  if (mark < 1.5) return abs(d - 3.4 * unit) - 0.5 * unit;
  if (mark < 2.5) return max(line, -p.x);
  if (mark < 3.5) return line;
  return min(abs(d - 3.2 * unit) - 0.8 * unit, abs(d - 6.2 * unit) - 0.8 * unit);
}

vec4 over(vec4 below, vec4 color, float cover) {
  float a = color.a * cover;
  return vec4(color.rgb * a, a) + below * (1.0 - a);
}

void main(void) {
  float radius = v_look.x;
  float d = distanceTo(v_point, radius, v_look.y);
  float body = 1.0 - smoothstep(-SOFT, SOFT, d);
  float halo = 1.0 - smoothstep(HALO - SOFT, HALO + SOFT, d);
  float stroke = 1.0 - smoothstep(-SOFT, SOFT, abs(d + STROKE * 0.5) - STROKE * 0.5);
  float mark = v_mark > 0.5 ? contamination(v_point, d, v_mark, radius) : 1000.0;
  float reach = v_mark > 3.5 ? 7.2 : v_mark > 0.5 ? 5.0 : 0.0;
  vec4 color = over(vec4(0.0), v_fill, max(halo, 1.0 - smoothstep(reach - SOFT, reach + SOFT, d)));
  color = over(color, v_markColor, 1.0 - smoothstep(-SOFT, SOFT, mark));
  if (v_look.y > 3.5) {
    float back = abs(length(v_point - vec2(0.16, 0.16) * radius) - radius * 0.86 + STROKE * 0.5) - STROKE * 0.5;
    color = over(color, v_color, 1.0 - smoothstep(-SOFT, SOFT, back));
    color = over(color, v_fill, 1.0 - smoothstep(1.4 - SOFT, 1.4 + SOFT, d));
  }
  if (v_look.z < 0.5) {
    // A darker rim, so that pale colours stand out from the paper too.
    float rim = 1.0 - smoothstep(-SOFT, SOFT, abs(d + 0.6) - 0.6);
    color = over(color, v_color, body);
    color = over(color, vec4(v_color.rgb * 0.68, v_color.a), rim);
  } else if (v_look.z < 1.5) {
    color = over(color, v_color, stroke);
  } else {
    color = over(color, v_color, body * 0.24);
    float count = max(8.0, floor(TAU * radius / 5.0));
    float turn = abs(fract(atan(v_point.y, v_point.x) / TAU * count) - 0.5);
    color = over(color, v_color, stroke * (1.0 - smoothstep(0.26, 0.36, turn)));
  }
  if (v_ring.a > 0.0) {
    float ring = abs(d - max(4.2, reach + 2.2)) - 1.2;
    color = over(color, v_ring, 1.0 - smoothstep(-SOFT, SOFT, ring));
  }
  gl_FragColor = color * v_look.w;
}
`;
