import type { DatasetCommit } from "../../../schema/commit.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import { MERGE_DATASETS, MERGE_EDGES, REMOVE_EDGES, SET_DATASETS } from "../../queries/commit.ts";
import { ORIGINS_FROM, ORIGINS_TO } from "../../queries/origins.ts";
import * as queries from "../../queries/publish.ts";
import { fromEdge, fromStoredDataset, toEdge, toStoredDataset, toText, typeOfEdge } from "../../rows.ts";
import type { StoredDataset } from "../../rows.ts";
import { isBare, toPublishedEdge } from "../edges/bare-edge.ts";
import type { BareEdge } from "../edges/bare-edge.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { datasetNamed } from "../commit/dataset-named.ts";
import { mergeNeighbour } from "../commit/merge-dataset.ts";

/**
 * A publication may know a dataset by an id that the Hub has renamed since, or in another case. What it says of that id is, before a
 * visit writes the dataset, what it says of the dataset: claims, facts, and marks. Gives the datasets whose edges changed.
 */
export const absorbPublished = async (
  transaction: Transaction,
  commit: Pick<DatasetCommit, "dataset" | "neighbours" | "aliases">,
): Promise<readonly string[]> => {
  const owners = ownersByKey(commit);
  const rows = [...owners].map(([key, id]) => ({ key, id }));
  const found = await transaction.run(queries.FORMER_NODES, { rows });
  const changed = new Set<string>();
  for (const row of found) {
    const former = toStoredDataset(row["properties"]);
    const owner = owners.get(toText(row["key"]));
    if (former === undefined || former.visited || owner === undefined) continue;
    for (const id of await moveInto(transaction, former, owner)) changed.add(id);
  }
  return [...changed];
};

/** What each spelling means now, by the Hub's word: a search that found a name says nothing about ids. */
const ownersByKey = ({ dataset, neighbours, aliases }: Parameters<typeof absorbPublished>[1]) => {
  const hub = [dataset, ...neighbours].filter(({ registry }) => registry === "huggingface");
  const renamed = aliases.filter(({ reason }) => reason === "renamed" || reason === "legacy");
  return new Map<string, DatasetId>([
    ...hub.map(({ id }) => [toAliasKey(id), id] as const),
    ...renamed.map(({ key, datasetId }) => [toAliasKey(key), datasetId] as const),
  ]);
};

const moveInto = async (
  transaction: Transaction,
  { dataset: former }: StoredDataset,
  id: DatasetId,
): Promise<readonly string[]> => {
  const [owner] = await transaction.run(MERGE_DATASETS, { ids: [id] });
  const facts = { ...former, ...datasetNamed(id, former.state) };
  const merged = mergeNeighbour(toStoredDataset(owner?.["properties"]), facts);
  await transaction.run(SET_DATASETS, { rows: [{ id, properties: fromStoredDataset(merged) }] });
  const rename = (one: DatasetId): DatasetId => (one === former.id ? id : one);
  const edges = [
    ...(await transaction.run(ORIGINS_FROM, { id: former.id })),
    ...(await transaction.run(ORIGINS_TO, { id: former.id })),
  ].map(toEdge);
  const claims = edges.filter((edge) => edge.kind === "derivation").filter(isBare);
  for (const claim of claims) {
    if (claim.origin.kind !== "published" || claim.decision !== undefined) continue;
    await transaction.run(REMOVE_EDGES, { rows: [{ id: claim.id, from: claim.from }] });
    const [from, to] = [rename(claim.from), rename(claim.to)];
    const moved = toPublishedEdge({ id: toEdgeId("derivation", from, to), from, to }, claim.origin);
    await putDown(transaction, moved);
  }
  const lonely = (await transaction.run(queries.LONELY_DATASETS, { ids: [former.id] })).length > 0;
  if (lonely) {
    await transaction.run(queries.DELETE_SPELLINGS, { ids: [former.id] });
    await transaction.run(queries.DELETE_DATASETS, { ids: [former.id] });
  }
  return claims.map(({ from }) => rename(from));
};

/** Where the graph has the edge already, the publication is noted beside what it rests on. */
const putDown = async (transaction: Transaction, edge: BareEdge): Promise<void> => {
  const rows = await transaction.run(queries.DERIVATIONS_FROM, { ids: [edge.from] });
  const known = rows.map(toEdge).find(({ id }) => id === edge.id);
  if (known === undefined) {
    const row = { id: edge.id, from: edge.from, to: edge.to, properties: fromEdge(edge) };
    await transaction.run(MERGE_EDGES[typeOfEdge(edge)], { rows: [row] });
  } else if (known.kind === "derivation" && known.origin === undefined) {
    const row = { id: edge.id, from: edge.from, origin: JSON.stringify(edge.origin) };
    await transaction.run(queries.SET_ORIGINS, { rows: [row] });
  }
};
