import { REGISTRY_GLYPHS, STATE_GLYPHS, type Glyph } from "./glyphs.ts";
import type { ShapeNode } from "./graph-shape.ts";
import type { PaletteRole } from "./palette.ts";

/** The numbers are what the shader of the marks switches on. */
export const NODE_FORMS = { circle: 0, diamond: 1, triangle: 2, dots: 3 } as const;
export const NODE_OUTLINES = { filled: 0, hollow: 1, dotted: 2 } as const;

export interface NodeLook {
  readonly form: keyof typeof NODE_FORMS;
  readonly outline: keyof typeof NODE_OUTLINES;
  readonly color: PaletteRole;
  /** Pixels at 100 %. */
  readonly radius: number;
  /** Drawn in the middle of the mark. */
  readonly glyph?: Glyph;
}

const MIN_RADIUS = 4.5;
const MAX_RADIUS = 13;
const ROOT_RADIUS = 10;
/** A mark with a glyph needs room for it. */
const GLYPH_RADIUS = 8.5;
/** Area grows with the logarithm of uses. */
const AREA_PER_DOUBLING = 14;

const FORMS = {
  dataset: "circle",
  benchmark: "diamond",
  family: "dots",
  "off-hub": "circle",
  model: "triangle",
} as const satisfies Record<ShapeNode["kind"], NodeLook["form"]>;

const COLORS = {
  dataset: "node",
  benchmark: "benchmark",
  family: "family",
  "off-hub": "off-hub",
  model: "model",
} as const satisfies Record<ShapeNode["kind"], PaletteRole>;

export const toNodeLook = (node: ShapeNode): NodeLook => {
  const stateGlyph = STATE_GLYPHS[node.state];
  const outline = stateGlyph !== undefined ? "dotted" : isOffHub(node) ? "hollow" : "filled";
  const glyph = stateGlyph ?? (outline === "hollow" ? REGISTRY_GLYPHS[node.registry ?? "name"] : undefined);
  return {
    form: FORMS[node.kind],
    outline,
    color: COLORS[node.kind],
    radius: Math.max(radiusOf(node), glyph === undefined ? 0 : GLYPH_RADIUS),
    ...(glyph !== undefined && { glyph }),
  };
};

const isOffHub = (node: ShapeNode): boolean =>
  node.kind !== "model" && node.kind !== "family" && node.registry !== "huggingface";

const radiusOf = (node: ShapeNode): number => {
  const area = MIN_RADIUS ** 2 + AREA_PER_DOUBLING * Math.log2(1 + node.uses);
  const radius = Math.min(MAX_RADIUS, Math.sqrt(area));
  return node.isRoot ? Math.max(radius, ROOT_RADIUS) : radius;
};
