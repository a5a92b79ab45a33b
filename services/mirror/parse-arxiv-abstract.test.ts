import { describe, expect, test } from "vitest";
import { parseArxivAbstract } from "./parse-arxiv-abstract.ts";

describe("parseArxivAbstract", () => {
  test("reads extracted text: first line as title, abstract up to the introduction", () => {
    const text = [
      "<!-- text extracted from a PDF -->",
      "",
      "<!-- page 1 -->",
      "Rivers of Text",
      "Acme Water Group",
      "Abstract",
      "We measure",
      "rivers.",
      "1 Introduction",
      "Rivers are long.",
    ].join("\r\n");

    expect(parseArxivAbstract("2401.90001", text)).toEqual({
      id: "2401.90001",
      title: "Rivers of Text",
      authors: [],
      abstract: "We measure rivers.",
    });
  });

  test.each([
    ["**Authors:** Acme and Inland Survey", ["Acme", "Inland Survey"]],
    ["- Author: Acme", ["Acme"]],
    ["Authors: Acme; Inland Survey", ["Acme", "Inland Survey"]],
  ])("reads authors from %s", (line, authors) => {
    expect(parseArxivAbstract("x", `# T\n${line}\n`).authors).toEqual(authors);
  });

  test.each(["## Abstract", "**Abstract**", "Abstract.", "ABSTRACT"])(
    "finds the abstract under %s",
    (heading) => {
      expect(parseArxivAbstract("x", `# T\n\n${heading}\n\nShort.\n`).abstract).toBe("Short.");
    },
  );

  test("leaves empty what the file does not say", () => {
    expect(parseArxivAbstract("x", "")).toEqual({ id: "x", title: "", authors: [], abstract: "" });
    expect(parseArxivAbstract("x", "# T\n- Published: soon\n")).not.toHaveProperty("published");
  });
});
