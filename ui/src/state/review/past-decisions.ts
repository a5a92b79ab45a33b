import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { RejectionReason } from "../../../../schema/vocabulary.ts";
import { isRecord } from "../is-record.ts";

export const DONE_WORDS = [
  "accepted",
  "rejected",
  "edited",
  "added",
  "skipped",
  "alias",
  "proposed",
  "bulk",
] as const;
export type DoneWord = (typeof DONE_WORDS)[number];

/** Something that the reviewer did in this session. */
export interface PastDecision {
  /** The event's id, or the batch's. */
  readonly id: string;
  readonly what: DoneWord;
  readonly reason?: RejectionReason;
  /** The edge that it was about; absent of a batch and of what was added. */
  readonly edge?: EdgeId;
  readonly from: string;
  readonly to: string;
  /** Edges that a batch or an alias changes. */
  readonly count?: number;
  readonly at: string;
  readonly isUndone: boolean;
  /** Why the service did not take it. */
  readonly refused?: string;
}

export interface PastDecisions {
  /** The latest first. */
  readonly all: ReadonlySignal<readonly PastDecision[]>;
  /** What undo takes back next. */
  readonly undoable: ReadonlySignal<PastDecision | undefined>;
  note(decision: PastDecision): void;
  change(id: string, change: Partial<PastDecision>): void;
}

const STORED_AS = "stemma.review.session";
/** A long day's work; the log on the service has all. */
const MOST = 1_000;

/** What was decided in this tab, across reloads, so that each of it can be looked at again and undone. */
export const createPastDecisions = (storage: Pick<Storage, "getItem" | "setItem">): PastDecisions => {
  const all = signal(read(storage));
  const set = (next: readonly PastDecision[]): void => {
    all.value = next.slice(0, MOST);
    storage.setItem(STORED_AS, JSON.stringify(all.peek()));
  };
  return {
    all,
    undoable: computed(() => all.value.find(canUndo)),
    note: (decision) => set([decision, ...all.peek()]),
    change: (id, change) => set(all.peek().map((one) => (one.id === id ? { ...one, ...change } : one))),
  };
};

/** Nothing is taken back of what changed nothing: a skip, a proposal, a refused decision. */
export const canUndo = ({ what, isUndone, refused }: PastDecision): boolean =>
  !isUndone && refused === undefined && what !== "skipped" && what !== "proposed";

const read = (storage: Pick<Storage, "getItem">): readonly PastDecision[] => {
  try {
    const stored: unknown = JSON.parse(storage.getItem(STORED_AS) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isPast) : [];
  } catch {
    return [];
  }
};

const isPast = (value: unknown): value is PastDecision =>
  isRecord(value) &&
  typeof value["id"] === "string" &&
  typeof value["from"] === "string" &&
  typeof value["to"] === "string" &&
  typeof value["at"] === "string" &&
  typeof value["isUndone"] === "boolean" &&
  DONE_WORDS.some((word) => word === value["what"]);
