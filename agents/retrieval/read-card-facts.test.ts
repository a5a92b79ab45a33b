import { describe, expect, it } from "vitest";
import { parseStructure } from "../document/parse-structure.ts";
import { readCardFacts } from "./read-card-facts.ts";

const factsOf = (yaml: string) => readCardFacts(parseStructure(`---\n${yaml}\n---\n\n# Card`, "card"));

describe("readCardFacts", () => {
  it("reads scalars, block lists and flow lists", () => {
    expect(
      factsOf(`license: "apache-2.0"\nlanguage:\n- en\n- no\ntask_categories: [question-answering, 'other']`),
    ).toEqual({
      licence: "apache-2.0",
      languages: ["en", "no"],
      tasks: ["question-answering", "other"],
    });
  });

  it("knows nothing of a card without front matter", () => {
    expect(readCardFacts(parseStructure("# Card\n\nlicense: mit", "card"))).toEqual({
      languages: [],
      tasks: [],
    });
  });

  it.each([
    ["an object", "license: { lc: 1, type: constructor, id: [a] }"],
    ["an anchor", "license: &a mit"],
    ["an alias", "license: *a"],
    ["a tag", "license: !!js/function 'function(){}'"],
    ["a script", "license: <script>alert(1)</script>"],
    ["a nested key of the same name", "dataset_info:\n  license: mit"],
  ])("takes %s for no licence", (_name, yaml) => {
    expect(factsOf(yaml).licence).toBeUndefined();
  });

  it("leaves prototypes alone", () => {
    factsOf("__proto__:\n  polluted: yes\nconstructor: { prototype: { polluted: yes } }\nlicense: mit");

    expect({}).not.toHaveProperty("polluted");
  });

  it("does not expand aliases, so that a small text stays small", () => {
    const bomb = [
      "a: &a [x, x, x, x]",
      ...[..."bcdefgh"].map((key, index) => `${key}: &${key} [*${"abcdefgh"[index]}, *${"abcdefgh"[index]}]`),
    ];

    expect(factsOf([...bomb, "language: *h"].join("\n")).languages).toEqual([]);
  });

  it("reads at most fifty values", () => {
    expect(
      factsOf(`language:\n${Array.from({ length: 900 }, (_, index) => `- l${index}`).join("\n")}`).languages,
    ).toHaveLength(50);
  });
});
