import type { Emphasis } from "../../explorer/emphasis.ts";
import type { GraphShape, ShapeNode } from "../../explorer/graph-shape.ts";
import type { RINGS } from "../../explorer/contamination-ring.ts";
import { indexShape } from "../../explorer/shape-index.ts";
import type { Layout, Point } from "../../explorer/layout.ts";
import { toNodeLook, type NodeLook } from "../../explorer/node-look.ts";
import type { Palette } from "../../explorer/palette.ts";
import type { Shading } from "../../explorer/shading.ts";
import type { Handles } from "../../state/lineage/handles-of.ts";

/** What the overlay needs to draw one frame. Points and sizes are in CSS pixels. */
export interface OverlayFrame {
  readonly shape: GraphShape;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly shading: Shading;
  readonly emphasis: Emphasis;
  readonly handles: ReadonlyMap<string, Handles>;
  readonly toScreen: (point: Point) => Point;
  /** Factor from pixels at 100 % to pixels on the screen. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode {
  readonly node: ShapeNode;
  readonly look: NodeLook;
  readonly at: Point;
  /** Of the mark without its ring. */
  readonly radius: number;
  /** With its ring. */
  readonly extent: number;
}

/** A label may begin so far outside of the screen. */
const LABEL_REACH = 200;
const EDGE = 20;
const RING_PX = { none: 2, thin: 5, half: 6, solid: 6, double: 8 } as const satisfies Record<
  keyof typeof RINGS,
  number
>;

/** The nodes on the screen; with `only`, those of them. */
export const visibleNodes = (frame: OverlayFrame, only?: ReadonlySet<string>): readonly PlacedNode[] => {
  const { shape, layout, toScreen, scale, width, height, shading } = frame;
  const placed: PlacedNode[] = [];
  const byId = indexShape(shape).nodes;
  const nodes = only === undefined ? shape.nodes : [...only].flatMap((id) => byId.get(id) ?? []);
  for (const node of nodes) {
    const point = layout.nodes.get(node.id);
    if (point === undefined) continue;
    const at = toScreen(point);
    if (at.x < -LABEL_REACH || at.x > width + EDGE || at.y < -EDGE || at.y > height + EDGE) continue;
    const look = toNodeLook(node, shading);
    const radius = look.radius * scale;
    placed.push({ node, look, at, radius, extent: radius + RING_PX[look.ring] * Math.min(1, scale * 1.4) });
  }
  return placed;
};
