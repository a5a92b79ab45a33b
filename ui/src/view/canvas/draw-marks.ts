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
/** A letter of contamination stays readable while its mark shrinks, until marks are dots. */
const SMALLEST_LETTER_RADIUS = 2.2;
const HALO_PX = 3.5;

/** What WebGL marks lack: glyphs in them, a group's count, and the letter beside a ring of contamination. */
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
    if (look.letter !== "" && radius >= SMALLEST_LETTER_RADIUS) drawLetter(context, placed, frame.palette);
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

const drawCount = (
  context: CanvasRenderingContext2D,
  { node, at, radius }: PlacedNode,
  palette: Palette,
): void => {
  context.font = `650 ${Math.max(8, Math.round(radius * 0.72))}px ${FONT}`;
  context.textAlign = "center";
  context.fillStyle = palette.paper;
  const count = node.group?.count ?? 0;
  context.fillText(count > 999 ? "999+" : `+${count}`, at.x - radius * 0.16, at.y - radius * 0.12);
};

/** Right above the mark, where no edge arrives. */
const drawLetter = (
  context: CanvasRenderingContext2D,
  { look, at, extent }: PlacedNode,
  palette: Palette,
): void => {
  context.font = `700 10px ${FONT}`;
  context.textAlign = "center";
  context.strokeStyle = palette.paper;
  context.lineWidth = HALO_PX;
  const x = at.x + extent * 0.72 + 4;
  const y = at.y - extent * 0.72 - 3;
  context.strokeText(look.letter, x, y);
  context.fillStyle = palette.rubric;
  context.fillText(look.letter, x, y);
};
