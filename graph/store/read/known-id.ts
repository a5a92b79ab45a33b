import { isHubId } from "../../../schema/id-text.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { GET_DATASET, HUB_ID_IN_OTHER_CASE } from "../../queries/lineage.ts";
import { toAlias, toText } from "../../rows.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";

/**
 * The id by which the graph knows what somebody names: its own, a former or other name's, or one in another case, as the Hub tells no
 * cases apart. Undefined when it knows none. The last is a scan, for names that nothing else leads to.
 */
export const knownId = async (
  reader: Pick<Transaction, "run">,
  id: DatasetId,
): Promise<DatasetId | undefined> => {
  const [exact] = await reader.run(GET_DATASET, { id });
  if (exact !== undefined) return id;
  const key = toAliasKey(id);
  const [alias] = (await reader.run(FIND_ALIASES, { keys: [key] })).map(toAlias);
  if (alias !== undefined) return alias.datasetId;
  if (!isHubId(id)) return undefined;
  const [other] = await reader.run(HUB_ID_IN_OTHER_CASE, { key });
  return other === undefined ? undefined : DatasetId.parse(toText(other["id"]));
};

/** Whether two ids are one dataset's: the Hub tells no cases apart. */
export const isSameDataset = (one: string, other: string): boolean =>
  one === other || (isHubId(one) && toAliasKey(one) === toAliasKey(other));
