import { setTimeout as sleep } from "node:timers/promises";
import { AppError, isTransient } from "../../schema/errors.ts";
import { createAnswerKeeper } from "./answer-keeper.ts";
import type { AnswerKeeper } from "./answer-keeper.ts";
import type { AnswerRequest, AnswerReply } from "./answer-task.ts";

/**
 * Entry of the process that asks the language model. It outlives its owner's end until what is under way is answered and
 * stored: an answer is paid for once its question is sent. It has no environment; the endpoint's key comes by the channel.
 */
const underWay = new Map<number, AbortController>();
/** Aborts when the owner is gone: nobody is left to wait for another try. */
const orphaned = new AbortController();
let keeper: AnswerKeeper | undefined;

process.on("disconnect", () => {
  orphaned.abort();
  endWhenIdle();
});
process.on("message", (message) => {
  const request = message as AnswerRequest;
  if (request.kind === "open") keeper = open(request);
  else if (request.kind === "cancel") underWay.get(request.id)?.abort();
  else void keep(request).then(say);
});

const open = ({ options }: Extract<AnswerRequest, { kind: "open" }>): AnswerKeeper =>
  createAnswerKeeper(options, {
    fetch,
    random: Math.random,
    sleep: (ms, signal) => sleep(ms, undefined, { signal: AbortSignal.any([signal, orphaned.signal]) }),
  });

const keep = async ({ id, question }: Extract<AnswerRequest, { kind: "keep" }>): Promise<AnswerReply> => {
  const controller = new AbortController();
  underWay.set(id, controller);
  try {
    if (keeper === undefined) throw new Error("it was asked before it was told whom to ask");
    return { id, kind: "answer", answer: await keeper.keep(question, controller.signal) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof AppError ? error.code : "INTERNAL";
    return { id, kind: "failed", message, code, transient: isTransient(error) };
  } finally {
    underWay.delete(id);
  }
};

const say = (reply: AnswerReply): void => {
  if (process.connected) process.send?.(reply, undefined, undefined, () => undefined);
  endWhenIdle();
};

const endWhenIdle = (): void => {
  if (!process.connected && underWay.size === 0) process.exit(0);
};
