import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import { MAX_BATCH, PREVIEWED_EDGES, ReviewId } from "../../../schema/review.ts";
import type { EdgeState, ReviewEvent } from "../../../schema/review.ts";
import type { BatchReport, BatchRequest } from "../../../schema/review-batch.ts";
import type { Database, Transaction } from "../../database.ts";
import { REVIEWS_OF_BATCH } from "../../queries/reviews.ts";
import { changeEdge } from "../edges/change-edge.ts";
import type { EdgePlaces } from "../edges/edge-places.ts";
import { findEdges } from "./find-edges.ts";
import { rehearse } from "./rehearse.ts";
import { appendReviews, holdLog, refuseUnseen, toEvents } from "./review-log.ts";
import { settleStates } from "./settle-states.ts";
import { REVIEW_TIMEOUT_MS, type ReviewSettings, sameReview, toDraft } from "./write-review.ts";

export interface ReviewBatch extends ReviewSettings {
  readonly request: BatchRequest;
  readonly places: EdgePlaces;
}

/**
 * Decides many edges alike in one transaction, each with an event of its own under one batch; all of them or none. Sent again, it gives
 * what the first time did. A preview does all of it and keeps nothing.
 *
 * Fails with INPUT_INVALID for more than MAX_BATCH edges, and with CONFLICT when one of them cannot be decided so.
 */
export const reviewBatch = (database: Database, batch: ReviewBatch): Promise<BatchReport> =>
  batch.request.preview
    ? rehearse(database, (transaction) => decideAll(transaction, batch))
    : database.write((transaction) => decideAll(transaction, batch), { timeoutMs: REVIEW_TIMEOUT_MS });

const decideAll = async (transaction: Transaction, given: ReviewBatch): Promise<BatchReport> => {
  const { request } = given;
  const batch = request.batch ?? ReviewId.parse(given.newId());
  const last = await holdLog(transaction, batch);
  const known = await toEvents(transaction, await transaction.run(REVIEWS_OF_BATCH, { batch }));
  if (known.length > 0) return knownReport(known, given, batch);
  const wanted = await edgesOf(transaction, given);
  const { states, refused } = await changeAll(transaction, wanted, given);
  const before = states.flatMap((one) => one.before ?? []);
  const report = { preview: request.preview, count: wanted.length, edges: before.slice(0, PREVIEWED_EDGES) };
  if (refused.length > 0 || states.length === 0) return refuse(report, refused);
  const contamination = await settleStates(transaction, { states }, given);
  const drafts = states.map((state, index) => ({
    ...toDraft(
      {
        action: { kind: "decided", edge: state.edge, change: request.change },
        note: request.change.note,
        states: [state],
      },
      {
        ...given,
        batch,
        seconds: share(request.seconds, states.length),
        event: ReviewId.parse(given.newId()),
      },
    ),
    ...(index === states.length - 1 ? { contamination } : {}),
  }));
  await appendReviews(transaction, drafts, last);
  return { ...report, batch, refused: [], contamination };
};

/** All edges of a batch took their reviewer the same part of the time. */
const share = (seconds: number | undefined, count: number): number | undefined =>
  seconds === undefined ? undefined : Number((seconds / count).toFixed(3));

interface Wanted {
  readonly edge: EdgeId;
  readonly revision?: number | undefined;
}

const edgesOf = async (
  transaction: Transaction,
  { request: { edges, filter }, places }: ReviewBatch,
): Promise<readonly Wanted[]> => {
  if (filter === undefined) return [...new Map((edges ?? []).map((one) => [one.edge, one])).values()];
  const found = await findEdges(transaction, filter);
  if (found.length > MAX_BATCH) {
    throw new AppError(
      `the filter finds ${found.length} edges, and at most ${MAX_BATCH} are decided at once; narrow it`,
      { code: "INPUT_INVALID", context: { count: found.length } },
    );
  }
  places.note(found);
  return found.map(({ id }) => ({ edge: id }));
};

const changeAll = async (
  transaction: Transaction,
  wanted: readonly Wanted[],
  { request, by, now, places }: ReviewBatch,
): Promise<{ readonly states: readonly EdgeState[]; readonly refused: BatchReport["refused"] }> => {
  const states: EdgeState[] = [];
  const refused: BatchReport["refused"] = [];
  for (const { edge, revision } of wanted) {
    try {
      if (revision !== undefined) await refuseUnseen(transaction, { edge, revision });
      const changed = await changeEdge(transaction, { id: edge, change: request.change, by, now, places });
      states.push(...changed.states);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.push({ edge, reason: error.message });
    }
  }
  return { states, refused };
};

const REFUSALS: ReadonlySet<string> = new Set(["NOT_FOUND", "CONFLICT", "INPUT_INVALID"]);

/** What the graph's own rules say, rather than its engine. */
export const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && REFUSALS.has(error.code);

const refuse = (
  report: Pick<BatchReport, "preview" | "count" | "edges">,
  refused: BatchReport["refused"],
): BatchReport => {
  const first = refused.slice(0, PREVIEWED_EDGES);
  if (report.preview) return { ...report, refused: first };
  if (report.count === 0) {
    throw new AppError("there is no edge to decide on", { code: "NOT_FOUND" });
  }
  throw new AppError(
    `${refused.length} of ${report.count} edges cannot be decided so, and none was: ${first[0]?.reason ?? ""}`,
    { code: "CONFLICT", context: { refused: first } },
  );
};

const knownReport = (
  events: readonly ReviewEvent[],
  { request, by }: ReviewBatch,
  batch: ReviewEvent["id"],
): BatchReport => {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) throw new TypeError("a batch without events");
  sameReview(first, { kind: "decided", change: request.change }, by);
  const edges: Edge[] = events.flatMap(({ states }) => states.flatMap(({ before }) => before ?? []));
  return {
    batch,
    preview: request.preview,
    count: events.length,
    edges: edges.slice(0, PREVIEWED_EDGES),
    refused: [],
    contamination: last.contamination,
  };
};
