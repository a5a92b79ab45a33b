import type { Edge } from "../../../schema/edge.ts";

export interface DecidedEdges {
  /** The edges that a visit found, each as a person decided it where one did. */
  readonly edges: readonly Edge[];
  /** Decided edges that the visit did not find: they stay as they are, with their evidence. */
  readonly untouched: ReadonlySet<string>;
}

/**
 * No visit goes against a person: it renews an edge's confidence and adds to its evidence, and never changes what was decided. A visit
 * less sure of what a person stated than the person takes nothing from it.
 */
export const keepDecisions = (found: readonly Edge[], decided: readonly Edge[]): DecidedEdges => {
  const byId = new Map(decided.map((edge) => [edge.id, edge]));
  const edges = found.map((edge) => asDecided(edge, byId.get(edge.id)));
  const ids = new Set(found.map(({ id }) => id));
  return { edges, untouched: new Set(decided.map(({ id }) => id).filter((id) => !ids.has(id))) };
};

/** An edge as it is found, with what a person decided on it as it is known. */
export const asDecided = (visited: Edge, known: Edge | undefined): Edge => {
  if (known?.decision === undefined) return visited;
  const { decision, status } = known;
  const found = isStatedByPerson(known) ? besideTheirWord(visited, known) : visited;
  if (found.kind !== "derivation" || known.kind !== "derivation") return { ...found, status, decision };
  const { split: _split, subset: _subset, rejection: _rejection, ...rest } = found;
  const { relation, split, subset, flags, rejection } = known;
  return {
    ...rest,
    status,
    decision,
    relation,
    flags,
    ...(split === undefined ? {} : { split }),
    ...(subset === undefined ? {} : { subset }),
    ...(rejection === undefined ? {} : { rejection }),
  };
};

/** Added or led there by a person: with their quote, or by their word alone, which nothing published stands behind. */
const isStatedByPerson = ({ decision, signals, ...edge }: Edge): boolean =>
  signals.tracers.includes("person") ||
  decision?.verdict === "added" ||
  (signals.documents === 0 && edge.kind === "derivation" && edge.origin === undefined);

/** The person stays among those who found the edge, whatever is decided on it later. */
const besideTheirWord = (visited: Edge, { confidence, signals: theirs }: Edge): Edge => {
  const { signals } = visited;
  return {
    ...visited,
    confidence: Math.max(visited.confidence, confidence),
    signals: {
      ...signals,
      documentKinds: [...new Set([...signals.documentKinds, ...theirs.documentKinds])],
      // One document may be both: at least as many as either has.
      documents: Math.max(signals.documents, theirs.documents),
      tracers: [...new Set([...signals.tracers, ...theirs.tracers, "person" as const])],
      bestScore: Math.max(signals.bestScore, theirs.bestScore),
    },
  };
};
