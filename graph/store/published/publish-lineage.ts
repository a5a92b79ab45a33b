import type { Alias, Dataset } from "../../../schema/dataset.ts";
import { registryOf } from "../../../schema/id-text.ts";
import { FLAG_REASONS } from "../../../schema/vocabulary.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import type { PublishedDataset, PublishedLineage } from "../../exchange/published/published-lineage.ts";
import { renameDatasets } from "../../exchange/published/rename-datasets.ts";
import type { Database, Transaction } from "../../database.ts";
import { MERGE_DATASETS, MERGE_EDGES, REMOVE_EDGES, SET_DATASETS } from "../../queries/commit.ts";
import * as queries from "../../queries/publish.ts";
import { fromEdge, fromStoredDataset, toEdge, toStoredDataset, toText, typeOfEdge } from "../../rows.ts";
import type { StoredDataset } from "../../rows.ts";
import { commitAliases, toAliasKey } from "../commit/commit-aliases.ts";
import { datasetNamed } from "../commit/dataset-named.ts";
import { inBatches } from "../in-batches.ts";
import { knownIds } from "./known-ids.ts";
import { mergeNeighbour } from "../commit/merge-dataset.ts";
import { planPublication } from "./plan-publication.ts";
import type { GraphBefore, PublicationPlan } from "./plan-publication.ts";

export interface PublicationReport {
  /** Datasets that the graph did not have, and those that it had. */
  readonly datasets: { readonly added: number; readonly known: number };
  readonly edges: Readonly<Record<keyof PublicationPlan, number>>;
  /** What becomes of the publication's edges that stand without evidence of ours. */
  readonly accepted: number;
  readonly flagged: number;
  readonly flags: Readonly<Partial<Record<FlagReason, number>>>;
  readonly plan: PublicationPlan;
}

export interface PublishOptions {
  /** Say what would change, and write nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  /** Nodes and edges that are written. */
  readonly onProgress?: (written: number) => void;
  /** Part of the same transaction, after everything is written. */
  readonly finish?: (transaction: Transaction) => Promise<void>;
}

/** A publication of 100,000 edges takes the embedded engine some 10 s. */
export const PUBLISH_TIMEOUT_MS = 600_000;

/**
 * Takes a published lineage into the graph, in one transaction: as claims without evidence of ours, marked with their
 * publication. What a trace proved or a person decided stays as it is. The same lineage again changes nothing.
 */
