import type { Parameters, QueryOptions, Value } from "../database.ts";

/** What one answer may cost; more rows or bytes are cut, not refused. */
export interface AnswerLimits extends Pick<QueryOptions, "signal"> {
  readonly timeoutMs: number;
  readonly maxRows: number;
  /** Of the values, as their JSON would take. */
  readonly maxBytes: number;
}

/** A person's own statement answered: values in the order of the columns, also when there are no rows. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly truncated: boolean;
}

export interface ConsoleEngine {
  readonly engine: "embedded" | "neo4j";
  /**
   * Like Database.read, for a statement that a person wrote. Never repeated on its own account: a statement that ends the engine
   * fails. RESULT_TOO_LARGE when not even one row fits, or the statement needs more memory than it may take.
   */
  answer(cypher: string, parameters: Parameters, limits: AnswerLimits): Promise<Answer>;
}
