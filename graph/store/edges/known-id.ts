import { DatasetId, isHubId } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import { FIND_ALIASES } from "../../queries/commit.ts";
import { HUB_ID_IN_OTHER_CASE } from "../../queries/decisions.ts";
import { GET_DATASET } from "../../queries/lineage.ts";
import { toAlias, toText } from "../../rows.ts";
import { toAliasKey } from "../commit/commit-aliases.ts";

/** The id by which the graph knows what a person names: its own, a former or other name's, or one in another case. */
export const knownId = async (transaction: Transaction, id: DatasetId): Promise<DatasetId> => {
  const [exact] = await transaction.run(GET_DATASET, { id });
  if (exact !== undefined) return id;
  const key = toAliasKey(id);
  const [alias] = (await transaction.run(FIND_ALIASES, { keys: [key] })).map(toAlias);
  if (alias !== undefined) return alias.datasetId;
  if (!isHubId(id)) return id;
  const [other] = await transaction.run(HUB_ID_IN_OTHER_CASE, { key });
  return other === undefined ? id : DatasetId.parse(toText(other["id"]));
};

/** Whether two ids are one dataset's: the Hub tells no cases apart. */
export const isSameDataset = (one: string, other: string): boolean =>
  one === other || (isHubId(one) && toAliasKey(one) === toAliasKey(other));
