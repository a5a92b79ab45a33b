import { describe, expect, it } from "vitest";
import { readWebPage } from "./web-page.ts";

const aPage = (html: string) => ({
  url: "https://tide.example.org/posts/one",
  body: Buffer.from(html),
  mediaType: "text/html",
  retrievedAt: "2026-01-01T00:00:00.000Z",
});
const LONG = "We built Tide from Harbour and from Reef, and we say how. ".repeat(5).trim();

describe("readWebPage", () => {
  it.each([
    ["an article", `<article><p>${LONG}</p></article>`],
    ["a main part", `<main><p>${LONG}</p></main>`],
    ["a part with that role", `<div role="main"><p>${LONG}</p></div>`],
    ["a post's content", `<div class="entry-content wide"><p>${LONG}</p></div>`],
    ["a rendered README", `<div class="markdown-body"><p>${LONG}</p></div>`],
    ["the whole body", `<p>${LONG}</p>`],
  ])("takes %s for the content", (_name, content) => {
    const html = `<body><nav>Home</nav><header>Tide Lab</header>${content}<footer>Imprint</footer></body>`;

    const { text } = readWebPage(aPage(html));

    expect(text).toContain(LONG);
    expect(text).not.toMatch(/Home|Imprint/);
  });

  it("takes the longest of several articles", () => {
    const html = `<article>Teaser one</article><article><p>${LONG}</p></article><article>Teaser two</article>`;

    expect(readWebPage(aPage(html)).text).toBe(LONG);
  });

  it("does not take teasers for the content of a page", () => {
    const html = `<body><article>A teaser</article><p>${LONG}</p></body>`;

    expect(readWebPage(aPage(html)).text).toContain(LONG);
  });

  it.each([
    [
      "what it tells other sites",
      '<meta property="og:title" content=" Tide  one "><h1>Other</h1>',
      "Tide one",
    ],
    ["its heading", "<title>Tide Lab</title><h1>Tide <i>two</i></h1>", "Tide two"],
    ["its title", "<title>Tide three</title>", "Tide three"],
    ["nothing", "<p>text</p>", undefined],
  ])("takes its title from %s", (_name, html, expected) => {
    expect(readWebPage(aPage(html)).title).toBe(expected);
  });

  it("follows the page's own base for links", () => {
    const html = '<base href="https://docs.example.org/a/"><p><a href="b">Reef</a></p>';

    expect(readWebPage(aPage(html)).text).toBe("[Reef](https://docs.example.org/a/b)");
  });
});
