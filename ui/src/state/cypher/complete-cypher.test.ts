import { describe, expect, it } from "vitest";
import { completeCypher } from "./complete-cypher.ts";

/** The caret is where the bar stands. */
const offered = (marked: string, parameters: readonly string[] = [], isAsked = false): readonly string[] => {
  const caret = marked.indexOf("|caret|");
  const found = completeCypher(marked.replace("|caret|", ""), caret, { parameters, isAsked });
  return found?.options.map((option) => option.text) ?? [];
};

describe("completions", () => {
  it("are labels after a colon of a node", () => {
    expect(offered("MATCH (d:Da|caret|)")).toEqual(["Dataset"]);
    expect(offered("MATCH (d:|caret|)")).toContain("Benchmark");
  });

  it("are types after a colon or a bar of a relationship", () => {
    expect(offered("MATCH (d)-[:MAY|caret|]->()")).toEqual(["MAY_DERIVE_FROM", "MAY_BE_CONTAMINATED_BY"]);
    expect(offered("MATCH (d)-[:DERIVED_FROM|NOT|caret|]->()")).toEqual(["NOT_DERIVED_FROM"]);
  });

  it("are the properties of what the variable is", () => {
    expect(offered("MATCH (q:Evidence) RETURN q.qu|caret|")).toEqual(["quote"]);
    expect(offered("MATCH ()-[r:MADE_WITH]->() RETURN r.|caret|")).toContain("role");
    expect(offered("MATCH ()-[r:MADE_WITH]->() RETURN r.|caret|")).not.toContain("licence");
  });

  it("are all properties where nothing is known of the variable", () => {
    expect(offered("RETURN x.licen|caret|")).toEqual(["licence"]);
  });

  it("are the known parameters after a dollar sign", () => {
    expect(offered("RETURN $be|caret|", ["dataset", "benchmark"])).toEqual(["$benchmark"]);
    expect(offered("RETURN $|caret|", ["dataset"])).toEqual(["$dataset"]);
  });

  it("are variables, keywords and functions for what is begun to be typed", () => {
    expect(offered("MATCH (collection) RETURN coll|caret|")).toEqual(["collection", "collect"]);
    expect(offered("RET|caret|")).toEqual(["RETURN"]);
  });

  it("do not come in strings, comments and numbers, nor unasked", () => {
    expect(offered("RETURN 'MAT|caret|'")).toEqual([]);
    expect(offered("// MAT|caret|")).toEqual([]);
    expect(offered("RETURN 1|caret|")).toEqual([]);
    expect(offered("RETURN |caret|")).toEqual([]);
    expect(offered("MATCH (a) RETURN a|caret|")).toEqual([]);
  });

  it("come for a single letter, or none, when asked for", () => {
    expect(offered("MATCH (node) RETURN n|caret|", [], true)).toContain("node");
    expect(offered("RETURN |caret|", [], true)).toContain("DISTINCT");
  });

  it("replace what was typed, and no more", () => {
    expect(completeCypher("RET 1", 3, { parameters: [], isAsked: false })).toMatchObject({
      start: 0,
      end: 3,
    });
  });
});
