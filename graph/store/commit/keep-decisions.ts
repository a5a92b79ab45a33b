import type { Edge } from "../../../schema/edge.ts";

export interface DecidedEdges {
  /** The edges that a visit found, each as a person decided it where one did. */
  readonly edges: readonly Edge[];
  /** Decided edges that the visit did not find: they stay as they are, with their evidence. */
  readonly untouched: ReadonlySet<string>;
}

/** No visit goes against a person: it renews an edge's evidence and confidence, never what was decided. */
export const keepDecisions = (found: readonly Edge[], decided: readonly Edge[]): DecidedEdges => {
  const byId = new Map(decided.map((edge) => [edge.id, edge]));
  const edges = found.map((edge) => asDecided(edge, byId.get(edge.id)));
  const ids = new Set(found.map(({ id }) => id));
  return { edges, untouched: new Set(decided.map(({ id }) => id).filter((id) => !ids.has(id))) };
};

const asDecided = (found: Edge, known: Edge | undefined): Edge => {
  if (known?.decision === undefined) return found;
  const { decision, status } = known;
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
