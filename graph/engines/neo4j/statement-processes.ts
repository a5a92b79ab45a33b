import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AppError } from "../../../schema/errors.ts";
import type { Answer } from "../../database.ts";
import { supervise } from "../supervise.ts";
import type { Connection, Neo4jOptions } from "./create-connection.ts";
import type { AnswerStatement, RunAnswer } from "./run-answer.ts";
import type { StatementMessage, StatementRequest } from "./statement-protocol.ts";

/** A row is taken in whole before it can be cut: one that needs more than this ends the process, and not the service. */
const MEMORY_MB = 384;
/** A process that was told to stop and does not say so in this time is still taking in a row, and is ended. */
const STOP_PATIENCE_MS = 500;
/** A start takes 0.7 s, which is not the statement's fault; on a machine that is slower than this it is counted as its time. */
const START_PATIENCE_MS = 900;

export interface StatementProcesses {
  readonly runAnswer: RunAnswer;
  close(): Promise<void>;
}

/**
 * Runs people's own statements in processes of their own, as many as run at once: the driver takes in a row of millions of values
 * at one go, which would hold up the service and fill its memory. A process is kept for the next statement.
 */
export const createStatementProcesses = (
  connection: Connection,
  options: Neo4jOptions,
): StatementProcesses => {
  const idle = new Set<StatementProcess>();
  const all = new Set<StatementProcess>();
  const start = (): StatementProcess => {
    const started = startProcess(options, () => {
      all.delete(started);
      idle.delete(started);
    });
    all.add(started);
    return started;
  };
  const take = (): StatementProcess => {
    const [taken = start()] = idle;
    idle.delete(taken);
    taken.hold();
    return taken;
  };
  const giveBack = (taken: StatementProcess): void => {
    taken.letGo();
    if (all.has(taken)) idle.add(taken);
  };
  return {
    runAnswer: async (statement) => {
      const taken = take();
      let isOver = false;
      const ask = async (): Promise<Answer> => {
        await taken.ready;
        const bookmarks = await connection.bookmarks();
        if (isOver) throw lost();
        return taken.ask(statement, bookmarks);
      };
      const asked = ask();
      // Free only then, however early the one who asked is told that the time is over.
      void asked.catch(() => undefined).then(() => giveBack(taken));
      await Promise.race([taken.ready, delay(START_PATIENCE_MS, undefined, { ref: false })]);
      return supervise(asked, statement.limits, () => {
        isOver = true;
        taken.stop();
      });
    },
    close: async () => {
      await Promise.all([...all].map((one) => one.end()));
    },
  };
};

interface StatementProcess {
  /** Rejects when it could not be started. */
  readonly ready: Promise<void>;
  ask(statement: AnswerStatement, bookmarks: readonly string[]): Promise<Answer>;
  /** Ends what it runs, and the process with it when that does not hear. */
  stop(): void;
  end(): Promise<void>;
  /** Keeps the service alive, or no longer. */
  hold(): void;
  letGo(): void;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: AppError): void;
}

const startProcess = (options: Neo4jOptions, onEnd: () => void): StatementProcess => {
  const child = forkProcess();
  const tell = (request: StatementRequest): void => void child.send(request, () => undefined);
  let waiting: Waiting | undefined;
  let ended: AppError | undefined;
  const end = new Promise<void>((resolve) => {
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      ended = toEnd(code, signal);
      waiting?.reject(ended);
      waiting = undefined;
      onEnd();
      resolve();
    };
    child.once("exit", onExit);
    child.once("error", () => onExit(null, null));
  });
  child.on("message", (message) => {
    const { answer, failure } = toOutcome(message as StatementMessage);
    if (answer !== undefined) waiting?.resolve(answer);
    if (failure !== undefined) waiting?.reject(failure);
    if (answer !== undefined || failure !== undefined) waiting = undefined;
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    void end.then(() => reject(ended ?? lost()));
  });
  // Whoever asks waits for it; one that ends later was ready.
  ready.catch(() => undefined);
  tell({ kind: "connect", options });
  return {
    ready,
    ask: ({ cypher, parameters, limits: { timeoutMs, maxRows, maxBytes } }, bookmarks) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        waiting = { resolve, reject };
        tell({ kind: "ask", cypher, parameters, limits: { timeoutMs, maxRows, maxBytes }, bookmarks });
      }),
    stop: () => {
      tell({ kind: "cancel" });
      const asked = waiting;
      setTimeout(() => {
        if (waiting !== undefined && waiting === asked) child.kill("SIGKILL");
      }, STOP_PATIENCE_MS).unref();
    },
    end: () => {
      child.kill("SIGKILL");
      return end;
    },
    hold: () => {
      child.ref();
      child.channel?.ref();
    },
    letGo: () => {
      child.unref();
      child.channel?.unref();
    },
  };
};

const toOutcome = (message: StatementMessage): { readonly answer?: Answer; readonly failure?: AppError } => {
  if (message.kind === "answered") return { answer: message.answer };
  return message.kind === "failed" ? { failure: new AppError(message.message, message) } : {};
};

/** Works from sources (tsx, vitest) and from compiled files alike: the entry has this file's own extension. */
const forkProcess = (): ChildProcess => {
  const extension = extname(fileURLToPath(import.meta.url));
  const entry = fileURLToPath(new URL(`./statement-process${extension}`, import.meta.url));
  const loader = extension === ".ts" ? createRequire(import.meta.url).resolve("tsx") : undefined;
  return fork(entry, [], {
    execArgv: [
      `--max-old-space-size=${MEMORY_MB}`,
      ...(loader === undefined ? [] : ["--import", pathToFileURL(loader).href]),
    ],
    env: {},
    serialization: "advanced",
    // V8 prints pages about the heap that it could not enlarge.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
};

/** V8 aborts when its heap is full. */
const toEnd = (code: number | null, signal: NodeJS.Signals | null): AppError => {
  if (signal === "SIGABRT") {
    return new AppError("one row of the answer needs more memory than it may take; ask for less of it", {
      code: "RESULT_TOO_LARGE",
    });
  }
  if (signal === "SIGKILL") return lost();
  return new AppError(`the process that answers statements ended early (${code ?? signal})`, {
    code: "ENGINE_UNAVAILABLE",
    transient: true,
  });
};

const lost = (): AppError => new AppError("the statement was stopped", { code: "CANCELLED" });
