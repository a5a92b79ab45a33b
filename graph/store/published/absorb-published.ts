import type { DatasetCommit } from "../../../schema/commit.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { DatasetId, EdgeId } from "../../../schema/ids.ts";
import type { EdgeState } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import { MERGE_DATASETS, SET_DATASETS } from "../../queries/commit.ts";
import { DECIDED_FROM, DECIDED_TO } from "../../queries/decisions.ts";
import { ORIGINS_FROM, ORIGINS_TO } from "../../queries/origins.ts";
import * as queries from "../../queries/publish.ts";
import { fromStoredDataset, toEdge, toStoredDataset, toText } from "../../rows.ts";
import type { StoredDataset } from "../../rows.ts";
import { isBare } from "../edges/bare-edge.ts";
import { replaceEdge } from "../edges/edge-writes.ts";
import { type EdgeReference, watchEdges } from "../review/watch-edges.ts";
import { moveEdge } from "./move-edge.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { datasetNamed } from "../commit/dataset-named.ts";
import { mergeNeighbour } from "../commit/merge-dataset.ts";

/** What was decided on the edges of an id that turned out to be another one's. */
export interface Rename {
  readonly from: DatasetId;
  readonly to: DatasetId;
  readonly states: readonly EdgeState[];
}

export interface Absorbed {
  readonly changed: readonly string[];
  readonly renames: readonly Rename[];
}

/**
 * A publication may know a dataset by an id that the Hub has renamed since, or in another case. What it says of that id is, before a
 * visit writes the dataset, what it says of the dataset: claims, facts, and marks, with what
 * people decided on them. Gives the datasets whose edges changed, and of each id that went what was decided on its edges.
 */
export const absorbPublished = async (
  transaction: Transaction,
  commit: Pick<DatasetCommit, "dataset" | "neighbours" | "aliases">,
): Promise<Absorbed> => {
  const owners = ownersByKey(commit);
  const rows = [...owners].map(([key, id]) => ({ key, id }));
  const found = await transaction.run(queries.FORMER_NODES, { rows });
  const changed = new Set<string>();
  const renames: Rename[] = [];
  for (const row of found) {
    const former = toStoredDataset(row["properties"]);
    const owner = owners.get(toText(row["key"]));
    if (former === undefined || former.visited || owner === undefined) continue;
    const moved = await moveInto(transaction, former, owner);
    for (const id of moved.changed) changed.add(id);
    if (moved.states.length > 0) renames.push({ from: former.dataset.id, to: owner, states: moved.states });
  }
  return { changed: [...changed], renames };
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
): Promise<{ readonly changed: readonly string[]; readonly states: readonly EdgeState[] }> => {
  const [owner] = await transaction.run(MERGE_DATASETS, { ids: [id] });
  const facts = { ...former, ...datasetNamed(id, former.state) };
  const merged = mergeNeighbour(toStoredDataset(owner?.["properties"]), facts);
  await transaction.run(SET_DATASETS, { rows: [{ id, properties: fromStoredDataset(merged) }] });
  const rename = (one: DatasetId): DatasetId => (one === former.id ? id : one);
  const edges = await edgesToMove(transaction, former.id);
  const watch = await watchEdges(
    transaction,
    edges.flatMap((edge) => touchedBy(edge, rename)),
  );
  for (const edge of edges) {
    const [from, to] = [rename(edge.from), rename(edge.to)];
    const ends = { id: toEdgeId("derivation", from, to), from, to };
    await moveEdge(transaction, edge, { ...edge, ...ends });
  }
  await renewReferences(transaction, edges, rename);
  const lonely = (await transaction.run(queries.LONELY_DATASETS, { ids: [former.id] })).length > 0;
  if (lonely) {
    await transaction.run(queries.DELETE_SPELLINGS, { ids: [former.id] });
    await transaction.run(queries.DELETE_DATASETS, { ids: [former.id] });
  }
  const states = (await watch.states()).filter(isDecided);
  return { changed: edges.map(({ from }) => rename(from)), states };
};

/** The edge, where it goes, and those that it names or is named by. */
const touchedBy = (
  { id, from, to, decision }: Derivation,
  rename: (id: DatasetId) => DatasetId,
): readonly EdgeReference[] => [
  { id, from },
  { id: toEdgeId("derivation", rename(from), rename(to)), from: rename(from) },
  ...[decision?.replaces, decision?.replacedBy].flatMap((other) =>
    other === undefined ? [] : { id: other, from: rename(from) },
  ),
];

const isDecided = ({ before, after }: EdgeState): boolean =>
  before?.decision !== undefined || after?.decision !== undefined;

/** What is published and nothing else, and what a person decided on; the rest is for the next visit of its dataset to find anew. */
const edgesToMove = async (transaction: Transaction, id: DatasetId): Promise<readonly Derivation[]> => {
  const queried = [ORIGINS_FROM, ORIGINS_TO, DECIDED_FROM, DECIDED_TO];
  const edges = new Map<EdgeId, Derivation>();
  for (const cypher of queried) {
    const found = (await transaction.run(cypher, { id })).map(toEdge);
    for (const edge of found) {
      if (edge.kind !== "derivation") continue;
      const isClaim = isBare(edge) && edge.origin.kind === "published";
      if (isClaim || edge.decision !== undefined) edges.set(edge.id, edge);
    }
  }
  return [...edges.values()];
};

/** An edge that was led elsewhere and the one that it was led to name each other. */
const renewReferences = async (
  transaction: Transaction,
  moved: readonly Derivation[],
  rename: (id: DatasetId) => DatasetId,
): Promise<void> => {
  const ids = new Map(
    moved.map(({ id, from, to }) => [id, toEdgeId("derivation", rename(from), rename(to))] as const),
  );
  for (const from of new Set(moved.map((edge) => rename(edge.from)))) {
    for (const edge of (await transaction.run(DECIDED_FROM, { id: from })).map(toEdge)) {
      const { decision } = edge;
      const replaces = decision?.replaces === undefined ? undefined : ids.get(decision.replaces);
      const replacedBy = decision?.replacedBy === undefined ? undefined : ids.get(decision.replacedBy);
      if (decision === undefined || (replaces ?? replacedBy) === undefined) continue;
      const renewed = {
        ...decision,
        ...(replaces === undefined ? {} : { replaces }),
        ...(replacedBy === undefined ? {} : { replacedBy }),
      };
      await replaceEdge(transaction, { ...edge, decision: renewed });
    }
  }
};
