import { toEdgeId } from "../../../schema/edge-id.ts";
import { NO_SIGNALS } from "../../../schema/edge.ts";
import type { Derivation, Origin, Proposal } from "../../../schema/edge.ts";
import { registryOf } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import { FLAG_REASONS } from "../../../schema/vocabulary.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import type { Database, Transaction } from "../../database.ts";
import { MERGE_DATASETS, MERGE_EDGES, REMOVE_EDGES, SET_DATASETS } from "../../queries/commit.ts";
import { CLOSING_CYCLES } from "../../queries/lineage.ts";
import { SET_ORIGINS } from "../../queries/publish.ts";
import { fromEdge, fromStoredDataset, toStoredDataset, toText } from "../../rows.ts";
import type { StoredDataset } from "../../rows.ts";
import { datasetNamed } from "../commit/dataset-named.ts";
import { inBatches } from "../in-batches.ts";
import { mergeNeighbour } from "../commit/merge-dataset.ts";
import { recomputeContamination } from "../contamination/recompute-contamination.ts";

/** A person's word for an edge that the graph does not have, or has by a person's word alone. */
export interface NewEdge {
  readonly from: DatasetId;
  readonly to: DatasetId;
  /** The person's own figure, 0 to 1. */
  readonly confidence: number;
  readonly proposal: Proposal & { readonly wanted: NonNullable<Proposal["wanted"]> };
}

/** A person's word on an edge that the graph has. */
export interface EdgeRemark {
  readonly edge: Derivation;
  readonly proposal: Proposal;
}

export interface Proposals {
  readonly added: readonly NewEdge[];
  readonly remarks: readonly EdgeRemark[];
}

/** As with a publication: 100,000 edges take the embedded engine some 10 s. */
const TIMEOUT_MS = 600_000;

/**
 * Writes what people propose, in one transaction. A new edge waits for a person, marked with its origin; on an edge that is there
 * the proposal is noted, and nothing else of it changes.
 */
export const proposeEdges = (
  database: Database,
  { added, remarks }: Proposals,
  { now, signal }: { readonly now: Date; readonly signal?: AbortSignal | undefined },
): Promise<void> =>
  database.write(
    async (transaction) => {
      const nodes = await writeEnds(transaction, added);
      await writeEdges(transaction, added, nodes);
      const rows = remarks.map(({ edge, proposal }) => ({
        id: edge.id,
        from: edge.from,
        origin: JSON.stringify(withProposal(edge.origin, proposal)),
      }));
      await inBatches(rows, (some) => transaction.run(SET_ORIGINS, { rows: some }));
      if (added.length > 0) await recomputeContamination(transaction, { now });
    },
    { timeoutMs: TIMEOUT_MS, ...(signal === undefined ? {} : { signal }) },
  );

/** A publication's mark stays, with the proposal in it. */
const withProposal = (origin: Origin | undefined, proposal: Proposal): Origin =>
  origin?.kind === "published" ? { ...origin, proposal } : { kind: "proposal", ...proposal };

type Nodes = ReadonlyMap<string, StoredDataset>;

const writeEnds = async (transaction: Transaction, added: readonly NewEdge[]): Promise<Nodes> => {
  const ids = [...new Set(added.flatMap(({ from, to }) => [from, to]))].sort();
  const stored = await inBatches(ids, (some) => transaction.run(MERGE_DATASETS, { ids: some }));
  const nodes = new Map(
    stored.map((row) => {
      const id = toText(row["id"]) as DatasetId;
      const state = registryOf(id) === "huggingface" ? "frontier" : "terminal";
      return [
        id as string,
        mergeNeighbour(toStoredDataset(row["properties"]), datasetNamed(id, state)),
      ] as const;
    }),
  );
  const rows = [...nodes].map(([id, node]) => ({ id, properties: fromStoredDataset(node) }));
  await inBatches(rows, (some) => transaction.run(SET_DATASETS, { rows: some }));
  return nodes;
};

const writeEdges = async (
  transaction: Transaction,
  added: readonly NewEdge[],
  nodes: Nodes,
): Promise<void> => {
  const rows = [];
  for (const edge of added) {
    const flags = await flagsOf(transaction, edge, nodes);
    const derivation = toDerivation(edge, flags);
    rows.push({ id: derivation.id, from: edge.from, to: edge.to, properties: fromEdge(derivation) });
  }
  await inBatches(rows, (some) => transaction.run(REMOVE_EDGES, { rows: some }));
  await inBatches(rows, (some) => transaction.run(MERGE_EDGES.MAY_DERIVE_FROM, { rows: some }));
};

const flagsOf = async (
  transaction: Transaction,
  { from, to }: NewEdge,
  nodes: Nodes,
): Promise<readonly FlagReason[]> => {
  const found = new Set<FlagReason>(["low-confidence"]);
  if (from === to) found.add("self");
  const derived = nodes.get(from)?.dataset.createdAt;
  const source = nodes.get(to)?.dataset.createdAt;
  if (derived !== undefined && source !== undefined && Date.parse(source) > Date.parse(derived)) {
    found.add("newer-than-derived");
  }
  const closing = await transaction.run(CLOSING_CYCLES, { id: from, sources: [to] });
  if (closing.length > 0) found.add("cycle");
  return FLAG_REASONS.filter((flag) => found.has(flag));
};

const toDerivation = (
  { from, to, confidence, proposal }: NewEdge,
  flags: readonly FlagReason[],
): Derivation => {
  const { relation, split, subset } = proposal.wanted;
  return {
    kind: "derivation",
    id: toEdgeId("derivation", from, to),
    from,
    to,
    relation,
    ...(split === undefined ? {} : { split }),
    ...(subset === undefined ? {} : { subset }),
    confidence,
    status: "flagged",
    flags: [...flags],
    signals: { ...NO_SIGNALS, failedChecks: [...flags] },
    origin: { kind: "proposal", ...proposal },
  };
};
