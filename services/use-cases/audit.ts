import type { Database } from "../../graph/database.ts";
import { readPublished } from "../../graph/store/published/read-published.ts";
import type { LineageAudit } from "../../schema/audit.ts";
import { auditLineage as audit } from "../analysis/audit-lineage.ts";

/** What the graph's own facts say against the lineages that others published. */
export const auditLineage = async (database: Database): Promise<LineageAudit> => {
  const { edges, datasets } = await readPublished(database);
  return audit(edges, datasets);
};
