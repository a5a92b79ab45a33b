import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { toPaperHtml } from "./to-paper-html.ts";

const PAPER = { id: "2401.90001", title: "Rivers & Lakes", authors: ["Acme Water Group"], abstract: "" };

describe("toPaperHtml", () => {
  test("finds numbered headings, abstract, references and appendix in extracted text", () => {
    const text = [
      "<!-- page 1 -->",
      "Rivers & Lakes",
      "Acme Water Group",
      "Abstract",
      "Small.",
      "1 Introduction",
      "A River is not a lake",
      "2.1. Data sources",
      "We took 3 Lakes from a map.",
      "References",
      "[1] Nobody. Rivers.",
      "A Prompts",
      "Write about rivers.",
    ].join("\n");
    const $ = load(toPaperHtml(PAPER, text));
    const titles = (selector: string): readonly string[] =>
      $(selector)
        .map((_, heading) => $(heading).text())
        .get();

    expect(titles(".ltx_abstract > .ltx_title")).toEqual(["Abstract"]);
    expect(titles(".ltx_section > .ltx_title")).toEqual(["1 Introduction"]);
    expect(titles(".ltx_subsection > .ltx_title")).toEqual(["2.1. Data sources"]);
    expect(titles(".ltx_bibliography > .ltx_title")).toEqual(["References"]);
    expect(titles(".ltx_appendix > .ltx_title")).toEqual(["A Prompts"]);
    expect($(".ltx_section .ltx_p").text()).toBe("A River is not a lake");
  });

  test("names the authors once, whether the text does or not", () => {
    const silent = load(toPaperHtml(PAPER, "# Rivers & Lakes\n\n## Abstract\n\nSmall.\n"));
    const open = load(toPaperHtml(PAPER, "# Rivers & Lakes\n\nAcme Water Group\n\n## Abstract\n\nSmall.\n"));

    expect(
      silent("body")
        .text()
        .match(/Acme Water Group/g),
    ).toHaveLength(1);
    expect(
      open("body")
        .text()
        .match(/Acme Water Group/g),
    ).toHaveLength(1);
  });

  test("keeps markup of the text as text", () => {
    const $ = load(toPaperHtml(PAPER, "## Data\n\n<script>alert(1)</script> [x](javascript:alert(1))\n"));

    expect($("script")).toHaveLength(0);
    expect($("a")).toHaveLength(0);
    expect($(".ltx_p").text()).toBe("<script>alert(1)</script> [x](javascript:alert(1))");
  });
});
