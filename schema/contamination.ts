import { z } from "zod";
import { EdgeDetail } from "./api.ts";
import { CONTAMINATION_LEVELS, GROUNDS } from "./contamination-level.ts";
import { DatasetId, EdgeId } from "./ids.ts";
import { DOMAINS, NODE_STATES, SPLITS } from "./vocabulary.ts";

/** Edge ids from the dataset up to the benchmark, in the order of the way. */
const Way = z.array(EdgeId).min(1);

/** What the graph stores of one dataset and one benchmark, as the relationship CONTAMINATED_BY or, when possible, MAY_BE_CONTAMINATED_BY. */
export const ContaminationFlag = z
  .object({
    dataset: DatasetId,
    /** The benchmark's node in this graph. */
    benchmark: DatasetId,
    level: z.enum(CONTAMINATION_LEVELS),
    /** The level that it would have without a clearing claim. */
    otherwise: z.enum(["declared", "suspected", "inherited"]).optional(),
    /** The split that the last step of `path` takes; absent when no document says which. */
    split: z.enum(SPLITS).optional(),
    /** Steps of `path`. */
    distance: z.int().min(1),
    /** The shortest way to the benchmark. */
    path: Way,
    ground: z.enum(GROUNDS),
    /** The way whose every step is likeliest to be right, among those with the surest last step. */
    strongest: Way,
    strongestGround: z.enum(GROUNDS),
    /** Product of the confidences along `strongest`, 0 to 1: how likely all of its steps are right, if they err independently. */
    confidence: z.number().min(0).max(1),
    /** The clearing claims that a walk along `path` meets first. */
    clearings: z.array(EdgeId),
    /** Since when it stands as it is. */
    computedAt: z.iso.datetime(),
  })
  .meta({ id: "ContaminationFlag" });
export type ContaminationFlag = z.infer<typeof ContaminationFlag>;

export const ContaminationPage = z
  .object({ items: z.array(ContaminationFlag), nextCursor: z.string().optional() })
  .meta({ id: "ContaminationPage" });
export type ContaminationPage = z.infer<typeof ContaminationPage>;

/** Which flags are asked for. */
export const ContaminationQuery = z.object({
  dataset: DatasetId.optional(),
  /** Id or name of a benchmark of the list, however it is written. */
  benchmark: z.string().min(1).max(200).optional(),
  /** Comma-separated levels; all by default. */
  level: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(CONTAMINATION_LEVELS)).min(1))
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(1_000).optional(),
});
export type ContaminationQuery = z.output<typeof ContaminationQuery>;

/** Everything about one dataset: its flags, strongest first, and the edges along their ways and clearing claims with what proves them. */
export const ContaminationReport = z
  .object({
    dataset: DatasetId,
    /** Unless it is `traced`, no document of the dataset was read: that it has no flags then says nothing. */
    state: z.enum(NODE_STATES),
    stateReason: z.string().optional(),
    /** Whether it stands in the graph because a publication names it, and no trace came to it. */
    publishedOnly: z.boolean(),
    items: z.array(ContaminationFlag),
    edges: z.array(EdgeDetail),
  })
  .meta({ id: "ContaminationReport" });
export type ContaminationReport = z.infer<typeof ContaminationReport>;

/** A benchmark of the list that the graph has a node of. */
export const BenchmarkReach = z
  .object({
    /** Its id on the list. */
    id: DatasetId,
    /** The node that flags point to. */
    node: DatasetId,
    /** Absent when it is of a list that this service does not read. */
    name: z.string().optional(),
    domain: z.enum(DOMAINS).optional(),
    levels: z.partialRecord(z.enum(CONTAMINATION_LEVELS), z.int().min(1)),
  })
  .meta({ id: "BenchmarkReach" });
export type BenchmarkReach = z.infer<typeof BenchmarkReach>;

/** How many flags came, changed and went. */
export const ContaminationChange = z
  .object({ added: z.int().min(0), changed: z.int().min(0), removed: z.int().min(0) })
  .meta({ id: "ContaminationChange" });
export type ContaminationChange = z.infer<typeof ContaminationChange>;

/** The edge that stands after a person's change, with its evidence, and what changed downstream with it. */
export const DecisionReport = EdgeDetail.extend({ contamination: ContaminationChange }).meta({
  id: "DecisionReport",
});
export type DecisionReport = z.infer<typeof DecisionReport>;
