import { ringOfMarks, type Ring } from "./contamination-ring.ts";
import { REGISTRY_GLYPHS, STATE_GLYPHS, type Glyph } from "./glyphs.ts";
import type { ShapeNode } from "./graph-shape.ts";
import type { PaletteRole } from "./palette.ts";
import { BY_DOMAIN, shadeOf, type Shading } from "./shading.ts";

/** The numbers are what the shader of the marks switches on. */
export const NODE_FORMS = { circle: 0, diamond: 1, triangle: 2, dots: 3, stack: 4 } as const;
export const NODE_OUTLINES = { filled: 0, hollow: 1, dotted: 2 } as const;

export interface NodeLook {
  readonly form: keyof typeof NODE_FORMS;
  readonly outline: keyof typeof NODE_OUTLINES;
  readonly color: PaletteRole;
  /** Pixels at 100 %. */
  readonly radius: number;
  /** Of contamination, in the rubric. */
  readonly ring: Ring;
  /** M, D, S or I beside the ring; "" without one. */
  readonly letter: string;
  /** Drawn in the middle of the mark. */
  readonly glyph?: Glyph;
}

const MIN_RADIUS = 4.5;
const MAX_RADIUS = 13;
const ROOT_RADIUS = 10;
/** A group's count stands inside its mark. */
const GROUP_RADIUS = 14;
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
  group: "stack",
} as const satisfies Record<ShapeNode["kind"], NodeLook["form"]>;

export const toNodeLook = (node: ShapeNode, shading: Shading = BY_DOMAIN): NodeLook => {
  const stateGlyph = STATE_GLYPHS[node.state];
  const outline = stateGlyph !== undefined ? "dotted" : isOffHub(node) ? "hollow" : "filled";
  const glyph = stateGlyph ?? (outline === "hollow" ? REGISTRY_GLYPHS[node.registry ?? "name"] : undefined);
  const { ring, letter } = ringOfMarks(node.marks) ?? { ring: "none", letter: "" };
  return {
    form: FORMS[node.kind],
    outline,
    color: colorOf(node, shading),
    radius: Math.max(radiusOf(node), glyph === undefined ? 0 : GLYPH_RADIUS),
    ring,
    letter,
    ...(glyph !== undefined && { glyph }),
  };
};

const colorOf = (node: ShapeNode, shading: Shading): PaletteRole => {
  if (node.kind === "model" || node.kind === "group") return node.kind;
  return isOffHub(node) && node.createdOn === undefined && (node.domain ?? "unknown") === "unknown"
    ? "off-hub"
    : shadeOf(node, shading);
};

const isOffHub = (node: ShapeNode): boolean =>
  node.kind !== "model" && node.kind !== "family" && node.kind !== "group" && node.registry !== "huggingface";

const radiusOf = (node: ShapeNode): number => {
  if (node.kind === "group") return GROUP_RADIUS;
  const area = MIN_RADIUS ** 2 + AREA_PER_DOUBLING * Math.log2(1 + node.uses);
  const radius = Math.min(MAX_RADIUS, Math.sqrt(area));
  return node.isRoot ? Math.max(radius, ROOT_RADIUS) : radius;
};
