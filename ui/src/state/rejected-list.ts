import { z } from "zod";
import { Edge } from "../../../schema/edge.ts";

/** What the documents of a dataset name without its being built from it. */
export const RejectedList = z.object({ items: z.array(Edge) });
export type RejectedList = z.infer<typeof RejectedList>;
