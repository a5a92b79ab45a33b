import type { SavedQuery } from "../../../schema/cypher.ts";
import { hubs } from "./hubs.ts";

/** The library, in the order in which it is listed. */
export const SAVED_QUERIES: readonly SavedQuery[] = [hubs];
