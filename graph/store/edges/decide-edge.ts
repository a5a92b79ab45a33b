import type { EdgeChange } from "../../../schema/decision.ts";
import type { ContaminationChange } from "../../../schema/contamination.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import type { ReviewEvent } from "../../../schema/review.ts";
import type { Database } from "../../database.ts";
import { refuseUnseen } from "../review/review-log.ts";
import { type ReviewMarks, type ReviewSettings, writeReview } from "../review/write-review.ts";
import { changeEdge, noSuchEdge } from "./change-edge.ts";
import type { EdgePlaces } from "./edge-places.ts";
import { findEdgeById } from "./find-edge-by-id.ts";

/** What came of a person's change. */
export interface EdgeDecided {
  /** The edge that stands now: another one, when the edit led it elsewhere. */
  readonly edge: EdgeId;
  /** What it changed downstream. */
  readonly contamination: ContaminationChange;
  readonly event: ReviewEvent;
}

export interface DecideEdge extends ReviewSettings, ReviewMarks {
  readonly id: EdgeId;
  readonly change: EdgeChange;
  readonly places: EdgePlaces;
  /** The last event of the edge that the reviewer has seen; 0: none. Absent: whatever it is. */
  readonly revision?: number | undefined;
}

/**
 * Accepts, rejects or edits an edge, brings the flags of everything downstream up to date and writes the log, in one transaction. A
 * blind decision changes nothing: it is a label in the log.
 *
 * Fails as changeEdge, and with CONFLICT when the edge is not at `revision` or the event's id was used for something else.
 */
export const decideEdge = async (database: Database, request: DecideEdge): Promise<EdgeDecided> => {
  const { id, change, revision } = request;
  const action = { kind: "decided", edge: id, change } as const;
  const event = await writeReview(database, request, {
    asked: action,
    work: async (transaction) => {
      if (revision !== undefined) await refuseUnseen(transaction, { edge: id, revision });
      if (request.blind !== true) {
        const { states } = await changeEdge(transaction, request);
        return { action, note: change.note, states };
      }
      if ((await findEdgeById(transaction, id, request.places)) === undefined) throw noSuchEdge(id);
      return { action, note: change.note, states: [], about: [id] };
    },
  });
  const left = event.states.find(({ edge }) => edge === id)?.after?.decision?.replacedBy;
  const edge = event.states.length > 1 && left !== undefined ? left : id;
  return { edge, contamination: event.contamination, event };
};
