import type { DatasetDetail } from "../../../schema/api.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Database } from "../../database.ts";
import {
  ALIASES_OF_DATASET,
  COUNT_REJECTED,
  DOCUMENTS_OF_DATASET,
  edgesFrom,
} from "../../queries/lineage.ts";
import { toAlias, toDocument, toEdge, toNumber } from "../../rows.ts";
import { summarise } from "./neighbourhoods.ts";

/** Everything about one dataset but its derivations; undefined when the graph lacks it. */
export const datasetDetail = async (
  database: Database,
  id: DatasetId,
): Promise<DatasetDetail | undefined> => {
  const [summary] = await summarise(database, [id]);
  if (summary === undefined) return undefined;
  const [aliases, documents, edges, rejected] = await Promise.all([
    database.read(ALIASES_OF_DATASET, { id }),
    database.read(DOCUMENTS_OF_DATASET, { id }),
    database.read(edgesFrom(["MADE_WITH", "CLEARED_AGAINST"]), { ids: [id] }),
    database.read(COUNT_REJECTED, { id }),
  ]);
  const made = edges.map(toEdge).sort((one, other) => (one.to < other.to ? -1 : 1));
  return {
    ...summary,
    aliases: aliases.map(toAlias),
    documents: documents.map((row) => toDocument(row["properties"])),
    models: made.filter((edge) => edge.kind === "model-use"),
    clearings: made.filter((edge) => edge.kind === "clearing"),
    rejected: toNumber(rejected[0]?.["rejected"]),
  };
};
