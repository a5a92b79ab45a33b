import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPublishedLineage } from "./read-published-lineage.ts";

interface EdgeFields {
  readonly source?: string;
  readonly confidence?: number;
  readonly relationship?: string;
  readonly evidence?: string;
  readonly exists?: boolean;
}

const edgeLine = (target: string, name: string, fields: EdgeFields = {}): string =>
  JSON.stringify({
    target,
    source: name,
    meta_info: JSON.stringify({
      source: "HuggingFace README",
      confidence: 0.95,
      relationship: "Direct Inclusion/Subset",
      evidence: `We took ${name} as it is.`,
      exists: true,
      ...fields,
    }),
  });

const dataLine = (name: string, fields: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ name, categories: ["Math"], hf_year: "2024-05", paper_year: null, ...fields });

const read = (graph: readonly string[], data: readonly string[] = []) =>
  readPublishedLineage(
    {
      graph: { name: "graph.jsonl", text: graph.join("\n") },
      data: { name: "data.jsonl", text: data.join("\n") },
    },
    { citation: "arXiv:1234.56789", part: "text" },
  );

describe("reading a published lineage", () => {
  it("takes relations, kinds of document and confidence out of the doubly encoded metadata", () => {
    const { lineage } = read([
      edgeLine("acme/mix", "borealis/seed", {
        source: "HuggingFace README; Paper; paper",
        relationship: "CoT Distillation",
      }),
    ]);

    expect(lineage.edges).toEqual([
      {
        from: "acme/mix",
        to: "borealis/seed",
        relation: "distillation",
        confidence: 0.95,
        documentKinds: ["card", "paper"],
        onHub: true,
        flags: [],
      },
    ]);
  });

  it("keeps no sentence: neither quote nor description nor summary", () => {
    const { lineage } = read(
      [edgeLine("acme/mix", "borealis/seed", { evidence: "SECRET QUOTE of borealis seed" })],
      [dataLine("acme/mix", { description: "SECRET TEXT", summary: "SECRET LINE" })],
    );

    expect(JSON.stringify(lineage)).not.toContain("SECRET");
  });

  it("takes domains, months, type and downloads of a dataset, and leaves out what is not known", () => {
    const { lineage } = read(
      [edgeLine("acme/mix", "borealis/seed")],
      [dataLine("acme/mix", { categories: ["Math", "Code"], data_type: "synthetic", downloads: 7 })],
    );

    expect(lineage.datasets).toEqual([
      {
        id: "acme/mix",
        domains: ["code", "math"],
        dataType: "synthetic",
        hubMonth: "2024-05",
        downloads: 7,
      },
      { id: "borealis/seed" },
    ]);
  });

  it("makes one edge of a pair that is stated twice, as sure as the surer and with the documents of both", () => {
    const { lineage, notes } = read([
      edgeLine("acme/mix", "borealis/seed", { confidence: 0.8, relationship: "Structured Fusion" }),
      edgeLine("acme/mix", "borealis/seed", { confidence: 0.9, source: "Blog" }),
    ]);

    expect(lineage.edges).toMatchObject([
      { relation: "inclusion", confidence: 0.9, documentKinds: ["blog", "card"] },
    ]);
    expect(notes.duplicates).toEqual(["acme/mix <- borealis/seed"]);
  });

  it("makes one dataset of spellings that differ by case, under the one that is described", () => {
    const { lineage, notes } = read(
      [edgeLine("acme/mix", "borealis/Seed"), edgeLine("acme/other", "borealis/seed")],
      [dataLine("borealis/seed")],
    );

    expect(lineage.edges.map(({ to }) => to)).toEqual(["borealis/seed", "borealis/seed"]);
    expect(lineage.datasets.find(({ id }) => id === "borealis/seed")?.spellings).toEqual(["borealis/Seed"]);
    expect(notes.caseVariants).toEqual([["borealis/Seed", "borealis/seed"]]);
  });

  it("gives a source outside the Hub a typed id and keeps its name as written", () => {
    const { lineage } = read([edgeLine("acme/mix", "Olympiad Archive", { exists: false })]);

    expect(lineage.datasets).toContainEqual({ id: "name:olympiad-archive", name: "Olympiad Archive" });
    expect(lineage.edges[0]).toMatchObject({ to: "name:olympiad-archive", onHub: false, flags: [] });
  });

  it.each([
    ["the publication is not sure", { confidence: 0.6 }, ["low-confidence"]],
    [
      "its quote holds no word of the name",
      { evidence: "We crawled a podcast archive." },
      ["name-ambiguous"],
    ],
    ["it has a Hub id that the Hub does not know", { exists: false }, ["name-ambiguous"]],
  ])("flags an edge when %s", (_reason, fields, flags) => {
    const { lineage } = read([edgeLine("acme/mix", "borealis/seed", fields)]);

    expect(lineage.edges[0]?.flags).toEqual(flags);
  });

  it("flags a dataset that is said to be its own source, in another case too", () => {
    const { lineage } = read([edgeLine("acme/mix", "acme/Mix")]);

    expect(lineage.edges).toMatchObject([{ from: lineage.edges[0]?.to, flags: ["self"] }]);
  });

  it("leaves out a source that is a sentence", () => {
    const { lineage, notes } = read([
      edgeLine("acme/mix", "600 problems that were set in one winter of 2023.", { exists: false }),
    ]);

    expect(lineage.edges).toEqual([]);
    expect(notes.notNames).toHaveLength(1);
  });

  it("takes the name of a described dataset out of a sentence, unresolved as the publication left it", () => {
    const { lineage, notes } = read(
      [edgeLine("acme/mix", "600 Winter Bench (v5) problems of the year 2023.", { exists: false })],
      [dataLine("borealis/Winter-Bench-v5")],
    );

    expect(lineage.edges).toMatchObject([{ to: "name:winter-bench-v5", flags: [] }]);
    expect(notes.notNames).toEqual([]);
  });

  it("says which names the rows contradict each other about", () => {
    const { notes } = read([
      edgeLine("acme/mix", "borealis/seed"),
      edgeLine("acme/other", "borealis/seed", { exists: false }),
    ]);

    expect(notes.contradictory).toEqual(["borealis/seed"]);
  });

  it.each([
    ["no JSON", "{", "graph.jsonl, line 2"],
    [
      "metadata that is no JSON",
      JSON.stringify({ target: "a/b", source: "c/d", meta_info: "{" }),
      "line 2: meta_info",
    ],
    [
      "an unknown relationship",
      edgeLine("a/b", "c/d", { relationship: "Inspiration" }),
      "unknown relationship",
    ],
    ["a confidence above 1", edgeLine("a/b", "c/d", { confidence: 1.2 }), "line 2: meta_info.confidence"],
  ])("refuses %s, naming the line", (_what, line, message) => {
    expect(() => read([edgeLine("acme/mix", "borealis/seed"), line])).toThrow(message);
  });
});

