import { describe, expect, it } from "vitest";
import type { Calibrated } from "../../../schema/calibrated.ts";
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

  it("end with what a calibration made of it, and from how many reviewed edges", () => {
    const calibrated: Calibrated = {
      raw: 0.8,
      status: "accepted",
      flags: [],
      at: "2026-05-06T07:08:09.000Z",
      labels: 214,
    };

    expect(toSignalLines(signals, calibrated).at(-1)).toEqual({
      weight: "neutral",
      text: "calibrated on 214 reviewed edges, 2026-05-06; 0.80 by the signals alone",
    });
  });

  it("hold an unresolved name against it", () => {
    const lines = toSignalLines({ ...signals, resolvedBy: "unresolved", resolution: 0 });

    expect(lines.at(-1)).toEqual({ weight: "against", text: "not resolved to an id, score 0.00" });
  });
});
