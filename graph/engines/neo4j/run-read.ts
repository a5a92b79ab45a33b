import type { Session } from "neo4j-driver";
import { AppError } from "../../../schema/errors.ts";
import type { Parameters, QueryOptions, Row } from "../../database.ts";
import { DEFAULT_TIMEOUT_MS, supervise } from "../supervise.ts";
import { type Connection, endSession } from "./create-connection.ts";
import type { StatementChecks } from "./create-statement-checks.ts";
import { toAppError } from "./to-app-error.ts";
import { toBoltParameters } from "./to-bolt-parameters.ts";
import { toPlainRow } from "./to-plain-value.ts";

export interface ReadStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly options: QueryOptions;
}

/** One attempt at a read-only statement, in a session of its own that is over when its time is, or its signal aborts. */
export const runRead = async (
  connection: Connection,
  checks: StatementChecks,
  statement: ReadStatement,
): Promise<readonly Row[]> => {
  const session = connection.session("READ");
  const stop = (): void => void endSession(session);
  try {
    return await supervise(answer(session, checks, statement), statement.options, stop);
  } catch (error) {
    throw toAppError(error, connection.uri);
  } finally {
    stop();
  }
};

const answer = async (
  session: Session,
  checks: StatementChecks,
  { cypher, parameters, options }: ReadStatement,
): Promise<readonly Row[]> => {
  const { maxRows, timeoutMs: timeout = DEFAULT_TIMEOUT_MS } = options;
  const bound = toBoltParameters(parameters);
  const checked = await checks.check(session, { cypher, parameters: bound, timeoutMs: timeout });
  if (checked.kind === "plan") return checked.rows;
  // Not executeRead: on a READ session it repeats also what ran out of memory.
  const result = session.run(checked.text, bound, { timeout });
  if (maxRows === undefined) return (await result).records.map(toPlainRow);
  const rows: Row[] = [];
  for await (const record of result) {
    if (rows.length === maxRows) throw tooManyRows(maxRows);
    rows.push(toPlainRow(record));
  }
  return rows;
};

const tooManyRows = (maxRows: number): AppError =>
  new AppError(`the answer has more than ${maxRows} rows`, { code: "RESULT_TOO_LARGE" });
