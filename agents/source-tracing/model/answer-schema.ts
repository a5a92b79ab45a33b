import { z } from "zod";
import { RELATIONS, REJECTION_REASONS, SPLITS } from "../../../schema/vocabulary.ts";
import type { RejectionReason, Relation } from "../../../schema/vocabulary.ts";

/** Candidates of one question; more make small models lose count. */
export const MAX_CANDIDATES = 24;
const MAX_ADDITIONAL = 12;
const MAX_NAME = 200;
const MAX_QUOTE = 1000;

/** Reasons that the gate or a reviewer alone gives, and that no reader of a document can. */
type GateReason =
  | "quote-not-found"
  | "name-not-near-quote"
  | "not-supported"
  | "wrong-id"
  | "wrong-direction";
export type Verdict = Relation | Exclude<RejectionReason, GateReason>;

const GATE_REASONS: ReadonlySet<string> = new Set<GateReason>([
  "quote-not-found",
  "name-not-near-quote",
  "not-supported",
  "wrong-id",
  "wrong-direction",
]);
const VERDICTS = [...RELATIONS, ...REJECTION_REASONS].filter(
  (verdict): verdict is Verdict => !GATE_REASONS.has(verdict),
);

export interface JudgeAnswer {
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly additional: readonly {
    readonly name: string;
    readonly quote: string;
    readonly relation: Relation;
    readonly split: (typeof SPLITS)[number] | null;
  }[];
}

/**
 * The answer's schema for candidates `keys`, in the subset that strict structured output takes: plain objects with
 * every key required, `nullable` and never `optional`, no record, no union of objects. Each part is made anew, because
 * one that is used twice becomes a `$ref`, which not every server follows.
 */
export const toAnswerSchema = (keys: readonly string[]): z.ZodType<JudgeAnswer> =>
  z.object({
    verdicts: z.object(Object.fromEntries(keys.map((key) => [key, z.enum(VERDICTS)]))),
    additional: z
      .array(
        z.object({
          name: z.string().max(MAX_NAME),
          quote: z.string().max(MAX_QUOTE),
          relation: z.enum([...RELATIONS]),
          split: z.enum([...SPLITS]).nullable(),
        }),
      )
      .max(MAX_ADDITIONAL),
  });

const RELATION_SET: ReadonlySet<string> = new Set(RELATIONS);
export const isRelation = (verdict: Verdict): verdict is Relation => RELATION_SET.has(verdict);
