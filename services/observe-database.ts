import { performance } from "node:perf_hooks";
import type { Database } from "../graph/database.ts";
import { AppError, type ErrorCode } from "../schema/errors.ts";

/** One call of the engine's port that came to an end. */
export interface EngineCall {
  readonly kind: "read" | "write" | "console";
  readonly outcome: "ok" | ErrorCode;
  /** From the call to its answer, so a write's wait for its turn is in it. */
  readonly seconds: number;
}

/** What the engine has to do now. */
export interface EngineLoad {
  readonly reads: number;
  readonly writes: number;
  /** Writes whose turn has not come. */
  readonly waitingWrites: number;
}

export interface ObservedEngine {
  /** Tells every call that ends from now on. */
  watch(listener: (call: EngineCall) => void): void;
  load(): EngineLoad;
}

/** The same engine, watched: for metrics. Costs microseconds a call. */
export const observeDatabase = <Engine extends Database>(engine: Engine): Engine & ObservedEngine => {
  const listeners = new Set<(call: EngineCall) => void>();
  const load = { reads: 0, writes: 0, waitingWrites: 0 };
  const timed = async <Result>(kind: EngineCall["kind"], act: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const tell = (outcome: EngineCall["outcome"]): void => {
      const seconds = (performance.now() - started) / 1_000;
      for (const listener of listeners) listener({ kind, outcome, seconds });
    };
    try {
      const result = await act();
      tell("ok");
      return result;
    } catch (error) {
      tell(error instanceof AppError ? error.code : "INTERNAL");
      throw error;
    }
  };
  return {
    ...engine,
    read: async (...call) => {
      load.reads += 1;
      return timed("read", () => engine.read(...call)).finally(() => (load.reads -= 1));
    },
    answer: (...call) => timed("console", () => engine.answer(...call)),
    write: async (work, options) => {
      let waits = true;
      const begin = (): void => {
        if (waits) load.waitingWrites -= 1;
        waits = false;
      };
      load.writes += 1;
      load.waitingWrites += 1;
      const turn: typeof work = (transaction) => {
        begin();
        return work(transaction);
      };
      return timed("write", () => engine.write(turn, options)).finally(() => {
        begin();
        load.writes -= 1;
      });
    },
    watch: (listener) => void listeners.add(listener),
    load: () => ({ ...load }),
  };
};
