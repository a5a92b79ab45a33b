import { isDeepStrictEqual } from "node:util";
import type { Edge, Evidence } from "../../../schema/edge.ts";
import type { DatasetId, EdgeId } from "../../../schema/ids.ts";
import type { EdgeState } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import { EDGES_OF_DATASETS } from "../../queries/lineage.ts";
import { EVIDENCE_OF } from "../../queries/reviews.ts";
import { toEdge, toEvidence } from "../../rows.ts";
import { inBatches } from "../in-batches.ts";

export interface EdgeReference {
  readonly id: EdgeId;
  readonly from: DatasetId;
}

interface Picture {
  readonly edge: Edge | null;
  readonly evidence: readonly Evidence[];
}

export interface EdgeWatch {
  readonly before: ReadonlyMap<EdgeId, Edge>;
  /** What became of them since; those that are as they were are left out, unless all are asked for. */
  states(options?: { readonly all?: boolean }): Promise<EdgeState[]>;
}

/** Looks at edges, those too that are not there yet, so that afterwards it can be told what changed of them. */
export const watchEdges = async (
  transaction: Transaction,
  references: readonly EdgeReference[],
): Promise<EdgeWatch> => {
  const unique = [...new Map(references.map((one) => [one.id, one] as const)).values()];
  const before = await picture(transaction, unique);
  return {
    before: new Map([...before].flatMap(([id, { edge }]) => (edge === null ? [] : [[id, edge] as const]))),
    states: async ({ all = false } = {}) => {
      const after = await picture(transaction, unique);
      const states = unique.map(({ id }) => toState(id, before.get(id) ?? NOTHING, after.get(id) ?? NOTHING));
      return all ? states : states.filter(isChange);
    },
  };
};

const NOTHING: Picture = { edge: null, evidence: [] };

const picture = async (
  transaction: Transaction,
  references: readonly EdgeReference[],
): Promise<ReadonlyMap<EdgeId, Picture>> => {
  const rows = await inBatches(references, (some) =>
    transaction.run(EDGES_OF_DATASETS, {
      ids: some.map(({ id }) => id),
      datasets: [...new Set(some.map(({ from }) => from))],
    }),
  );
  const edges = new Map(rows.map(toEdge).map((edge) => [edge.id, edge] as const));
  const proofs = new Map<EdgeId, Evidence[]>();
  const ids = references.map(({ id }) => id);
  for (const row of await inBatches(ids, (some) => transaction.run(EVIDENCE_OF, { ids: some }))) {
    const one = toEvidence(row["properties"]);
    proofs.set(one.edgeId, [...(proofs.get(one.edgeId) ?? []), one]);
  }
  return new Map(
    ids.map((id) => [id, { edge: edges.get(id) ?? null, evidence: proofs.get(id) ?? [] }] as const),
  );
};

const toState = (id: EdgeId, before: Picture, after: Picture): EdgeState => {
  const gained = without(after.evidence, before.evidence);
  const lost = without(before.evidence, after.evidence);
  return {
    edge: id,
    before: before.edge,
    after: after.edge,
    ...(gained.length === 0 ? {} : { gained }),
    ...(lost.length === 0 ? {} : { lost }),
  };
};

const isChange = ({ before, after, gained, lost }: EdgeState): boolean =>
  gained !== undefined || lost !== undefined || !isDeepStrictEqual(before, after);

const without = (some: readonly Evidence[], others: readonly Evidence[]): Evidence[] => {
  const known = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !known.has(id));
};
