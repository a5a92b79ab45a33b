import { AppError } from "../../../schema/errors.ts";
import type { ErrorCode } from "../../../schema/errors.ts";
import type { EngineFault } from "./protocol.ts";

/** GQLSTATUS classes and codes (ISO 39075), and the engine's own codes, in the order in which they decide. */
const RULES: readonly (readonly [pattern: RegExp, code: ErrorCode, transient: boolean])[] = [
  [/^G2000/, "CONSTRAINT_VIOLATED", false],
  [/GRAFEO-T001|write conflict/i, "WRITE_CONFLICT", true],
  [/\bMiB\b|memory (?:limit|budget)|out of memory/i, "RESULT_TOO_LARGE", false],
  [/^(?:42|22)\d{3} .*Query error/s, "QUERY_INVALID", false],
  [/^42/, "QUERY_INVALID", false],
  [/Query error/, "QUERY_INVALID", false],
];

/** What the engine threw, in the port's words. */
export const toEngineFault = (error: unknown): EngineFault => {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, transient: error.transient };
  const message = error instanceof Error ? error.message : String(error);
  const text = `${gqlStatusOf(error)} ${message}`;
  const rule = RULES.find(([pattern]) => pattern.test(text));
  return { code: rule?.[1] ?? "INTERNAL", message, transient: rule?.[2] ?? false };
};

const gqlStatusOf = (error: unknown): string =>
  error instanceof Error && "gqlStatus" in error ? String(error.gqlStatus) : "";
