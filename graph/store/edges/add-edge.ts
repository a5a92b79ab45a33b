import type { EdgeAddition } from "../../../schema/decision.ts";
import type { Document } from "../../../schema/document.ts";
import { NO_SIGNALS } from "../../../schema/edge.ts";
import type { Derivation, Evidence } from "../../../schema/edge.ts";
import { shortHash, toEdgeId } from "../../../schema/edge-id.ts";
import { AppError } from "../../../schema/errors.ts";
import { EvidenceId, type Sha256 } from "../../../schema/ids.ts";
import type { Span } from "../../../schema/claim.ts";
import type { Database, Transaction } from "../../database.ts";
import { MERGE_DOCUMENTS, MERGE_EVIDENCE } from "../../queries/commit.ts";
import { fromDocument, fromEvidence } from "../../rows.ts";
import { type ReviewMarks, type ReviewSettings, writeReview } from "../review/write-review.ts";
import { watchEdges } from "../review/watch-edges.ts";
import type { EdgeChanged } from "./change-edge.ts";
import type { EdgeDecided } from "./decide-edge.ts";
import { documentsThere } from "./documents-there.ts";
import { PERSON_CONFIDENCE, ensureDatasets, refuseCycle, replaceEdge } from "./edge-writes.ts";
import { knownId } from "../read/known-id.ts";

export interface AddEdge extends ReviewSettings, ReviewMarks {
  readonly addition: EdgeAddition;
  /** Where the quote stands in its document, once it was found there. */
  readonly proof?: { readonly document: Document; readonly quote: string; readonly span: Span };
}

/**
 * Adds a derivation that a person knows of, accepted, in one transaction. Its ends become nodes where they are none, under the ids by
 * which the graph knows them where they are. Fails with INPUT_INVALID when both ends are one dataset, and with CONFLICT when there is
 * such an edge already (decide on that one) or it would close a cycle.
 */
export const addEdge = async (database: Database, request: AddEdge): Promise<EdgeDecided> => {
  const { addition } = request;
  const event = await writeReview(database, request, {
    asked: { kind: "added", addition },
    work: async (transaction) => {
      const { edge, states } = await addDerivation(transaction, request);
      return { action: { kind: "added", edge, addition }, note: addition.note, states };
    },
  });
  if (event.action.kind !== "added") throw new TypeError(`the review ${event.id} adds no edge`);
  return { edge: event.action.edge, contamination: event.contamination, event };
};

type Added = Pick<AddEdge, "addition" | "proof" | "by" | "now">;

/** The same within a transaction; the flags are not brought up to date yet. */
export const addDerivation = async (transaction: Transaction, request: Added): Promise<EdgeChanged> => {
  const from = (await knownId(transaction, request.addition.from)) ?? request.addition.from;
  const to = (await knownId(transaction, request.addition.to)) ?? request.addition.to;
  const id = toEdgeId("derivation", from, to);
  const documents = await documentsThere(transaction, { id, from });
  const edge = toDerivation({ ...request, addition: { ...request.addition, from, to } }, documents);
  const watch = await watchEdges(transaction, [edge]);
  const known = watch.before.get(id);
  if (known !== undefined) {
    throw new AppError(`the edge ${id} from ${from} to ${to} is there already, ${known.status}`, {
      code: "CONFLICT",
      context: { edge: id },
    });
  }
  await refuseCycle(transaction, { from, to });
  await ensureDatasets(transaction, [from, to]);
  await replaceEdge(transaction, edge);
  if (request.proof !== undefined) await writeProof(transaction, edge, request.proof);
  return { edge: id, states: await watch.states() };
};

const writeProof = async (
  transaction: Transaction,
  edge: Derivation,
  proof: NonNullable<AddEdge["proof"]>,
): Promise<void> => {
  const { document } = proof;
  const evidence = toEvidence(edge, proof);
  await transaction.run(MERGE_DOCUMENTS, {
    rows: [{ sha256: document.sha256, properties: fromDocument(document) }],
  });
  await transaction.run(MERGE_EVIDENCE, {
    rows: [{ id: evidence.id, document: document.sha256, properties: fromEvidence(evidence, edge.from) }],
  });
};

const toDerivation = ({ addition, proof, by, now }: Added, documents: Sha256[]): Derivation => {
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
    decision: {
      verdict: "added",
      by,
      at: now.toISOString(),
      ...(note === undefined ? {} : { note }),
      documents: [...new Set([...documents, ...(proof === undefined ? [] : [proof.document.sha256])])].sort(),
    },
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
