import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AppError } from "../../../schema/errors.ts";
import type { Row } from "../../database.ts";
import { MEMORY_SIGNAL } from "./protocol.ts";
import { engineLost } from "./create-attempts.ts";
import type { EngineCommand, EngineMessage, EngineRequest } from "./protocol.ts";

/** A running engine process. */
export interface EngineProcess {
  readonly pid: number;
  /** Rejects with a transient ENGINE_UNAVAILABLE when the process ends before it answers. */
  send(command: EngineCommand): Promise<readonly Row[]>;
  /** Ends the process at once; what was committed stays. */
  kill(): void;
  isRunning(): boolean;
  /** Resolves when the process is gone and its file is free. */
  readonly ended: Promise<void>;
}

export interface EngineProcessOptions {
  readonly file: string;
  /** Resident memory in bytes above which the process ends itself. */
  readonly memoryLimitBytes: number;
}

/** A process that was killed, or whose service died, holds its lock for some milliseconds more. */
const LOCK_PATIENCE_MS = 1_000;
const LOCK_RETRY_MS = 100;

/** Starts the engine on a file. Fails with ENGINE_UNAVAILABLE when another process holds the file or it cannot be opened. */
export const startEngineProcess = async (options: EngineProcessOptions): Promise<EngineProcess> => {
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const started = await tryStart(options);
    if (started.kind === "running") return started.engine;
    if (!started.locked || performance.now() > deadline) throw toOpenError(options.file, started);
    await delay(LOCK_RETRY_MS);
  }
};

interface Refusal {
  readonly kind: "refused";
  readonly message: string;
  readonly locked: boolean;
}

const toOpenError = (file: string, refusal: Refusal): AppError =>
  new AppError(
    refusal.locked
      ? `another process has the graph open: ${file}. Stop that process (stemma serve or trace), or choose another --data folder`
      : `the graph's file cannot be opened: ${file}: ${refusal.message}`,
    { code: "ENGINE_UNAVAILABLE", context: { file, reason: refusal.message } },
  );

const tryStart = async (
  options: EngineProcessOptions,
): Promise<{ readonly kind: "running"; readonly engine: EngineProcess } | Refusal> => {
  const child = forkEngine(options);
  const engine = connect(child, options.file);
  const first = await firstMessage(child);
  if (first.kind === "ready") return { kind: "running", engine };
  engine.kill();
  await engine.ended;
  return { kind: "refused", message: first.message, locked: first.locked };
};

/** Works from sources (tsx, vitest) and from compiled files alike: the entry has this file's own extension. */
const forkEngine = (options: EngineProcessOptions): ChildProcess => {
  const extension = extname(fileURLToPath(import.meta.url));
  const entry = fileURLToPath(new URL(`./engine-process${extension}`, import.meta.url));
  const loader = extension === ".ts" ? createRequire(import.meta.url).resolve("tsx") : undefined;
  return fork(entry, [options.file, String(options.memoryLimitBytes)], {
    execArgv: loader === undefined ? [] : ["--import", pathToFileURL(loader).href],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
};

type Opening = { readonly kind: "ready" } | { readonly kind: "not-ready"; message: string; locked: boolean };

const firstMessage = (child: ChildProcess): Promise<Opening> =>
  new Promise((resolve) => {
    const fail = (message: string): void => resolve({ kind: "not-ready", message, locked: false });
    let errors = "";
    child.stderr?.on("data", (chunk) => (errors = `${errors}${String(chunk)}`.slice(-2_000)));
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code, signal) => fail(`its process ended early (${code ?? signal}) ${errors}`));
    child.once("message", (message) => {
      const opening = message as EngineMessage;
      if (opening.kind === "closed-to-us") resolve({ ...opening, kind: "not-ready" });
      else resolve({ kind: "ready" });
    });
  });

interface Pending {
  readonly command: EngineCommand["kind"];
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: AppError) => void;
}

const connect = (child: ChildProcess, file: string): EngineProcess => {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let running = true;
  /** Ended on purpose: what else it ran is not to blame. */
  let stopped = false;

  child.on("message", (message) => settle(pending, message as EngineMessage));
  const ended = new Promise<void>((resolve) => {
    const end = (_code: number | null, signal: NodeJS.Signals | null): void => {
      running = false;
      rejectAll(pending, { outOfMemory: signal === MEMORY_SIGNAL, stopped, file });
      resolve();
    };
    child.once("exit", end);
    child.once("error", () => end(null, null));
  });

  const send = (command: EngineCommand): Promise<readonly Row[]> =>
    new Promise((resolve, reject) => {
      if (!running) {
        reject(engineLost(file, stopped));
        return;
      }
      const request: EngineRequest = { id: ++lastId, command };
      pending.set(request.id, { command: command.kind, resolve, reject });
      // A failure to send comes with the process's end, which rejects everything that waits.
      child.send(request, () => undefined);
    });

  return {
    pid: child.pid ?? 0,
    send,
    kill: () => {
      stopped = true;
      child.kill("SIGKILL");
    },
    isRunning: () => running,
    ended,
  };
};

const settle = (pending: Map<number, Pending>, message: EngineMessage): void => {
  if (message.kind !== "rows" && message.kind !== "failed") return;
  const waiting = pending.get(message.id);
  pending.delete(message.id);
  if (message.kind === "rows") waiting?.resolve(message.rows);
  else
    waiting?.reject(
      new AppError(message.fault.message, { code: message.fault.code, transient: message.fault.transient }),
    );
};

interface End {
  readonly outOfMemory: boolean;
  readonly stopped: boolean;
  readonly file: string;
}

/**
 * The engine does not say which request filled the memory: a person's own statement is taken for it before one of the
 * service's, and of these the one that has run longest.
 */
const rejectAll = (pending: Map<number, Pending>, { outOfMemory, stopped, file }: End): void => {
  const waiting = [...pending.values()];
  const blamed = outOfMemory
    ? (waiting.find(({ command }) => command === "answer") ?? waiting[0])
    : undefined;
  for (const one of waiting)
    one.reject(one === blamed ? answerTooLarge() : engineLost(file, outOfMemory || stopped));
  pending.clear();
};

const answerTooLarge = (): AppError =>
  new AppError("the statement needs more memory than the engine may take; ask for less", {
    code: "RESULT_TOO_LARGE",
  });
