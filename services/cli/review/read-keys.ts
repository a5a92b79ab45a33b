import { createInterface, emitKeypressEvents, type Key } from "node:readline";
import type { KeySource } from "./keys.ts";

type Input = Pick<NodeJS.ReadStream, "setRawMode" | "resume" | "pause"> & NodeJS.ReadStream;

/** Single keys of a terminal. Keys that come while nobody waits are kept: who types ahead loses nothing. */
export const readKeys = (input: Input, output: NodeJS.WritableStream): KeySource => {
  const kept: string[] = [];
  let waiting: ((key: string | undefined) => void) | undefined;
  let isLine = false;
  let isOver = false;
  const give = (name: string | undefined): void => {
    if (waiting === undefined) {
      if (name !== undefined) kept.push(name);
      return;
    }
    const next = waiting;
    waiting = undefined;
    next(name);
  };
  const onKey = (text: string | undefined, key: Key): void => {
    if (!isLine) give(nameOf(text, key));
  };
  const onEnd = (): void => {
    isOver = true;
    give(undefined);
  };
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on("keypress", onKey).on("end", onEnd).resume();
  return {
    key: async () => {
      const next = kept.shift();
      if (next !== undefined || isOver) return next;
      return new Promise((resolve) => (waiting = resolve));
    },
    line: async (prompt) => {
      isLine = true;
      input.setRawMode(false);
      const lines = createInterface({ input, output });
      const answer = await new Promise<string | undefined>((resolve) => {
        lines.once("close", () => resolve(undefined));
        lines.question(prompt, resolve);
      });
      lines.close();
      input.setRawMode(true);
      input.resume();
      isLine = false;
      return answer?.trim();
    },
    close: () => {
      input.off("keypress", onKey).off("end", onEnd);
      input.setRawMode(false);
      input.pause();
    },
  };
};

const nameOf = (text: string | undefined, { ctrl, name }: Key): string => {
  if (ctrl === true) return `ctrl-${name ?? ""}`;
  return name === "return" || name === "enter" || name === "escape" ? name : (text ?? name ?? "");
};
