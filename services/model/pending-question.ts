import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, statSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { storageFailed } from "../../schema/errors.ts";

export interface OnceOnly<Answer> {
  /** Path of the file that says that a process is asking. */
  readonly mark: string;
  /** The answer, if it is there already. */
  find(): Promise<Answer | undefined>;
  ask(): Promise<Answer>;
}

const LOOK_EVERY_MS = 50;
/** Longer than any call with all its tries takes: an older mark is of a process whose number another one has now. */
const MARK_LIFE_MS = 30 * 60_000;
/** Tells this process from the one before that had its number, as the processes of a restarted container do. */
const PROCESS_ID = randomUUID();

/**
 * Asks, unless another process is asking the same: then waits for its answer, and asks only if it ends without one. So a
 * question that was on its way when its trace was killed is not asked again by the trace that goes on.
 *
 * @throws AbortError once the signal aborts
 */
export const askOnlyOnce = async <Answer>(
  { mark, find, ask }: OnceOnly<Answer>,
  signal: AbortSignal,
): Promise<Answer> => {
  for (;;) {
    const known = await find();
    if (known !== undefined) return known;
    if (setMark(mark)) break;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
  try {
    // The one that asked before may have ended between the look and the mark.
    return (await find()) ?? (await ask());
  } finally {
    rmSync(mark, { force: true });
  }
};

/** Gives whether the question is ours to ask. */
const setMark = (mark: string): boolean => {
  try {
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, `${process.pid} ${PROCESS_ID}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (!isThere(error)) throw storageFailed(mark, error);
    // A mark that nobody stands behind any more is taken away; whoever sets the next one first may ask.
    if (!isHeld(mark)) rmSync(mark, { force: true });
    return false;
  }
};

const isThere = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

const isHeld = (mark: string): boolean => {
  try {
    if (Date.now() - statSync(mark).mtimeMs > MARK_LIFE_MS) return false;
    const [number = "", id] = readFileSync(mark, "utf8").split(" ");
    const holder = Number(number);
    if (holder === process.pid) return id === PROCESS_ID;
    // Number 0 would be our own process group; an empty mark is one that is being written.
    return holder === 0 || isAlive(holder);
  } catch {
    // It was taken away meanwhile.
    return false;
  }
};

const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Not allowed to signal it: it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
