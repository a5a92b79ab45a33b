import { describe, expect, it } from "vitest";
import { parseStructure } from "../document/parse-structure.ts";
import { findNoise } from "./find-noise.ts";
import { maskRanges } from "./mask-ranges.ts";

const PAPER = `# A Thousand Rivers

## 1 Introduction

Rivers is built from Lakes.

## References

[1] Somebody. Ponds, a dataset. 2020.

## A Prompts

You are a helpful assistant.

## B Data sources

We also took rows from Springs.

## C Licences

MIT.
`;

const seen = (text: string, kind: "card" | "paper"): string =>
  maskRanges(text, findNoise(parseStructure(text, kind), kind));

describe("findNoise", () => {
  it("hides a paper's references and appendices, but not an appendix about its data", () => {
    const visible = seen(PAPER, "paper");

    expect(visible).toContain("built from Lakes");
    expect(visible).toContain("rows from Springs");
    expect(visible).not.toMatch(/Ponds|helpful assistant|MIT/);
  });

  it("moves no offset", () => {
    const visible = seen(PAPER, "paper");

    expect(visible).toHaveLength(PAPER.length);
    expect(visible.indexOf("Springs")).toBe(PAPER.indexOf("Springs"));
  });

  it("does not take a title or a first section for an appendix because it starts with A", () => {
    expect(
      seen("# A Large Set of Rivers\n\nBuilt from Lakes.\n\n## A New Way\n\nFrom Ponds.", "paper"),
    ).toMatch(/Lakes[^]*Ponds/);
  });

  it("hides code, citations, comments and a table of contents of a card", () => {
    const card = `- [Intro](#intro)
- [Lakes](https://example.org/lakes)

\`\`\`python
load_dataset("acme/rivers")
\`\`\`

<!-- a template's comment -->

\`\`\`bibtex
@misc{a, title={A title}}
\`\`\`

References to Ponds stay.`;
    const kinds = findNoise(parseStructure(card, "card"), "card").map(({ kind }) => kind);

    expect(kinds).toEqual(["navigation", "code", "comment", "citation"]);
    expect(seen(card, "card")).toMatch(/Lakes[^]*References to Ponds/);
  });
});

describe("maskRanges", () => {
  it("keeps line breaks, and takes overlapping ranges in any order", () => {
    const ranges = [
      { start: 4, end: 7 },
      { start: 1, end: 5 },
    ];

    expect(maskRanges("ab\ncd\nef", ranges)).toBe("a \n  \n f");
  });

  it("leaves a text without ranges as it is", () => {
    expect(maskRanges("ab", [])).toBe("ab");
  });
});
