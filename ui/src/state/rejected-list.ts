import type { Edge } from "../../../schema/edge.ts";
import { REJECTION_REASONS, type RejectionReason } from "../../../schema/vocabulary.ts";

/** What the documents of a dataset name without its being built from it. */
export interface RejectedList {
  readonly items: readonly Edge[];
}

export interface RejectedGroup {
  /** Absent when none is on record. */
  readonly reason?: RejectionReason;
  readonly edges: readonly Edge[];
}

/** By reason, the most frequent first; in a group by how many documents name the candidate, then by its id. */
export const groupByReason = (edges: readonly Edge[]): readonly RejectedGroup[] => {
  const groups = new Map<RejectionReason | undefined, Edge[]>();
  for (const edge of edges) {
    const reason = edge.kind === "derivation" ? edge.rejection : undefined;
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [edge]);
    else group.push(edge);
  }
  return [...groups]
    .toSorted(([one, of], [other, than]) => than.length - of.length || order(one) - order(other))
    .map(([reason, members]) => ({
      ...(reason !== undefined && { reason }),
      edges: members.toSorted(
        (one, other) =>
          other.signals.documents - one.signals.documents ||
          (one.to < other.to ? -1 : Number(one.to > other.to)),
      ),
    }));
};

const order = (reason: RejectionReason | undefined): number =>
  reason === undefined ? REJECTION_REASONS.length : REJECTION_REASONS.indexOf(reason);
