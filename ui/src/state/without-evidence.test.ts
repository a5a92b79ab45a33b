import { describe, expect, it } from "vitest";
import { anEdge, aModelUse } from "../test-data.ts";
import { withoutEvidence } from "./without-evidence.ts";

describe("what an edge without evidence rests on", () => {
  it("names the publication, its own figure and the documents that it says it read", () => {
    const edge = anEdge("acme/set", "acme/source", {
      origin: {
        kind: "published",
        citation: "arXiv:1234.56789",
        relation: "inclusion",
        confidence: 0.95,
        documentKinds: ["card", "paper"],
        flags: [],
      },
    });

    const text = withoutEvidence(edge);

    expect(text).toContain("Published claim, no quote of ours: arXiv:1234.56789");
    expect(text).toContain("0.95, from: dataset card, paper");
  });

  it("says of any other edge only that no quote proves it", () => {
    expect(withoutEvidence(aModelUse("acme/set", "acme/model"))).toBe("No quote of ours proves it.");
  });
});
