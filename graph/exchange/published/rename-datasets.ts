import type { DatasetId } from "../../../schema/ids.ts";
import { mergePublishedEdges } from "./merge-published-edges.ts";
import type { PublishedDataset, PublishedLineage } from "./published-lineage.ts";

/** The same lineage with other ids for some datasets; those that get one id become one, and the former ids its spellings. */
export const renameDatasets = (
  lineage: PublishedLineage,
  ids: ReadonlyMap<DatasetId, DatasetId>,
): PublishedLineage => {
  if (ids.size === 0) return lineage;
  const rename = (id: DatasetId): DatasetId => ids.get(id) ?? id;
  const datasets = new Map<DatasetId, PublishedDataset>();
  for (const dataset of lineage.datasets) {
    const id = rename(dataset.id);
    const spellings = [...(dataset.spellings ?? []), ...(id === dataset.id ? [] : [dataset.id])];
    const renamed = { ...dataset, id, ...(spellings.length === 0 ? {} : { spellings }) };
    const known = datasets.get(id);
    datasets.set(id, known === undefined ? renamed : mergeTwo(known, renamed));
  }
  return {
    ...lineage,
    datasets: [...datasets.values()],
    edges: mergePublishedEdges(
      lineage.edges.map((edge) => ({ ...edge, from: rename(edge.from), to: rename(edge.to) })),
    ),
  };
};

const mergeTwo = (one: PublishedDataset, other: PublishedDataset): PublishedDataset => {
  const spellings = [...new Set([...(one.spellings ?? []), ...(other.spellings ?? [])])];
  return { ...other, ...one, ...(spellings.length === 0 ? {} : { spellings }) };
};
