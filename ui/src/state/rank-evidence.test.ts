import { describe, expect, it } from "vitest";
import { rankEvidence } from "./rank-evidence.ts";

const an = (stance: "supported" | "weak" | "contradicted", score: number, start = 0) => ({
  stance,
  score,
  span: { start, end: start + 1 },
});

describe("ranking evidence", () => {
  it("puts what says so first, however sure a hint is", () => {
    expect(rankEvidence([an("contradicted", 1), an("weak", 0.9), an("supported", 0.2)])).toEqual([
      an("supported", 0.2),
      an("weak", 0.9),
      an("contradicted", 1),
    ]);
  });

  it("goes by score, then by place in the document", () => {
    expect(rankEvidence([an("weak", 0.5, 9), an("weak", 0.5, 3), an("weak", 0.8, 20)])).toEqual([
      an("weak", 0.8, 20),
      an("weak", 0.5, 3),
      an("weak", 0.5, 9),
    ]);
  });
});
