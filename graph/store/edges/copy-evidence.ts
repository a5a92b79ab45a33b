import type { Edge, Evidence } from "../../../schema/edge.ts";
import { shortHash } from "../../../schema/edge-id.ts";
import { EvidenceId } from "../../../schema/ids.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import { MERGE_EVIDENCE } from "../../queries/commit.ts";
import { EVIDENCE_OF_EDGE } from "../../queries/decisions.ts";
import { fromEvidence, toEvidence } from "../../rows.ts";

/** Gives another edge what proves one, beside what proves it already. */
export const copyEvidence = async (
  transaction: Transaction,
  edge: Pick<Edge, "id">,
  other: Pick<Edge, "id" | "from">,
): Promise<void> => {
  const rows = await transaction.run(EVIDENCE_OF_EDGE, { id: edge.id });
  const copies = rows.map((row) => reassign(toEvidence(row["properties"]), other.id));
  if (copies.length === 0) return;
  await transaction.run(MERGE_EVIDENCE, {
    rows: copies.map((one) => ({
      id: one.id,
      document: one.document,
      properties: fromEvidence(one, other.from),
    })),
  });
};

const reassign = (evidence: Evidence, edgeId: EdgeId): Evidence => {
  const { document, span, tracer } = evidence;
  const id = shortHash(edgeId, document, String(span.start), String(span.end), tracer);
  return { ...evidence, id: EvidenceId.parse(id), edgeId };
};
