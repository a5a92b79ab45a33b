import type { DatasetId } from "../../../schema/ids.ts";
import type { Database } from "../../database.ts";
import { COUNT_PUBLISHED, COUNT_VISITS } from "../../queries/reading.ts";

/** Whether a publication names the dataset, and no trace came to it or is to come. */
export const isPublishedOnly = async (database: Pick<Database, "read">, id: DatasetId): Promise<boolean> => {
  const has = async (cypher: string): Promise<boolean> => {
    const [row] = await database.read(cypher, { id });
    return Number(row?.["count"] ?? 0) > 0;
  };
  return !(await has(COUNT_VISITS)) && (await has(COUNT_PUBLISHED));
};
