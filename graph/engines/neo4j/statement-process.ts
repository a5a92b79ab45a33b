import { AppError } from "../../../schema/errors.ts";
import type { StatementMessage, StatementRequest } from "./statement-protocol.ts";
import { createConnection, type Neo4jOptions } from "./create-connection.ts";
import { createStatementChecks } from "./create-statement-checks.ts";
import { createRunAnswer } from "./run-answer.ts";
import { toAppError } from "./to-app-error.ts";

type Asked = Extract<StatementRequest, { readonly kind: "ask" }>;

const tell = (message: StatementMessage): void => void process.send?.(message);

/** One statement at a time, over a connection of its own. */
const answerStatements = (options: Neo4jOptions): ((request: StatementRequest) => void) => {
  const connection = createConnection(options);
  const checks = createStatementChecks();
  const runAnswer = createRunAnswer(connection, checks);
  let asked = new AbortController();

  const answer = async ({ bookmarks, cypher, parameters, limits }: Asked): Promise<void> => {
    asked = new AbortController();
    try {
      await connection.learn(bookmarks);
      const statement = { cypher, parameters, limits: { ...limits, signal: asked.signal } };
      tell({ kind: "answered", answer: await runAnswer(statement) });
    } catch (error) {
      const { message, code, transient, context } =
        error instanceof AppError ? error : toAppError(error, connection.uri);
      // What answers next may be another server.
      if (code === "ENGINE_UNAVAILABLE") checks.forget();
      tell({ kind: "failed", message, code, transient, context });
    }
  };
  return (request) => {
    if (request.kind === "cancel") asked.abort();
    if (request.kind === "ask") void answer(request);
  };
};

const main = (): void => {
  let perform: ((request: StatementRequest) => void) | undefined;
  process.on("message", (message) => {
    const request = message as StatementRequest;
    if (request.kind === "connect") {
      perform = answerStatements(request.options);
      tell({ kind: "ready" });
    } else perform?.(request);
  });
  // The service ends it, also by its own end; a Ctrl-C that reaches the whole group is the service's to answer.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
};

main();
