import { z } from "zod";
import { DatasetId, TraceId } from "./ids.ts";
import { QUEUE_REASONS } from "./queue-reasons.ts";
import {
  DOCUMENT_KINDS,
  EDGE_KINDS,
  FINDERS,
  FLAG_REASONS,
  REJECTION_REASONS,
  RELATIONS,
  SPLITS,
  STATUSES,
} from "./vocabulary.ts";

const RESOLUTIONS = ["id-in-text", "own-link", "alias", "search", "unresolved", "elsewhere"] as const;

const Name = z.string().trim().min(1).max(200);
const confidence = z.number().min(0).max(1).optional();
const flag = z.boolean().optional();

/** Filters of which one word has to hold. */
const WORDS = {
  why: QUEUE_REASONS,
  kinds: EDGE_KINDS,
  relations: RELATIONS,
  splits: SPLITS,
  statuses: STATUSES,
  flags: FLAG_REASONS,
  rejections: REJECTION_REASONS,
  documentKinds: DOCUMENT_KINDS,
  finders: FINDERS,
  resolvedBy: RESOLUTIONS,
} as const;

const TEXTS = {
  /** Either end. */
  dataset: z.string().min(1).max(300).optional(),
  from: DatasetId.optional(),
  to: z.string().min(1).max(300).optional(),
  /** Owner of either end, as the overview names it: `acme`, `github:acme`. */
  owner: z.string().min(1).max(300).optional(),
  /** Part of the id of either end, in any case. */
  text: z.string().trim().min(1).max(200).optional(),
  /** Benchmark whose held-out items may come through the edge: its node in this graph. */
  benchmark: DatasetId.optional(),
  /** A trace that found it first or last. */
  trace: TraceId.optional(),
  /** Who proposed what is asked about or, of a contradicted edge, decided it. Never of a second look. */
  reviewer: Name.optional(),
  /** To whom it is assigned: a name, `me`, `nobody`. */
  assigned: Name.optional(),
} as const;

const inBody = <const Word extends string>(words: readonly Word[]) =>
  z.array(z.enum(words)).min(1).optional();
const inAddress = <const Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(words)).min(1))
    .optional();

/** Items by what their edges have; every part that is given must hold, and of a list one of its words. */
export const QueueFilter = z
  .strictObject({
    why: inBody(WORDS.why),
    kinds: inBody(WORDS.kinds),
    relations: inBody(WORDS.relations),
    splits: inBody(WORDS.splits),
    statuses: inBody(WORDS.statuses),
    flags: inBody(WORDS.flags),
    rejections: inBody(WORDS.rejections),
    documentKinds: inBody(WORDS.documentKinds),
    finders: inBody(WORDS.finders),
    resolvedBy: inBody(WORDS.resolvedBy),
    ...TEXTS,
    /** Bounds of the confidence, 0 to 1, both included. */
    least: confidence,
    most: confidence,
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
  why: inAddress(WORDS.why),
  kinds: inAddress(WORDS.kinds),
  relations: inAddress(WORDS.relations),
  splits: inAddress(WORDS.splits),
  statuses: inAddress(WORDS.statuses),
  flags: inAddress(WORDS.flags),
  rejections: inAddress(WORDS.rejections),
  documentKinds: inAddress(WORDS.documentKinds),
  finders: inAddress(WORDS.finders),
  resolvedBy: inAddress(WORDS.resolvedBy),
  ...TEXTS,
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
