import { describe, expect, it } from "vitest";
import { parseArxivFeed } from "./arxiv-feed.ts";
import { toFeed } from "./testing/arxiv-feed.ts";

describe("parseArxivFeed", () => {
  it("reads entries, with references to characters resolved and white space collapsed", () => {
    const xml = toFeed({
      id: "2401.00001",
      title: "Tides &amp; Waves\n  at &#x3b1;",
      abstract: " Of the &lt;sea&gt;. ",
    });

    expect(parseArxivFeed(xml)).toEqual([
      { id: "2401.00001", title: "Tides & Waves at α", abstract: "Of the <sea>." },
    ]);
  });

  it("reads an answer without entries", () => {
    expect(parseArxivFeed(toFeed())).toEqual([]);
  });

  it("keeps a title that looks like a number a text", () => {
    expect(parseArxivFeed(toFeed({ id: "2401.00001", title: "0042", abstract: "" }))?.[0]?.title).toBe(
      "0042",
    );
  });

  it.each([
    ["a bomb of entities", bomb()],
    ["an outer entity", '<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed>&x;</feed>'],
    ["HTML", "<html><body>Rate exceeded.</body></html>"],
    ["nothing", ""],
    ["broken XML", "<feed><entry></feed"],
    ["deeply nested XML", `<feed>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</feed>`],
  ])("refuses %s", (_name, xml) => {
    expect(parseArxivFeed(xml)).toBeUndefined();
  });

  it("does not expand an entity that it does not know", () => {
    const xml = toFeed({ id: "2401.00001", title: "&lol9; &#0; &#x110000;", abstract: "" });

    expect(parseArxivFeed(xml)?.[0]?.title).toBe("&lol9; &#0; &#x110000;");
  });
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<!DOCTYPE feed [<!ENTITY l0 "lol">${levels.join("")}]><feed><title>&l9;</title></feed>`;
}
