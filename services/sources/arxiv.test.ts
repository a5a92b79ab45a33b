import { describe, expect, it } from "vitest";
import { type FeedEntry, toFeed } from "./testing/arxiv-feed.ts";
import { makePdf } from "./testing/make-pdf.ts";
import { never } from "./testing/never.ts";
import type { ScriptedReply } from "./testing/scripted-upstream.ts";
import { createTestSources } from "./testing/test-sources.ts";

const ATOM = { "content-type": "application/atom+xml; charset=utf-8" };
const HTML = { "content-type": "text/html; charset=utf-8" };
const PDF = { "content-type": "application/pdf" };
const ENTRY = { id: "2401.00001", title: "Tide: A Set from the Sea", abstract: "We present Tide." };
const SECTION = `<p class="ltx_p">${"Tide is built from Harbour and from Reef. ".repeat(50)}</p>`;
const PAPER = `<article class="ltx_document"><h1 class="ltx_title_document">Tide</h1><h2>3 Data</h2>${SECTION}</article>`;
const PAPER_PDF = makePdf([
  [
    { text: "3 Data", size: 14 },
    { text: "Built from Reef.", gap: 20 },
  ],
]);

const aFeed = (...entries: readonly FeedEntry[]): ScriptedReply => ({
  body: toFeed(...entries),
  headers: ATOM,
});
const readPaper = async (script: Readonly<Record<string, ScriptedReply>>, arxivId = "2401.00001") => {
  const { sources, upstream } = await createTestSources();
  for (const [path, reply] of Object.entries(script)) upstream.script(path, reply);
  const lookup = await sources.resources.read({ kind: "paper", arxivId }, never);
  return { lookup, paths: upstream.paths(), sources, upstream };
};

describe("a paper by its id", () => {
  it("is its HTML", async () => {
    const { lookup, paths } = await readPaper({ "/arxiv/html/2401.00001": { body: PAPER, headers: HTML } });

    expect(lookup).toMatchObject({
      kind: "found",
      value: [{ document: { kind: "paper", url: "https://arxiv.org/abs/2401.00001", title: "Tide" } }],
    });
    expect(lookup.kind === "found" && lookup.value[0]?.text).toContain(
      "## 3 Data\n\nTide is built from Harbour",
    );
    expect(paths).toEqual(["/arxiv/html/2401.00001"]);
  });

  it("is its PDF's text when there is no HTML", async () => {
    const { lookup } = await readPaper({ "/arxiv/pdf/2401.00001": { body: PAPER_PDF, headers: PDF } });

    expect(lookup).toMatchObject({ kind: "found", value: [{ text: "## 3 Data\n\nBuilt from Reef." }] });
  });

  it("is its PDF's text when the HTML is only a stub", async () => {
    const { lookup } = await readPaper({
      "/arxiv/html/2401.00001": {
        body: "<article class=ltx_document><p>Conversion failed.</p></article>",
        headers: HTML,
      },
      "/arxiv/pdf/2401.00001": { body: PAPER_PDF, headers: PDF },
    });

    expect(lookup).toMatchObject({
      kind: "found",
      value: [{ text: expect.stringContaining("Built from Reef.") }],
    });
  });

  it("is its abstract when nothing else is there", async () => {
    const { lookup, paths } = await readPaper({ "/arxiv/api/query": aFeed(ENTRY) });

    expect(lookup).toMatchObject({
      kind: "found",
      value: [{ text: "# Tide: A Set from the Sea\n\n## Abstract\n\nWe present Tide.\n" }],
    });
    expect(paths.at(-1)).toBe("/arxiv/api/query?id_list=2401.00001&max_results=1");
  });

  it("is asked for in the version that was named", async () => {
    const { paths } = await readPaper({}, "arXiv:2401.00001v2");

    expect(paths[0]).toBe("/arxiv/html/2401.00001v2");
  });

  it("is not found when arXiv does not know it", async () => {
    const { lookup } = await readPaper({ "/arxiv/api/query": aFeed() });

    expect(lookup).toMatchObject({ kind: "not-found" });
  });

  it("is unreachable, not absent, when one of its forms could not be asked for", async () => {
    const { lookup } = await readPaper({
      "/arxiv/pdf/2401.00001": { status: 503 },
      "/arxiv/api/query": aFeed(),
    });

    expect(lookup).toMatchObject({ kind: "unreachable" });
  });

  it("is not asked for under an id that is none", async () => {
    const { lookup, paths } = await readPaper({}, "../../etc/passwd");

    expect(lookup.kind).toBe("not-found");
    expect(paths).toEqual([]);
  });

  it("is read once", async () => {
    const { sources, upstream } = await readPaper({
      "/arxiv/html/2401.00001": { body: PAPER, headers: HTML },
    });

    await sources.resources.read({ kind: "blog", url: "https://arxiv.org/abs/2401.00001" }, never);

    expect(upstream.seen).toHaveLength(1);
  });
});

describe("a paper by its title", () => {
  const readTitle = async (title: string, ...answers: readonly ScriptedReply[]) => {
    const { sources, upstream } = await createTestSources();
    upstream.script("/arxiv/api/query", ...answers);
    upstream.script("/arxiv/html/2401.00001", { body: PAPER, headers: HTML });
    const lookup = await sources.resources.read({ kind: "paper-title", title }, never);
    return { lookup, queries: upstream.paths().filter((path) => path.includes("search_query")) };
  };

  it("is the paper of that title, whatever its place in the answer", async () => {
    const other = { id: "2401.00002", title: "Tide: A Set from the Lake", abstract: "" };

    const { lookup, queries } = await readTitle("{Tide}: a set from the sea", aFeed(other, ENTRY));

    expect(lookup).toMatchObject({
      kind: "found",
      value: [{ document: { url: "https://arxiv.org/abs/2401.00001" } }],
    });
    expect(queries).toEqual([
      "/arxiv/api/query?search_query=ti%3A%22tide+a+set+from+the+sea%22&max_results=5",
    ]);
  });

  it("is sought by its words when the phrase is not known", async () => {
    const { lookup, queries } = await readTitle("Tide: A Set from the Sea", aFeed(), aFeed(ENTRY));

    expect(lookup.kind).toBe("found");
    expect(queries[1]).toContain("ti%3Atide+AND+ti%3Afrom");
  });

  it("is not found rather than taken for a similar one", async () => {
    const similar = { id: "2401.00001", title: "Ebb: A Set from the Sea", abstract: "" };

    const { lookup } = await readTitle("Tide: A Set from the Sea", aFeed(similar));

    expect(lookup.kind).toBe("not-found");
  });

  it("cannot break out of the query", async () => {
    const { queries } = await readTitle('Tide" OR all:"Set from the Sea', aFeed());

    expect(decodeURIComponent(queries[0] ?? "")).toContain('ti:"tide+or+all+set+from+the+sea"');
  });

  it.each([
    ["HTML", { body: "<html>Rate exceeded</html>", headers: HTML }],
    ["a bomb", { body: '<!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>', headers: ATOM }],
  ])("is unreachable when the answer is %s", async (_name, answer) => {
    expect((await readTitle("Tide: A Set from the Sea", answer)).lookup.kind).toBe("unreachable");
  });
});
