import type { LineageView } from "../../schema/api.ts";
import type { DatasetCommit } from "../../schema/commit.ts";
import type { Dataset } from "../../schema/dataset.ts";
import { DatasetId } from "../../schema/ids.ts";
import type { Database } from "../database.ts";
import { FIND_ALIASES } from "../queries/commit.ts";
import { CLOSING_CYCLES, GET_DATASET } from "../queries/lineage.ts";
import { toAlias, toDataset } from "../rows.ts";
import { toAliasKey } from "./commit-aliases.ts";
import { commitDataset } from "./commit-dataset.ts";
import { walkLineage } from "./walk.ts";
import type { WalkRequest } from "./walk.ts";

/** The lineage graph in the words of the domain. */
export interface LineageStore {
  dataset(id: DatasetId): Promise<Dataset | undefined>;
  /** The datasets that these spellings are known to mean, by lower-cased key; unknown spellings are absent. */
  aliases(keys: readonly string[]): Promise<ReadonlyMap<string, DatasetId>>;
  /** Those of `sources` from which `derived` can be reached upstream over accepted edges: an edge to them closes a cycle. */
  closingCycles(derived: DatasetId, sources: readonly DatasetId[]): Promise<ReadonlySet<DatasetId>>;
  /** Writes one dataset's visit in one transaction; the same commit again changes nothing. */
  commit(commit: DatasetCommit): Promise<void>;
  /** Undefined when the graph lacks the dataset. At most 5,000 nodes. */
  lineage(root: DatasetId, request: WalkRequest): Promise<LineageView | undefined>;
}

export const createLineageStore = (database: Database): LineageStore => ({
  dataset: async (id) => {
    const [row] = await database.read(GET_DATASET, { id });
    return row === undefined ? undefined : toDataset(row["properties"]);
  },
  aliases: async (keys) => {
    const rows = await database.read(FIND_ALIASES, { keys: [...new Set(keys.map(toAliasKey))] });
    return new Map(rows.map(toAlias).map((alias) => [alias.key, alias.datasetId]));
  },
  closingCycles: async (derived, sources) => {
    const rows = await database.read(CLOSING_CYCLES, { id: derived, sources });
    return new Set(rows.map((row) => DatasetId.parse(row["id"])));
  },
  commit: (commit) => database.write((transaction) => commitDataset(transaction, commit)),
  lineage: (root, request) => walkLineage(database, root, request),
});
