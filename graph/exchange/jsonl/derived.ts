import { FLAG_TYPES } from "../../queries/contamination.ts";
import type { GraphRecord } from "../../store/read/read-graph.ts";

export const DERIVED_TYPES: readonly string[] = FLAG_TYPES;

/** Whether the graph computes the record from the rest of itself: it is made anew where the file is read. */
export const isDerived = (record: GraphRecord): boolean =>
  record.kind === "relationship" && DERIVED_TYPES.includes(record.type);
