import { z } from "zod";
import { DIRECTIONS } from "./query-choices.ts";
import { ROLES } from "./roles.ts";
import { Span } from "./claim.ts";
import { CONTAMINATION_LEVELS } from "./contamination-level.ts";
import { Alias, Dataset } from "./dataset.ts";
import { Document } from "./document.ts";
import { Edge, Evidence } from "./edge.ts";
import { GroupOwner } from "./graph-overview.ts";
import { FLAG_LEVELS, GROUP_DOMAINS } from "./graph-group.ts";
import { DatasetId, EdgeId, Sha256, TraceId } from "./ids.ts";
import { Budget, Trace } from "./trace.ts";
import { DOMAINS, NODE_STATES, RELATIONS, STATUSES } from "./vocabulary.ts";

/** RFC 9457 problem document; `code` is one of schema/errors.ts. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    /** `urn:stemma:request:` and the id that the service's log has for the request. */
    instance: z.string().optional(),
    /** Of a FORBIDDEN answer: the role that the request needs. */
    neededRole: z.enum(ROLES).optional(),
    /** Of a Cypher text that is refused: where, counted from 1, with the line and a caret under the place. */
    position: z.object({ line: z.int(), column: z.int(), excerpt: z.string() }).optional(),
    /** Of a Cypher text that only Neo4j takes: the form that both engines run. */
    hint: z.string().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

