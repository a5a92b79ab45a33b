import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Resource } from "../../agents/ports.ts";
import { DatasetId } from "../../schema/ids.ts";
import { createMirror, type Mirror } from "../mirror/create-mirror.ts";
import { createClosedNetwork } from "./testing/closed-network.ts";
import { never } from "./testing/never.ts";
import { createTestSources } from "./testing/test-sources.ts";

const FILES: Readonly<Record<string, string>> = {
  "huggingface/datasets/lumen-labs/tide/info.json": JSON.stringify({ id: "lumen-labs/tide", tags: [] }),
  "huggingface/datasets/lumen-labs/tide/README.md": "# Tide\n\nBuilt from Reef.\n",
  "huggingface/redirects.json": JSON.stringify({ tide: "lumen-labs/tide" }),
  "github/tide-lab/tide/README.md": "# Tide\n\nSee [the data](data/README.md).\n",
  "github/tide-lab/tide/data/README.md": "# Data\n\nFrom Reef.\n",
  "arxiv/2401.00001.md": "# Tide: A Set from the Sea\n\nA. Tide\n\nWe present Tide.\n",
  "arxiv/2401.00001.fulltext.md": `# Tide\n\n## 3 Data\n\n${"Tide is built from Reef. ".repeat(100)}\n`,
  "web/tide.example.org/post.html": "<title>Tide</title><article><p>From Reef.</p></article>",
  "mirror.json": JSON.stringify({
    unreachable: ["https://down.example.org/post"],
    gated: ["lumen-labs/closed"],
  }),
};

let folder: string;
let mirror: Mirror;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-mirror-"));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  mirror = await createMirror({ folder });
});
afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true, force: true });
});

const openMirror = async () => {
  const closed = createClosedNetwork();
  const config = { mirror: mirror.origin, hubToken: "secret" };
  return { closed, ...(await createTestSources({ config, network: closed.network })) };
};

describe("sources over a mirror", () => {
  it("read a dataset by its legacy id, with its card", async () => {
    const { sources } = await openMirror();

    const dataset = await sources.hub.dataset(DatasetId.parse("tide"), never);
    const card = dataset.kind === "found" ? await sources.hub.card(dataset.value, never) : dataset;
    const search = await sources.hub.search("tide", never);

    expect(card).toMatchObject({ value: { text: FILES["huggingface/datasets/lumen-labs/tide/README.md"] } });
    expect(search).toMatchObject({ value: [{ id: "lumen-labs/tide" }] });
  });

  it.each<[string, Resource, readonly string[]]>([
    [
      "a repository",
      { kind: "github", url: "https://github.com/tide-lab/tide" },
      ["See [the data](data/README.md).", "From Reef."],
    ],
    ["a paper", { kind: "paper", arxivId: "2401.00001" }, ["Tide is built from Reef."]],
    [
      "a paper by its title",
      { kind: "paper-title", title: "Tide: A Set from the Sea" },
      ["built from Reef."],
    ],
    ["a post", { kind: "blog", url: "https://tide.example.org/post" }, ["From Reef."]],
  ])("read %s", async (_name, resource, expected) => {
    const { sources, closed } = await openMirror();

    const lookup = await sources.resources.read(resource, never);

    expect(lookup).toMatchObject({
      kind: "found",
      value: expected.map((text) => ({ text: expect.stringContaining(text) })),
    });
    expect(closed.connected).toEqual([]);
  });

  it("keep apart what is absent, gated and unreachable", async () => {
    const { sources, clock } = await openMirror();
    const closedSet = await sources.hub.dataset(DatasetId.parse("lumen-labs/closed"), never);

    const kinds = [
      (await sources.hub.dataset(DatasetId.parse("lumen-labs/gone"), never)).kind,
      closedSet.kind === "found" ? (await sources.hub.card(closedSet.value, never)).kind : closedSet.kind,
      (await sources.resources.read({ kind: "blog", url: "https://tide.example.org/gone" }, never)).kind,
      (await sources.resources.read({ kind: "blog", url: "https://down.example.org/post" }, never)).kind,
    ];

    expect(kinds).toEqual(["not-found", "gated", "not-found", "unreachable"]);
    expect(clock.sleeps).toEqual([]);
  });

  it("count their requests at the mirror and reach no other host", async () => {
    const { sources, closed } = await openMirror();

    await sources.hub.search("tide", never);
    await sources.resources.read({ kind: "blog", url: "https://tide.example.org/post" }, never);

    expect([...sources.requestsByHost()]).toEqual([[new URL(mirror.origin).host, 2]]);
    expect(closed.connected).toEqual([]);
  });
});
