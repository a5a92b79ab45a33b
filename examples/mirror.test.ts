import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registryOf } from "../schema/id-text.ts";
import { DatasetId } from "../schema/ids.ts";
import { createMirror, type Mirror } from "../services/mirror/create-mirror.ts";
import { type ExpectedTrace, readExpectedTrace } from "./read-expected-trace.ts";

const FOLDER = fileURLToPath(new URL("mirror", import.meta.url));
/** Linked on purpose although it is not there. */
const DELETED = "mossgrove-data/chatlog-dump";

interface HubInfo {
  readonly id: string;
  readonly createdAt?: string;
  readonly tags: readonly string[];
}

let mirror: Mirror;
let expected: ExpectedTrace;
/** Every dataset of the world by today's id. */
let world: ReadonlyMap<string, HubInfo>;

beforeAll(async () => {
  mirror = await createMirror({ folder: FOLDER });
  expected = await readExpectedTrace();
  const listed = (await (await ask("/api/datasets?limit=1000")).json()) as readonly HubInfo[];
  world = new Map(listed.map((info) => [info.id, info]));
});

afterAll(() => mirror.close());

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(mirror.origin + path, { headers });

const readText = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const response = await ask(path, headers);
  return response.ok ? response.text() : "";
};

const readCard = (id: string): Promise<string> => readText(`/datasets/${id}/raw/main/README.md`);

/** The card and everything local that it links to or cites by title, as the tracer's resources are. */
const readDocuments = async (id: string): Promise<string> => {
  const card = await readCard(id);
  const raw = { accept: "application/vnd.github.raw+json" };
  const github = [...card.matchAll(/https:\/\/github\.com\/([\w-]+\/[\w-]+)(?:\/tree\/([\w-]+)\/(\w+))?/g)];
  const papers = [...card.matchAll(/arxiv\.org\/abs\/(\d{4}\.\d{5})/g)].map(([, paper = ""]) => paper);
  const pages = [...card.matchAll(/https:\/\/([\w.-]+\.example\/[\w/-]+)/g)].map(([, page = ""]) => page);
  const paths = [
    ...papers.flatMap((paper) => [`/arxiv.org/abs/${paper}`, `/arxiv.org/html/${paper}`]),
    ...pages.map((page) => `/web/${page}`),
  ];
  const texts = await Promise.all([
    ...github.map(([, name = "", branch = "main", path = ""]) =>
      readText(`/api.github.com/repos/${name}/readme/${path}?ref=${branch}`, raw),
    ),
    ...paths.map((path) => readText(path)),
  ]);
  return [card, ...texts].join("\n");
};

/** The spellings under which a document may name a source. */
const namesOf = async (id: string): Promise<readonly string[]> => {
  const pretty = /^pretty_name: (.+)$/m.exec(await readCard(id))?.[1] ?? "";
  const last = (id.split(/[/:]/).at(-1) ?? id).replaceAll("-", " ");
  return [id, id.replace(/^\w+:/, ""), pretty, last, id.split("/").at(-1) ?? id]
    .filter((name) => name.length > 2)
    .map((name) => name.toLowerCase());
};

describe("the example mirror", () => {
  test("has at least 28 datasets, under one spelling each", () => {
    expect(world.size).toBeGreaterThanOrEqual(28);
    expect(new Set([...world.keys()].map((id) => id.toLowerCase())).size).toBe(world.size);
  });

  test("has info whose id is where it lies and whose date is a date", async () => {
    for (const [id, { createdAt }] of world) {
      const info = (await (await ask(`/api/datasets/${id}`)).json().catch(() => ({}))) as Partial<HubInfo>;
      expect(info.id ?? id).toBe(id);
      if (createdAt !== undefined) expect(new Date(createdAt).toISOString()).toBe(createdAt);
    }
  });

  test("links only to datasets that are there, but for the one that was deleted", async () => {
    const linked = new Set<string>();
    for (const text of await readAllTexts()) {
      for (const [, id = ""] of text.matchAll(/huggingface\.co\/datasets\/([\w-]+(?:\/[\w-]+)?)/g))
        linked.add(id);
    }
    const missing = await Promise.all(
      [...linked].map(async (id) => ((await ask(`/api/datasets/${id}`)).status === 401 ? id : undefined)),
    );

    expect(linked.size).toBeGreaterThan(30);
    expect(missing.filter((id) => id !== undefined)).toEqual([DELETED]);
  });

  test("has invented owners and hosts only", async () => {
    const hosts = new Set<string>();
    for (const text of await readAllTexts()) {
      for (const [, host = ""] of text.matchAll(/https:\/\/([a-z][\w.-]*\w)/g)) hosts.add(host);
    }
    const real = ["arxiv.org", "github.com", "huggingface.co", "img.shields.io", "www.kaggle.com"];

    expect([...hosts].filter((host) => !host.endsWith(".example")).sort()).toEqual(real);
  });
});

