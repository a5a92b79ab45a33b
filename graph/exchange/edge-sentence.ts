import type { Clearing, Derivation, Edge, ModelUse } from "../../schema/edge.ts";
import { assertNever } from "../../schema/errors.ts";
import type { ExchangeIndex } from "./index-exchange.ts";
import { isPublishedClaim, PUBLISHED_CLAIM } from "./is-published-claim.ts";

/**
 * An edge in words for people, which never read as accepted what is not.
 *
 * @example "acme/mix may derive from acme/web (fusion, confidence 0.31). It waits for a person: low-confidence."
 */
export const toEdgeSentence = (edge: Edge, index: Pick<ExchangeIndex, "proofsOf">): string => {
  const claim = `${edge.from} ${VERBS[edge.kind][edge.status]} ${edge.to} (${detailsOf(edge).join(", ")}).`;
  return `${claim}${verdictOf(edge)}${publicationOf(edge, index)}`;
};

const verdictOf = (edge: Edge): string => {
  switch (edge.status) {
    case "accepted":
      return "";
    case "flagged":
      return ` It waits for a person${reasonsOf(edge)}.`;
    case "rejected":
      return ` This was rejected${reasonsOf(edge)}.`;
    default:
      return assertNever(edge.status);
  }
};

const publicationOf = (edge: Edge, index: Pick<ExchangeIndex, "proofsOf">): string => {
  if (edge.kind !== "derivation" || edge.origin?.kind !== "published") return "";
  const claim = isPublishedClaim(edge, index) ? ` (${PUBLISHED_CLAIM})` : "";
  return ` Published: ${edge.origin.citation}${claim}.`;
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
