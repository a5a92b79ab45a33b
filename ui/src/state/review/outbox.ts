import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { AppError, ErrorCode } from "../../../../schema/errors.ts";
import type { EdgeId } from "../../../../schema/ids.ts";
import { isRecord } from "../is-record.ts";
import { toAppError } from "../resource.ts";

/** A request that was not acknowledged yet. `id` is the event's, or the batch's: sent twice, it happens once. */
export interface Letter {
  readonly id: string;
  readonly path: string;
  readonly body: unknown;
  /** Edges that it is about. */
  readonly edges: readonly EdgeId[];
  /** Of an undoing: what it undoes. */
  readonly undoes?: string;
}

export interface Outbox {
  /** What is not saved yet, the earliest first. */
  readonly waiting: ReadonlySignal<readonly Letter[]>;
  /** Why the first of them could not be sent; it is tried again. */
  readonly trouble: ReadonlySignal<AppError | undefined>;
  post(letter: Letter): void;
  /** Tries at once. */
  retry(): void;
  /** Once nothing about the edge waits any more. */
  settled(edge: EdgeId): Promise<void>;
  close(): void;
}

export interface OutboxDependencies {
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  readonly send: (letter: Letter) => Promise<unknown>;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly onSaved: (letter: Letter, answer: unknown) => void;
  /** The service has said no for good: somebody else was first, or it may not be. */
  readonly onRefused: (letter: Letter, error: AppError) => void;
}

const STORED_AS = "stemma.review.outbox";
const RETRY_MS = 2_000;

/** Sent again, these may end otherwise; everything else is the service's last word. */
const PASSING: readonly ErrorCode[] = [
  "UPSTREAM_FAILED",
  "ENGINE_UNAVAILABLE",
  "WRITE_CONFLICT",
  "RATE_LIMITED",
  "STORAGE_FAILED",
  "UNAUTHENTICATED",
  "QUERY_TIMEOUT",
  "INTERNAL",
];

/**
 * Keeps what was decided until the service has acknowledged it, across reloads and outages. Letters go one after another, in the
 * order in which they were written, so that an undoing never overtakes what it undoes.
 */
export const createOutbox = (dependencies: OutboxDependencies): Outbox => {
  const { storage, send, after, onSaved, onRefused } = dependencies;
  const waiting = signal(read(storage));
  const trouble = signal<AppError | undefined>(undefined);
  let isSending = false;
  let isClosed = false;
  let cancelRetry: (() => void) | undefined;
  /** Other tabs of this browser write to the same place: only what is one's own is added and taken away. */
  const write = (change: (letters: readonly Letter[]) => readonly Letter[]): void => {
    storage.setItem(STORED_AS, JSON.stringify(change(read(storage))));
    waiting.value = change(waiting.peek());
  };
  const done = (gone: readonly Letter[]): void => write((letters) => without(letters, gone));
  const refuse = (letter: Letter, error: AppError): void => {
    const all = [letter, ...waiting.peek().filter(({ undoes }) => undoes === letter.id)];
    done(all);
    for (const one of all) onRefused(one, error);
  };
  const sendNext = async (): Promise<void> => {
    const [letter] = waiting.peek();
    if (letter === undefined || isSending || isClosed) return;
    isSending = true;
    try {
      const answer = await send(letter);
      trouble.value = undefined;
      done([letter]);
      onSaved(letter, answer);
    } catch (error) {
      const failure = toAppError(error);
      if (failure.transient || PASSING.includes(failure.code)) {
        trouble.value = failure;
        cancelRetry = after(RETRY_MS, next);
        return;
      }
      trouble.value = undefined;
      refuse(letter, failure);
    } finally {
      isSending = false;
    }
    next();
  };
  // What sending fails with is kept in `trouble` or given to `onRefused`.
  const next = (): void => {
    cancelRetry?.();
    void sendNext();
  };
  next();
  return {
    waiting,
    trouble: computed(() => trouble.value),
    post: (letter) => {
      write((letters) => [...letters, letter]);
      next();
    },
    retry: next,
    settled: (edge) => settled(waiting, edge),
    close: () => {
      isClosed = true;
      cancelRetry?.();
    },
  };
};

const without = (letters: readonly Letter[], gone: readonly Letter[]): readonly Letter[] =>
  letters.filter(({ id }) => !gone.some((one) => one.id === id));

const settled = (waiting: ReadonlySignal<readonly Letter[]>, edge: EdgeId): Promise<void> =>
  new Promise((resolve) => {
    const stop = waiting.subscribe((letters) => {
      if (letters.some(({ edges }) => edges.includes(edge))) return;
      resolve();
      // It may hold at once, before there is anything to stop.
      queueMicrotask(() => stop());
    });
  });

const read = (storage: Pick<Storage, "getItem">): readonly Letter[] => {
  try {
    const stored: unknown = JSON.parse(storage.getItem(STORED_AS) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isLetter) : [];
  } catch {
    return [];
  }
};

const isLetter = (value: unknown): value is Letter =>
  isRecord(value) &&
  typeof value["id"] === "string" &&
  typeof value["path"] === "string" &&
  value["path"].startsWith("/api/reviews") &&
  Array.isArray(value["edges"]);
