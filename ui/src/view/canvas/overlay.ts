import { GLYPHS, type Glyph } from "../../explorer/glyphs.ts";
import type { Emphasis } from "../../explorer/emphasis.ts";
import type { GraphShape, ShapeNode } from "../../explorer/graph-shape.ts";
import { placeLabels } from "../../explorer/label-placement.ts";
import type { Layout, Point } from "../../explorer/layout.ts";
import { toNodeLook } from "../../explorer/node-look.ts";
import type { Palette } from "../../explorer/palette.ts";
import { toEdgeTexts } from "./edge-texts.ts";
import { nodeAlpha, toNodeTexts } from "./node-texts.ts";
import { shorten, type OverlayText } from "./overlay-text.ts";

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

export interface PlacedNode {
  readonly node: ShapeNode;
  readonly at: Point;
  readonly radius: number;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const HALO_PX = 3.5;
/** From the glyphs' box to a mark's radius. */
const GLYPH_SCALE = 0.125;
const GLYPH_STROKE = 1.5;
/** Below this radius a glyph would be a speck. */
const SMALLEST_GLYPH_RADIUS = 4;

/** Draws what WebGL marks cannot: glyphs in marks, signs on edges, and labels that keep out of each other's way. */
export const drawOverlay = (context: CanvasRenderingContext2D, frame: OverlayFrame): void => {
  const nodes = visibleNodes(frame);
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineJoin = "round";
  context.textBaseline = "middle";
  drawGlyphs(context, frame, nodes);
  drawTexts(context, frame, [...toNodeTexts(frame, nodes), ...toEdgeTexts(frame)]);
  context.globalAlpha = 1;
};

const visibleNodes = ({
  shape,
  layout,
  toScreen,
  scale,
  width,
  height,
}: OverlayFrame): readonly PlacedNode[] =>
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
  context.lineCap = "round";
  for (const { node, at, radius } of nodes) {
    const { glyph, color } = toNodeLook(node);
    if (glyph === undefined || radius < SMALLEST_GLYPH_RADIUS) continue;
    const scale = radius * GLYPH_SCALE;
    context.save();
    context.globalAlpha = nodeAlpha(frame.emphasis, node.id);
    context.translate(at.x, at.y);
    context.scale(scale, scale);
    context.lineWidth = GLYPH_STROKE;
    context.strokeStyle = frame.palette[color];
    context.stroke(glyphPath(glyph));
    context.restore();
  }
};

/** Parsed once each: paths are the same in every frame. */
const paths = new Map<Glyph, Path2D>();
const glyphPath = (glyph: Glyph): Path2D => {
  const path = paths.get(glyph) ?? new Path2D(GLYPHS[glyph]);
  paths.set(glyph, path);
  return path;
};

const drawTexts = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  texts: readonly OverlayText[],
): void => {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const wishes = texts.map((text) => {
    context.font = `${text.font} ${FONT}`;
    return { ...text, width: context.measureText(text.text).width };
  });
  context.textAlign = "left";
  for (const { id, x, y, width } of placeLabels(wishes, frame)) {
    const text = byId.get(id);
    if (text === undefined) continue;
    context.font = `${text.font} ${FONT}`;
    context.globalAlpha = text.alpha;
    const fitting = shorten(text.text, width, (part) => context.measureText(part).width);
    context.strokeStyle = frame.palette.paper;
    context.lineWidth = HALO_PX;
    context.strokeText(fitting, x, y);
    context.fillStyle = frame.palette[text.color];
    context.fillText(fitting, x, y);
  }
};
