import type { Edge } from "../../../schema/edge.ts";
import { Sha256 } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import { DOCUMENTS_THERE, EVIDENCE_OF } from "../../queries/reviews.ts";
import { toEvidence, toText } from "../../rows.ts";

/** The documents that whoever decides on an edge now may have looked at: those of its dataset, and those that prove it. In order. */
export const documentsThere = async (
  transaction: Transaction,
  { id, from }: Pick<Edge, "id" | "from">,
): Promise<Sha256[]> => {
  const own = await transaction.run(DOCUMENTS_THERE, { from });
  const proofs = await transaction.run(EVIDENCE_OF, { ids: [id] });
  const found = new Set([
    ...own.map((row) => Sha256.parse(toText(row["sha256"]))),
    ...proofs.map((row) => toEvidence(row["properties"]).document),
  ]);
  return [...found].sort();
};
