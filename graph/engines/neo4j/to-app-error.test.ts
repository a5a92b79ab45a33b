import { Neo4jError } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../schema/errors.ts";
import { toAppError } from "./to-app-error.ts";

const URI = "bolt://graph.example:7687";
/** The driver types only its own codes; the server's are texts. */
const aNeo4jError = (code: string, message = "as the server says"): Neo4jError =>
  Object.assign(new Neo4jError(message, "N/A", "50N42", ""), { code });

describe("a failure of Neo4j", () => {
  it.each([
    ["ServiceUnavailable", "ENGINE_UNAVAILABLE", true],
    ["SessionExpired", "ENGINE_UNAVAILABLE", true],
    ["N/A", "ENGINE_UNAVAILABLE", true],
    ["Neo.TransientError.Transaction.DeadlockDetected", "WRITE_CONFLICT", true],
    ["Neo.TransientError.Transaction.LockClientStopped", "QUERY_TIMEOUT", false],
    ["Neo.TransientError.General.DatabaseUnavailable", "ENGINE_UNAVAILABLE", true],
    ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "RESULT_TOO_LARGE", false],
    ["Neo.TransientError.General.StackOverFlowError", "RESULT_TOO_LARGE", false],
    ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "QUERY_TIMEOUT", false],
    ["Neo.ClientError.Transaction.Terminated", "ENGINE_UNAVAILABLE", true],
    ["Neo.ClientError.Cluster.NotALeader", "ENGINE_UNAVAILABLE", true],
    ["Neo.ClientError.Security.Unauthorized", "ENGINE_UNAVAILABLE", false],
    ["Neo.ClientError.Security.AuthenticationRateLimit", "ENGINE_UNAVAILABLE", false],
    ["Neo.ClientError.Database.DatabaseNotFound", "ENGINE_UNAVAILABLE", false],
    ["Neo.ClientError.Statement.AccessMode", "QUERY_NOT_READ_ONLY", false],
    ["Neo.ClientError.Statement.SyntaxError", "QUERY_INVALID", false],
    ["Neo.ClientError.Procedure.ProcedureNotFound", "QUERY_INVALID", false],
    ["Neo.ClientError.Schema.ConstraintValidationFailed", "CONSTRAINT_VIOLATED", false],
    ["Neo.DatabaseError.Transaction.TransactionLogError", "STORAGE_FAILED", true],
    ["Neo.DatabaseError.General.UnknownError", "INTERNAL", false],
  ])("%s is %s", (code, expected, transient) => {
    expect(toAppError(aNeo4jError(code), URI)).toMatchObject({
      code: expected,
      transient,
      context: { reason: code },
    });
  });

  it("may pass by itself when the memory is gone that all transactions share", () => {
    const message = "the allocation would use more than the limit: dbms.memory.transaction.total.max reached";
    const error = aNeo4jError("Neo.TransientError.General.MemoryPoolOutOfMemoryError", message);

    expect(toAppError(error, URI)).toMatchObject({ code: "RESULT_TOO_LARGE", transient: true });
  });

  it.each([
    ["Neo.ClientError.Security.Unauthorized", /NEO4J_USER and NEO4J_PASSWORD/],
    ["Neo.ClientError.Database.DatabaseNotFound", /NEO4J_DATABASE/],
    ["ServiceUnavailable", /NEO4J_URI/],
  ])("%s says which variable to look at", (code, advice) => {
    expect(toAppError(aNeo4jError(code), URI).message).toMatch(advice);
  });

  it("stays what it is when it is ours already", () => {
    const error = new AppError("the query was cancelled", { code: "CANCELLED" });

    expect(toAppError(error, URI)).toBe(error);
  });
});