export const publishLineage = async (
  database: Database,
  lineage: PublishedLineage,
  options: PublishOptions = {},
): Promise<PublicationReport> => {
  const limits = {
    timeoutMs: PUBLISH_TIMEOUT_MS,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  if (options.dryRun === true) {
    const reader = { run: (cypher: string, parameters = {}) => database.read(cypher, parameters, limits) };
    return toReport(await prepare(reader, lineage));
  }
  return database.write(async (transaction) => {
    const work = await prepare(transaction, lineage);
    await write(transaction, work, options.onProgress);
    await options.finish?.(transaction);
    return toReport(work);
  }, limits);
};

interface Work {
  readonly stored: ReadonlyMap<string, StoredDataset>;
  readonly merged: readonly StoredDataset[];
  readonly aliases: readonly Alias[];
  readonly plan: PublicationPlan;
}

const prepare = async (reader: Pick<Transaction, "run">, published: PublishedLineage): Promise<Work> => {
  const lineage = renameDatasets(published, await knownIds(reader, published));
  const ids = lineage.datasets.map(({ id }) => id);
  const stored = new Map<string, StoredDataset>();
  for (const row of await inBatches(ids, (some) => reader.run(queries.STORED_DATASETS, { ids: some }))) {
    const one = toStoredDataset(row["properties"]);
    if (one !== undefined) stored.set(toText(row["id"]), one);
  }
  const merged = lineage.datasets.map((one) => mergeNeighbour(stored.get(one.id), toDataset(one)));
  const edges = await inBatches(ids, (some) => reader.run(queries.DERIVATIONS_FROM, { ids: some }));
  const before: GraphBefore = {
    edges: new Map(
      edges
        .map(toEdge)
        .filter((edge) => edge.kind === "derivation")
        .map((edge) => [edge.id, edge]),
    ),
    accepted: (await reader.run(queries.ACCEPTED_ARCS)).map((row) => ({
      id: toText(row["id"]),
      from: toText(row["from"]),
      to: toText(row["to"]),
    })),
    dates: new Map(
      merged.flatMap(({ dataset }) => {
        const date = dataset.createdAt ?? dataset.hubMonth;
        return date === undefined ? [] : [[dataset.id as string, date] as const];
      }),
    ),
  };
  const aliases = lineage.datasets.flatMap(({ id, spellings = [] }) =>
    spellings.map((key): Alias => ({ key, datasetId: id, reason: "spelling" })),
  );
  return { stored, merged, aliases, plan: planPublication(lineage, before) };
};

const toDataset = ({ id, name, spellings: _spellings, domains, ...facts }: PublishedDataset): Dataset => ({
  ...datasetNamed(id, registryOf(id) === "huggingface" ? "frontier" : "terminal"),
  ...facts,
  ...(name === undefined ? {} : { name }),
  ...(domains === undefined ? {} : { domains: [...domains] }),
});

const write = async (
  transaction: Transaction,
  { merged, aliases, plan }: Work,
  onProgress: PublishOptions["onProgress"],
): Promise<void> => {
  let written = 0;
  const all = async (rows: readonly unknown[], cypher: string, name = "rows"): Promise<void> => {
    await inBatches(rows, async (some) => {
      const answer = await transaction.run(cypher, { [name]: some });
      written += some.length;
      onProgress?.(written);
      return answer;
    });
  };
  const ids = merged.map(({ dataset }) => dataset.id);
  await inBatches(ids, (some) => transaction.run(MERGE_DATASETS, { ids: some }));
  const nodes = merged.map((node) => ({ id: node.dataset.id, properties: fromStoredDataset(node) }));
  await all(nodes, SET_DATASETS);
  const keys = merged
    .filter(({ dataset, visited }) => dataset.registry === "huggingface" && !visited)
    .map(({ dataset: { id } }) => ({ id, key: toAliasKey(id) }));
  await inBatches(keys, (rows) => transaction.run(queries.SET_PUBLISHED_KEYS, { rows }));
  await commitAliases(transaction, aliases);
  const removed = plan.changed.map(({ before }) => ({ id: before.id, from: before.from }));
  await inBatches(removed, (rows) => transaction.run(REMOVE_EDGES, { rows }));
  const edges = [...plan.added, ...plan.changed.map(({ after }) => after)];
  for (const type of ["DERIVED_FROM", "MAY_DERIVE_FROM"] as const) {
    const ofType = edges.filter((edge) => typeOfEdge(edge) === type);
    const rows = ofType.map((edge) => ({
      id: edge.id,
      from: edge.from,
      to: edge.to,
      properties: fromEdge(edge),
    }));
    await all(rows, MERGE_EDGES[type]);
  }
  const marks = plan.noted.map(({ id, from, origin }) => ({ id, from, origin: JSON.stringify(origin) }));
  await all(marks, queries.SET_ORIGINS);
};

const toReport = ({ stored, merged, plan }: Work): PublicationReport => {
  const bare = [...plan.added, ...plan.changed.map(({ after }) => after), ...plan.unchanged];
  const counted = FLAG_REASONS.map(
    (flag) => [flag, bare.filter((edge) => edge.flags.includes(flag)).length] as const,
  );
  return {
    datasets: { added: merged.length - stored.size, known: stored.size },
    edges: {
      added: plan.added.length,
      changed: plan.changed.length,
      unchanged: plan.unchanged.length,
      noted: plan.noted.length,
      left: plan.left.length,
    },
    accepted: bare.filter((edge) => edge.status === "accepted").length,
    flagged: bare.filter((edge) => edge.status === "flagged").length,
    flags: Object.fromEntries(counted.filter(([, count]) => count > 0)),
    plan,
  };
};
