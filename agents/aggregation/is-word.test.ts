import { describe, expect, it } from "vitest";
import { isWord } from "./is-word.ts";
import { mergeClaims } from "./merge.ts";
import { aSource } from "./testing/test-claims.ts";

const areWords = (...claims: Parameters<typeof aSource>[0][]): boolean[] =>
  mergeClaims(claims.map((claim) => aSource(claim))).map(isWord);

describe("isWord", () => {
  it.each([
    ["a word of the page", { name: "Columns", score: 0.05, rejected: "own-subset" as const }],
    [
      "a bare pair of words",
      { name: "AI/ML", hubId: "AI/ML", score: 0.01, rejected: "not-a-dataset" as const },
    ],
    ["a model's bare name", { name: "Oracle-7B", score: 0.02, rejected: "model-not-dataset" as const }],
    [
      "a reference",
      {
        name: "Rivers",
        link: "https://arxiv.org/abs/2401.00001",
        score: 0.1,
        rejected: "cited-only" as const,
      },
    ],
    ["the path of a file", { name: "figures/rivers.png", score: 0.3, rejected: "own-subset" as const }],
    ["the path of a file that is taken for a source", { name: "data/rivers.jsonl", score: 0.8 }],
  ])("%s is one", (_case, claim) => {
    expect(areWords(claim)).toEqual([true]);
  });

  it.each([
    ["what speaks for a source", { name: "Rivers", score: 0.1 }],
    [
      "a benchmark that is only tested on",
      { name: "Rivers", score: 0.01, rejected: "evaluation-only" as const },
    ],
    ["what the page denies", { name: "Rivers", score: 0.01, rejected: "denied" as const }],
    [
      "what the page links to",
      {
        name: "Rivers",
        hubId: "acme/rivers",
        link: "https://huggingface.co/datasets/acme/rivers",
        score: 0.05,
        rejected: "own-subset" as const,
      },
    ],
    ["a name that is not so surely none", { name: "Rivers", score: 0.3, rejected: "own-subset" as const }],
  ])("%s is none", (_case, claim) => {
    expect(areWords(claim)).toEqual([false]);
  });
});
