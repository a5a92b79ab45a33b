import type { QueueFilter } from "../../../../schema/queue-filter.ts";
import { HOLD_SECONDS, QUEUE_REASONS } from "../../../../schema/queue-reasons.ts";
import {
  DOCUMENT_KINDS,
  EDGE_KINDS,
  FINDERS,
  FLAG_REASONS,
  REJECTION_REASONS,
  RELATIONS,
  RESOLUTIONS,
  SPLITS,
  STATUSES,
} from "../../../../schema/vocabulary.ts";

/** A third of what an item is held for: one renewal that is lost loses nothing. */
export const RENEW_MS = (HOLD_SECONDS * 1_000) / 3;

/** The filters of which one word has to hold, with their words. */
export const QUEUE_LISTS = {
  why: QUEUE_REASONS,
  relations: RELATIONS,
  flags: FLAG_REASONS,
  documentKinds: DOCUMENT_KINDS,
  finders: FINDERS,
  resolvedBy: RESOLUTIONS,
  kinds: EDGE_KINDS,
  splits: SPLITS,
  statuses: STATUSES,
  rejections: REJECTION_REASONS,
} as const satisfies { readonly [Name in keyof QueueFilter]: readonly string[] };
export type QueueListName = keyof typeof QUEUE_LISTS;

export const QUEUE_TEXTS = [
  "text",
  "dataset",
  "from",
  "to",
  "owner",
  "benchmark",
  "trace",
  "reviewer",
  "assigned",
] as const satisfies readonly (keyof QueueFilter)[];