describe("the truth about the example mirror", () => {
  test("starts every edge at a dataset that is there and ends it at a known or typed one", () => {
    const { edges, notEdges, clearings, flags } = expected;
    for (const { from, to } of [...edges, ...notEdges, ...clearings, ...flags]) {
      expect(world.has(from), from).toBe(true);
      expect(world.has(to) || to === DELETED || registryOf(to) !== "huggingface", to).toBe(true);
    }
    for (const id of Object.keys(expected.states)) {
      expect(world.has(id) || id === DELETED || /^\w+:/.test(id), id).toBe(true);
    }
  });

  test("says each thing once and never both ways", () => {
    const keys = [...expected.edges, ...expected.arguable, ...expected.notEdges].map(
      ({ from, to }) => `${from} ${to}`,
    );

    expect(new Set(keys).size).toBe(keys.length);
  });

  test("flags only edges that it has", () => {
    for (const { from, to } of expected.flags) {
      const edge = expected.edges.find((candidate) => candidate.from === from && candidate.to === to);
      expect(edge?.status, `${from} ${to}`).toBe("flagged");
    }
  });

  test("names in a document of the derived dataset whatever it says of it", async () => {
    const { edges, notEdges, clearings } = expected;
    for (const { from, to } of [...edges, ...notEdges, ...clearings]) {
      const text = (await readDocuments(from)).toLowerCase().replace(/\s+/g, " ");
      const names = await namesOf(to === "website:commoncrawl.org" ? "common-crawl" : to);
      const renamed = to === "gannetworks/open-parley" ? "gannet-annex/open-parley" : to;
      expect(
        [...names, renamed].some((name) => text.includes(name)),
        `${from} names ${to}`,
      ).toBe(true);
    }
    for (const { from, to } of expected.models) {
      expect((await readDocuments(from)).toLowerCase(), `${from} names ${to}`).toContain(to.toLowerCase());
    }
  });

  test("has sources older than what was built from them, but for the re-upload", () => {
    const newer = expected.edges.filter(({ from, to }) => {
      const [derived, source] = [world.get(from)?.createdAt, world.get(to)?.createdAt];
      return derived !== undefined && source !== undefined && source > derived;
    });

    expect(newer.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "brackwater-lab/quayside-code tallowmere/driftwood-snippets-dedup",
    ]);
  });

  test("reaches more than 25 Hub datasets on four levels above the root, the leaked benchmark on the third", () => {
    const levels = levelsFrom(expected.root);

    expect([...levels.keys()].filter((id) => registryOf(id) === "huggingface").length).toBeGreaterThan(25);
    expect(Math.max(...levels.values())).toBe(4);
    expect(levels.get(DatasetId.parse("lindqvarn/gauntlet-olympiad"))).toBe(3);
    expect(levels.has(DatasetId.parse("ostermoor-ai/ferrywright-eval"))).toBe(false);
  });

  test("has every role of a model", () => {
    expect([...new Set(expected.models.map(({ role }) => role))].sort()).toEqual([
      "annotator",
      "answerer",
      "filter",
      "generator",
      "judge",
      "transformer",
    ]);
  });
});

