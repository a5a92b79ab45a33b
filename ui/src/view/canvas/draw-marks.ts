import { GLYPHS, type Glyph } from "../../explorer/glyphs.ts";
import type { Point } from "../../explorer/layout.ts";
import type { Palette } from "../../explorer/palette.ts";
import { FONT } from "./overlay-text.ts";
import type { OverlayFrame, PlacedNode } from "./overlay-frame.ts";

/** From the glyphs' box to a mark's radius. */
const GLYPH_SCALE = 0.125;
const GLYPH_STROKE = 1.5;
/** Below this radius a glyph would be a speck. */
const SMALLEST_GLYPH_RADIUS = 4;
const SMALLEST_COUNT_RADIUS = 9;
/** Of a mark's width, what a count may take. */
const COUNT_SHARE = 0.86;

/** What WebGL marks lack: glyphs in them, and a group's count. */
export const drawMarkSigns = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  nodes: readonly PlacedNode[],
): void => {
  for (const placed of nodes) {
    const { look, at, radius, node } = placed;
    if (look.glyph !== undefined && radius >= SMALLEST_GLYPH_RADIUS) {
      drawGlyph(context, {
        glyph: look.glyph,
        at,
        scale: radius * GLYPH_SCALE,
        color: frame.palette[look.color],
      });
    }
    if (node.group !== undefined && radius >= SMALLEST_COUNT_RADIUS)
      drawCount(context, placed, frame.palette);
  }
};

export interface GlyphPlace {
  readonly glyph: Glyph;
  readonly at: Point;
  /** Pixels to one unit of the glyph's box. */
  readonly scale: number;
  readonly color: string;
}

export const drawGlyph = (
  context: CanvasRenderingContext2D,
  { glyph, at, scale, color }: GlyphPlace,
): void => {
  context.save();
  context.translate(at.x, at.y);
  context.scale(scale, scale);
  context.lineCap = "round";
  context.lineWidth = GLYPH_STROKE;
  context.strokeStyle = color;
  context.stroke(glyphPath(glyph));
  context.restore();
};

/** Parsed once each: paths are the same in every frame. */
const paths = new Map<Glyph, Path2D>();
const glyphPath = (glyph: Glyph): Path2D => {
  const path = paths.get(glyph) ?? new Path2D(GLYPHS[glyph]);
  paths.set(glyph, path);
  return path;
};

/** Where it fits: in a smaller mark the name beside it tells how many they are. */
const drawCount = (
  context: CanvasRenderingContext2D,
  { node, at, radius }: PlacedNode,
  palette: Palette,
): void => {
  context.font = `650 ${Math.max(8, Math.round(radius * 0.72))}px ${FONT}`;
  const count = node.group?.count ?? 0;
  const text = count > 999 ? "999+" : `+${count}`;
  if (context.measureText(text).width > 2 * radius * COUNT_SHARE) return;
  context.textAlign = "center";
  context.fillStyle = palette.paper;
  context.fillText(text, at.x - radius * 0.16, at.y - radius * 0.12);
};
