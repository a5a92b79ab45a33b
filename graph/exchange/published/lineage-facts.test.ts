import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DatasetId } from "../../../schema/ids.ts";
import { readLineageFacts, writeLineageFacts } from "./lineage-facts.ts";
import type { PublishedLineage } from "./published-lineage.ts";
import { readPublishedLineage } from "./read-published-lineage.ts";

const id = (text: string): DatasetId => DatasetId.parse(text);

const lineage: PublishedLineage = {
  publication: { citation: "arXiv:1234.56789", part: "text", url: "https://example.org", revision: "abc" },
  datasets: [
    { id: id("a/mix"), domains: ["math"], dataType: "synthetic", hubMonth: "2024-05", downloads: 3 },
    { id: id("b/seed"), spellings: ["b/Seed"] },
    { id: id("name:archive"), name: "The Archive" },
  ],
  edges: [
    {
      from: id("a/mix"),
      to: id("b/seed"),
      relation: "fusion",
      confidence: 0.9,
      documentKinds: ["card", "paper"],
      onHub: true,
      flags: [],
    },
    {
      from: id("a/mix"),
      to: id("name:archive"),
      relation: "inclusion",
      confidence: 0.6,
      documentKinds: [],
      onHub: false,
      flags: ["low-confidence"],
    },
  ],
};

describe("a lineage as a file of facts", () => {
  it("comes back as it was written", () => {
    expect(readLineageFacts(writeLineageFacts(lineage), "facts.jsonl")).toEqual(lineage);
  });

  it("has its citation in the first line and a dataset with its sources in each other", () => {
    const [head = "", ...lines] = writeLineageFacts(lineage).trimEnd().split("\n");

    expect(JSON.parse(head)).toMatchObject({ citation: "arXiv:1234.56789", revision: "abc" });
    expect(lines).toHaveLength(3);
  });

  it.each([
    ["", "facts.jsonl is empty"],
    ['{"format":"other"}', "facts.jsonl, line 1: format"],
    [`${writeLineageFacts(lineage)}{"id":"no id at all"}`, "facts.jsonl, line 5: id"],
    [`${writeLineageFacts(lineage)}{"id":"a/b","summary":"A text."}`, "facts.jsonl, line 5"],
  ])("refuses what is none (%#), naming the line", (text, message) => {
    expect(() => readLineageFacts(text, "facts.jsonl")).toThrow(message);
  });
});

const SEED = new URL("../../../seed/", import.meta.url);
const PARTS = [
  ["text", "lineage.jsonl"],
  ["multimodal", "lineage-multimodal.jsonl"],
] as const;

const PUBLISHED = new URL("../../../../shared/oda/lineage/", import.meta.url);
const isThere = existsSync(PUBLISHED);
if (!isThere) process.stderr.write("skipped: the published lineage files are not beside the project\n");
const readShared = (name: string) => ({ name, text: readFileSync(new URL(name, PUBLISHED), "utf8") });

describe.each(PARTS)("the seed's %s lineage", (part, file) => {
  const text = readFileSync(new URL(file, SEED), "utf8");

  it("is read without a fault, and written again as it is", () => {
    expect(writeLineageFacts(readLineageFacts(text, file))).toBe(text);
  });

  it("holds facts only: no field that could carry a text of the publication", () => {
    const strings = text.split("\n").flatMap((line) => line.match(/"(?:[^"\\]|\\.)*"/g) ?? []);

    expect(strings.filter((one) => one.split(/\s+/).length > 14)).toEqual([]);
    expect(text).not.toMatch(/"(?:evidence|quote|summary|description)"/);
  });

  it.skipIf(!isThere)("is what the published files give", () => {
    const { publication } = readLineageFacts(text, file);

    const files = { graph: readShared(`${part}-graph.jsonl`), data: readShared(`${part}-data.jsonl`) };
    const built = readPublishedLineage(files, publication);

    expect(writeLineageFacts(built.lineage)).toBe(text);
  });
});
