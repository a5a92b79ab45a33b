import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchBracket, tokenizeCypher, type TokenKind } from "./tokenize-cypher.ts";

const kindOf = (text: string, part: string): TokenKind | undefined =>
  tokenizeCypher(text).find((token) => token.text === part)?.kind;

describe("tokens of a Cypher text", () => {
  it("hold every character once and in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const tokens = tokenizeCypher(text);

        expect(tokens.map((token) => token.text).join("")).toBe(text);
        for (const token of tokens) expect(text.startsWith(token.text, token.start)).toBe(true);
      }),
    );
  });

  it.each<[string, string, TokenKind]>([
    ["MATCH (d:Dataset) RETURN d", "Dataset", "label"],
    ["MATCH (d:Dataset) RETURN d", "MATCH", "keyword"],
    ["match (d) return d", "return", "keyword"],
    ["MATCH (d)-[r:DERIVED_FROM*1..3]->(s)", "DERIVED_FROM", "relation"],
    ["MATCH (d)-[:A|MAY_DERIVE_FROM]->(s)", "MAY_DERIVE_FROM", "relation"],
    ["RETURN [n IN nodes(p) | name]", "name", "variable"],
    ["RETURN d.licence", "licence", "property"],
    ["MATCH (d {owner: 'a'})", "owner", "property"],
    ["RETURN d.match", "match", "property"],
    ["RETURN count(d)", "count", "function"],
    ["MATCH (d)", "MATCH", "keyword"],
    ["WHERE d.id = $id", "$id", "parameter"],
    ["RETURN 'it\\'s'", "'it\\'s'", "string"],
    ["RETURN 1.5e3", "1.5e3", "number"],
    ["RETURN 'open", "'open", "string"],
    ["// note\nRETURN 1", "// note", "comment"],
    ["/* never closed", "/* never closed", "comment"],
    ["RETURN `a b`", "`a b`", "variable"],
    ["MATCH (d) WHERE d:Benchmark RETURN d", "Benchmark", "label"],
  ])("of %s call %s what it is", (text, part, kind) => {
    expect(kindOf(text, part)).toBe(kind);
  });

  it("leave the dots of a range apart from its numbers", () => {
    const texts = tokenizeCypher("*1..8").map((token) => token.text);

    expect(texts).toEqual(["*", "1", ".", ".", "8"]);
  });
});

describe("the other half of a bracket", () => {
  it("is found from either side", () => {
    const tokens = tokenizeCypher("(a[0])");

    expect(matchBracket(tokens, 1)).toEqual([0, 5]);
    expect(matchBracket(tokens, 6)).toEqual([5, 0]);
    expect(matchBracket(tokens, 3)).toEqual([2, 4]);
  });

  it("is missing where another kind closes, or nothing does", () => {
    expect(matchBracket(tokenizeCypher("(a]"), 1)).toEqual([0]);
    expect(matchBracket(tokenizeCypher("(a"), 1)).toEqual([0]);
    expect(matchBracket(tokenizeCypher("ab"), 1)).toEqual([]);
  });

  it("is not looked for in strings", () => {
    expect(matchBracket(tokenizeCypher("(')')"), 1)).toEqual([0, 4]);
  });
});
