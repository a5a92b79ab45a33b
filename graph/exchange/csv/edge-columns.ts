import type { Edge } from "../../../schema/edge.ts";
import type { Evidence } from "../../../schema/edge.ts";
import { bestProof } from "../best-proof.ts";
import type { Proof } from "../index-exchange.ts";

/** The columns of the table of edges, in order. What a person may change comes before what only informs. */
export const EDGE_COLUMNS = [
  "kind",
  "from",
  "to",
  "relation",
  "split",
  "subset",
  "status",
  "reasons",
  "by",
  "note",
  "confidence",
  "evidence",
  "documents",
  "quote",
  "quote_url",
  "origin",
  "id",
] as const;
export type EdgeColumn = (typeof EDGE_COLUMNS)[number];
export type EdgeRow = Readonly<Record<EdgeColumn, string>>;

export const LIST_SEPARATOR = "; ";

/** An edge as a row. `relation` is the role of a model use; `reasons` why an edge waits or was rejected. */
export const toEdgeRow = (edge: Edge, proofs: readonly Proof[]): EdgeRow => {
  const best = bestProof(proofs);
  return {
    ...toStatedColumns(edge),
    ...toPersonColumns(edge),
    confidence: String(edge.confidence),
    evidence: String(proofs.length),
    documents: kindsOf(proofs.map(({ evidence }) => evidence)),
    quote: best?.evidence.quote ?? "",
    quote_url: best?.document.url ?? "",
    id: edge.id,
  };
};

/** The columns by which a row says what an edge says. */
export const toStatedColumns = (
  edge: Edge,
): Pick<EdgeRow, "kind" | "from" | "to" | "relation" | "split" | "subset" | "status" | "reasons"> => ({
  kind: edge.kind,
  from: edge.from,
  to: edge.to,
  relation: relationOf(edge),
  split: (edge.kind === "model-use" ? undefined : edge.split) ?? "",
  subset: (edge.kind === "derivation" ? edge.subset : undefined) ?? "",
  status: edge.status,
  reasons: reasonsOf(edge),
});

const relationOf = (edge: Edge): string => {
  if (edge.kind === "derivation") return edge.relation;
  return edge.kind === "model-use" ? edge.role : "";
};

const reasonsOf = (edge: Edge): string => {
  if (edge.kind !== "derivation") return "";
  return edge.status === "rejected" ? (edge.rejection ?? "") : edge.flags.join(LIST_SEPARATOR);
};

const toPersonColumns = (edge: Edge): Pick<EdgeRow, "by" | "note" | "origin"> => {
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  switch (origin?.kind) {
    case "published":
      return {
        by: origin.proposal?.by ?? "",
        note: origin.proposal?.note ?? "",
        origin: `published: ${origin.citation}`,
      };
    case "proposal":
      return { by: origin.by ?? "", note: origin.note ?? "", origin: "proposal" };
    default:
      return { by: "", note: "", origin: "trace" };
  }
};

const kindsOf = (evidence: readonly Evidence[]): string =>
  [...new Set(evidence.map(({ documentKind }) => documentKind))].sort().join(LIST_SEPARATOR);
