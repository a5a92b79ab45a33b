import type { DatasetCommit } from "../../../schema/commit.ts";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import { isBare, withoutEvidence } from "../edges/bare-edge.ts";

/**
 * The edges that a dataset has after a visit, given those that someone else brought in. An edge that the visit found keeps
 * their mark beside its evidence. Of those that it did not find, and that it would have had to, the mark alone is left.
 */
export const keepOrigins = (commit: DatasetCommit, known: readonly Edge[]): readonly Edge[] => {
  const marked = new Map(known.map((edge) => [edge.id, edge]));
  const found = commit.edges.map((edge) => withOriginOf(edge, marked.get(edge.id)));
  const claimed = new Set(found.map((edge) => edge.id));
  const others = known.filter((edge) => !claimed.has(edge.id));
  return commit.outcome === "traced" ? [...found, ...others.flatMap(unproven)] : found;
};

const withOriginOf = (edge: Edge, known: Edge | undefined): Edge => {
  if (edge.kind !== "derivation" || known?.kind !== "derivation" || known.origin === undefined) return edge;
  return { ...(known.origin.kind === "published" ? reconsidered(edge) : edge), origin: known.origin };
};

/** What our tracers only were not convinced of waits for a person when a publication states it; a reason against it stands. */
const reconsidered = (edge: Derivation): Derivation => {
  if (edge.rejection !== "not-supported") return edge;
  const { rejection: _rejection, ...rest } = edge;
  const failedChecks = [...new Set<FlagReason>([...edge.signals.failedChecks, "low-confidence"])];
  return {
    ...rest,
    status: "flagged",
    flags: failedChecks,
    signals: { ...edge.signals, failedChecks },
  };
};

const unproven = (edge: Edge): readonly Edge[] => {
  if (isBare(edge)) return [edge];
  const bare = withoutEvidence(edge);
  return bare === undefined ? [] : [bare];
};
