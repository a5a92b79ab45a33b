import type { ReviewEvent, ReviewRequest } from "../../../schema/review.ts";
import type { Database } from "../../database.ts";
import { noSuchEdge } from "../edges/change-edge.ts";
import type { EdgePlaces } from "../edges/edge-places.ts";
import { findEdgeById } from "../edges/find-edge-by-id.ts";
import { type ReviewSettings, writeReview } from "./write-review.ts";

export interface NoteReview extends ReviewSettings {
  readonly request: Extract<ReviewRequest, { readonly kind: "skipped" | "proposed" }>;
  readonly places: EdgePlaces;
}

/** Writes to the log what changes nothing in the graph. Fails with NOT_FOUND when there is no such edge. */
export const noteReview = (
  database: Database,
  { request, places, ...settings }: NoteReview,
): Promise<ReviewEvent> => {
  const { edge, event, seconds } = request;
  const note = request.kind === "skipped" ? request.note : request.change.note;
  const action =
    request.kind === "skipped"
      ? ({ kind: "skipped", edge } as const)
      : ({ kind: "proposed", edge, change: request.change } as const);
  return writeReview(
    database,
    { ...settings, event, seconds },
    {
      asked: action,
      work: async (transaction) => {
        if ((await findEdgeById(transaction, edge, places)) === undefined) throw noSuchEdge(edge);
        return { action, note, states: [], about: [edge] };
      },
    },
  );
};
