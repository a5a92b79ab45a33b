import type { EdgeAddition } from "../../../schema/decision.ts";
import type { Document } from "../../../schema/document.ts";
import { NO_SIGNALS } from "../../../schema/edge.ts";
import type { Derivation, Evidence } from "../../../schema/edge.ts";
import { shortHash, toEdgeId } from "../../../schema/edge-id.ts";
import { AppError } from "../../../schema/errors.ts";
import { EvidenceId } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/claim.ts";
import type { Database } from "../../database.ts";
import { MERGE_DOCUMENTS, MERGE_EVIDENCE } from "../../queries/commit.ts";
import { fromDocument, fromEvidence } from "../../rows.ts";
import type { EdgeDecided } from "./decide-edge.ts";
import {
  PERSON_CONFIDENCE,
  ensureDatasets,
  refuseCycle,
  replaceEdge,
  settleContamination,
} from "./edge-writes.ts";
import type { DecisionSettings } from "./edge-writes.ts";
import { findEdgeOf } from "./find-edge-by-id.ts";
import { knownId } from "../read/known-id.ts";

export interface AddEdge extends DecisionSettings {
  readonly addition: EdgeAddition;
  /** Where the quote stands in its document, once it was found there. */
  readonly proof?: { readonly document: Document; readonly quote: string; readonly span: Span };
}

/**
 * Adds a derivation that a person knows of, accepted, in one transaction. Its ends become nodes where they are none, under the ids by
 * which the graph knows them where they are. Fails with INPUT_INVALID when both ends are one dataset, and with CONFLICT when there is
 * such an edge already (decide on that one) or it would close a cycle.
 */
export const addEdge = (database: Database, request: AddEdge): Promise<EdgeDecided> =>
  database.write(async (transaction) => {
    const from = (await knownId(transaction, request.addition.from)) ?? request.addition.from;
    const to = (await knownId(transaction, request.addition.to)) ?? request.addition.to;
    const edge = toDerivation({ ...request, addition: { ...request.addition, from, to } });
    const known = await findEdgeOf(transaction, edge);
    if (known !== undefined) {
      throw new AppError(`the edge ${edge.id} from ${from} to ${to} is there already, ${known.status}`, {
        code: "CONFLICT",
        context: { edge: edge.id },
      });
    }
    await refuseCycle(transaction, { from, to });
    await ensureDatasets(transaction, [from, to]);
    await replaceEdge(transaction, edge);
    const { proof } = request;
    if (proof !== undefined) {
      const { document } = proof;
      const evidence = toEvidence(edge, proof);
      await transaction.run(MERGE_DOCUMENTS, {
        rows: [{ sha256: document.sha256, properties: fromDocument(document) }],
      });
      await transaction.run(MERGE_EVIDENCE, {
        rows: [{ id: evidence.id, document: document.sha256, properties: fromEvidence(evidence, from) }],
      });
    }
    const contamination = await settleContamination(transaction, { from, to: [to] }, request);
    return { edge: edge.id, contamination };
  });

const toDerivation = ({ addition, proof, by, now }: AddEdge): Derivation => {
  const { from, to, relation, split, subset, note } = addition;
  return {
    kind: "derivation",
    id: toEdgeId("derivation", from, to),
    from,
    to,
    relation,
    ...(split === undefined ? {} : { split }),
    ...(subset === undefined ? {} : { subset }),
    confidence: PERSON_CONFIDENCE,
    status: "accepted",
    flags: [],
    signals:
      proof === undefined
        ? NO_SIGNALS
        : {
            ...NO_SIGNALS,
            documentKinds: [proof.document.kind],
            documents: 1,
            tracers: ["person"],
            bestScore: PERSON_CONFIDENCE,
          },
    decision: { verdict: "added", by, at: now.toISOString(), ...(note === undefined ? {} : { note }) },
  };
};

const toEvidence = (
  edge: Derivation,
  { document, quote, span }: NonNullable<AddEdge["proof"]>,
): Evidence => ({
  id: EvidenceId.parse(shortHash(edge.id, document.sha256, String(span.start), String(span.end), "person")),
  edgeId: edge.id,
  document: document.sha256,
  documentKind: document.kind,
  quote,
  span,
  tracer: "person",
  stance: "supported",
  nameAsWritten: edge.to,
  score: PERSON_CONFIDENCE,
});
