import type { Alias } from "../../../schema/dataset.ts";
import type { NameState } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import { DETACH_ALIASES, FIND_ALIASES, SET_ALIASES } from "../../queries/commit.ts";
import { DELETE_ALIASES } from "../../queries/reviews.ts";
import { toAlias } from "../../rows.ts";

/** Makes a spelling mean a dataset, or nothing, whatever it meant before; the dataset must be there. */
export const setName = async (
  transaction: Transaction,
  key: string,
  alias: Alias | null,
): Promise<NameState> => {
  const [known] = (await transaction.run(FIND_ALIASES, { keys: [key] })).map(toAlias);
  if (alias === null) await transaction.run(DELETE_ALIASES, { keys: [key] });
  else {
    await transaction.run(DETACH_ALIASES, { keys: [key] });
    await transaction.run(SET_ALIASES, { rows: [{ ...alias, key }] });
  }
  return { key, before: known ?? null, after: alias };
};
