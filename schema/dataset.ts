import { z } from "zod";
import { REGISTRIES } from "./id-text.ts";
import { DatasetId } from "./ids.ts";
import { DATA_TYPES, DOMAINS, NODE_STATES } from "./vocabulary.ts";

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** A node of the lineage graph. Fields that nobody knows are absent, never empty. */
export const Dataset = z
  .object({
    id: DatasetId,
    /** Owner on its registry; absent for legacy ids and for names. */
    owner: z.string().optional(),
    name: z.string(),
    registry: z.enum(REGISTRIES),
    state: z.enum(NODE_STATES),
    /** One sentence: why it is in this state. */
    stateReason: z.string().optional(),
    url: z.string().optional(),
    createdAt: z.iso.datetime().optional(),
    downloads: z.int().min(0).optional(),
    likes: z.int().min(0).optional(),
    licence: z.string().optional(),
    languages: z.array(z.string()).optional(),
    tasks: z.array(z.string()).optional(),
    domains: z.array(z.enum(DOMAINS)).optional(),
    dataType: z.enum(DATA_TYPES).optional(),
    /** Month (YYYY-MM) of its creation on the Hub and of its first paper, as a publication gives them: coarser and less sure than `createdAt`. */
    hubMonth: Month.optional(),
    paperMonth: Month.optional(),
    summary: z.string().optional(),
    tracedAt: z.iso.datetime().optional(),
    isBenchmark: z.boolean(),
    /** A name that several datasets share and no document tells apart. */
    isFamily: z.boolean(),
  })
  .meta({ id: "Dataset" });
export type Dataset = z.infer<typeof Dataset>;

/** Why a spelling leads to a dataset; decided: a reviewer said so. */
export const ALIAS_REASONS = ["renamed", "legacy", "spelling", "resolved", "linked", "decided"] as const;
export const Alias = z
  .object({ key: z.string().min(1), datasetId: DatasetId, reason: z.enum(ALIAS_REASONS) })
  .meta({ id: "Alias" });
export type Alias = z.infer<typeof Alias>;
