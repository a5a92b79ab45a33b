import type { Edge } from "../../../schema/edge.ts";
import type { ReviewEvent } from "../../../schema/review.ts";
import { NODE_STATES, type NodeState, SPLITS } from "../../../schema/vocabulary.ts";
import type { BenchmarkInGraph } from "../../contamination/find-states.ts";
import type { Database, Row, Transaction } from "../../database.ts";
import * as queries from "../../queries/queue.ts";
import { reviewsAfter } from "../../queries/reviews.ts";
import type { NamedStep } from "../../queue/accepted-steps.ts";
import { toEdge, toText } from "../../rows.ts";
import { readBenchmarks } from "../contamination/read-benchmarks.ts";
import { inBatches } from "../in-batches.ts";
import { toEvents } from "../review/review-log.ts";

type Reader = Pick<Transaction, "run">;

/** What the queue is made from. */
export interface QueueReading {
  /** All that wait, are spoken against, are proposed on, or are drawn to be checked. */
  readonly edges: readonly Edge[];
  readonly steps: readonly NamedStep[];
  /** Which tracers found anything in the documents of a dataset. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly benchmarks: readonly BenchmarkInGraph[];
}

const TIMEOUT_MS = 120_000;

/** Reads it whole; only edges that may be asked about in full. `isAudited` says which accepted ones are drawn. */
export const readQueue = async (
  database: Database,
  isAudited: (edge: string) => boolean,
): Promise<QueueReading> => {
  const reader: Reader = {
    run: (text, parameters) => database.read(text, parameters, { timeoutMs: TIMEOUT_MS }),
  };
  const accepted = await reader.run(queries.ACCEPTED_STEPS);
  const drawn = accepted.filter((row) => row["decided"] !== true && isAudited(toText(row["id"])));
  const edges = [
    ...(await reader.run(queries.WAITING_DERIVATIONS)),
    ...(await reader.run(queries.WAITING_OTHERS)),
    ...(await reader.run(queries.ASKED_ABOUT)),
  ].map(toEdge);
  const audited = await readEdgesAt(
    reader,
    drawn.map((row) => ({ id: toText(row["id"]), from: toText(row["from"]) })),
  );
  return {
    edges: [...edges, ...audited],
    steps: accepted.map(toStep),
    readers: toReaders(await reader.run(queries.READERS)),
    benchmarks: [...(await readBenchmarks(reader)).values()],
  };
};

const toStep = (row: Row): NamedStep => ({
  id: toText(row["id"]),
  from: toText(row["from"]),
  to: toText(row["to"]),
  split: SPLITS.find((split) => split === row["split"]),
});

const toReaders = (rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const readers = new Map<string, Set<string>>();
  for (const row of rows) {
    const dataset = toText(row["dataset"]);
    readers.set(dataset, (readers.get(dataset) ?? new Set()).add(toText(row["tracer"])));
  }
  return readers;
};

/** Edges that are known to start at a dataset. */
export const readEdgesAt = async (
  reader: Reader,
  places: readonly { readonly id: string; readonly from: string }[],
): Promise<readonly Edge[]> =>
  (await inBatches(places, (rows) => reader.run(queries.EDGES_AT, { rows }))).map(toEdge);

const PAGE = 500;

/** The events of the log after a place in it, the earliest first. */
export const readEventsAfter = async (reader: Reader, after: number): Promise<readonly ReviewEvent[]> => {
  const conditions = { edge: false, by: false, batch: false, kind: false };
  const events: ReviewEvent[] = [];
  for (let last = after; ;) {
    const rows = await reader.run(reviewsAfter(conditions), { after: last, limit: PAGE });
    events.push(...(await toEvents(reader, rows)));
    if (rows.length < PAGE) return events;
    last = events.at(-1)?.sequence ?? last;
  }
};

/** What a list shows of an edge's end. */
export interface EndName {
  readonly name: string;
  /** Absent of a model. */
  readonly state?: NodeState;
  readonly isBenchmark: boolean;
}

export const readEndNames = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EndName>> => {
  const rows = await inBatches(ids, (some) => reader.run(queries.END_NAMES, { ids: some }));
  return new Map(
    rows.map((row) => [
      toText(row["id"]),
      {
        name: typeof row["name"] === "string" ? row["name"] : toText(row["id"]),
        isBenchmark: row["isBenchmark"] === true,
        ...stateOf(row),
      },
    ]),
  );
};

const stateOf = (row: Row): Pick<EndName, "state"> => {
  const state = NODE_STATES.find((one) => one === row["state"]);
  return state === undefined ? {} : { state };
};
