import { describe, expect, it } from "vitest";
import { readProblem } from "./read-problem.ts";

const problem = {
  type: "about:blank",
  title: "Bad request",
  status: 400,
  code: "QUERY_INVALID",
  detail: "the text cannot be read",
};
const full = {
  ...problem,
  instance: "urn:stemma:request:1",
  neededRole: "operator",
  position: { line: 1, column: 2, excerpt: "MATCH" },
  hint: "use elementId",
};

describe("reading a problem document", () => {
  it("takes one with all of its parts, and one with those alone that it must have", () => {
    expect(readProblem(full)).toEqual(full);
    expect(readProblem(problem)).toEqual(problem);
  });

  it("leaves out what it does not know", () => {
    expect(readProblem({ ...problem, stack: "at line 1" })).toEqual(problem);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a page", "<html>bad gateway</html>"],
    ["a list of problems", [problem]],
    ["an object of another shape", { message: "Bad gateway", code: 502 }],
    ["a number for a code", { ...problem, code: 7 }],
    ["a text for a status", { ...problem, status: "400" }],
    ["a status that is no whole number", { ...problem, status: 400.5 }],
    ["no detail", { ...problem, detail: undefined }],
    ["a role that there is not", { ...problem, neededRole: "emperor" }],
    ["a place without its line", { ...problem, position: { column: 2, excerpt: "" } }],
    ["null for a hint", { ...problem, hint: null }],
  ])("takes no other answer for one: %s", (_what, body) => {
    expect(readProblem(body)).toBeUndefined();
  });
});
