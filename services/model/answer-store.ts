import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { storageFailed } from "../../schema/errors.ts";

/** Everything that an answer depends on. */
export interface AnswerKey {
  readonly model: string;
  readonly promptVersion: string;
  readonly system: string;
  readonly user: string;
  /** Hash of the document that was asked about. */
  readonly document: string;
}

const usage = z.object({ inputTokens: z.int().min(0), outputTokens: z.int().min(0) }).optional();
const StoredAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("said"), content: z.string(), finishReason: z.string().optional(), usage }),
  z.object({ kind: z.enum(["unreadable", "refused"]), reason: z.string(), usage }),
]);
export type StoredAnswer = z.infer<typeof StoredAnswer>;

export interface AnswerStore {
  /** Undefined when the question was never answered, or its file is damaged. */
  find(key: AnswerKey): Promise<StoredAnswer | undefined>;
  /**
   * The answer would survive a loss of power once this resolves. It is in its place before it is synced, so that a process
   * that is killed meanwhile has it; a loss of power in that moment leaves a damaged file, which does not count.
   * Fails with STORAGE_FAILED (transient) when the disk does not take it.
   */
  save(key: AnswerKey, answer: StoredAnswer): Promise<void>;
  /** Path of the file that says that a process is asking this question; beside the answer's own. */
  markOf(key: AnswerKey): string;
}

/** Answers as files in a folder, named by the hash of what was asked. */
export const createAnswerStore = (folder: string): AnswerStore => {
  const pathOf = (key: AnswerKey, extension = "json"): string => {
    const hash = toHash(key);
    return join(folder, hash.slice(0, 2), `${hash}.${extension}`);
  };
  return {
    find: async (key) => {
      const path = pathOf(key);
      const text = await readFile(path, "utf8").catch((error: unknown) => undefinedWhenAbsent(path, error));
      const parsed = StoredAnswer.safeParse(toJson(text));
      return parsed.success ? parsed.data : undefined;
    },
    save: async (key, answer) => {
      const path = pathOf(key);
      const { model, promptVersion, document } = key;
      try {
        await placeWhole(path, `${JSON.stringify({ ...answer, model, promptVersion, document })}\n`);
      } catch (error) {
        throw storageFailed(path, error);
      }
    },
    markOf: (key) => pathOf(key, "asked"),
  };
};

/** Without waiting until it is in its place: each wait is a moment in which a kill loses a paid answer. */
const placeWhole = async (path: string, content: string): Promise<void> => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.tmp`;
  writeFileSync(draft, content, { flag: "wx" });
  renameSync(draft, path);
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** The parts are written as JSON, so that no two different questions look the same when joined. */
const toHash = ({ model, promptVersion, system, user, document }: AnswerKey): string =>
  createHash("sha256")
    .update(JSON.stringify([model, promptVersion, system, user, document]))
    .digest("hex");

const undefinedWhenAbsent = (path: string, error: unknown): undefined => {
  const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
  if (!isAbsent) throw storageFailed(path, error);
};

const toJson = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // A damaged file is one that does not count: the question is asked again.
    return undefined;
  }
};
