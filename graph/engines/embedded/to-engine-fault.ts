import { AppError } from "../../../schema/errors.ts";
import type { ErrorCode } from "../../../schema/errors.ts";
import type { EngineFault } from "./protocol.ts";

/** Tried in this order on "GQLSTATUS message"; the status is by ISO 39075, the GRAFEO codes are the engine's own. */
const RULES: readonly (readonly [pattern: RegExp, code: ErrorCode, transient: boolean])[] = [
  [/GRAFEO-X003|GRAFEO-T009/, "STORAGE_FAILED", true],
  [/GRAFEO-X\d/, "INTERNAL", false],
  [/^G[12]00\d /, "CONSTRAINT_VIOLATED", false],
  [/GRAFEO-T001/, "WRITE_CONFLICT", true],
  [/memory a path search may use/, "RESULT_TOO_LARGE", false],
  [/^(?:22|42)/, "QUERY_INVALID", false],
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
