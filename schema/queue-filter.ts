import { z } from "zod";
import { DatasetId, TraceId } from "./ids.ts";
import { QUEUE_REASONS } from "./queue-reasons.ts";
import { EdgeFilter } from "./review-batch.ts";
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
} from "./vocabulary.ts";

const Name = z.string().trim().min(1).max(200);
const flag = z.boolean().optional();
const oneOf = <const Word extends string>(words: readonly Word[]) => z.array(z.enum(words)).min(1).optional();
const inAddress = <const Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(words)).min(1))
    .optional();

const OF_EDGES = EdgeFilter.omit({ statuses: true, decided: true, contradicted: true }).shape;

const OF_ITEMS = {
  /** Either end. */
  dataset: z.string().min(1).max(300).optional(),
  /** Owner of either end, as the overview names it: `acme`, `github:acme`. */
  owner: z.string().min(1).max(300).optional(),
  /** Benchmark whose held-out items may come through the edge: its node in this graph. */
  benchmark: DatasetId.optional(),
  /** A trace that found it first or last. */
  trace: TraceId.optional(),
  /** Who proposed what is asked about or, of a contradicted edge, decided it. Never of a second look. */
  reviewer: Name.optional(),
  /** To whom it is assigned: a name, `me`, `nobody`. */
  assigned: Name.optional(),
} as const;

/** Items by what their edges have; every part that is given must hold, and of a list one of its words. */
export const QueueFilter = z
  .strictObject({
    why: oneOf(QUEUE_REASONS),
    statuses: oneOf(STATUSES),
    ...OF_EDGES,
    ...OF_ITEMS,
    /** Whether somebody else holds it. */
    held: flag,
    /** Whether the asker skipped it. */
    skipped: flag,
  })
  .meta({ id: "QueueFilter" });
export type QueueFilter = z.output<typeof QueueFilter>;

const yesOrNo = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .optional();
const share = z.coerce.number().min(0).max(1).optional();

/** The same in an address: lists with commas between their words. */
export const QueueQuery = z.object({
  ...OF_EDGES,
  ...OF_ITEMS,
  why: inAddress(QUEUE_REASONS),
  kinds: inAddress(EDGE_KINDS),
  relations: inAddress(RELATIONS),
  splits: inAddress(SPLITS),
  statuses: inAddress(STATUSES),
  flags: inAddress(FLAG_REASONS),
  rejections: inAddress(REJECTION_REASONS),
  documentKinds: inAddress(DOCUMENT_KINDS),
  finders: inAddress(FINDERS),
  resolvedBy: inAddress(RESOLUTIONS),
  least: share,
  most: share,
  held: yesOrNo,
  skipped: yesOrNo,
  /** Which of the asker's pages or terminals asks, so that `held.mine` is right. */
  client: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** Items before the first that is given. */
  skip: z.coerce.number().int().min(0).default(0),
});
export type QueueQuery = z.output<typeof QueueQuery>;
