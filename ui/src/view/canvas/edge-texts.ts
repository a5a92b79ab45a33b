import { edgePoint } from "../../explorer/edge-curve.ts";
import { toEdgeLook } from "../../explorer/edge-look.ts";
import type { ShapeEdge } from "../../explorer/graph-shape.ts";
import { edgeWords } from "../../words/edge-words.ts";
import type { OverlayFrame } from "./overlay.ts";
import type { OverlayText } from "./overlay-text.ts";

/** Signs on edges appear from this scale on, or when the edge is near what is in focus. */
const SIGNS_FROM_SCALE = 0.72;
/** Where along an edge its text may stand, the middle first. */
const PLACES = [0.5, 0.62, 0.38, 0.74];
const SIGN_PRIORITY = -1_000;
const LINE_PX = 14;

/** The sign of each edge in doubt, and the relation of the edges near what is in focus. */
export const toEdgeTexts = (frame: OverlayFrame): readonly OverlayText[] =>
  frame.shape.edges.flatMap((edge) => {
    const { emphasis, layout, toScreen, scale } = frame;
    const look = toEdgeLook(edge);
    const isNear = emphasis.nearEdges.has(edge.id);
    const isPicked = edge.id === emphasis.hoveredEdge || edge.id === emphasis.selectedEdge;
    const showsSign = look.sign !== "" && (isNear || scale > SIGNS_FROM_SCALE);
    const text = [showsSign ? look.sign : "", isNear ? edgeWords(edge) : ""].filter(Boolean).join(" ");
    const places = text === "" ? [] : PLACES.flatMap((place) => edgePoint(edge, layout, place) ?? []);
    if (places.length === 0) return [];
    return [
      {
        id: `edge ${edge.id}`,
        text,
        font: isPicked ? "600 12px" : "500 11px",
        color: isPicked ? "accent" : textColor(edge),
        alpha: isNear || emphasis.nearNodes.size === 0 ? 1 : emphasis.faded,
        height: LINE_PX,
        priority: isPicked ? Infinity : isNear ? 0 : SIGN_PRIORITY,
        at: { kind: "points", points: places.map(toScreen) },
      },
    ];
  });

/** The pale line colour would be hard to read as a text. */
const textColor = (edge: ShapeEdge): OverlayText["color"] => {
  const { color } = toEdgeLook(edge);
  return color === "edge" ? "muted" : color;
};
