import type { Status } from "../../../schema/vocabulary.ts";
import type { ShapeEdge } from "./graph-shape.ts";
import type { PaletteRole } from "./palette.ts";

export interface EdgeLook {
  readonly color: PaletteRole;
  /** Pixels of drawn line in one dash of twice that length; 0 for a solid line. */
  readonly dash: number;
  /** Pixels at 100 %. */
  readonly width: number;
  /** 0 to 1. */
  readonly opacity: number;
  /** A sign at the middle of the edge, so that colour and dashes are not the only ones. */
  readonly sign: string;
}

const THIN = 1.1;
const MODEL_OPACITY = 0.4;
/** What is left of an accepted edge's opacity at a confidence of 0. */
const LEAST_SURE = 0.35;
const MOST_DOCUMENTS = 4;
const WIDTH_PER_DOCUMENT = 0.75;

const BY_STATUS = {
  accepted: { color: "edge", dash: 0, opacity: 0.9, sign: "" },
  flagged: { color: "doubt", dash: 6, opacity: 1, sign: "?" },
  rejected: { color: "muted", dash: 2, opacity: 0.6, sign: "×" },
} as const satisfies Record<Status, Omit<EdgeLook, "width">>;

export const toEdgeLook = (edge: ShapeEdge): EdgeLook => {
  const look = BY_STATUS[edge.status];
  const agreeing = Math.max(1, Math.min(edge.documents, MOST_DOCUMENTS));
  const width = THIN + WIDTH_PER_DOCUMENT * (agreeing - 1);
  // What is accepted on thin grounds is paler; doubt and rejection have looks of their own.
  const sureness = edge.status === "accepted" ? LEAST_SURE + (1 - LEAST_SURE) * (edge.confidence ?? 1) : 1;
  const derivation = { ...look, width, opacity: look.opacity * sureness };
  if (edge.kind === "derivation") return derivation;
  // Models are shared by many datasets: their edges stay in the background of the lineage.
  const color = edge.status === "accepted" ? "model" : look.color;
  return { ...derivation, color, width: THIN, opacity: MODEL_OPACITY };
};
