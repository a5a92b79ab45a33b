import { Neo4jError } from "neo4j-driver";
import { AppError } from "../../../schema/errors.ts";
import type { ErrorCode } from "../../../schema/errors.ts";

/** Tried in this order on "code message"; https://neo4j.com/docs/status-codes lists the codes. */
const RULES: readonly (readonly [pattern: RegExp, code: ErrorCode, transient: boolean])[] = [
  [/^(?:ServiceUnavailable|SessionExpired) /, "ENGINE_UNAVAILABLE", true],
  // Another transaction may have taken the memory that all share; a transaction's own limit is met again every time.
  [/^Neo\.TransientError\.General\.MemoryPoolOutOfMemoryError .*total\.max/s, "RESULT_TOO_LARGE", true],
  [/^Neo\.TransientError\.General\.\w*(?:OutOfMemory|StackOverFlow|MemoryLimit)/, "RESULT_TOO_LARGE", false],
  [/^Neo\.ClientError\.Transaction\.(?:TransactionTimedOut|LockClientStopped)/, "QUERY_TIMEOUT", false],
  [/^Neo\.TransientError\.Transaction\.LockClientStopped/, "QUERY_TIMEOUT", false],
  [/^Neo\.(?:Client|Transient)Error\.Transaction\.Terminated/, "ENGINE_UNAVAILABLE", true],
  [/^Neo\.TransientError\.Transaction\./, "WRITE_CONFLICT", true],
  [/^Neo\.TransientError\./, "ENGINE_UNAVAILABLE", true],
  [
    /^Neo\.ClientError\.(?:Cluster\.NotALeader|General\.ForbiddenOnReadOnlyDatabase)/,
    "ENGINE_UNAVAILABLE",
    true,
  ],
  // AuthenticationRateLimit too: it comes after wrong passwords, and a service that took it for an outage would start with one.
  [/^Neo\.ClientError\.(?:Security|Database)\./, "ENGINE_UNAVAILABLE", false],
  [/^Neo\.ClientError\.Statement\.AccessMode/, "QUERY_NOT_READ_ONLY", false],
  [/^Neo\.ClientError\.Schema\.(?:Constraint|Equivalent|.*AlreadyExists)/, "CONSTRAINT_VIOLATED", false],
  [/^Neo\.ClientError\./, "QUERY_INVALID", false],
  [/^Neo\.DatabaseError\.Transaction\./, "STORAGE_FAILED", true],
];

/** What the driver threw, in the port's words. An AppError stays what it is. */
export const toAppError = (error: unknown, uri: string): AppError => {
  if (error instanceof AppError) return error;
  if (!(error instanceof Neo4jError)) {
    return new AppError(String(error), { code: "INTERNAL", cause: error });
  }
  const rule = RULES.find(([pattern]) => pattern.test(`${error.code} ${error.message}`));
  const [, code, transient] = rule ?? toUnknown(error);
  const message = code === "ENGINE_UNAVAILABLE" ? toUnavailable(error, uri) : error.message;
  return new AppError(message, { code, transient, cause: error, context: { reason: error.code } });
};

/** Without a server's code the driver itself failed: no connection was to be had, or it broke. */
const toUnknown = ({ code }: Neo4jError): readonly [undefined, ErrorCode, boolean] =>
  code.startsWith("Neo.") ? [undefined, "INTERNAL", false] : [undefined, "ENGINE_UNAVAILABLE", true];

const toUnavailable = ({ code, message }: Neo4jError, uri: string): string => {
  // The driver's advice on connections is a paragraph, with the cause behind it.
  const brief = (/Caused by: (.+)/.exec(message)?.[1] ?? message.split("\n")[0] ?? "").replace(
    /[.\s]*$/,
    ".",
  );
  if (code.startsWith("Neo.ClientError.Security.")) {
    return `Neo4j at ${uri} refuses the user: ${brief} Correct NEO4J_USER and NEO4J_PASSWORD`;
  }
  if (code.startsWith("Neo.ClientError.Database.")) {
    return `Neo4j at ${uri} has no such database: ${brief} Correct NEO4J_DATABASE`;
  }
  return `Neo4j at ${uri} is not available: ${brief} Start it, or correct NEO4J_URI`;
};
