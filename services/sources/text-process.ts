import { readPageText } from "./read-page-text.ts";
import type { TextAnswer, TextMessage, TextTask } from "./text-task.ts";

/**
 * Entry of the process in which markup and PDF files of strangers are parsed. It has no environment, hence no keys, and
 * its owner ends it when a page takes too long or too much memory. It ends by itself when its owner is gone.
 */
process.on("disconnect", () => process.exit(0));
process.on("message", (message) => {
  const task = message as TextTask;
  void answer(task).then(say);
});

const say = (message: TextMessage): void => {
  process.send?.(message);
};

const answer = async ({ id, form, page }: TextTask): Promise<TextAnswer> => {
  try {
    const value = await readPageText(form, page);
    return value === undefined ? { kind: "no-text", id } : { kind: "text", id, value };
  } catch (error) {
    return { kind: "failed", id, message: error instanceof Error ? error.message : String(error) };
  }
};

say({ kind: "ready" });
