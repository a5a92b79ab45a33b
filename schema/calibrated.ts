import { z } from "zod";
import { FLAG_REASONS, STATUSES } from "./vocabulary.ts";

/** On an edge whose confidence went through a map: what it was before, all of which comes back with a reset, and what the map is from. */
export const Calibrated = z
  .object({
    /** The confidence that the signals gave. */
    raw: z.number().min(0).max(1),
    /** What followed from it. */
    status: z.enum(STATUSES),
    flags: z.array(z.enum(FLAG_REASONS)),
    /** When the map was fitted, and on how many edges that people decided on. */
    at: z.iso.datetime(),
    labels: z.int().min(0),
  })
  .meta({ id: "Calibrated" });
export type Calibrated = z.infer<typeof Calibrated>;
