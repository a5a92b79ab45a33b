import { NO_SIGNALS } from "../../../schema/edge.ts";
import type { Derivation, Edge, PublishedOrigin } from "../../../schema/edge.ts";
import { assertNever } from "../../../schema/errors.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";

/** An edge of which only someone else says that it exists. */
export type BareEdge = Derivation & { readonly origin: NonNullable<Derivation["origin"]> };

/** Whether no document of ours proves the edge. */
export const isBare = (edge: Edge): edge is BareEdge =>
  edge.kind === "derivation" && edge.origin !== undefined && edge.signals.documents === 0;

type Ends = Pick<Derivation, "id" | "from" | "to">;

/** The edge as its publication alone makes it: accepted when none of our checks speaks against it. */
export const toPublishedEdge = ({ id, from, to }: Ends, origin: PublishedOrigin): BareEdge => ({
  kind: "derivation",
  id,
  from,
  to,
  relation: origin.relation,
  confidence: origin.confidence,
  status: origin.flags.length === 0 ? "accepted" : "flagged",
  flags: origin.flags,
  signals: { ...NO_SIGNALS, failedChecks: origin.flags },
  origin,
});

/** What is left of an edge when no trace finds its evidence any more; undefined: nothing. */
export const withoutEvidence = (edge: Edge): BareEdge | undefined => {
  if (edge.kind !== "derivation" || edge.origin === undefined) return undefined;
  const { origin } = edge;
  switch (origin.kind) {
    case "published":
      return toPublishedEdge(edge, origin);
    case "proposal": {
      // Whoever would have had it rejected has it so.
      if (origin.wanted?.status === "rejected") return undefined;
      const { subset: _subset, split: _split, rejection: _rejection, ...rest } = edge;
      const { firstTrace: _first, lastTrace: _last, ...bare } = rest;
      const flags: FlagReason[] = ["low-confidence"];
      return { ...bare, origin, status: "flagged", flags, signals: { ...NO_SIGNALS, failedChecks: flags } };
    }
    default:
      return assertNever(origin);
  }
};
