import { describe, expect, it } from "vitest";
import { readPaperHtml } from "./paper-html.ts";

const aPage = (html: string) => ({
  url: "https://arxiv.org/html/2401.00001",
  body: Buffer.from(html),
  mediaType: "text/html",
  retrievedAt: "2026-01-01T00:00:00.000Z",
});

describe("readPaperHtml", () => {
  it("reads sections, lists, notes, formulas and tables of a converted paper", () => {
    const html = `<div class="ltx_page_main"><nav class="ltx_page_navbar">Contents</nav>
      <article class="ltx_document"><h1 class="ltx_title ltx_title_document">Tide</h1>
      <section class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag">3 </span>Data</h2>
      <div class="ltx_para"><p class="ltx_p">From Reef<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Version 2.</span></span></span> with <math alttext="n=3"><mi>n</mi></math>.</p></div>
      <ul class="ltx_itemize"><li class="ltx_item"><span class="ltx_tag ltx_tag_item">•</span><div class="ltx_para"><p class="ltx_p">Harbour</p></div></li></ul>
      <table class="ltx_equation ltx_eqn_table"><tbody><tr><td></td><td><math alttext="a=b"></math></td><td>(1)</td></tr></tbody></table>
      <span class="ltx_tabular"><span class="ltx_tbody"><span class="ltx_tr"><span class="ltx_td">Source</span><span class="ltx_td">Rows</span></span>
      <span class="ltx_tr"><span class="ltx_td">Reef</span><span class="ltx_td">12</span></span></span></span>
      </section></article></div>`;

    expect(readPaperHtml(aPage(html))).toEqual({
      title: "Tide",
      text: [
        "# Tide",
        "## 3 Data",
        "From Reef (Version 2.) with $n=3$.",
        "- Harbour",
        "$a=b$(1)",
        "| Source | Rows |\n| --- | --- |\n| Reef | 12 |",
      ].join("\n\n"),
    });
  });

  it("finds no paper in a page that says that there is none", () => {
    expect(readPaperHtml(aPage("<body><h1>No HTML for 2401.00001</h1></body>"))).toBeUndefined();
  });
});
