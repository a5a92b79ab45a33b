import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { AppError } from "../../schema/errors.ts";
import { createServer, type ServerDependencies } from "./create-server.ts";

const unexpected = (): never => {
  throw new AppError("a test did not expect this call", { code: "INTERNAL" });
};

/** A server for tests: what a test does not hand in fails when it is called. */
export const aServer = (parts: Partial<ServerDependencies> = {}): Promise<FastifyInstance> =>
  createServer({
    lineage: {
      search: unexpected,
      dataset: unexpected,
      lineage: unexpected,
      rejected: unexpected,
      paths: unexpected,
      edge: unexpected,
      document: unexpected,
    },
    tracing: {
      start: unexpected,
      ended: unexpected,
      cancel: unexpected,
      find: unexpected,
      list: unexpected,
      follow: unexpected,
      recover: unexpected,
      close: unexpected,
    },
    health: {
      health: async () => ({
        status: "ok",
        engine: { name: "embedded", ready: true },
        version: "0.0.0",
        mirror: false,
      }),
    },
    log: pino({ level: "silent" }),
    version: "0.0.0",
    explorerFolder: "/nonexistent",
    ...parts,
  });
