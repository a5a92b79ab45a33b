import type { Database } from "../../graph/database.ts";
import { isDrawn } from "../../graph/queue/is-drawn.ts";
import type { LineageStore } from "../../graph/store/lineage.ts";
import { findCandidates } from "../../graph/store/queue/find-candidates.ts";
import { createQueueHolds } from "../../graph/store/queue/queue-holds.ts";
import type { GraphVersion } from "../../graph/track-version.ts";
import { AUDIT_SHARE, SECOND_SHARE } from "../../schema/queue-reasons.ts";
import type { Draws } from "./queue-entry.ts";
import { createQueueState } from "./queue-state.ts";
import { createReviewQueue, type ReviewQueue } from "./review-queue.ts";

export interface OpenReviewQueue {
  readonly database: Database & Partial<GraphVersion>;
  /** The same graph; what is written through it does not count as another version. */
  readonly aside: Database;
  readonly store: Pick<LineageStore, "edge" | "places">;
  readonly now: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
  readonly draws?: Draws;
}

const USUAL_DRAWS: Draws = {
  isAudited: (id) => isDrawn(id, { seed: "audit", share: AUDIT_SHARE }),
  isSeconded: (id) => isDrawn(id, { seed: "second", share: SECOND_SHARE }),
};

/** Puts the queue together. */
export const openReviewQueue = (dependencies: OpenReviewQueue): ReviewQueue => {
  const { database, aside, store, now, newId, draws = USUAL_DRAWS } = dependencies;
  return createReviewQueue({
    state: createQueueState({ database, places: store.places, draws }),
    holds: createQueueHolds(aside, newId),
    store,
    candidates: async ({ edge, names, blind }) =>
      edge.kind === "derivation" ? findCandidates(database, { edge, names, blind }) : [],
    now,
  });
};
