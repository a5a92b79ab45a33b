import type { BenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { Database, Transaction } from "../graph/database.ts";
import type { DocumentStore } from "../graph/store/documents.ts";
import { addEdge } from "../graph/store/edges/add-edge.ts";
import { decideEdge } from "../graph/store/edges/decide-edge.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import { exportReviews } from "../graph/store/review/export-reviews.ts";
import { importReviews } from "../graph/store/review/import-reviews.ts";
import { nameDataset } from "../graph/store/review/name-dataset.ts";
import { noteReview } from "../graph/store/review/note-review.ts";
import { readLog } from "../graph/store/review/read-log.ts";
import { reviewBatch } from "../graph/store/review/review-batch.ts";
import { undoReview } from "../graph/store/review/undo-review.ts";
import type { ReviewSettings } from "../graph/store/review/write-review.ts";
import { AppError, assertNever } from "../schema/errors.ts";
import type {
  ReviewEntry,
  ReviewEvent,
  ReviewLog,
  ReviewLogQuery,
  ReviewRequest,
  UndoRequest,
} from "../schema/review.ts";
import type { EdgeId } from "../schema/ids.ts";
import type { BatchReport, BatchRequest, PatchExportQuery, PatchReport } from "../schema/review-batch.ts";
import type { Session } from "./auth/doorkeeper.ts";
import { findQuote } from "./find-quote.ts";
import { readPatches } from "./read-patches.ts";

export type Reviewer = Pick<Session, "name" | "role">;

/** What people do to edges, each with an entry in the log. */
export interface Reviews {
  /** Fails with FORBIDDEN when a viewer does more than propose, and with NOT_FOUND, INPUT_INVALID or CONFLICT. */
  review(request: ReviewRequest, by: Reviewer): Promise<ReviewEvent>;
  /** Decides many edges alike, or tells what that would do. Fails with INPUT_INVALID, NOT_FOUND or CONFLICT. */
  bulk(request: BatchRequest, by: Reviewer): Promise<BatchReport>;
  /** Undoes an event or a batch. Fails with NOT_FOUND or CONFLICT. */
  undo(id: ReviewEvent["id"], request: UndoRequest, by: Reviewer): Promise<ReviewEvent>;
  log(query: ReviewLogQuery): Promise<ReviewLog>;
  /** All that the log has of an edge. */
  ofEdge(id: EdgeId): Promise<readonly ReviewEntry[]>;
  /** The log as JSON Lines, in order. */
  exportLines(query: PatchExportQuery): AsyncIterable<string>;
  /** Does what a file of such lines says, as far as it applies. Fails with INPUT_INVALID, naming the line. */
  importFile(path: string, preview: boolean, by: Reviewer): Promise<PatchReport>;
}

/** Nobody has decided on an edge so often. */
const MAX_EVENTS_OF_EDGE = 1_000;

export interface ReviewDependencies {
  readonly database: Database;
  readonly store: Pick<LineageStore, "places">;
  readonly documents: Pick<DocumentStore, "find" | "text">;
  readonly list: BenchmarkList;
  readonly now: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
}

export const createReviews = (dependencies: ReviewDependencies): Reviews => {
  const { database, store, list, now, newId } = dependencies;
  const reader: Pick<Transaction, "run"> = { run: (cypher, parameters) => database.read(cypher, parameters) };
  const settingsOf = ({ name, role }: Reviewer): ReviewSettings => ({
    list,
    now: now(),
    by: name,
    role,
    newId,
  });
  return {
    review: async (request, by) => {
      refuseViewers(request, by);
      return review(request, settingsOf(by), dependencies);
    },
    bulk: (request, by) => reviewBatch(database, { ...settingsOf(by), request, places: store.places }),
    undo: (undoes, request, by) => undoReview(database, { ...settingsOf(by), ...request, undoes }),
    log: (query) => readLog(reader, query),
    ofEdge: async (edge) => (await readLog(reader, { edge, after: 0, limit: MAX_EVENTS_OF_EDGE })).items,
    exportLines: (query) => exportReviews(reader, query, store.places),
    importFile: async (path, preview, by) => {
      const lines = await readPatches(path);
      return importReviews(database, { ...settingsOf(by), lines, preview, places: store.places });
    },
  };
};

const refuseViewers = ({ kind }: ReviewRequest, { name, role }: Reviewer): void => {
  if (kind === "proposed" || role !== "viewer") return;
  throw new AppError(`a viewer may propose, not decide; the token ${name} has the role viewer`, {
    code: "FORBIDDEN",
    context: { neededRole: "reviewer" },
  });
};

const review = async (
  request: ReviewRequest,
  settings: ReviewSettings,
  { database, store, documents }: ReviewDependencies,
): Promise<ReviewEvent> => {
  const { places } = store;
  switch (request.kind) {
    case "decided": {
      const { edge: id, kind: _kind, ...rest } = request;
      return (await decideEdge(database, { ...settings, ...rest, id, places })).event;
    }
    case "added": {
      const { kind: _kind, ...rest } = request;
      const proof = await findQuote(documents, request.addition);
      return (await addEdge(database, { ...settings, ...rest, ...(proof === undefined ? {} : { proof }) }))
        .event;
    }
    case "skipped":
    case "proposed":
      return noteReview(database, { ...settings, request, places });
    case "alias": {
      const { kind: _kind, ...rest } = request;
      return nameDataset(database, { ...settings, ...rest });
    }
    default:
      return assertNever(request);
  }
};
