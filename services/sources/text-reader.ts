import type { ChildProcess } from "node:child_process";
import { setMaxListeners } from "node:events";
import { forkEntry } from "../fork-entry.ts";
import type { FetchedPage } from "./fetch-outcome.ts";
import { createKeyedLock } from "./keyed-lock.ts";
import type { PageText, TextForm, TextMessage, TextTask } from "./text-task.ts";

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

const READING_TIMEOUT_MS = 60_000;
/** The process compiles its own sources when the project runs from them. */
const START_TIMEOUT_MS = 60_000;
const MEMORY_MEGABYTES = 1024;

/** Starts the process at the first page, and anew after one that had to be ended. */
export const createTextReader = (options: TextReaderOptions = {}): TextReader => {
  const { readingTimeoutMs = READING_TIMEOUT_MS, memoryMegabytes = MEMORY_MEGABYTES } = options;
  const inTurn = createKeyedLock();
  let child: ChildProcess | undefined;
  let lastId = 0;
  const start = async (signal: AbortSignal): Promise<ChildProcess | undefined> => {
    if (child !== undefined && !child.killed && child.connected) return child;
    child = forkEntry({ from: import.meta.url, entry: "./text-process", memoryMegabytes });
    const started = await nextMessage(child, { timeoutMs: START_TIMEOUT_MS, signal });
    return started.kind === "message" ? child : undefined;
  };
  const read: TextReader["read"] = async (form, page, signal) => {
    signal.throwIfAborted();
    setMaxListeners(0, signal);
    const running = await start(signal);
    if (running === undefined) return { kind: "gave-up", reason: "the process that reads it did not start" };
    lastId += 1;
    const task: TextTask = { id: lastId, form, page };
    const answered = nextMessage(running, { timeoutMs: readingTimeoutMs, signal });
    running.send(task);
    return toOutcome(await answered, readingTimeoutMs);
  };
  return {
    read: (form, page, signal) => inTurn("page", () => read(form, page, signal)),
    close: () => {
      child?.kill("SIGKILL");
      child = undefined;
    },
  };
};

interface Patience {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

type Reply =
  | { readonly kind: "message"; readonly message: TextMessage }
  | { readonly kind: "timeout" }
  | { readonly kind: "ended" };

/** The next word of the process. One that says nothing in time, or that nobody waits for any more, is ended. */
const nextMessage = (child: ChildProcess, { timeoutMs, signal }: Patience): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      child.off("message", onMessage).off("exit", onEnd).off("error", onEnd);
      child.channel?.unref();
      act();
    };
    const onMessage = (message: unknown): void =>
      settle(() => resolve({ kind: "message", message: message as TextMessage }));
    const onEnd = (): void => settle(() => resolve({ kind: "ended" }));
    const onAbort = (): void => {
      child.kill("SIGKILL");
      settle(() => reject(signal.reason as Error));
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      settle(() => resolve({ kind: "timeout" }));
    }, timeoutMs);
    child.channel?.ref();
    child.on("message", onMessage).on("exit", onEnd).on("error", onEnd);
    signal.addEventListener("abort", onAbort, { once: true });
  });

const toOutcome = (reply: Reply, timeoutMs: number): TextOutcome => {
  if (reply.kind === "timeout")
    return { kind: "gave-up", reason: `reading it took longer than ${timeoutMs} ms` };
  if (reply.kind === "ended")
    return { kind: "gave-up", reason: "reading it took more memory than a page may" };
  const { message } = reply;
  if (message.kind === "text") return { kind: "text", value: message.value };
  if (message.kind === "failed") return { kind: "gave-up", reason: `its parser failed: ${message.message}` };
  return { kind: "no-text" };
};
