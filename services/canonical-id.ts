import type { LineageStore } from "../graph/store/lineage.ts";
import { AppError } from "../schema/errors.ts";
import type { DatasetId } from "../schema/ids.ts";

/** The id under which the graph knows a dataset: a former id leads to today's, and one in another case to the Hub's own spelling. Fails with NOT_FOUND. */
export const canonicalId = async (store: Pick<LineageStore, "known">, id: DatasetId): Promise<DatasetId> => {
  const known = await store.known(id);
  if (known !== undefined) return known;
  throw new AppError(`the graph does not know ${id}; trace it first, or search for another spelling`, {
    code: "NOT_FOUND",
    context: { id },
  });
};
