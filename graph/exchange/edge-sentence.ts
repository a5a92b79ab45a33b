import type { Clearing, Derivation, Edge, ModelUse } from "../../schema/edge.ts";
import { assertNever } from "../../schema/errors.ts";

/**
 * An edge in words for people, which never read as accepted what is not.
 *
 * @example "acme/mix may derive from acme/web (fusion, confidence 0.31). It waits for a person: low-confidence."
 */
export const toEdgeSentence = (edge: Edge): string => {
  const claim = `${edge.from} ${VERBS[edge.kind][edge.status]} ${edge.to} (${detailsOf(edge).join(", ")}).`;
  const reasons = reasonsOf(edge);
  switch (edge.status) {
    case "accepted":
      return edge.kind === "derivation" && edge.origin?.kind === "published"
        ? `${claim} Published: ${edge.origin.citation}.`
        : claim;
    case "flagged":
      return `${claim} It waits for a person${reasons}.`;
    case "rejected":
      return `${claim} This was rejected${reasons}.`;
    default:
      return assertNever(edge.status);
  }
};

const VERBS = {
  derivation: {
    accepted: "derives from",
    flagged: "may derive from",
    rejected: "was not found to derive from",
  },
  "model-use": {
    accepted: "was made with",
    flagged: "may have been made with",
    rejected: "was not found to have been made with",
  },
  clearing: {
    accepted: "was, a document says, cleaned of",
    flagged: "may have been cleaned of",
    rejected: "was not found to have been cleaned of",
  },
} satisfies Record<Edge["kind"], Record<Edge["status"], string>>;

const detailsOf = (edge: Edge): readonly string[] => [
  ...ownDetails(edge),
  `confidence ${Number(edge.confidence.toFixed(DECIMALS))}`,
];
const DECIMALS = 3;

const ownDetails = (edge: Derivation | ModelUse | Clearing): readonly string[] => {
  if (edge.kind === "model-use") return [`role ${edge.role}`];
  const split = edge.split === undefined ? [] : [`split ${edge.split}`];
  if (edge.kind === "clearing") return split;
  return [
    edge.relation,
    ...split,
    ...(edge.subset === undefined ? [] : [`part ${JSON.stringify(edge.subset)}`]),
  ];
};

const reasonsOf = (edge: Edge): string => {
  if (edge.kind !== "derivation") return "";
  const reasons = edge.status === "rejected" ? [edge.rejection ?? []].flat() : edge.flags;
  return reasons.length === 0 ? "" : `: ${reasons.join(", ")}`;
};
