import type { z } from "zod";
import { AppError } from "../../schema/errors.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong with the options that were given, each under the name that the command has for it, as one error. */
export const optionFault = (
  error: z.ZodError,
  nameOf: (field: string) => string = (field) => `--${field}`,
): AppError => {
  const faults = error.issues.map((issue) => `${nameOf(String(issue.path[0] ?? ""))} ${saidPlainly(issue)}`);
  return new AppError(faults.join("; "), { code: "INPUT_INVALID", cause: error });
};

const saidPlainly = (issue: Issue): string => {
  switch (issue.code) {
    case "invalid_value":
      return `takes ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? "is empty"
        : `must be at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `is longer than ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`;
    default:
      return `is wrong: ${issue.message}`;
  }
};
