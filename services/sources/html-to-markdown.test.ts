import { load } from "cheerio";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToMarkdown } from "./html-to-markdown.ts";

const render = (html: string): string =>
  htmlToMarkdown(load(html)("body").toArray(), { baseUrl: "https://tide.example.org/posts/one" });

describe("htmlToMarkdown", () => {
  it.each([
    ["headings", "<h1>Tide</h1><h3> Its  <em>sources</em></h3>", "# Tide\n\n### Its sources"],
    [
      "headings in wrappers",
      "<div><div><h2>Data</h2></div><div><p>Rows.</p></div></div>",
      "## Data\n\nRows.",
    ],
    ["paragraphs", "<p>One\n line.</p>text<p>Two.</p>", "One line.\n\ntext\n\nTwo."],
    ["line breaks", "<p>One<br>two</p>", "One\ntwo"],
    ["bold text", "<p>From<b> Reef </b>and <strong>Shoal</strong>.</p>", "From **Reef** and **Shoal**."],
    ["links", '<p>See <a href="../reef">Reef</a>.</p>', "See [Reef](https://tide.example.org/reef)."],
    ["links with brackets", '<a href="/a(b)">x</a>', "[x](https://tide.example.org/a%28b%29)"],
    ["links to parts of the page", '<a href="#data">Data</a>', "Data"],
    ["links that run scripts", '<a href="javascript:alert(1)">Data</a>', "Data"],
    ["links around blocks", '<a href="/reef"><h2>Reef</h2><p>A set.</p></a>', "## Reef\n\nA set."],
    ["lists", "<ul><li>Reef<li><p>Shoal</p></ul>", "- Reef\n- Shoal"],
    ["numbered lists", '<ol start="3"><li>Reef</li><li>Shoal</li></ol>', "3. Reef\n4. Shoal"],
    [
      "lists in lists",
      "<ul><li>Math<ul><li>Reef</li></ul></li><li>Code</li></ul>",
      "- Math\n  - Reef\n- Code",
    ],
    ["definitions", "<dl><dt>Reef</dt><dd>Problems.</dd></dl>", "Reef\n\nProblems."],
    ["quotes", "<blockquote><p>One.</p><p>Two.</p></blockquote>", "> One.\n> \n> Two."],
    ["code", "<p>Call <code>load( 'reef' )</code>.</p>", "Call `load( 'reef' )`."],
    [
      "programs",
      '<pre><code class="language-python">a = 1\n  b = 2\n</code></pre>',
      "```python\na = 1\n  b = 2\n```",
    ],
    ["programs with fences in them", "<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"],
    ["formulas", '<p>At <math alttext="x^2"><mi>x</mi></math>.</p>', "At $x^2$."],
    ["folded parts", "<details><summary>More</summary><p>Reef.</p></details>", "More\n\nReef."],
    ["figures", "<figure><img src=a.png><figcaption>The mix.</figcaption></figure>", "The mix."],
    ["a page inside a form", "<form><p>From Reef.</p></form>", "From Reef."],
    ["tags that nobody knows", "<constructor>a</constructor> <toString>b</toString>", "a b"],
    ["rules", "<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"],
  ])("renders %s", (_name, html, expected) => {
    expect(render(html)).toBe(expected);
  });

  it.each([
    ["scripts", "<script>Reef</script>"],
    ["styles", "<style>Reef</style>"],
    ["navigation", "<nav>Reef</nav>"],
    ["navigation by role", "<div role=navigation>Reef</div>"],
    ["footers", "<footer>Reef</footer>"],
    ["controls", "<form><label>Reef</label><button>Reef</button></form>"],
    ["drawings", "<svg><text>Reef</text></svg>"],
    ["comments", "<!-- Reef -->"],
    ["hidden text", "<p hidden>Reef</p>"],
    ["text hidden by style", '<p style="color:red; display : none">Reef</p>'],
    ["text hidden from readers", '<span aria-hidden="true">Reef</span>'],
    ["templates", "<template><p>Reef</p></template>"],
  ])("leaves out %s", (_name, html) => {
    expect(render(`<p>Tide.</p>${html}`)).toBe("Tide.");
  });

  it("renders a table with its header, spans and lines", () => {
    const html = `<table><caption>The mix</caption><thead><tr><th>Source</th><th>Rows</th><th>Note</th></tr></thead>
      <tbody><tr><td><a href="/reef">Reef</a></td><td>1|2</td></tr><tr><td colspan="2">both</td><td>x</td></tr></tbody></table>`;

    expect(render(html)).toBe(
      [
        "The mix",
        "",
        "| Source | Rows | Note |",
        "| --- | --- | --- |",
        "| [Reef](https://tide.example.org/reef) | 1\\|2 |  |",
        "| both |  | x |",
      ].join("\n"),
    );
  });

  it("reads through a table that only lays out the page", () => {
    const inner = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>";

    expect(render(`<table><tr><td><h2>Data</h2></td><td>${inner}</td></tr></table>`)).toBe(
      "## Data\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
    );
  });

  it("leaves plain text as it stands", () => {
    expect(render("<p>a_b * c # d [e]</p>")).toBe("a_b * c # d [e]");
  });

  it("gives up on markup that is nested beyond reason, and on that alone", () => {
    expect(render(`<p>Before.</p>${"<div>".repeat(3000)}deep`)).toBe("Before.");
  });

  it("keeps every word of plain paragraphs, in order", () => {
    const aWord = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.array(aWord, { minLength: 1 }), { minLength: 1 }), (paragraphs) => {
        const html = paragraphs.map((words) => `<div><p>${words.join("\n ")}</p></div>`).join("");

        expect(render(html)).toBe(paragraphs.map((words) => words.join(" ")).join("\n\n"));
      }),
    );
  });
});