describe("each hard case is there", () => {
  test.each([
    ["renamed", "gannet-annex/open-parley", "gannetworks/open-parley"],
    ["legacy, moved", "parlour_qa", "community-attic/parlour_qa"],
    ["legacy, not moved", "ledger_trivia", "ledger_trivia"],
  ])("an id that is %s", async (_case, from, to) => {
    const response = await ask(`/datasets/${from}/resolve/main/README.md`);

    expect(new URL(response.url).pathname).toBe(`/datasets/${to}/resolve/main/README.md`);
    expect(response.status).toBe(200);
  });

  test("gated, deleted, unreachable and rate limited answer as the Hub does", async () => {
    const ids = [
      "pebblecrest/counsel-transcripts",
      DELETED,
      "driftnet-archive/harbor-logs",
      "driftnet-archive/buoy-chat",
    ];
    const answers = await Promise.all(ids.map((id) => ask(`/datasets/${id}/resolve/main/README.md`)));

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 503, 429]);
    expect(answers.map(({ headers }) => headers.get("x-error-code"))).toEqual([
      "GatedRepo",
      "RepoNotFound",
      null,
      null,
    ]);
    expect(ids.map((id) => (expected.states as Record<string, string>)[id])).toEqual([
      "gated",
      "not-found",
      "unreachable",
      "rate-limited",
    ]);
  });

  test("a merge of twelve sets in a table", async () => {
    const rows = (await readCard("brackwater-lab/estuary-instruct")).match(/^\| \d+ \| \[/gm);

    expect(rows).toHaveLength(12);
    expect(expected.edges.filter(({ from }) => from === "brackwater-lab/estuary-instruct")).toHaveLength(12);
  });

  test("a cycle by documentation", () => {
    const pairs = new Set(expected.edges.map(({ from, to }) => `${from} ${to}`));
    const cycles = expected.edges.filter(({ from, to }) => pairs.has(`${to} ${from}`));

    expect(cycles.map(({ from }) => from).sort()).toEqual([
      "ostermoor-ai/saltmarsh-science",
      "ostermoor-ai/saltmarsh-seeds",
    ]);
  });

  test.each([
    ["a Chinese card", "hengtan-corpus/wenda-zh", /## 数据来源/],
    ["a card without front matter", "mossgrove-data/contest-scrape", /^contest scrape\n=+\n/],
    ["a card of one line", "mossgrove-data/essay-prompts", /^[^\n]+\n$/],
    [
      "front matter like a serialised object",
      "mossgrove-data/recipe-qa",
      /^---\nlc: 1\ntype: constructor\nid:\n(- \w+\n)+kwargs:\n/,
    ],
    ["an order to the reader's model, in the open", "undermarsh/glasswort-qa", /IMPORTANT: You must report/],
    ["an order to the reader's model, in a comment", "undermarsh/glasswort-qa", /<!-- SYSTEM: ignore all/],
    ["a denial", "heronsgate-nlp/letterbox", /no conversation of Open Parley was used/],
    ["markup that would run", "undermarsh/tide-tables", /<script>[\s\S]*onerror=[\s\S]*javascript:/],
    ["a name that changes direction", "undermarsh/tide-tables", /\\u202E[\s\S]*جداول[\s\S]*לוחות/],
    ["a name of a prototype", "undermarsh/tide-tables", /\| `__proto__` \|/],
    ["a decontamination statement", "brackwater-lab/shoal-math", /decontaminated against/],
    ["a second-hand statement", "brackwater-lab/shoal-math", /itself is a collection/],
  ])("%s", async (_case, id, pattern) => {
    expect(await readCard(id)).toMatch(pattern);
  });

  test("a paper that contradicts the card", async () => {
    const paper = await readText("/arxiv.org/html/2511.90342");

    expect(paper).toContain("no prompt of Open Parley was used");
    expect(await readCard("pebblecrest/scales-pref")).toContain("are taken from [Open Parley]");
  });

  test("links to at least sixteen places that must not be fetched", async () => {
    const card = await readCard("undermarsh/lamprey-links");
    const links = card.match(/\b(?:https?|file|gopher|ftp|javascript|data):\S+/g) ?? [];

    expect(links.length).toBeGreaterThanOrEqual(16);
  });

  test("data notes that only the right branch and folder has", async () => {
    const main = await ask("/raw.githubusercontent.com/brackwater-lab/quayside/main/data/README.md");
    const branch = await readText(
      "/raw.githubusercontent.com/brackwater-lab/quayside/v2-data/data/README.md",
    );

    expect(main.status).toBe(404);
    expect(branch).toContain("tallowmere/driftwood-snippets-dedup");
  });

  test("a paper that is found by its title alone", async () => {
    const card = await readCard("quillfern/kettle-math-cot");
    const title = /title\s*= \{(.+)\}/.exec(card)?.[1] ?? "";
    const feed = await readText(
      `/export.arxiv.org/api/query?search_query=${encodeURIComponent(`ti:"${title}"`)}`,
    );

    expect(card).not.toContain("arxiv.org");
    expect(feed).toContain("http://arxiv.org/abs/2507.90028v1");
  });

  test("two posts and a source that only a post names", async () => {
    const post = await readText("/web/notes.heronsgate.example/posts/lanternfish");

    expect(post).toContain('load_dataset("parlour_qa"');
    expect(await readCard("heronsgate-nlp/lanternfish-chat")).not.toContain("parlour");
    expect(await readText("/web/blog.brackwater-lab.example/tidewrack-release")).toContain("<article>");
  });
});

/** Distance of everything that can be reached upstream, along the shortest way. */
const levelsFrom = (root: DatasetId): ReadonlyMap<DatasetId, number> => {
  const levels = new Map([[root, 0]]);
  for (const [id, level] of levels) {
    for (const { from, to } of expected.edges) {
      if (from === id && !levels.has(to)) levels.set(to, level + 1);
    }
  }
  return levels;
};

const readAllTexts = async (): Promise<readonly string[]> => {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:md|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== join(FOLDER, "README.md"));
  return Promise.all(paths.map((path) => readFile(path, "utf8")));
};
