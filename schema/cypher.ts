import { z } from "zod";
import { QUERY_ID_PATTERN } from "./id-text.ts";
import { CONSOLE_LIMITS } from "./limits.ts";

export const CYPHER_FORMATS = ["json", "jsonl", "csv"] as const;
export type CypherFormat = (typeof CYPHER_FORMATS)[number];

/** Chosen by the caller, so that it can cancel the query while it waits for the answer. */
export const QueryId = z
  .string()
  .regex(QUERY_ID_PATTERN, { error: "expected 8 to 64 letters, digits and hyphens" })
  .brand<"QueryId">()
  .meta({ id: "QueryId" });
export type QueryId = z.infer<typeof QueryId>;

const parameters = z.record(z.string().min(1).max(100), z.unknown()).default({});
const timeoutFrom = (leastMs: number) =>
  z.int().min(leastMs).max(CONSOLE_LIMITS.timeoutMs.max).default(CONSOLE_LIMITS.timeoutMs.default);
const execution = {
  id: QueryId.optional(),
  timeoutMs: timeoutFrom(CONSOLE_LIMITS.timeoutMs.min),
  maxRows: z.int().min(1).max(CONSOLE_LIMITS.rows.max).default(CONSOLE_LIMITS.rows.default),
  format: z.enum(CYPHER_FORMATS).default("json"),
};

/** A read-only statement to run once. */
export const CypherRequest = z
  .object({ query: z.string().min(1).max(CONSOLE_LIMITS.textCharacters), parameters, ...execution })
  .meta({ id: "CypherRequest" });
export type CypherRequest = z.output<typeof CypherRequest>;

/**
 * A saved query to run; parameters that are left out take their defaults. It may be given more than the usual time, never less: the
 * embedded engine is stopped for everybody when a statement runs out of its time, and who only reads must not bring that about.
 */
export const SavedQueryRequest = z
  .object({ parameters, ...execution, timeoutMs: timeoutFrom(CONSOLE_LIMITS.timeoutMs.default) })
  .meta({ id: "SavedQueryRequest" });
export type SavedQueryRequest = z.output<typeof SavedQueryRequest>;

/**
 * `rows` hold the values in the order of `columns`. Nodes, relationships and paths are objects with a `kind`; whole numbers
 * past 2^53 are texts.
 */
export const CypherAnswer = z
  .object({
    id: QueryId,
    columns: z.array(z.string()),
    rows: z.array(z.array(z.unknown())),
    /** True when rows were left out, because of their number or the answer's size. */
    truncated: z.boolean(),
    counters: z.object({
      rows: z.int().min(0),
      elapsedMs: z.number().min(0),
      engine: z.enum(["embedded", "neo4j"]),
    }),
  })
  .meta({ id: "CypherAnswer" });
export type CypherAnswer = z.infer<typeof CypherAnswer>;

/** What a saved query's parameter holds. `dataset` and `benchmark` are ids of the graph. */
export const PARAMETER_TYPES = [
  "text",
  "integer",
  "number",
  "boolean",
  "dataset",
  "benchmark",
  "model",
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const SavedParameter = z.object({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  type: z.enum(PARAMETER_TYPES),
  description: z.string().min(1),
  /** Absent: the caller must give it. */
  default: scalar.optional(),
  example: scalar,
});
export type SavedParameter = z.infer<typeof SavedParameter>;

export const SavedColumn = z.object({ name: z.string().min(1), description: z.string().min(1) });

/** A named question in one Cypher text for both engines. */
export const SavedQuery = z
  .object({
    name: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(1),
    description: z.string().min(1),
    parameters: z.array(SavedParameter),
    columns: z.array(SavedColumn).min(1),
    cypher: z.string().min(1),
  })
  .meta({ id: "SavedQuery" });
export type SavedQuery = z.infer<typeof SavedQuery>;

export const SavedQueryList = z.object({ items: z.array(SavedQuery) }).meta({ id: "SavedQueryList" });
export type SavedQueryList = z.infer<typeof SavedQueryList>;
