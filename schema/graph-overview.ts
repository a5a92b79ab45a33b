import { z } from "zod";
import { FLAG_LEVELS, GROUP_DOMAINS, MAX_OWNER_LENGTH } from "./graph-group.ts";

/** An owner as `ownerOf` names it. */
export const GroupOwner = z.string().min(1).max(MAX_OWNER_LENGTH);

/** Owners that a page shows at once; the rest is one group more. */
export const MAX_OVERVIEW_OWNERS = 200;

export const OverviewQuery = z.object({
  /** Owners of one domain's datasets instead of all domains. */
  within: z.enum(GROUP_DOMAINS).optional(),
  /** As `ownerOf` names it; only how much there is, since GET /graph has its datasets. */
  owner: GroupOwner.optional(),
  /** Owners at most, those with the most datasets first; all others are one group. */
  limit: z.coerce.number().int().min(1).max(MAX_OVERVIEW_OWNERS).default(24),
  /** Owners to pass over: what opens the group of all others. */
  skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type OverviewQuery = z.output<typeof OverviewQuery>;

const count = z.int().min(0);

/** Datasets that are drawn as one mark. */
export const OverviewGroup = z
  .object({
    kind: z.enum(["domain", "owner", "rest"]),
    /** The domain or the owner; of the rest "". */
    name: z.string(),
    datasets: count,
    /** Those of the datasets that are benchmarks. */
    benchmarks: count,
    /** Owners in it. */
    owners: count,
    /** Datasets by the level of their strongest contamination flag. */
    levels: z.partialRecord(z.enum(FLAG_LEVELS), z.int().min(1)),
    /** Accepted and flagged derivations with both ends in it. */
    innerEdges: count,
    /** Derivations to and from datasets outside of all that is shown. */
    outerSources: count,
    outerUses: count,
    /** Where its mark lies, derived left of sources: pixels at 100 %, y downwards. */
    x: z.int(),
    y: z.int(),
  })
  .meta({ id: "OverviewGroup" });
export type OverviewGroup = z.infer<typeof OverviewGroup>;

/** The accepted and flagged graph, or a part of it, by groups: domains in the order of their list, owners by their number of datasets. */
export const GraphOverview = z
  .object({
    /** What the groups are; `dataset` when the asked part is one owner's, whose datasets GET /graph shows. */
    level: z.enum(["domain", "owner", "dataset"]),
    total: z.object({ datasets: count, edges: count, owners: count }),
    groups: z.array(OverviewGroup),
    /** Derivations between groups: `from` and `to` are positions in `groups`. */
    edges: z.array(z.object({ from: count, to: count, accepted: count, flagged: count })),
  })
  .meta({ id: "GraphOverview" });
export type GraphOverview = z.infer<typeof GraphOverview>;
