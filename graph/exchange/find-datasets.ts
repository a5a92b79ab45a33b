import type { Direction } from "../../schema/query-choices.ts";
import type { Dataset } from "../../schema/dataset.ts";
import { DatasetId } from "../../schema/ids.ts";
import type { Database } from "../database.ts";
import { DATASETS_BY_ID } from "../queries/exchange.ts";
import { nextLevel } from "../queries/lineage.ts";
import { nodesAfter } from "../queries/whole-graph.ts";
import { DERIVATION_TYPES, toDataset } from "../rows.ts";
import { inPages } from "./in-pages.ts";
import type { ExchangeRequest } from "./exchange-graph.ts";

const PAGE = 1_000;

/** The datasets of an export: all, or those that can be reached from one over edges of the statuses. */
export const findDatasets = async (
  database: Database,
  request: ExchangeRequest,
): Promise<Map<DatasetId, Dataset>> => {
  const datasets =
    request.around === undefined
      ? await allDatasets(database)
      : await readDatasets(database, await reach(database, request));
  return new Map(datasets.map((dataset) => [dataset.id, dataset]));
};

const allDatasets = async (database: Database): Promise<readonly Dataset[]> => {
  const datasets: Dataset[] = [];
  const query = nodesAfter("Dataset");
  for (let after = ""; ;) {
    const rows = await database.read(query, { after, limit: PAGE });
    datasets.push(...rows.map((row) => toDataset(row["properties"])));
    after = datasets.at(-1)?.id ?? after;
    if (rows.length < PAGE) return datasets;
  }
};

const readDatasets = async (database: Database, ids: readonly DatasetId[]): Promise<readonly Dataset[]> => {
  const rows = await inPages(ids, (page) => database.read(DATASETS_BY_ID, { ids: page }));
  return rows.map((row) => toDataset(row["properties"]));
};

/** Breadth first, one query a level, because the depth has a limit. Unlike a view to draw, an export has no limit of nodes. */
const reach = async (
  database: Database,
  { around, statuses }: ExchangeRequest,
): Promise<readonly DatasetId[]> => {
  if (around === undefined) return [];
  const reached = new Set<DatasetId>([around.dataset]);
  for (const direction of directionsOf(around.direction)) {
    const query = nextLevel(
      direction,
      statuses.map((status) => DERIVATION_TYPES[status]),
    );
    const walked = new Set<DatasetId>([around.dataset]);
    let level: readonly DatasetId[] = [around.dataset];
    for (let depth = 0; depth < around.depth && level.length > 0; depth += 1) {
      const rows = await inPages(level, (ids) => database.read(query, { ids }));
      const found = new Set(rows.map((row) => DatasetId.parse(row["id"])));
      level = [...found].filter((id) => !walked.has(id));
      for (const id of level) walked.add(id);
    }
    for (const id of walked) reached.add(id);
  }
  return [...reached];
};

const directionsOf = (direction: Direction): readonly ("upstream" | "downstream")[] =>
  direction === "both" ? ["upstream", "downstream"] : [direction];
