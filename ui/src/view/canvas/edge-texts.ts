import { edgePoint } from "../../explorer/edge-curve.ts";
import { toEdgeLook } from "../../explorer/edge-look.ts";
import { indexShape } from "../../explorer/shape-index.ts";
import type { ShapeEdge } from "../../explorer/graph-shape.ts";
import { edgeWords } from "../../words/edge-words.ts";
import type { OverlayFrame } from "./overlay-frame.ts";
import type { OverlayText } from "./overlay-text.ts";

/** Where along an edge its text may stand, the middle first. */
const PLACES = [0.5, 0.62, 0.38, 0.74];
const LINE_PX = 14;
const MOST_TEXTS = 120;

/** What the edges in focus say of themselves, with the sign of those in doubt. */
export const toEdgeTexts = (frame: OverlayFrame): readonly OverlayText[] => {
  const { near, hoveredEdge, selectedEdge } = frame.emphasis;
  const byId = indexShape(frame.shape).edges;
  const ids = new Set([hoveredEdge, selectedEdge, ...(near?.edges ?? [])]);
  const edges = [...ids].flatMap((id) => (id === undefined ? [] : (byId.get(id) ?? [])));
  return edges.slice(0, MOST_TEXTS).flatMap((edge) => {
    const { layout, toScreen } = frame;
    const picked = isPicked(edge, frame);
    const text = [toEdgeLook(edge).sign, edgeWords(edge)].filter(Boolean).join(" ");
    const places = text === "" ? [] : PLACES.flatMap((place) => edgePoint(edge, layout, place) ?? []);
    if (places.length === 0) return [];
    return [
      {
        id: `edge ${edge.id}`,
        text,
        font: picked ? "600 12px" : "500 11px",
        color: picked ? "accent" : textColor(edge),
        height: LINE_PX,
        priority: picked ? Infinity : 0,
        at: { kind: "points", points: places.map(toScreen) },
      } satisfies OverlayText,
    ];
  });
};

const isPicked = (edge: ShapeEdge, { emphasis }: OverlayFrame): boolean =>
  edge.id === emphasis.hoveredEdge || edge.id === emphasis.selectedEdge;

/** The pale line colour would be hard to read as a text. */
export const textColor = (edge: ShapeEdge): OverlayText["color"] => {
  const { color } = toEdgeLook(edge);
  return color === "edge" ? "muted" : color;
};
