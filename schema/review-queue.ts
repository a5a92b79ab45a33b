import { z } from "zod";
import { EdgeDetail } from "./api.ts";
import { ALIAS_REASONS } from "./dataset.ts";
import { EdgeChange } from "./decision.ts";
import { Edge } from "./edge.ts";
import { DatasetId, EdgeId } from "./ids.ts";
import { QueueFilter } from "./queue-filter.ts";
import { HOLD_SECONDS, QUEUE_REASONS } from "./queue-reasons.ts";
import { MAX_BATCH, ReviewId } from "./review.ts";
import { NODE_STATES } from "./vocabulary.ts";

const part = z.number().min(0).max(1);

/** What looking at an edge is expected to be worth: `disagreement` times `stake`. */
export const QueueValue = z
  .object({
    /** disagreement * stake; items come by it, the highest first. */
    total: z.number().min(0),
    /** How far independent signals are from telling the same, 0 to 1. */
    disagreement: part,
    /** What `disagreement` is made of, each 0 (agrees) to 1. */
    parts: z.object({
      /** Entropy of the confidence in bits: 1 at 0.5. */
      confidence: part,
      /** The share of tracers, publications and proposals that do not say what it says. */
      tracers: part,
      /** A quote contradicts it, or a later document what was decided. */
      stance: part,
      /** Checks that it failed. */
      checks: part,
      /** How unsure it is that the name means this id. */
      resolution: part,
    }),
    /** `datasets` + `flags`. */
    stake: z.number().min(1),
    /** The derived dataset and all that is built from it by accepted derivations. */
    datasets: z.int().min(0),
    /** Pairs of a dataset and a benchmark whose flag comes or goes with the edge. */
    flags: z.int().min(0),
    /** The benchmarks of those, by node. */
    benchmarks: z.array(DatasetId),
  })
  .meta({ id: "QueueValue" });
export type QueueValue = z.infer<typeof QueueValue>;

const QueueEnd = z.object({
  id: z.string(),
  name: z.string(),
  /** Absent of a model. */
  state: z.enum(NODE_STATES).optional(),
  isBenchmark: z.boolean(),
});

/** A word of a viewer, or of a table that was brought in, on which nobody decided. `event`: of the log; absent of a table's. */
const QueueProposal = z.object({
  event: ReviewId.optional(),
  by: z.string().optional(),
  at: z.iso.datetime(),
  note: z.string().optional(),
  change: EdgeChange.optional(),
});

/** Who has it before them, until when. */
const Hold = z.object({
  by: z.string(),
  until: z.iso.datetime(),
  /** Whether it is the asker's own, of this `client` if one was named. */
  mine: z.boolean(),
});
const Assignment = z.object({ to: z.string(), by: z.string(), at: z.iso.datetime() });

/** An edge that waits for a person. */
export const QueueItem = z
  .object({
    /** The most urgent first. Empty: nobody asks for it (of an item asked for by its id). */
    why: z.array(z.enum(QUEUE_REASONS)),
    /** When `blind`: as it was before anybody decided on it. */
    edge: Edge,
    from: QueueEnd,
    to: QueueEnd,
    value: QueueValue,
    /** Of the edge; sent with the decision. */
    revision: z.int().min(0),
    /** Send the decision with `blind: true`: somebody decided before, and nothing here says what. */
    blind: z.boolean(),
    proposals: z.array(QueueProposal),
    held: Hold.optional(),
    assigned: Assignment.optional(),
    /** The asker skipped it: it comes after all others. */
    skipped: z.boolean(),
  })
  .meta({ id: "QueueItem" });
export type QueueItem = z.infer<typeof QueueItem>;

/**
 * What waits for the asker: assigned to them first, then by value, what they skipped last. What is assigned to others, or held by
 * them, is listed too, and is not handed out by `take`.
 */
export const QueuePage = z
  .object({
    items: z.array(QueueItem),
    /** Items that fit the filter. */
    total: z.int().min(0),
    /** Those that fit all of the filter but `why`, by every reason that they have. */
    reasons: z.record(z.enum(QUEUE_REASONS), z.int().min(0)),
  })
  .meta({ id: "QueuePage" });
export type QueuePage = z.infer<typeof QueuePage>;