export const SessionView = z
  .object({
    /** The token's name; `local` where no token is asked for. */
    name: z.string(),
    role: z.enum(ROLES),
    tokenNeeded: z.boolean(),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof SessionView>;

export const Health = z
  .object({
    status: z.enum(["ok", "degraded"]),
    engine: z.object({
      name: z.string(),
      ready: z.boolean(),
      /** Why it is not ready, and what to do. */
      reason: z.string().optional(),
    }),
    version: z.string(),
    mirror: z.boolean(),
    languageModel: z.string().optional(),
    /** Hosts that asked to be left alone, until when: what a trace asks of them waits. */
    waits: z.array(z.object({ host: z.string(), until: z.iso.datetime() })).optional(),
    /** Traces under way, and the datasets that wait in their frontiers; absent while the graph does not answer. */
    frontier: z.object({ traces: z.int().min(0), datasets: z.int().min(0) }).optional(),
    /** Hosts that were asked since the service started, the most asked first, with the last time that each gave what it was asked for. */
    sources: z
      .array(
        z.object({ host: z.string(), requests: z.int().min(1), lastSuccess: z.iso.datetime().optional() }),
      )
      .optional(),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

/** What a search or a table shows of a dataset. Degrees count accepted and flagged edges. */
export const DatasetSummary = Dataset.extend({
  sources: z.int().min(0),
  uses: z.int().min(0),
}).meta({ id: "DatasetSummary" });
export type DatasetSummary = z.infer<typeof DatasetSummary>;

/** best: what fits the text best; without a text, traced and popular ones first. Equals go by id. */
export const DATASET_ORDERS = ["best", "uses", "downloads", "created", "name"] as const;
export type DatasetOrder = (typeof DATASET_ORDERS)[number];

export const DATASET_KINDS = ["dataset", "benchmark", "family"] as const;

export const DatasetQuery = z.object({
  /** Words of an id, a name, an owner or another spelling. */
  q: z.string().max(200).default(""),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before; everything else stays the same. */
  cursor: z.string().max(1_000).optional(),
  order: z.enum(DATASET_ORDERS).default("best"),
  kind: z.enum(DATASET_KINDS).optional(),
  state: z.enum(NODE_STATES).optional(),
  domain: z.enum(DOMAINS).optional(),
  owner: z.string().min(1).max(100).optional(),
});
export type DatasetQuery = z.output<typeof DatasetQuery>;

export const FoundDataset = DatasetSummary.extend({
  /** Another spelling that the text was found in, when neither id nor name has it. */
  alias: z.string().optional(),
}).meta({ id: "FoundDataset" });
export type FoundDataset = z.infer<typeof FoundDataset>;

export const DatasetPage = z
  .object({ items: z.array(FoundDataset), nextCursor: z.string().optional() })
  .meta({ id: "DatasetPage" });
export type DatasetPage = z.infer<typeof DatasetPage>;

export const DatasetDetail = DatasetSummary.extend({
  aliases: z.array(Alias),
  documents: z.array(Document),
  models: z.array(Edge),
  clearings: z.array(Edge),
  /** Rejected candidates: what the documents name without being built from it. */
  rejected: z.int().min(0),
}).meta({ id: "DatasetDetail" });
export type DatasetDetail = z.infer<typeof DatasetDetail>;

export const LineageQuery = z.object({
  direction: z.enum(DIRECTIONS).default("upstream"),
  /** Levels from the dataset, 1 to 30. */
  depth: z.coerce.number().int().min(1).max(30).default(12),
  /** Comma-separated statuses that the walk follows. */
  status: z
    .string()
    .default("accepted,flagged")
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(STATUSES)).min(1)),
});
export type LineageQuery = z.output<typeof LineageQuery>;

/** A contamination flag in short. */
export const Mark = z
  .object({
    /** The benchmark's node in this graph. */
    benchmark: DatasetId,
    level: z.enum(CONTAMINATION_LEVELS),
  })
  .meta({ id: "Mark" });
export type Mark = z.infer<typeof Mark>;

export const LineageNode = DatasetSummary.extend({
  /** Levels from the nearest target along the shortest way; negative downstream. */
  level: z.int(),
  target: z.boolean(),
  /** Strongest first. */
  marks: z.array(Mark),
}).meta({ id: "LineageNode" });
export type LineageNode = z.infer<typeof LineageNode>;

/** A part of the graph, ready to draw: every edge's ends are among the nodes. */
export const LineageView = z
  .object({
    /** The first target. */
    root: DatasetId,
    targets: z.array(DatasetId).min(1),
    nodes: z.array(LineageNode),
    edges: z.array(Edge),
    /** True when depth or the node cap cut the walk. */
    truncated: z.boolean(),
    /** Datasets within the depth that the node cap left out; absent when there are too many to count. */
    leftOut: z.int().min(0).optional(),
    /** Datasets beside the targets that can be reached at any depth, each direction when it was asked for. */
    reach: z.object({ ancestors: z.int().min(0).optional(), descendants: z.int().min(0).optional() }),
  })
  .meta({ id: "LineageView" });
export type LineageView = z.infer<typeof LineageView>;

/** The largest snapshot that a page can still hold. */
export const MAX_SNAPSHOT_NODES = 100_000;

export const SnapshotQuery = z.object({
  /** Datasets at most; of more, those with the most accepted and flagged edges. */
  limit: z.coerce.number().int().min(1).max(MAX_SNAPSHOT_NODES).default(20_000),
  /** Datasets that are about it, whatever else they are about. */
  domain: z.enum(DOMAINS).optional(),
  /** Datasets of one group of the overview: about this alone, `mixed` those about several, `unknown` those of which nobody knows. */
  within: z.enum(GROUP_DOMAINS).optional(),
  /** Datasets of an owner as the overview names it: `acme`, `github:acme`, `website:host`, `paper:`, `name:`, `huggingface:`. */
  owner: GroupOwner.optional(),
});
export type SnapshotQuery = z.output<typeof SnapshotQuery>;

const numbers = z.array(z.int().min(0));

/**
 * The whole accepted and flagged graph in columns: the n-th entries of the lists of `nodes` are one dataset, those of `edges`
 * one derivation. A state, relation or status is the position of its word in `words`; an edge's ends are positions in `nodes`.
 */
export const GraphSnapshot = z
  .object({
    /** What there is before `limit`; edges with both ends there. */
    total: z.object({ datasets: z.int().min(0), edges: z.int().min(0) }),
    /** True when `limit` left datasets out. */
    truncated: z.boolean(),
    words: z.object({
      states: z.array(z.enum(NODE_STATES)),
      relations: z.array(z.enum(RELATIONS)),
      statuses: z.array(z.enum(STATUSES)),
      domains: z.array(z.enum(DOMAINS)),
      levels: z.array(z.enum(FLAG_LEVELS)),
      /** Those that the datasets have. */
      licences: z.array(z.string()),
    }),
    nodes: z.object({
      id: z.array(DatasetId),
      state: numbers,
      /** 0 a dataset, 1 a benchmark, 2 a family, 3 both. */
      kind: numbers,
      downloads: z.array(z.int().min(0).nullable()),
      /** Accepted and flagged edges, also those whose other end `limit` left out. */
      sources: numbers,
      uses: numbers,
      /** The sum of 2 to the power of each of its domains' positions; 0 when nobody knows one. */
      domains: numbers,
      /** Position of the level of its strongest contamination flag. */
      level: numbers,
      licence: z.array(z.int().min(0).nullable()),
      /** Days since 1970-01-01 on which it was created; the first of a month where only that is known. */
      created: z.array(z.int().nullable()),
      /** Where it lies when all are drawn in layers, derived datasets left of their sources: pixels at 100 %, y downwards. */
      x: z.array(z.int()),
      y: z.array(z.int()),
    }),
    edges: z.object({
      id: z.array(EdgeId),
      from: numbers,
      to: numbers,
      relation: numbers,
      status: numbers,
      /** 0 to 1, to three digits. */
      confidence: z.array(z.number().min(0).max(1)),
    }),
  })
  .meta({ id: "GraphSnapshot" });
export type GraphSnapshot = z.infer<typeof GraphSnapshot>;

/** An edge with everything that proves it. */
export const EdgeDetail = z
  .object({
    edge: Edge,
    evidence: z.array(
      Evidence.extend({
        url: z.string(),
        revision: z.string().optional(),
        title: z.string().optional(),
        retrievedAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: "EdgeDetail" });
export type EdgeDetail = z.infer<typeof EdgeDetail>;

/** A frozen document with its text and what it supports. */
export const DocumentDetail = z
  .object({
    document: Document,
    text: z.string(),
    supports: z.array(z.object({ edge: Edge, evidence: Evidence })),
  })
  .meta({ id: "DocumentDetail" });
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const TraceRequest = z
  .object({
    roots: z.array(z.string().min(1).max(200)).min(1).max(100),
    budget: Budget.default({}),
    refresh: z.boolean().default(false),
  })
  .meta({ id: "TraceRequest" });
export type TraceRequest = z.infer<typeof TraceRequest>;

export const TraceList = z.object({ items: z.array(Trace) }).meta({ id: "TraceList" });
export type TraceList = z.infer<typeof TraceList>;

/** One input line of `stemma extract`. `doc` is a path inside the mirror. */
export const ExtractInput = z.object({ doc: z.string().min(1), target: z.string().optional() });
export type ExtractInput = z.infer<typeof ExtractInput>;

const extracted = { name: z.string(), hf_id: z.string().nullable(), evidence: z.string(), ...Span.shape };
/** One output line of `stemma extract`; the field names are an exchange format that scoring scripts read. */
export const ExtractOutput = z.object({
  doc: z.string(),
  sources: z.array(
    z.object({
      ...extracted,
      relationship: z.string(),
      split: z.string().nullable(),
      confidence: z.number(),
      status: z.enum(STATUSES),
    }),
  ),
  models: z.array(z.object({ ...extracted, role: z.string(), confidence: z.number() })),
  cleared: z.array(z.object({ ...extracted, split: z.string().nullable() })),
});
export type ExtractOutput = z.infer<typeof ExtractOutput>;

export const EdgePath = z.object({ id: EdgeId });
export const DocumentPath = z.object({ sha256: Sha256 });
export const TracePath = z.object({ id: TraceId });
