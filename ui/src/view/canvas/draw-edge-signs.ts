import { edgePoint } from "../../explorer/edge-curve.ts";
import { toEdgeLook } from "../../explorer/edge-look.ts";
import { RELATION_GLYPHS } from "../../explorer/glyphs.ts";
import { drawGlyph } from "./draw-marks.ts";
import { textColor } from "./edge-texts.ts";
import { FONT } from "./overlay-text.ts";
import { indexShape } from "../../explorer/shape-index.ts";
import type { OverlayFrame } from "./overlay-frame.ts";

/** Signs of doubt appear from this scale on, glyphs of relations from a closer one. */
const SIGNS_FROM_SCALE = 0.6;
const GLYPHS_FROM_SCALE = 0.85;
const MOST_SIGNS = 500;
const RADIUS = 6.5;
const GLYPH_SCALE = 0.9;

/** At the middle of each edge on the screen: "?" or "×" of one in doubt, else how the dataset came from its source. */
export const drawEdgeSigns = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  only?: ReadonlySet<string>,
): void => {
  const { shape, layout, toScreen, scale, width, height, palette } = frame;
  if (scale < SIGNS_FROM_SCALE) return;
  let count = 0;
  context.textAlign = "center";
  const byId = indexShape(shape).edges;
  const edges = only === undefined ? shape.edges : [...only].flatMap((id) => byId.get(id) ?? []);
  for (const edge of edges) {
    const look = toEdgeLook(edge);
    const hasGlyph = edge.relation !== undefined && scale >= GLYPHS_FROM_SCALE;
    if (look.sign === "" && !hasGlyph) continue;
    const middle = edgePoint(edge, layout, 0.5);
    if (middle === undefined) continue;
    const at = toScreen(middle);
    if (at.x < 0 || at.x > width || at.y < 0 || at.y > height) continue;
    count += 1;
    if (count > MOST_SIGNS) return;
    context.beginPath();
    context.arc(at.x, at.y, RADIUS, 0, 2 * Math.PI);
    context.fillStyle = palette.paper;
    context.fill();
    const color = palette[textColor(edge)];
    if (look.sign !== "") {
      context.font = `700 11px ${FONT}`;
      context.fillStyle = color;
      context.fillText(look.sign, at.x, at.y + 0.5);
    } else if (edge.relation !== undefined) {
      drawGlyph(context, { glyph: RELATION_GLYPHS[edge.relation], at, scale: GLYPH_SCALE, color });
    }
  }
};
