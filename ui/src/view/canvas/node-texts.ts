import type { Emphasis } from "../../explorer/emphasis.ts";
import type { ShapeNode } from "../../explorer/graph-shape.ts";
import { toNodeLook } from "../../explorer/node-look.ts";
import type { OverlayFrame, PlacedNode } from "./overlay.ts";
import type { OverlayText } from "./overlay-text.ts";

const LINE_PX = 16;
const LONGEST_LABEL = 36;
const NEAR_FIRST = 1_000_000;
const BENCHMARKS_FIRST = 1_000;

export const toNodeTexts = (frame: OverlayFrame, nodes: readonly PlacedNode[]): readonly OverlayText[] => {
  const inner = new Set(frame.shape.edges.map((edge) => edge.from));
  return nodes.map(({ node, at, radius }) => ({
    id: node.id,
    text: textOf(node, frame.emphasis),
    font: node.isRoot || isPicked(node, frame.emphasis) ? "650 13px" : "450 12px",
    color: node.kind === "model" || toNodeLook(node).outline === "dotted" ? "muted" : "ink",
    alpha: nodeAlpha(frame.emphasis, node.id),
    height: LINE_PX,
    priority: priorityOf(node, frame.emphasis),
    at: { kind: "mark", ...at, radius: radius + 2, isLeaf: !inner.has(node.id) },
  }));
};

/** How visible a node's glyph and label are: as much as its mark. */
export const nodeAlpha = (emphasis: Emphasis, id: string): number => {
  const faded = emphasis.nearNodes.size > 0 && !emphasis.nearNodes.has(id) ? emphasis.faded : 1;
  return emphasis.arriving.has(id) ? faded * emphasis.arrival : faded;
};

const isPicked = (node: ShapeNode, emphasis: Emphasis): boolean =>
  node.id === emphasis.hoveredNode || node.id === emphasis.selectedNode;

const textOf = (node: ShapeNode, emphasis: Emphasis): string => {
  if (isPicked(node, emphasis)) return node.id.replace(/^model /, "");
  return node.name.length > LONGEST_LABEL ? `${node.name.slice(0, LONGEST_LABEL - 1)}…` : node.name;
};

const priorityOf = (node: ShapeNode, emphasis: Emphasis): number => {
  if (node.isRoot || isPicked(node, emphasis)) return Infinity;
  const near = emphasis.nearNodes.has(node.id) ? NEAR_FIRST : 0;
  const benchmark = node.kind === "benchmark" ? BENCHMARKS_FIRST : 0;
  return near + benchmark + node.uses - Math.abs(node.level) / 100;
};
