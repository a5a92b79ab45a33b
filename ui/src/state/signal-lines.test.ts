import { describe, expect, it } from "vitest";
import { anEdge } from "../test-data.ts";
import { toSignalLines } from "./signal-lines.ts";

const { signals } = anEdge("a/b", "c/d");

describe("the reasons of a confidence", () => {
  it("count agreeing documents in favour", () => {
    const lines = toSignalLines({ ...signals, documents: 2, documentKinds: ["card", "paper"] });

    expect(lines[0]).toEqual({ weight: "for", text: "2 documents: dataset card, paper" });
  });

  it("put contradictions and failed checks against it", () => {
    const lines = toSignalLines({ ...signals, contradicted: true, failedChecks: ["cycle"] });

    expect(lines.filter((line) => line.weight === "against").map((line) => line.text)).toEqual([
      "a document says the opposite",
      "it closes a cycle",
    ]);
  });

  it("hold an unresolved name against it", () => {
    const lines = toSignalLines({ ...signals, resolvedBy: "unresolved", resolution: 0 });

    expect(lines.at(-1)).toEqual({ weight: "against", text: "not resolved to an id, score 0.00" });
  });
});
