import { DatasetId } from "../../../schema/ids.ts";
import type { PublishedLineage } from "../../exchange/published/published-lineage.ts";
import type { Transaction } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { HUB_IDS } from "../../queries/publish.ts";
import { toAlias, toText } from "../../rows.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";
import { inBatches } from "../in-batches.ts";

/** The datasets that the graph knows under another id than a publication: renamed since, or in another spelling. */
export const knownIds = async (
  reader: Pick<Transaction, "run">,
  lineage: Pick<PublishedLineage, "datasets">,
): Promise<ReadonlyMap<DatasetId, DatasetId>> => {
  const ids = lineage.datasets.map(({ id }) => id);
  const stored = (await reader.run(HUB_IDS)).map((row) => DatasetId.parse(toText(row["id"])));
  const byKey = new Map(stored.map((id) => [toAliasKey(id), id]));
  const exact = new Set<string>(stored);
  const aliases = await inBatches(ids.map(toAliasKey), (keys) => reader.run(FIND_ALIASES, { keys }));
  const renamed = new Map(aliases.map(toAlias).map(({ key, datasetId }) => [key, datasetId]));
  return new Map(
    ids.flatMap((id) => {
      const key = toAliasKey(id);
      const known = exact.has(id) ? id : (renamed.get(key) ?? byKey.get(key) ?? id);
      return known === id ? [] : [[id, known] as const];
    }),
  );
};
