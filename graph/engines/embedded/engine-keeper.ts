import { AppError } from "../../../schema/errors.ts";
import { startEngineProcess } from "./start-engine-process.ts";
import type { EngineProcess, EngineProcessOptions } from "./start-engine-process.ts";

/** Holds the one running engine and starts the next when it was lost. */
export interface EngineKeeper {
  /** The running engine, started when there is none. Fails with ENGINE_UNAVAILABLE after close. */
  engine(): Promise<EngineProcess>;
  /** Times an engine was lost and the next one started. */
  restarts(): number;
  /** Lets no new work in, and ends the engine once its file is in order. */
  close(): Promise<void>;
}

/** Merging the log on close takes about a second for 300,000 edges; past this time the log is left to the next open. */
const CLOSE_PATIENCE_MS = 15_000;

export const createEngineKeeper = (options: EngineProcessOptions): EngineKeeper => {
  let current: Promise<EngineProcess> | undefined;
  let closed = false;
  let restarts = 0;

  const start = (previous: EngineProcess | undefined): Promise<EngineProcess> => {
    if (closed) throw closedError(options.file);
    const starting = startAfter(previous, options);
    starting.catch(() => {
      if (current === starting) current = undefined;
    });
    return starting;
  };
  const engine = async (): Promise<EngineProcess> => {
    if (closed) throw closedError(options.file);
    current ??= start(undefined);
    const found = current;
    const running = await found;
    if (running.isRunning()) return running;
    // Many may find the engine gone at once: the first starts the next, the others wait for it.
    if (current === found || current === undefined) {
      restarts += 1;
      current = start(running);
    }
    return current;
  };
  const close = async (): Promise<void> => {
    closed = true;
    const last = await current?.catch(() => undefined);
    if (last?.isRunning() === true) await closeEngine(last);
  };
  return { engine, restarts: () => restarts, close };
};

/** The file is free only when the previous process is gone. */
const startAfter = async (
  previous: EngineProcess | undefined,
  options: EngineProcessOptions,
): Promise<EngineProcess> => {
  await previous?.ended;
  return startEngineProcess(options);
};

const closeEngine = async (engine: EngineProcess): Promise<void> => {
  const impatience = setTimeout(() => engine.kill(), CLOSE_PATIENCE_MS);
  await engine.send({ kind: "close" }).catch(() => engine.kill());
  await engine.ended;
  clearTimeout(impatience);
};

const closedError = (file: string): AppError =>
  new AppError("the graph is closed", { code: "ENGINE_UNAVAILABLE", context: { file } });
