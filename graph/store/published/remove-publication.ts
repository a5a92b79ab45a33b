import type { Derivation } from "../../../schema/edge.ts";
import type { Publication, PublishedLineage } from "../../exchange/published/published-lineage.ts";
import type { Database, Transaction } from "../../database.ts";
import { MERGE_EDGES, REMOVE_EDGES } from "../../queries/commit.ts";
import * as queries from "../../queries/publish.ts";
import { fromEdge, toEdge, toText, typeOfEdge } from "../../rows.ts";
import { isBare, withoutEvidence } from "../edges/bare-edge.ts";
import { inBatches } from "../in-batches.ts";
import { knownIds } from "./known-ids.ts";
import { PUBLISH_TIMEOUT_MS } from "./publish-lineage.ts";

export interface RemovalReport {
  readonly datasets: number;
  /** Edges that rested on the publication alone. */
  readonly edges: number;
  /** Edges with evidence of ours that lost the mark. */
  readonly unmarked: number;
}

/**
 * Takes a publication out again: its undecided claims, its marks beside evidence, and those of its datasets that nothing else speaks of.
 * Facts that it gave of other datasets stay.
 */
export const removePublication = (
  database: Database,
  lineage: Pick<PublishedLineage, "publication" | "datasets">,
  finish?: (transaction: Transaction) => Promise<void>,
): Promise<RemovalReport> =>
  database.write(
    async (transaction) => {
      const edges = (await transaction.run(queries.EDGES_WITH_ORIGIN))
        .map(toEdge)
        .filter((edge) => edge.kind === "derivation")
        .filter((edge) => isFrom(edge, lineage.publication));
      const proposed = edges.filter((edge) => proposalOf(edge) !== undefined);
      const others = edges.filter((edge) => proposalOf(edge) === undefined);
      // What a person decided on a bare claim rests on the claim: it stays whole.
      const bare = others.filter((edge) => isBare(edge) && edge.decision === undefined);
      const proven = others.filter((edge) => !isBare(edge));
      await leaveProposals(transaction, proposed);
      await inBatches(toRows(bare), (rows) => transaction.run(REMOVE_EDGES, { rows }));
      await inBatches(toRows(proven), (rows) => transaction.run(queries.REMOVE_ORIGINS, { rows }));
      const known = await knownIds(transaction, lineage);
      const ids = lineage.datasets.map(({ id }) => known.get(id) ?? id);
      const lonely = (
        await inBatches(ids, (some) => transaction.run(queries.LONELY_DATASETS, { ids: some }))
      ).map((row) => toText(row["id"]));
      await inBatches(lonely, (some) => transaction.run(queries.DELETE_SPELLINGS, { ids: some }));
      await inBatches(lonely, (some) => transaction.run(queries.DELETE_DATASETS, { ids: some }));
      await inBatches(ids, (some) => transaction.run(queries.REMOVE_PUBLISHED_KEYS, { ids: some }));
      await finish?.(transaction);
      return { datasets: lonely.length, edges: bare.length, unmarked: proven.length };
    },
    { timeoutMs: PUBLISH_TIMEOUT_MS },
  );

const proposalOf = ({ origin }: Derivation) => (origin?.kind === "published" ? origin.proposal : undefined);

/** What a person would have of an edge outlives the publication. */
const leaveProposals = async (transaction: Transaction, edges: readonly Derivation[]): Promise<void> => {
  const after = edges.flatMap((edge) => {
    const proposal = proposalOf(edge);
    if (proposal === undefined) return [];
    const alone: Derivation = { ...edge, origin: { kind: "proposal", ...proposal } };
    return isBare(edge) ? [withoutEvidence(alone)].filter((one) => one !== undefined) : [alone];
  });
  await inBatches(toRows(edges), (rows) => transaction.run(REMOVE_EDGES, { rows }));
  for (const edge of after) {
    const row = { id: edge.id, from: edge.from, to: edge.to, properties: fromEdge(edge) };
    await transaction.run(MERGE_EDGES[typeOfEdge(edge)], { rows: [row] });
  }
};

const toRows = (edges: readonly Derivation[]) => edges.map(({ id, from }) => ({ id, from }));

const isFrom = ({ origin }: Derivation, { citation, part }: Publication): boolean =>
  origin?.kind === "published" && origin.citation === citation && origin.part === part;
