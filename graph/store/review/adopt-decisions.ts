import { isDeepStrictEqual } from "node:util";
import type { Edge, Evidence } from "../../../schema/edge.ts";
import { ReviewAction, ReviewId } from "../../../schema/review.ts";
import type { Database, Transaction } from "../../database.ts";
import * as queries from "../../queries/reviews.ts";
import { toStoredState } from "../../review-rows.ts";
import { toEdge, toEvidence, toNumber } from "../../rows.ts";
import { inBatches } from "../in-batches.ts";
import { appendReviews, holdLog, type ReviewDraft } from "./review-log.ts";
import { NO_CHANGE } from "./settle-states.ts";
import { REVIEW_TIMEOUT_MS } from "./write-review.ts";

interface Adoption {
  readonly now: Date;
  /** A random UUID. */
  readonly newId: () => string;
}

/** Who takes decisions into the log that were made elsewhere, or before there was one. */
const ADOPTER = "stemma";

/** Takes the decisions of a graph that was decided on before it had a log into the log, once. Gives how many there were. */
export const adoptDecisions = async (database: Database, adoption: Adoption): Promise<number> => {
  const [row] = await database.read(queries.IS_ADOPTED);
  if (row?.["adopted"] === true) return 0;
  const decided = await database.read(queries.DECIDED_EDGES, {}, { timeoutMs: REVIEW_TIMEOUT_MS });
  if (decided.length === 0) return 0;
  return database.write((transaction) => adoptWithin(transaction, adoption), {
    timeoutMs: REVIEW_TIMEOUT_MS,
  });
};

/**
 * Writes an event for every decision that is not what the log says last of its edge, and makes the log count on from its last event.
 * What the edge was before is not known of these.
 */
export const adoptWithin = async (transaction: Transaction, { now, newId }: Adoption): Promise<number> => {
  const held = await holdLog(transaction, ADOPTER);
  const [highest] = await transaction.run(queries.HIGHEST_SEQUENCE);
  const last = Math.max(held, toNumber(highest?.["sequence"]));
  const edges = (await transaction.run(queries.DECIDED_EDGES)).map(toEdge).sort(byDecision);
  const logged = await readLastDecisions(
    transaction,
    edges.map(({ id }) => id),
  );
  const unknown = edges.filter(({ id, decision }) => !isDeepStrictEqual(decision, logged.get(id)));
  const quotes = await readQuotes(transaction, unknown);
  const drafts = unknown.flatMap((edge) => toDraft(edge, quotes.get(edge.id), { now, newId }));
  await appendReviews(transaction, drafts, last);
  await transaction.run(queries.SET_ADOPTED);
  return drafts.length;
};

const byDecision = ({ decision, id }: Edge, other: Edge): number =>
  `${decision?.at} ${id}` < `${other.decision?.at} ${other.id}` ? -1 : 1;

const readLastDecisions = async (
  transaction: Transaction,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, unknown>> => {
  const rows = await inBatches(subjects, (some) =>
    transaction.run(queries.STATES_OF_SUBJECTS, { subjects: some }),
  );
  const states = rows.map((row) => toStoredState(row["properties"]));
  return new Map(states.map(({ subject, edge }) => [subject, edge?.after?.decision] as const));
};

/** What people quoted who added an edge. */
const readQuotes = async (
  transaction: Transaction,
  edges: readonly Edge[],
): Promise<ReadonlyMap<string, Evidence>> => {
  const ids = edges.filter(({ decision }) => decision?.verdict === "added").map(({ id }) => id);
  const rows = await inBatches(ids, (some) => transaction.run(queries.EVIDENCE_OF, { ids: some }));
  const proofs = rows.map((row) => toEvidence(row["properties"])).filter(({ tracer }) => tracer === "person");
  return new Map(proofs.map((one) => [one.edgeId, one]));
};

const toDraft = (
  edge: Edge,
  quote: Evidence | undefined,
  { now, newId }: Adoption,
): readonly ReviewDraft[] => {
  const { decision } = edge;
  if (decision === undefined) return [];
  return [
    {
      id: ReviewId.parse(newId()),
      at: decision.at,
      by: decision.by,
      role: "reviewer",
      ...(decision.note === undefined ? {} : { note: decision.note }),
      imported: { at: now.toISOString(), by: ADOPTER },
      action: toAction(edge, quote),
      states: [{ edge: edge.id, after: edge }],
      contamination: NO_CHANGE,
    },
  ];
};

const toAction = (edge: Edge, quote: Evidence | undefined): ReviewAction => {
  const note = edge.decision?.note;
  const said = note === undefined ? {} : { note };
  const decided = { kind: "decided", edge: edge.id } as const;
  if (edge.kind !== "derivation") {
    const verdict = edge.status === "rejected" ? "rejected" : "accepted";
    return ReviewAction.parse({ ...decided, change: { verdict, ...said } });
  }
  const { from, to, relation, split, subset, rejection } = edge;
  switch (edge.decision?.verdict) {
    case "rejected":
      return ReviewAction.parse({ ...decided, change: { verdict: "rejected", reason: rejection, ...said } });
    case "edited":
      return ReviewAction.parse({
        ...decided,
        change: { verdict: "edited", relation, split: split ?? null, subset: subset ?? null, ...said },
      });
    case "added": {
      if (quote === undefined && note === undefined) break;
      const text = quote === undefined ? {} : { quote: { document: quote.document, text: quote.quote } };
      const addition = { from, to, relation, split, subset, ...text, ...said };
      return ReviewAction.parse({ kind: "added", edge: edge.id, addition });
    }
  }
  return ReviewAction.parse({ ...decided, change: { verdict: "accepted", ...said } });
};
