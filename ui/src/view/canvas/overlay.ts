import type { Emphasis } from "../../explorer/emphasis.ts";
import { curvePoint } from "../../explorer/edge-curve.ts";
import { toEdgeLook } from "../../explorer/edge-look.ts";
import type { GraphShape, ShapeEdge, ShapeNode } from "../../explorer/graph-shape.ts";
import { placeLabels, type LabelWish } from "../../explorer/label-placement.ts";
import type { Layout, Point } from "../../explorer/layout.ts";
import { toNodeLook } from "../../explorer/node-look.ts";
import type { Palette } from "../../explorer/palette.ts";

/** What the overlay needs to draw one frame. Points and sizes are in CSS pixels. */
export interface OverlayFrame {
  readonly shape: GraphShape;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly emphasis: Emphasis;
  readonly toScreen: (point: Point) => Point;
  /** Factor from pixels at 100 % to pixels on the screen. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const LABEL_PX = 12;
const LINE_PX = 16;
const HALO_PX = 3.5;
const LONGEST_LABEL = 36;
/** Below this radius a glyph would be a speck. */
const SMALLEST_GLYPH_RADIUS = 4;
/** Signs on edges appear from this scale on, or when the edge is near what is in focus. */
const SIGNS_FROM_SCALE = 0.72;

interface PlacedNode {
  readonly node: ShapeNode;
  readonly at: Point;
  readonly radius: number;
}

/** Draws what WebGL marks cannot: glyphs in marks, signs on edges, and labels that keep out of each other's way. */
export const drawOverlay = (context: CanvasRenderingContext2D, frame: OverlayFrame): void => {
  const nodes = visibleNodes(frame);
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineJoin = "round";
  context.textBaseline = "middle";
  drawGlyphs(context, frame, nodes);
  drawEdgeSigns(context, frame);
  drawLabels(context, frame, nodes);
  context.globalAlpha = 1;
};

const visibleNodes = ({ shape, layout, toScreen, scale, width, height }: OverlayFrame): readonly PlacedNode[] =>
  shape.nodes.flatMap((node) => {
    const point = layout.nodes.get(node.id);
    if (point === undefined) return [];
    const at = toScreen(point);
    const isVisible = at.x > -200 && at.x < width + 20 && at.y > -20 && at.y < height + 20;
    return isVisible ? [{ node, at, radius: toNodeLook(node).radius * scale }] : [];
  });

const drawGlyphs = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  nodes: readonly PlacedNode[],
): void => {
  context.textAlign = "center";
  for (const { node, at, radius } of nodes) {
    const look = toNodeLook(node);
    if (look.glyph === "" || radius < SMALLEST_GLYPH_RADIUS) continue;
    context.globalAlpha = nodeAlpha(frame.emphasis, node.id);
    context.font = `600 ${Math.round(radius * 1.35)}px ${FONT}`;
    context.fillStyle = frame.palette[look.color];
    context.fillText(look.glyph, at.x, at.y + radius * 0.06);
  }
};

const drawEdgeSigns = (context: CanvasRenderingContext2D, frame: OverlayFrame): void => {
  const { emphasis, palette } = frame;
  context.textAlign = "center";
  for (const edge of frame.shape.edges) {
    const isNear = emphasis.nearEdges.has(edge.id);
    const look = toEdgeLook(edge);
    const showsSign = look.sign !== "" && (isNear || frame.scale > SIGNS_FROM_SCALE);
    const text = [showsSign ? look.sign : "", isNear ? edge.label : ""].filter(Boolean).join(" ");
    const middle = text === "" ? undefined : edgeMiddle(edge, frame.layout);
    if (middle === undefined) continue;
    const at = frame.toScreen(middle);
    const isPicked = edge.id === emphasis.hoveredEdge || edge.id === emphasis.selectedEdge;
    context.globalAlpha = isNear || emphasis.nearNodes.size === 0 ? 1 : emphasis.faded;
    context.font = `${isPicked ? 600 : 500} 11px ${FONT}`;
    haloText(context, { text, at, palette, color: isPicked ? palette.accent : palette[look.color] });
  }
};

