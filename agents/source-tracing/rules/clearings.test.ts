import { describe, expect, it } from "vitest";
import type { ClearingClaim } from "../../../schema/claim.ts";
import { DatasetId } from "../../../schema/ids.ts";
import { parseStructure } from "../../document/parse-structure.ts";
import { findClearingClaims } from "./clearings.ts";

const claimsOf = (text: string, target = "quarry-lab/pebble-math"): readonly ClearingClaim[] =>
  findClearingClaims(parseStructure(text, "card"), { text, kind: "card", target: DatasetId.parse(target) });

const clearedIn = (text: string): readonly string[] =>
  claimsOf(text)
    .map(({ name, split }) => (split === undefined ? name : `${name} ${split}`))
    .toSorted();

describe("findClearingClaims", () => {
  it("reads every benchmark of a decontamination sentence", () => {
    expect(clearedIn("We decontaminated PebbleMath against MATH-500, AIME 2024 and GPQA Diamond.")).toEqual([
      "AIME 2024",
      "GPQA Diamond",
      "MATH-500",
    ]);
  });

  it("keeps the split that the sentence names", () => {
    expect(clearedIn("The data is decontaminated against the GSM8K test set.")).toEqual(["GSM8K test"]);
    expect(clearedIn("We removed items that overlap with the test splits of MATH and GSM8K.")).toEqual([
      "GSM8K test",
      "MATH test",
    ]);
    expect(clearedIn("We removed overlaps with the MATH training set.")).toEqual(["MATH train"]);
  });

  it("reads removal of what is similar", () => {
    expect(
      clearedIn("Questions too similar to any problem of the HumanEval benchmark were removed."),
    ).toEqual(["HumanEval"]);
  });

  it("reads that a test split was left out", () => {
    expect(clearedIn("We do not include the test split of CodeContests.")).toEqual(["CodeContests test"]);
  });

  it("reads benchmarks that nobody has listed, when they are built like one", () => {
    expect(clearedIn("Decontamination was run against QuarryBench and quarry-lab/stone_eval.")).toEqual([
      "QuarryBench",
      "quarry-lab/stone_eval",
    ]);
  });

  it("reads a list that the statement introduces", () => {
    const text =
      "We checked the data for contamination with these benchmarks:\n\n- MMLU\n- TruthfulQA\n- AGIEval\n";

    expect(clearedIn(text)).toEqual(["AGIEval", "MMLU", "TruthfulQA"]);
  });

  it("reads a list under a heading about it", () => {
    expect(clearedIn("## Decontamination\n\n- LiveCodeBench\n- MBPP\n")).toEqual(["LiveCodeBench", "MBPP"]);
  });

  it("finds the benchmarks in the sentence before", () => {
    const text =
      "Everything was augmented from the training sets of GSM8K and MATH. None of it is from the test set.";

    const claims = claimsOf(text);

    expect(clearedIn(text)).toEqual(["GSM8K test", "MATH test"]);
    expect(claims[0]?.quote).toBe(text);
  });

  it("reads names that nobody has listed where the sentence governs them", () => {
    expect(
      clearedIn("We remove rows that share a 13-gram with the test sets of Slate Exam or Flint Trials."),
    ).toEqual(["Flint Trials test", "Slate Exam test"]);
    expect(clearedIn("Decontaminated against common Reasoning benchmarks.")).toEqual([]);
  });

  it("reads a linked dataset, and its name elsewhere, as one", () => {
    const link = "[Slate Exam](https://huggingface.co/datasets/slate/exam)";
    const text = `We looked for the questions of ${link} and removed them.\n\nIt is free of overlap with the Slate test set.`;

    expect([...new Set(claimsOf(text).map(({ hubId }) => hubId))]).toEqual(["slate/exam"]);
  });

  it("reads a Chinese statement", () => {
    expect(clearedIn("所有问题均与 slate-lab/slate-exam 测试集做了去重，未发现重合。")).toEqual([
      "slate-lab/slate-exam test",
    ]);
    expect(clearedIn("我们剔除了与GSM8K测试集重叠的题目。")).toEqual(["GSM8K test"]);
  });

  it("takes the id from a link to the Hub", () => {
    const [claim] = claimsOf(
      "Decontaminated against [the stones test](https://example.org) and [MMLU](https://huggingface.co/datasets/cais/mmlu).",
    );

    expect(claim).toMatchObject({
      name: "MMLU",
      hubId: "cais/mmlu",
      link: "https://huggingface.co/datasets/cais/mmlu",
    });
  });

  it("quotes at the offsets of the text with the name inside", () => {
    const text = "# Stones\n\nIt is clean: we **decontaminated** it against `MMLU`. More follows.\n";

    const [claim] = claimsOf(text);

    expect(claim?.quote).toContain("MMLU");
    expect(text.slice(claim?.span.start, claim?.span.end)).toBe(claim?.quote);
  });
});

describe("statements that clear nothing", () => {
  it.each([
    ["a denial", "The data was not decontaminated against GSM8K."],
    ["another denial", "We have not yet checked for overlap with MMLU."],
    ["no decontamination", "No decontamination against MATH was performed."],
    ["advice", "You should decontaminate against MMLU before you train."],
    ["a possibility", "Some items may overlap with the GSM8K test set."],
    ["a Chinese denial", "数据未进行去污染，请注意GSM8K。"],
    ["a cleaned source", "PebbleMath is a decontaminated version of quarry-lab/raw-math."],
    ["a result", "Trained on decontaminated data, the model reaches 71 on AIME 2024."],
    ["an exception", "All sources were decontaminated, except MATH."],
    ["an evaluation", "We evaluate on MMLU and GSM8K."],
    ["the target itself", "The PebbleMath test set was decontaminated."],
    ["a pair of words", "We removed yes/no questions that overlap with the test set."],
  ])("%s", (_, text) => {
    expect(claimsOf(text)).toEqual([]);
  });
});

describe("hostile texts", () => {
  it.each([
    ["cues", "remove overlap test "],
    ["names", "decontaminated against MMLU, "],
    ["sentences", "We decontaminated against MMLU. "],
    ["denials", "not been should may "],
  ])("takes time linear in %s", (_, part) => {
    const text = part.repeat(400_000 / part.length);

    // Quadratic time would run into the test's own time-out by far.
    expect(claimsOf(text).length).toBeLessThan(text.length);
  });
});
