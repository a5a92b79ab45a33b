import { describe, expect, test } from "vitest";
import { type DecidedEdge, judgeTrace } from "./judge-trace.ts";
import { ExpectedTrace } from "./read-expected-trace.ts";

const expected = ExpectedTrace.parse({
  root: "acme/mix",
  edges: [
    { from: "acme/mix", to: "acme/rivers", relation: "fusion", split: "train" },
    { from: "acme/mix", to: "acme/lakes", relation: "fusion", status: "flagged" },
  ],
  arguable: [{ from: "acme/mix", to: "name:ponds", why: "named in passing" }],
  notEdges: [{ from: "acme/mix", to: "acme/exam", reason: "evaluation-only" }],
  models: [{ from: "acme/mix", to: "acme/Writer-7B", role: "generator" }],
  clearings: [{ from: "acme/mix", to: "acme/exam", split: "test" }],
  states: {},
  flags: [{ from: "acme/mix", to: "acme/lakes", flag: "newer-than-derived" }],
});

const anEdge = (to: string, fields: Partial<DecidedEdge> = {}): DecidedEdge => ({
  kind: "derivation",
  from: "acme/mix",
  to,
  status: "accepted",
  relation: "fusion",
  ...fields,
});

const PERFECT = [
  anEdge("acme/rivers", { split: "train" }),
  anEdge("acme/lakes", { status: "flagged", flags: ["newer-than-derived"] }),
  anEdge("acme/exam", { status: "rejected" }),
  anEdge("name:writer-7b", { kind: "model-use" }),
  anEdge("acme/exam", { kind: "clearing" }),
];

describe("judgeTrace", () => {
  test("finds nothing wrong with a trace that is the truth", () => {
    expect(judgeTrace(expected, PERFECT)).toEqual({
      right: 2,
      missing: [],
      wrong: [],
      splits: [],
      relations: [],
      flags: [],
      missingModels: [],
      missingClearings: [],
    });
  });

  test("lets arguable edges pass", () => {
    expect(judgeTrace(expected, [...PERFECT, anEdge("name:ponds")]).wrong).toEqual([]);
  });

  test("names what is missing, wrong and different", () => {
    const judged = judgeTrace(expected, [
      anEdge("acme/lakes", { relation: "synthesis", split: "test" }),
      anEdge("acme/exam"),
    ]);

    expect(judged).toEqual({
      right: 1,
      missing: ["acme/mix -> acme/rivers"],
      wrong: ["acme/mix -> acme/exam"],
      splits: ["acme/mix -> acme/lakes: test instead of none"],
      relations: ["acme/mix -> acme/lakes: synthesis instead of fusion"],
      flags: ["acme/mix -> acme/lakes: newer-than-derived"],
      missingModels: ["acme/mix -> acme/Writer-7B"],
      missingClearings: ["acme/mix -> acme/exam"],
    });
  });

  test("counts a rejected edge as missing", () => {
    expect(judgeTrace(expected, [anEdge("acme/rivers", { status: "rejected" })]).right).toBe(0);
  });
});
