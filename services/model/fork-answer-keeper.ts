import type { ChildProcess } from "node:child_process";
import { AppError } from "../../schema/errors.ts";
import { forkEntry } from "../fork-entry.ts";
import type { AnswerKeeper, AnswerKeeperOptions, KeptAnswer } from "./answer-keeper.ts";
import type { AnswerReply, AnswerRequest } from "./answer-task.ts";

export interface ForkedAnswerKeeper extends AnswerKeeper {
  /** Lets go of the process: it stores what is under way and ends. */
  close(): void;
}

const MEMORY_MEGABYTES = 512;

interface Waiting {
  readonly resolve: (answer: KeptAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * A keeper in a process of its own that is not killed with this one, not even with its process group: what was asked is
 * stored whatever becomes of the trace. Starts at the first question, and anew after its end.
 */
export const forkAnswerKeeper = (options: AnswerKeeperOptions): ForkedAnswerKeeper => {
  let running: Running | undefined;
  let lastId = 0;
  const start = (): Running => {
    if (running?.child.connected !== true) running = startProcess(options);
    return running;
  };
  return {
    keep: async (question, signal) => {
      signal.throwIfAborted();
      const { child, waiting } = start();
      const id = (lastId += 1);
      const cancel = (): void => {
        tell(child, { kind: "cancel", id });
        waiting.get(id)?.reject(signal.reason as Error);
      };
      child.channel?.ref();
      try {
        return await new Promise<KeptAnswer>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          signal.addEventListener("abort", cancel, { once: true });
          tell(child, { kind: "keep", id, question });
        });
      } finally {
        signal.removeEventListener("abort", cancel);
        waiting.delete(id);
        if (waiting.size === 0) child.channel?.unref();
      }
    },
    close: () => {
      if (running?.child.connected === true) running.child.disconnect();
    },
  };
};

interface Running {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
}

const startProcess = (options: AnswerKeeperOptions): Running => {
  const waiting = new Map<number, Waiting>();
  const child = forkEntry({
    from: import.meta.url,
    entry: "./answer-process",
    memoryMegabytes: MEMORY_MEGABYTES,
    outlives: true,
  });
  /** Like an endpoint that cannot be reached: it costs this document's model claims, no more. */
  const fail = (cause: unknown): void => {
    const reason = `the process that asks the language model failed: ${String(cause)}`;
    for (const { resolve } of waiting.values()) resolve({ kind: "unreachable", reason, reused: false });
  };
  child.on("message", (message) => settle(waiting, message as AnswerReply));
  child.once("error", fail).once("disconnect", () => fail("it ended"));
  tell(child, { kind: "open", options });
  return { child, waiting };
};

/** A process that is gone says so by its end, not here. */
const tell = (child: ChildProcess, request: AnswerRequest): void => {
  child.send(request, () => undefined);
};

const settle = (waiting: ReadonlyMap<number, Waiting>, reply: AnswerReply): void => {
  const one = waiting.get(reply.id);
  if (reply.kind === "answer") one?.resolve(reply.answer);
  else one?.reject(new AppError(reply.message, { code: reply.code, transient: reply.transient }));
};
