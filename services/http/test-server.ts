import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { AppError } from "../../schema/errors.ts";
import { createDoorkeeper, type Doorkeeper } from "../auth/doorkeeper.ts";
import { createServer, type ServerDependencies } from "./create-server.ts";
import { NO_LIMITS } from "./rate-limits.ts";

const unexpected = (): never => {
  throw new AppError("a test did not expect this call", { code: "INTERNAL" });
};

type TestParts = Partial<ServerDependencies> & {
  /** STEMMA_TOKEN; absent asks for none. */
  readonly token?: string;
};

const aFormat = {
  name: "jsonl",
  title: "JSON Lines",
  description: "one record a line",
  mediaType: "application/x-ndjson",
  extension: "jsonl",
  scope: "graph",
} as const;

const aDoorkeeper = (configuredToken: string | undefined): Doorkeeper =>
  createDoorkeeper({
    tokens: { find: async () => undefined, hasAny: async () => false },
    onLoopback: true,
    now: () => new Date(),
    ...(configuredToken === undefined ? {} : { configuredToken }),
  });

const noLineage = {
  search: unexpected,
  dataset: unexpected,
  lineage: unexpected,
  lineages: unexpected,
  commonAncestors: unexpected,
  rejected: unexpected,
  paths: unexpected,
  edge: unexpected,
  document: unexpected,
} satisfies ServerDependencies["lineage"];

const noTracing = {
  start: unexpected,
  ended: unexpected,
  cancel: unexpected,
  find: unexpected,
  list: unexpected,
  changes: unexpected,
  history: unexpected,
  countRunning: unexpected,
  countWaiting: unexpected,
  follow: unexpected,
  recover: unexpected,
  close: unexpected,
} satisfies ServerDependencies["tracing"];

/** A server for tests: what a test does not hand in fails when it is called. */
export const aServer = ({ token, ...parts }: TestParts = {}): Promise<FastifyInstance> =>
  createServer({
    lineage: noLineage,
    tracing: noTracing,
    cypher: { run: unexpected, runSaved: unexpected, saved: unexpected, cancel: unexpected },
    decisions: { decide: unexpected, add: unexpected },
    reviews: {
      review: unexpected,
      bulk: unexpected,
      undo: unexpected,
      log: unexpected,
      ofEdge: unexpected,
      exportLines: unexpected,
      importFile: unexpected,
    },
    learning: { statistics: unexpected, calibrate: unexpected },
    reviewQueue: {
      list: unexpected,
      item: unexpected,
      take: unexpected,
      release: unexpected,
      assign: unexpected,
    },
    contamination: {
      list: unexpected,
      report: unexpected,
      benchmarks: unexpected,
      ranking: unexpected,
      withdrawal: unexpected,
    },
    published: { statistics: unexpected, audit: unexpected },
    exchange: {
      formats: async () => ({ exports: [aFormat], imports: [] }),
      export: unexpected,
      import: unexpected,
    },
    health: {
      health: async () => ({
        status: "ok",
        engine: { name: "embedded", ready: true },
        version: "0.0.0",
        mirror: false,
      }),
    },
    doorkeeper: aDoorkeeper(token),
    limits: NO_LIMITS,
    metrics: { contentType: "text/plain", countRequest: () => undefined, text: unexpected },
    views: { list: unexpected, save: unexpected, change: unexpected, remove: unexpected },
    snapshots: { version: unexpected, snapshot: unexpected, overview: unexpected },
    log: pino({ level: "silent" }),
    version: "0.0.0",
    explorerFolder: "/nonexistent",
    uploadFolder: "/nonexistent/uploads",
    ...parts,
  });
