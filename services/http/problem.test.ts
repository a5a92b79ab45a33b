import { describe, expect, test } from "vitest";
import { Problem } from "../../schema/api.ts";
import { AppError, ERROR_CODES } from "../../schema/errors.ts";
import { toProblem } from "./problem.ts";

describe("an error as a problem document", () => {
  test.each(ERROR_CODES)("%s has a status, and keeps its code", (code) => {
    const problem = Problem.parse(toProblem(new AppError("what failed", { code })));

    expect(problem.code).toBe(code);
    expect(problem.status).toBeGreaterThanOrEqual(400);
  });

  test("what went wrong inside is not told", () => {
    const engine = new AppError("secret path /var/lib/graph", { code: "ENGINE_UNAVAILABLE" });

    for (const error of [engine, new Error("secret"), "secret", undefined]) {
      expect(JSON.stringify(toProblem(error))).not.toContain("secret");
    }
  });

  test("what the caller did wrong is told", () => {
    const problem = toProblem(new AppError("there is no edge x", { code: "NOT_FOUND" }));

    expect(problem).toMatchObject({ status: 404, detail: "there is no edge x" });
  });
});
