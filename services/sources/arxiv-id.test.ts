import { describe, expect, it } from "vitest";
import { parseArxivId } from "./arxiv-id.ts";

describe("parseArxivId", () => {
  it.each([
    ["2401.00001", { id: "2401.00001" }],
    ["arXiv:2401.00001v2", { id: "2401.00001", version: "v2" }],
    ["https://arxiv.org/abs/2401.00001", { id: "2401.00001" }],
    ["https://arxiv.org/pdf/2401.00001v12.pdf", { id: "2401.00001", version: "v12" }],
    ["http://arxiv.org/abs/cs/0112017v1", { id: "cs/0112017", version: "v1" }],
    ["math.GT/0309136", { id: "math.GT/0309136" }],
    ["0704.0001", { id: "0704.0001" }],
  ])("reads %s", (text, expected) => {
    expect(parseArxivId(text)).toEqual(expected);
  });

  it.each([
    "",
    "v2",
    "12401.00001",
    "2401.000012345",
    "2401.001",
    "10.48550/2401",
    "https://arxiv.org/list/cs",
  ])("finds none in %j", (text) => {
    expect(parseArxivId(text)).toBeUndefined();
  });
});
