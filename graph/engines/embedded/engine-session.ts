import grafeo from "@grafeo-db/js";
import type { GrafeoDB, QueryResult, Transaction } from "@grafeo-db/js";
import { AppError, assertNever } from "../../../schema/errors.ts";
import { createCut } from "../../console/cut-answer.ts";
import type { Row } from "../../database.ts";
import { isSchemaCommand, notReadOnly, refuseFileAccess, toBareStatement } from "../statement-text.ts";
import type { EngineCommand } from "./protocol.ts";
import { refuseWritingPlan } from "./read-only-guard.ts";
import { toPlainRow } from "./to-plain-value.ts";

type ReadCommand = Extract<EngineCommand, { kind: "read" }>;
type AnswerCommand = Extract<EngineCommand, { kind: "answer" }>;

/** The engine inside its own process: carries out one command at a time per transaction, reads side by side. */
export interface EngineSession {
  perform(command: EngineCommand): Promise<readonly Row[]>;
}

const NO_ROWS: readonly Row[] = [];

/** The log is merged into the file when it has grown so far: it bounds the disk, and how long the next open takes. */
const CHECKPOINT_LOG_BYTES = 32 * 1024 ** 2;

export const openEngineSession = (file: string): EngineSession => {
  const database = grafeo.GrafeoDB.create(file);
  database.setCheckpointTriggers({ walBytes: CHECKPOINT_LOG_BYTES });
  let writer: Transaction | undefined;

  const openWriter = (): Transaction => {
    if (writer === undefined) throw new AppError("no transaction is open", { code: "INTERNAL" });
    return writer;
  };
  const commit = (): void => {
    openWriter().commit();
    writer = undefined;
  };
  const rollback = (): void => {
    writer?.rollback();
    writer = undefined;
  };

  const perform = async (command: EngineCommand): Promise<readonly Row[]> => {
    switch (command.kind) {
      case "read":
        return readOnly(database, command, (result) => toRows(result, command));
      case "answer":
        return readOnly(database, command, (result) => toAnswer(result, command));
      case "begin":
        writer = database.beginTransaction();
        return NO_ROWS;
      case "run": {
        refuseFileAccess(command.cypher);
        const result = await openWriter().executeCypher(command.cypher, command.parameters);
        return result.toArray().map(toPlainRow);
      }
      case "commit":
        commit();
        return NO_ROWS;
      case "rollback":
        rollback();
        return NO_ROWS;
      case "checkpoint":
        database.walCheckpoint();
        return NO_ROWS;
      case "close":
        database.close();
        return NO_ROWS;
      default:
        return assertNever(command);
    }
  };
  return { perform };
};

/** Runs in a transaction that is always rolled back, so that even a write that slipped through leaves nothing. */
const readOnly = async (
  database: GrafeoDB,
  { cypher, parameters }: ReadCommand | AnswerCommand,
  toResult: (result: QueryResult) => readonly Row[],
): Promise<readonly Row[]> => {
  refuseFileAccess(cypher);
  if (isSchemaCommand(cypher)) throw notReadOnly("a schema command is not read-only");
  const { text, explain } = toBareStatement(cypher);
  const transaction = database.beginTransaction();
  try {
    const plan = await transaction.executeCypher(`EXPLAIN ${text}`, parameters);
    refuseUnlessReading(plan);
    return toResult(explain ? plan : await transaction.executeCypher(text, parameters));
  } finally {
    transaction.rollback();
  }
};

const toRows = (result: QueryResult, { maxRows }: ReadCommand): readonly Row[] => {
  refuseTooMany(result.length, maxRows);
  return result.toArray().map(toPlainRow);
};

/** Rows are turned into values one by one, so that what is cut costs nothing. */
const toAnswer = (result: QueryResult, limits: AnswerCommand): readonly Row[] => {
  const { columns, length } = result;
  const cut = createCut(limits);
  for (let index = 0; index < length; index += 1) {
    const values = toPlainRow(result.get(index));
    if (!cut.take(columns.map((column) => values[column] ?? null))) break;
  }
  return [{ columns, ...cut.taken() }];
};

const refuseUnlessReading = (plan: QueryResult): void => {
  const text = plan.scalar();
  if (typeof text !== "string") throw notReadOnly("the engine gives no plan for the statement");
  refuseWritingPlan(text);
};

const refuseTooMany = (rows: number, maxRows: number | undefined): void => {
  if (maxRows === undefined || rows <= maxRows) return;
  throw new AppError(`the answer has ${rows} rows, at most ${maxRows} are allowed`, {
    code: "RESULT_TOO_LARGE",
  });
};
