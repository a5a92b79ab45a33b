import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FetchedPage } from "./fetch-outcome.ts";
import { createKeyedLock } from "./keyed-lock.ts";
import type { PageText, TextAnswer, TextForm, TextTask } from "./text-task.ts";

export type TextOutcome =
  | { readonly kind: "text"; readonly value: PageText }
  | { readonly kind: "no-text" }
  /** The page was too much: time, memory, or a fault of its parser. */
  | { readonly kind: "gave-up"; readonly reason: string };

/** Reads texts out of markup and PDF files, one after the other, in a process of its own. */
export interface TextReader {
  read(form: TextForm, page: FetchedPage, signal: AbortSignal): Promise<TextOutcome>;
  close(): void;
}

export interface TextReaderOptions {
  /** For one page, in milliseconds. */
  readonly readingTimeoutMs?: number;
  readonly memoryMegabytes?: number;
}

const TIMEOUT_MS = 30_000;
const MEMORY_MEGABYTES = 1024;

/** Starts the process at the first page, and anew after one that had to be ended. */
export const createTextReader = (options: TextReaderOptions = {}): TextReader => {
  const { readingTimeoutMs: timeoutMs = TIMEOUT_MS, memoryMegabytes = MEMORY_MEGABYTES } = options;
  const inTurn = createKeyedLock();
  let child: ChildProcess | undefined;
  let lastId = 0;
  const start = (): ChildProcess => {
    if (child === undefined || child.killed || !child.connected) child = forkTextProcess(memoryMegabytes);
    return child;
  };
  return {
    read: (form, page, signal) =>
      inTurn("page", async () => {
        signal.throwIfAborted();
        lastId += 1;
        return ask(start(), { id: lastId, form, page }, { timeoutMs, signal });
      }),
    close: () => {
      child?.kill("SIGKILL");
      child = undefined;
    },
  };
};

/** Works from sources (tsx, vitest) and from compiled files alike: the entry has this file's own extension. */
const forkTextProcess = (memoryMegabytes: number): ChildProcess => {
  const extension = extname(fileURLToPath(import.meta.url));
  const entry = fileURLToPath(new URL(`./text-process${extension}`, import.meta.url));
  const loader = extension === ".ts" ? createRequire(import.meta.url).resolve("tsx") : undefined;
  const child = fork(entry, [], {
    execArgv: [
      `--max-old-space-size=${memoryMegabytes}`,
      ...(loader === undefined ? [] : ["--import", pathToFileURL(loader).href]),
    ],
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  return child;
};

interface Patience {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** One page at a time: the next answer is this task's, or the process is ended. */
const ask = (child: ChildProcess, task: TextTask, { timeoutMs, signal }: Patience): Promise<TextOutcome> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      child.off("message", onMessage).off("exit", onExit).off("error", onExit);
      child.channel?.unref();
      act();
    };
    const giveUp = (reason: string): void => settle(() => resolve({ kind: "gave-up", reason }));
    const onMessage = (message: unknown): void => settle(() => resolve(toOutcome(message as TextAnswer)));
    const onExit = (): void => giveUp("reading it took more memory than a page may");
    const onAbort = (): void => {
      child.kill("SIGKILL");
      settle(() => reject(signal.reason as Error));
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      giveUp(`reading it took longer than ${timeoutMs} ms`);
    }, timeoutMs);
    child.channel?.ref();
    child.on("message", onMessage).on("exit", onExit).on("error", onExit);
    signal.addEventListener("abort", onAbort, { once: true });
    child.send(task);
  });

const toOutcome = (answer: TextAnswer): TextOutcome => {
  if (answer.kind === "text") return { kind: "text", value: answer.value };
  if (answer.kind === "no-text") return { kind: "no-text" };
  return { kind: "gave-up", reason: `its parser failed: ${answer.message}` };
};
