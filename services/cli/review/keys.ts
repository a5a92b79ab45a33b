import type { RejectionReason } from "../../../schema/vocabulary.ts";

/** Where single keys and lines come from. Undefined: there are no more. */
export interface KeySource {
  /** The name of the next key: `a`, `?`, `return`, `escape`, `ctrl-c`. */
  key(): Promise<string | undefined>;
  /** A line of text; empty when nothing was typed. */
  line(prompt: string): Promise<string | undefined>;
  close(): void;
}

/** What the keys of the loop do, as `?` tells. */
export const LOOP_KEYS = [
  ["a", "accept"],
  ["r", "reject, then the key of a reason"],
  ["e", "edit: relation, split, target"],
  ["s", "skip"],
  ["u", "undo the last decision"],
  ["o", "open the quote in its document"],
  ["n", "note that goes with the next decision"],
  ["?", "these keys"],
  ["q", "quit"],
] as const;

export const REASON_KEYS: readonly (readonly [string, RejectionReason])[] = [
  ["e", "evaluation-only"],
  ["c", "cited-only"],
  ["m", "model-not-dataset"],
  ["o", "own-subset"],
  ["w", "wrong-id"],
  ["d", "wrong-direction"],
  ["n", "not-supported"],
];

export const EDIT_KEYS = [
  ["r", "relation"],
  ["s", "split"],
  ["t", "target"],
] as const;
