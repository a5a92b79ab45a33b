import { XMLParser } from "fast-xml-parser";
import { load } from "cheerio";
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aMirrorFolder } from "./a-mirror-folder.ts";
import { createMirror, type Mirror } from "./create-mirror.ts";

const ABSTRACT = `# Rivers & Lakes: A <Small> Survey

- arXiv: 2401.90001
- Authors: Acme Water Group, Inland Survey
- Published: 2024-01-05

## Abstract

We survey rivers,
and then lakes.

## Notes

Not part of it.
`;

const FULL_TEXT = `# Streams

## Abstract

Small waters.

## 1 Data

We took **Rivers** from \`acme/rivers\` and [lakes](https://acme.example/lakes).

- first
- second
  goes on

| name | rows |
| --- | --- |
| rivers | 5 |

### 1.1 Cleaning

Few rows & <b>no</b> tags.

## References

[1] Nobody.
`;

let folder: string;
let mirror: Mirror;

beforeAll(async () => {
  folder = await aMirrorFolder({
    "arxiv/2401.90001.md": ABSTRACT,
    "arxiv/2402.90002.fulltext.md": FULL_TEXT,
    "arxiv/2403.90003.html": "<p>own page</p>",
    "arxiv/2403.90003.pdf": "%PDF-1.4",
    "arxiv/2404.90004.md": "# Down\n",
    "mirror.json": { unreachable: ["https://arxiv.org/abs/2404.90004"] },
  });
  mirror = await createMirror({ folder });
});

afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

interface Feed {
  readonly feed: {
    readonly "opensearch:totalResults": number;
    readonly entry?: readonly Record<string, unknown>[];
  };
}

const query = async (parameters: Record<string, string>): Promise<Feed["feed"]> => {
  const response = await fetch(
    `${mirror.origin}/export.arxiv.org/api/query?${new URLSearchParams(parameters).toString()}`,
  );
  expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const parser = new XMLParser({ isArray: (name) => name === "entry" || name === "author" });
  return (parser.parse(await response.text()) as Feed).feed;
};

const titles = async (parameters: Record<string, string>): Promise<readonly unknown[]> =>
  ((await query(parameters)).entry ?? []).map(({ title }) => title);

describe("/export.arxiv.org/api/query", () => {
  test("gives a paper by id, whatever its version, as Atom", async () => {
    const { entry } = await query({ id_list: "2401.90001v3" });

    expect(entry).toEqual([
      expect.objectContaining({
        id: "http://arxiv.org/abs/2401.90001v1",
        title: "Rivers & Lakes: A <Small> Survey",
        summary: "We survey rivers, and then lakes.",
        published: "2024-01-05T00:00:00.000Z",
        author: [{ name: "Acme Water Group" }, { name: "Inland Survey" }],
      }),
    ]);
  });

  test("gives several papers and leaves out those that are not there", async () => {
    expect(await titles({ id_list: "2401.90001,2402.90002,2499.90009" })).toEqual([
      "Rivers & Lakes: A <Small> Survey",
      "Streams",
    ]);
  });

  test("finds a title word for word, in any case and punctuation", async () => {
    expect(await titles({ search_query: 'ti:"rivers lakes a small survey"' })).toHaveLength(1);
    expect(await titles({ search_query: 'ti:"lakes rivers"' })).toEqual([]);
    expect(await titles({ search_query: 'ti:"iver"' })).toEqual([]);
  });

  test("joins terms with AND and looks where each says", async () => {
    expect(await titles({ search_query: "ti:rivers AND au:inland" })).toHaveLength(1);
    expect(await titles({ search_query: "ti:rivers AND au:nobody" })).toEqual([]);
    expect(await titles({ search_query: 'all:"small waters"' })).toEqual(["Streams"]);
    expect(await titles({ search_query: 'abs:"small survey"' })).toEqual([]);
  });

  test("pages with start and max_results and says how many there are", async () => {
    const first = await query({ search_query: "all:small", max_results: "1" });
    const second = await query({ search_query: "all:small", start: "1", max_results: "1" });

    expect(first["opensearch:totalResults"]).toBe(2);
    expect([first.entry?.length, second.entry?.length]).toEqual([1, 1]);
    expect(first.entry?.[0]?.["id"]).not.toBe(second.entry?.[0]?.["id"]);
  });

  test("answers an empty feed to a question without terms", async () => {
    expect((await query({ search_query: "" }))["opensearch:totalResults"]).toBe(0);
    expect((await query({ search_query: '"no field"' })).entry).toBeUndefined();
  });

  test("plays a scripted failure", async () => {
    const response = await fetch(`${mirror.origin}/export.arxiv.org/api/query?id_list=2404.90004`);

    expect(response.status).toBe(503);
  });
});

describe("/arxiv.org", () => {
  test("renders the whole text as arXiv's HTML pages do", async () => {
    const response = await fetch(`${mirror.origin}/arxiv.org/html/2402.90002v1`);
    const $ = load(await response.text());

    expect($("h1.ltx_title_document").text()).toBe("Streams");
    expect($(".ltx_abstract .ltx_p").text()).toBe("Small waters.");
    expect($("section.ltx_section > h2").text()).toBe("1 Data");
    expect($("section.ltx_subsection .ltx_p").text()).toBe("Few rows & <b>no</b> tags.");
    expect(
      $("li.ltx_item")
        .map((_, item) => $(item).text())
        .get(),
    ).toEqual(["first", "second\ngoes on"]);
    expect(
      $("table.ltx_tabular td")
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(["rivers", "5"]);
    expect($("a.ltx_ref").attr("href")).toBe("https://acme.example/lakes");
    expect($("section.ltx_bibliography").text()).toContain("[1] Nobody.");
    expect($("b")).toHaveLength(0);
  });

  test("has no HTML when only the abstract is there, but its page", async () => {
    const page = await fetch(`${mirror.origin}/arxiv.org/abs/2401.90001`);

    expect((await fetch(`${mirror.origin}/arxiv.org/html/2401.90001`)).status).toBe(404);
    expect(load(await page.text())("blockquote.abstract").text()).toBe("We survey rivers, and then lakes.");
  });

  test("prefers a page and a PDF of the mirror itself", async () => {
    const html = await fetch(`${mirror.origin}/arxiv.org/html/2403.90003`);
    const pdf = await fetch(`${mirror.origin}/arxiv.org/pdf/2403.90003.pdf`);

    expect(await html.text()).toBe("<p>own page</p>");
    expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect((await fetch(`${mirror.origin}/arxiv.org/pdf/2401.90001`)).status).toBe(404);
  });

  test("answers 404 to unknown papers and pages, 503 to scripted ones", async () => {
    const statuses = await Promise.all(
      ["abs/2499.90009", "list/cs.CL", "abs/2404.90004"].map(
        async (path) => (await fetch(`${mirror.origin}/arxiv.org/${path}`)).status,
      ),
    );

    expect(statuses).toEqual([404, 404, 503]);
  });
});
