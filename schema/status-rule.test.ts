import { describe, expect, it } from "vitest";
import { statusOf } from "./status-rule.ts";

describe("statusOf", () => {
  it.each([
    { confidence: 0.7, checks: [], threshold: 0.7, status: "accepted", flags: [] },
    { confidence: 0.69, checks: [], threshold: 0.7, status: "flagged", flags: ["low-confidence"] },
    { confidence: 0.4, checks: [], threshold: 0.7, status: "flagged", flags: ["low-confidence"] },
    { confidence: 0.39, checks: [], threshold: 0.7, status: "rejected", flags: [] },
    { confidence: 0.95, checks: ["cycle"], threshold: 0.7, status: "flagged", flags: ["cycle"] },
    {
      confidence: 0.5,
      checks: ["cycle"],
      threshold: 0.7,
      status: "flagged",
      flags: ["cycle", "low-confidence"],
    },
    { confidence: 0.35, checks: [], threshold: 0.3, status: "accepted", flags: [] },
    { confidence: 0.2, checks: [], threshold: 0.3, status: "rejected", flags: [] },
  ] as const)("takes $confidence with failed checks $checks at $threshold as $status", (one) => {
    expect(statusOf(one.confidence, one.checks, one.threshold)).toEqual({
      status: one.status,
      flags: one.flags,
    });
  });
});
