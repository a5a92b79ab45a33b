/** A plain value as a query gives it back. Nodes, relationships and paths keep their kind: see GraphNode and its siblings. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** How a node comes back; `elementId` is the engine's own and means nothing after a restart. */
export type GraphNode = {
  readonly kind: "node";
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: { readonly [key: string]: Value };
};

/** How a relationship comes back; `start` and `end` are element ids. */
export type GraphRelationship = {
  readonly kind: "relationship";
  readonly elementId: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: { readonly [key: string]: Value };
};

/** How a path comes back: one node more than relationships, in the order of the path. */
export type GraphPath = {
  readonly kind: "path";
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
};

export type Row = Readonly<Record<string, Value>>;
export type Parameters = Readonly<Record<string, unknown>>;

export interface QueryOptions {
  /** The query is stopped and fails with QUERY_TIMEOUT after this time; default 30,000. A write's time starts when its turn comes. */
  readonly timeoutMs?: number;
  /** More rows than this fail with RESULT_TOO_LARGE; default none. */
  readonly maxRows?: number;
  readonly signal?: AbortSignal;
}

/** What one answer to a person's own statement may cost. */
export interface AnswerLimits {
  readonly timeoutMs: number;
  readonly maxRows: number;
  /** Of the values, as their JSON would take. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** Values in the order of the columns, which are there without rows too. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Rows were left out, because of their number or their size. */
  readonly truncated: boolean;
}

export interface Transaction {
  run(cypher: string, parameters?: Parameters): Promise<readonly Row[]>;
}

/**
 * The engine port: Cypher texts in the subset that both engines run, in and rows of plain values out.
 *
 * Errors are AppErrors: ENGINE_UNAVAILABLE (transient), STORAGE_FAILED (transient), WRITE_CONFLICT (transient), QUERY_INVALID, QUERY_TIMEOUT,
 * QUERY_NOT_READ_ONLY, CONSTRAINT_VIOLATED, RESULT_TOO_LARGE, CANCELLED.
 */
export interface Database {
  readonly engine: "embedded" | "neo4j";
  /** Runs one read-only statement: refused, without effect, when it could write or read a file. */
  read(cypher: string, parameters?: Parameters, options?: QueryOptions): Promise<readonly Row[]>;
  /**
   * Like read, for a statement that a person wrote: what goes past the limits on rows and bytes is cut, not refused, and nothing is
   * repeated that may have ended the engine. RESULT_TOO_LARGE when one row alone does not fit, or it needs more memory than it may take;
   * RATE_LIMITED when the engine still works on earlier ones.
   */
  answer(cypher: string, parameters: Parameters, limits: AnswerLimits): Promise<Answer>;
  /**
   * Runs the work in one write transaction: all of it or nothing. Writers queue. `work` may be run again after a conflict, or
   * when the engine was lost before the commit, so it has no effect outside the transaction. After a failed statement nothing
   * is kept, even when the work goes on. A write inside a write waits for itself until its time is over.
   */
  write<Result>(work: (transaction: Transaction) => Promise<Result>, options?: QueryOptions): Promise<Result>;
  /** Times the engine's own process was lost and started again; absent where the engine is none of ours. */
  restarts?(): number;
  /** Makes what was committed survive a loss of power too. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}
