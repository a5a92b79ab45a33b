import { readFile } from "node:fs/promises";
import { z } from "zod";
import { DatasetId } from "../schema/ids.ts";
import {
  FLAG_REASONS,
  MODEL_ROLES,
  NODE_STATES,
  REJECTION_REASONS,
  RELATIONS,
  SPLITS,
  STATUSES,
} from "../schema/vocabulary.ts";

const ends = { from: DatasetId, to: DatasetId };

/** What a right trace of the example mirror finds; examples/mirror/README.md tells the story. */
export const ExpectedTrace = z.strictObject({
  root: DatasetId,
  edges: z.array(
    z.strictObject({
      ...ends,
      relation: z.enum(RELATIONS),
      split: z.enum(SPLITS).optional(),
      /** Given where a check decides it. */
      status: z.enum(STATUSES).optional(),
    }),
  ),
  /** Neither right nor wrong. */
  arguable: z.array(z.strictObject({ ...ends, why: z.string() })),
  notEdges: z.array(z.strictObject({ ...ends, reason: z.enum(REJECTION_REASONS) })),
  /** `to` is the Hub id that the documents give, or the name that they write. */
  models: z.array(z.strictObject({ from: DatasetId, to: z.string(), role: z.enum(MODEL_ROLES) })),
  clearings: z.array(z.strictObject({ ...ends, split: z.enum(SPLITS).optional() })),
  states: z.record(DatasetId, z.enum(NODE_STATES)),
  flags: z.array(z.strictObject({ ...ends, flag: z.enum(FLAG_REASONS) })),
});
export type ExpectedTrace = z.infer<typeof ExpectedTrace>;

export const readExpectedTrace = async (): Promise<ExpectedTrace> => {
  const text = await readFile(new URL("mirror/expected.json", import.meta.url), "utf8");
  return ExpectedTrace.parse(JSON.parse(text));
};