const PUBLISHED = new URL("../../../../shared/oda/lineage/", import.meta.url);
const isThere = existsSync(PUBLISHED);
if (!isThere) process.stderr.write("skipped: the published lineage files are not beside the project\n");

const readPart = (part: string) => {
  const file = (kind: string) => {
    const name = `${part}-${kind}.jsonl`;
    return { name, text: readFileSync(new URL(name, PUBLISHED), "utf8") };
  };
  return readPublishedLineage(
    { graph: file("graph"), data: file("data") },
    { citation: "arXiv:2604.10480", part },
  );
};

describe.skipIf(!isThere)("the published files themselves", () => {
  it("have the rows, duplicates and case variants that docs/seed.md tells of", () => {
    const text = readPart("text");
    const multimodal = readPart("multimodal");

    expect([text.notes.edgeRows, text.notes.datasetRows]).toEqual([1092, 443]);
    expect([text.notes.duplicates.length, text.notes.caseVariants.length]).toEqual([4, 6]);
    expect([text.lineage.datasets.length, text.lineage.edges.length]).toEqual([807, 1088]);
    expect([multimodal.notes.edgeRows, multimodal.notes.datasetRows]).toEqual([2306, 1161]);
    expect([multimodal.notes.duplicates.length, multimodal.notes.caseVariants.length]).toEqual([0, 7]);
    expect([multimodal.lineage.datasets.length, multimodal.lineage.edges.length]).toEqual([1301, 2283]);
  });
});
