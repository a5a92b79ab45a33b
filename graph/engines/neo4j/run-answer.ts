import { AppError } from "../../../schema/errors.ts";
import { createCut } from "../../console/cut-answer.ts";
import type { Answer, AnswerLimits, Parameters } from "../../database.ts";
import { supervise } from "../supervise.ts";
import { type Connection, endSession } from "./create-connection.ts";
import type { StatementChecks } from "./create-statement-checks.ts";
import { toAppError } from "./to-app-error.ts";
import { toBoltParameters } from "./to-bolt-parameters.ts";
import { toPlainRow } from "./to-plain-value.ts";

export interface AnswerStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly limits: AnswerLimits;
}

/** Runs people's own statements, each in a READ session of its own. Never again by itself: what ran out of memory would do so twice. */
export type RunAnswer = (statement: AnswerStatement) => Promise<Answer>;

/** The server ends most statements within some 20 ms of being told. */
const END_PATIENCE_MS = 1_000;
/** One huge expression hears nothing until it is done. So many may keep the server busy, then the console waits for them. */
const MAX_DEAF = 2;

export const createRunAnswer = (connection: Connection, checks: StatementChecks): RunAnswer => {
  let deaf = 0;
  /** Keeps count of what was given up here and still runs there. */
  const watchEnd = async (ended: Promise<void>): Promise<void> => {
    let isDeaf = false;
    const patience = setTimeout(() => {
      isDeaf = true;
      deaf += 1;
    }, END_PATIENCE_MS);
    patience.unref();
    await ended;
    clearTimeout(patience);
    if (isDeaf) deaf -= 1;
  };
  return async (statement) => {
    if (deaf >= MAX_DEAF) throw stillBusy();
    const session = connection.session("READ");
    let ended: Promise<void> | undefined;
    const stop = (): void => {
      ended ??= endSession(session);
    };
    try {
      return await supervise(answer({ session, checks }, statement), statement.limits, stop);
    } catch (error) {
      throw toAppError(error, connection.uri);
    } finally {
      stop();
      if (ended !== undefined) void watchEnd(ended);
    }
  };
};

interface Running {
  readonly session: ReturnType<Connection["session"]>;
  readonly checks: StatementChecks;
}

const answer = async (
  { session, checks }: Running,
  { cypher, parameters, limits }: AnswerStatement,
): Promise<Answer> => {
  const { timeoutMs } = limits;
  const bound = toBoltParameters(parameters);
  const checked = await checks.check(session, { cypher, parameters: bound, timeoutMs });
  if (checked.kind === "plan") {
    return { columns: ["plan"], rows: checked.rows.map((row) => [row["plan"] ?? null]), truncated: false };
  }
  const result = session.run(checked.text, bound, { timeout: timeoutMs });
  const columns = (await result.keys()).map(String);
  const cut = createCut(limits);
  for await (const record of result) {
    const values = toPlainRow(record);
    if (!cut.take(columns.map((column) => values[column] ?? null))) break;
  }
  return { columns, ...cut.taken() };
};

const stillBusy = (): AppError =>
  new AppError("the server still works on earlier console queries that were stopped; try again later", {
    code: "RATE_LIMITED",
    transient: true,
  });