/** The point where an edge's sign stands, and where a pointer surely meets the edge. */
export const edgeMiddle = (edge: ShapeEdge, layout: Layout): Point | undefined => {
  const from = layout.nodes.get(edge.from);
  const to = layout.nodes.get(edge.to);
  if (from === undefined || to === undefined || edge.from === edge.to) return undefined;
  const stops = [from, ...(layout.bends.get(edge.id) ?? []), to];
  const piece = Math.floor((stops.length - 1) / 2);
  return curvePoint(stops[piece] ?? from, stops[piece + 1] ?? to, 0.5);
};

const drawLabels = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  nodes: readonly PlacedNode[],
): void => {
  const inner = new Set(frame.shape.edges.map((edge) => edge.from));
  const texts = new Map(nodes.map(({ node }) => [node.id, labelOf(node, frame.emphasis)]));
  const wishes = nodes.map(({ node, at, radius }): LabelWish => {
    context.font = fontOf(node, frame.emphasis);
    const text = texts.get(node.id) ?? "";
    return {
      id: node.id,
      x: at.x,
      y: at.y,
      radius: radius + 2,
      width: context.measureText(text).width,
      height: LINE_PX,
      priority: priorityOf(node, frame.emphasis),
      isLeaf: !inner.has(node.id),
    };
  });
  const byId = new Map(nodes.map(({ node }) => [node.id, node]));
  context.textAlign = "left";
  for (const { id, x, y } of placeLabels(wishes)) {
    const node = byId.get(id);
    if (node === undefined) continue;
    context.font = fontOf(node, frame.emphasis);
    context.globalAlpha = nodeAlpha(frame.emphasis, id);
    const isQuiet = node.kind === "model" || toNodeLook(node).outline === "dotted";
    const color = frame.palette[isQuiet ? "muted" : "ink"];
    haloText(context, { text: texts.get(id) ?? "", at: { x, y }, palette: frame.palette, color });
  }
};

const isPicked = (node: ShapeNode, emphasis: Emphasis): boolean =>
  node.id === emphasis.hoveredNode || node.id === emphasis.selectedNode;

const labelOf = (node: ShapeNode, emphasis: Emphasis): string => {
  if (isPicked(node, emphasis)) return node.id.replace(/^model /, "");
  return node.name.length > LONGEST_LABEL ? `${node.name.slice(0, LONGEST_LABEL - 1)}…` : node.name;
};

const fontOf = (node: ShapeNode, emphasis: Emphasis): string =>
  node.isRoot || isPicked(node, emphasis) ? `650 ${LABEL_PX + 1}px ${FONT}` : `450 ${LABEL_PX}px ${FONT}`;

const priorityOf = (node: ShapeNode, emphasis: Emphasis): number => {
  if (node.isRoot || isPicked(node, emphasis)) return Infinity;
  const near = emphasis.nearNodes.has(node.id) ? 1_000_000 : 0;
  const benchmark = node.kind === "benchmark" ? 1_000 : 0;
  return near + benchmark + node.uses - Math.abs(node.level) / 100;
};

const nodeAlpha = (emphasis: Emphasis, id: string): number => {
  const faded = emphasis.nearNodes.size > 0 && !emphasis.nearNodes.has(id) ? emphasis.faded : 1;
  return emphasis.arriving.has(id) ? faded * emphasis.arrival : faded;
};

interface HaloText {
  readonly text: string;
  readonly at: Point;
  readonly color: string;
  readonly palette: Palette;
}

const haloText = (context: CanvasRenderingContext2D, { text, at, color, palette }: HaloText): void => {
  context.strokeStyle = palette.paper;
  context.lineWidth = HALO_PX;
  context.strokeText(text, at.x, at.y);
  context.fillStyle = color;
  context.fillText(text, at.x, at.y);
};
