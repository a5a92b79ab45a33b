import type { Database } from "./database.ts";
import { SHARED_BY_PROCESSES } from "./engines/engine-differences.ts";
import { COMMITS, COUNT_COMMIT } from "./queries/graph-version.ts";
import { toNumber } from "./rows.ts";

/** What tells one state of the graph from the next. */
export interface GraphVersion {
  /** Another text after every committed write, whichever process made it; the same text while nothing is written. */
  version(): Promise<string>;
}

/** Writers take one of so many counters: a wait for the same one is rare, and their sum is read in a millisecond. */
const SLOTS = 16;

/**
 * The same engine, with a version of its graph. The embedded engine's file belongs to one process, so a count in memory does;
 * on Neo4j, where several processes write, each write transaction counts itself in the graph.
 */
export const trackVersion = <Engine extends Database>(engine: Engine): Engine & GraphVersion =>
  SHARED_BY_PROCESSES[engine.engine] ? countInGraph(engine) : countInMemory(engine);

const countInMemory = <Engine extends Database>(engine: Engine): Engine & GraphVersion => {
  let commits = 0;
  return {
    ...engine,
    write: async (work, options) => {
      try {
        return await engine.write(work, options);
      } finally {
        // Also after a failure: an engine that is lost may have committed before it went.
        commits += 1;
      }
    },
    version: async () => String(commits),
  };
};

const countInGraph = <Engine extends Database>(engine: Engine): Engine & GraphVersion => {
  const latest = shareReads(async () => String(toNumber((await engine.read(COMMITS))[0]?.["commits"])));
  return {
    ...engine,
    write: (work, options) =>
      engine.write(async (transaction) => {
        const result = await work(transaction);
        await transaction.run(COUNT_COMMIT, { slot: Math.floor(Math.random() * SLOTS) });
        return result;
      }, options),
    version: latest,
  };
};

/**
 * One read at a time, shared by all who asked before it began: each gets an answer that is no older than its question, however
 * many ask.
 */
const shareReads = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Value> | undefined;
  return () => {
    next ??= running.then(() => {
      const begun = read();
      next = undefined;
      running = begun.catch(() => undefined);
      return begun;
    });
    return next;
  };
};
