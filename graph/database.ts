/** A plain value as a query gives it back. Nodes, relationships and paths keep their kind. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

export type Row = Readonly<Record<string, Value>>;
export type Parameters = Readonly<Record<string, unknown>>;

export interface QueryOptions {
  /** The query is stopped and fails with QUERY_TIMEOUT after this time; default 30,000. */
  readonly timeoutMs?: number;
  /** More rows than this fail with RESULT_TOO_LARGE; default none. */
  readonly maxRows?: number;
  readonly signal?: AbortSignal;
}

export interface Transaction {
  run(cypher: string, parameters?: Parameters): Promise<readonly Row[]>;
}

/**
 * The engine port: Cypher texts in the subset that both engines run, in and rows of plain values out.
 *
 * Errors are AppErrors: ENGINE_UNAVAILABLE (transient), WRITE_CONFLICT (transient), QUERY_INVALID, QUERY_TIMEOUT,
 * QUERY_NOT_READ_ONLY, CONSTRAINT_VIOLATED, RESULT_TOO_LARGE, CANCELLED.
 */
export interface Database {
  readonly engine: "embedded" | "neo4j";
  /** Runs one read-only statement: refused, without effect, when it could write or read a file. */
  read(cypher: string, parameters?: Parameters, options?: QueryOptions): Promise<readonly Row[]>;
  /** Runs the work in one write transaction: all of it or nothing. Writers queue; `work` may be run again after a conflict. */
  write<Result>(work: (transaction: Transaction) => Promise<Result>, options?: QueryOptions): Promise<Result>;
  /** Makes what was committed survive a loss of power too. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}
