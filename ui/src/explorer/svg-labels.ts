import { RINGS } from "./contamination-ring.ts";
import type { GraphShape, ShapeNode } from "./graph-shape.ts";
import { placeLabels } from "./label-placement.ts";
import type { Layout } from "./layout.ts";
import { toNodeLook } from "./node-look.ts";
import type { Palette } from "./palette.ts";
import type { Shading } from "./shading.ts";
import { element, number, text } from "./svg-text.ts";

export interface SvgLabelsRequest {
  readonly shape: GraphShape;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly words: { readonly label: (node: ShapeNode) => string };
  readonly shading?: Shading;
}

const FONT_PX = 12;
const LABEL_HEIGHT = 15;
/** Mean width of a letter to its height; a picture has nobody to measure. */
const LETTER = 0.56;
const WIDE_LETTER = 1;

/** Every node's label, on a free place where there is one; `left` is the picture's left side. */
export const svgLabels = (
  { shape, layout, palette, words, shading }: SvgLabelsRequest,
  left: number,
): readonly string[] => {
  const inner = new Set(shape.edges.map((edge) => edge.from));
  const texts = new Map(shape.nodes.map((node) => [node.id, words.label(node)]));
  const byId = new Map(shape.nodes.map((node) => [node.id, node]));
  const wishes = shape.nodes.flatMap((node) => {
    const at = layout.nodes.get(node.id);
    if (at === undefined) return [];
    const look = toNodeLook(node, shading);
    const label = texts.get(node.id) ?? "";
    const letter = look.letter === "" ? 0 : FONT_PX;
    const extent = look.radius + (RINGS[look.ring] > 0 ? 8 : 2);
    return [
      {
        id: node.id,
        width: widthOf(label) + letter,
        height: LABEL_HEIGHT,
        priority: Infinity,
        at: { kind: "mark" as const, x: at.x - left, y: at.y, radius: extent, isLeaf: !inner.has(node.id) },
      },
    ];
  });
  return placeLabels(wishes, { width: Infinity }).map(({ id, x, y }) => {
    const node = byId.get(id);
    const letter = node === undefined ? "" : toNodeLook(node, shading).letter;
    const sign =
      letter === ""
        ? []
        : [element("tspan", { fill: palette.rubric, "font-weight": 700 }, [text(`${letter} `)])];
    return element(
      "text",
      {
        x: number(x + left),
        y: number(y + 4),
        fill: palette.ink,
        stroke: palette.paper,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
        "font-weight": node?.isRoot === true ? 650 : 450,
      },
      [...sign, text(texts.get(id) ?? "")],
    );
  });
};

const widthOf = (label: string): number =>
  [...label].reduce((sum, letter) => sum + (letter > "\u2e80" ? WIDE_LETTER : LETTER), 0) * FONT_PX;
