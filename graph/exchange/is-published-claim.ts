import type { Edge } from "../../schema/edge.ts";
import type { ExchangeIndex } from "./index-exchange.ts";

/** How formats call a claim of a publication for which we have no quote. */
export const PUBLISHED_CLAIM = "published claim, no quote of ours";

/** Whether nothing stands behind the edge but what a publication says. */
export const isPublishedClaim = (edge: Edge, index: Pick<ExchangeIndex, "proofsOf">): boolean =>
  edge.kind === "derivation" && edge.origin?.kind === "published" && index.proofsOf(edge).length === 0;
