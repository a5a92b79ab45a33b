import { z } from "zod";
import { CONTAMINATION_LEVELS } from "./contamination-level.ts";
import { DatasetId } from "./ids.ts";
import { NODE_STATES } from "./vocabulary.ts";

/** What a withdrawal does to a flag: it goes, it gets another level, or it stands by another way. */
export const WITHDRAWAL_OUTCOMES = ["vanishes", "changes", "stays"] as const;
export type WithdrawalOutcome = (typeof WITHDRAWAL_OUTCOMES)[number];

/**
 * only: whatever comes from above the withdrawn dataset comes through it; also: one of the datasets that it was built from
 * reaches this one by another way as well.
 */
export const WITHDRAWAL_REACHES = ["only", "also"] as const;
export type WithdrawalReach = (typeof WITHDRAWAL_REACHES)[number];

const level = z.enum(CONTAMINATION_LEVELS);

export const WithdrawnDescendant = z
  .object({
    id: DatasetId,
    state: z.enum(NODE_STATES),
    /** Steps from it up to the withdrawn dataset; 1 is built from it directly. */
    distance: z.int().min(1),
    reach: z.enum(WITHDRAWAL_REACHES),
    /** Whether every way between the two has an edge that waits for a person. */
    isWaiting: z.boolean(),
  })
  .meta({ id: "WithdrawnDescendant" });
export type WithdrawnDescendant = z.infer<typeof WithdrawnDescendant>;

export const WithdrawnFlag = z
  .object({
    dataset: DatasetId,
    benchmark: DatasetId,
    outcome: z.enum(WITHDRAWAL_OUTCOMES),
    before: level,
    /** Absent when nothing is left. */
    after: level.optional(),
    /** Steps of the shortest way that is left. */
    distance: z.int().min(1).optional(),
  })
  .meta({ id: "WithdrawnFlag" });
export type WithdrawnFlag = z.infer<typeof WithdrawnFlag>;

/** What would be otherwise if a dataset were taken out of everything that was built from it. Nothing is written. */
export const Withdrawal = z
  .object({
    dataset: DatasetId,
    state: z.enum(NODE_STATES),
    /** Nearest first; at most 20,000. */
    descendants: z.array(WithdrawnDescendant),
    /** Flags of the descendants, those that vanish first; at most 20,000. */
    flags: z.array(WithdrawnFlag),
    totals: z.object({
      descendants: z.int().min(0),
      direct: z.int().min(0),
      only: z.int().min(0),
      flags: z.record(z.enum(WITHDRAWAL_OUTCOMES), z.int().min(0)),
      /** Edges of the descendants that wait for a person: what they say may turn out wrong. */
      waitingEdges: z.int().min(0),
      /** Descendants whose own documents nobody read: they may have more sources than are known. */
      untraced: z.int().min(0),
    }),
    /** Whether a list was cut. */
    truncated: z.boolean(),
  })
  .meta({ id: "Withdrawal" });
export type Withdrawal = z.infer<typeof Withdrawal>;