/** A dataset that the edge could mean instead. `features` say why; the score is computed from them. */
export const TargetCandidate = z
  .object({
    id: DatasetId,
    name: z.string(),
    /** 0 to 1. */
    score: part,
    /** Whether the edge leads to it now. */
    current: z.boolean(),
    features: z.object({
      /** Of its name, or the spelling of it that fits best, to the name as the documents write it, 0 to 1. */
      similarity: part,
      /** The spelling that fits better than its name, and why it leads to it. */
      alias: z.object({ key: z.string(), reason: z.enum(ALIAS_REASONS) }).optional(),
      /** Its owner is named with it, or owns the derived dataset too. */
      owner: z.enum(["named", "same", "other"]),
      state: z.enum(NODE_STATES),
      downloads: z.int().min(0).optional(),
      createdAt: z.iso.datetime().optional(),
      /** It is newer than the derived dataset, and so hardly its source; absent when a date is unknown. */
      isNewer: z.boolean().optional(),
      /** Accepted and flagged derivations from it. */
      uses: z.int().min(0),
      isBenchmark: z.boolean(),
    }),
  })
  .meta({ id: "TargetCandidate" });
export type TargetCandidate = z.infer<typeof TargetCandidate>;

/** All that is needed to decide on one edge. Evidence has the document's id and the span of the quote in it. */
export const QueueDetail = z
  .object({
    item: QueueItem,
    evidence: EdgeDetail.shape.evidence,
    /** Events of the log that changed the edge; 0 when `blind`. */
    history: z.int().min(0),
    /** For derivations; the likeliest first. */
    candidates: z.array(TargetCandidate),
  })
  .meta({ id: "QueueDetail" });
export type QueueDetail = z.infer<typeof QueueDetail>;

/** Made by each page or terminal, a UUID: tells two of one person apart, or of a service that asks nobody who they are. */
const Client = z.uuid();
const Name = z.string().trim().min(1).max(200);

export const QueueClient = z.object({ client: Client.optional() });
export type QueueClient = z.output<typeof QueueClient>;

/** Without `edge` the next that fits; held by nobody else, assigned to nobody else. `release`: one that the asker is done with. */
export const TakeRequest = z
  .strictObject({
    edge: EdgeId.optional(),
    filter: QueueFilter.optional(),
    client: Client.optional(),
    release: EdgeId.optional(),
    seconds: z.number().min(5).max(3_600).default(HOLD_SECONDS),
  })
  .meta({ id: "TakeRequest" });
export type TakeRequest = z.output<typeof TakeRequest>;

/** Nothing is left when `taken` is absent. A named edge that somebody else holds is a CONFLICT that says who, until when. */
export const TakeAnswer = z
  .object({
    taken: QueueDetail.optional(),
    /** Items that fit the filter, this one included. */
    total: z.int().min(0),
  })
  .meta({ id: "TakeAnswer" });
export type TakeAnswer = z.infer<typeof TakeAnswer>;

export const ReleaseRequest = z
  .strictObject({ edge: EdgeId, client: Client.optional() })
  .meta({ id: "ReleaseRequest" });
export type ReleaseRequest = z.output<typeof ReleaseRequest>;
export const ReleaseAnswer = z.object({ released: z.boolean() }).meta({ id: "ReleaseAnswer" });
export type ReleaseAnswer = z.infer<typeof ReleaseAnswer>;

/** Exactly one of `edges` and `filter` says which. `to` null: nobody's any more. With `preview` nothing is written. */
export const AssignRequest = z
  .strictObject({
    to: Name.nullable(),
    edges: z.array(EdgeId).min(1).max(MAX_BATCH).optional(),
    filter: QueueFilter.optional(),
    preview: z.boolean().default(false),
  })
  .refine(({ edges, filter }) => (edges === undefined) !== (filter === undefined), {
    error: "name either the edges or a filter",
  })
  .meta({ id: "AssignRequest" });
export type AssignRequest = z.output<typeof AssignRequest>;
export const AssignAnswer = z
  .object({ count: z.int().min(0), preview: z.boolean() })
  .meta({ id: "AssignAnswer" });
export type AssignAnswer = z.infer<typeof AssignAnswer>;

export const QueuePath = z.object({ edge: EdgeId });
