import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LineageView } from "../../schema/api.ts";
import { DatasetId } from "../../schema/ids.ts";
import { writeSite } from "./write-site.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-site-"));
  await mkdir(join(folder, "ui", "assets"), { recursive: true });
  await writeFile(
    join(folder, "ui", "index.html"),
    "<!doctype html><html><head><title>x</title></head></html>",
  );
  await writeFile(join(folder, "ui", "assets", "index.js"), "export {};");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const id = (text: string) => DatasetId.parse(text);
const aNode = (name: string, level: number) => ({
  id: name,
  name,
  registry: "huggingface",
  state: "traced",
  isBenchmark: false,
  isFamily: false,
  sources: 9,
  uses: 9,
  level,
  target: level === 0,
  marks: [],
});
const anEdge = (from: string, to: string) => ({
  kind: "derivation",
  id: "e".repeat(24),
  from,
  to,
  relation: "inclusion",
  confidence: 0.9,
  status: "accepted",
  flags: [],
  signals: {
    documentKinds: ["card"],
    documents: 1,
    tracers: ["rules"],
    resolvedBy: "id-in-text",
    resolution: 1,
    bestScore: 0.9,
    contradicted: false,
    failedChecks: [],
  },
  firstSeen: "2026-11-24T08:00:00.000Z",
  lastSeen: "2026-11-24T08:00:00.000Z",
});
const VIEW = LineageView.parse({
  root: "a/root",
  targets: ["a/root"],
  nodes: [aNode("a/root", 0), aNode("a/part", 1)],
  edges: [anEdge("a/root", "a/part")],
  truncated: false,
  reach: { ancestors: 1 },
});

const write = (out: string) =>
  writeSite(
    { datasets: [id("a/root")], direction: "upstream", depth: 3, folder: join(folder, out) },
    { lineage: { lineages: async () => VIEW }, explorer: join(folder, "ui") },
  );

test("a site is the built explorer, its lineage in one file, and a page that names both the file and the view", async () => {
  await write("site");

  expect((await readdir(join(folder, "site"))).toSorted()).toEqual(["assets", "index.html", "lineage.json"]);
  const page = await readFile(join(folder, "site", "index.html"), "utf8");
  expect(page).toContain('data-query="?dataset=a%2Froot&amp;direction=upstream&amp;depth=3"');
  expect(page).toContain(
    "http-equiv=\"content-security-policy\" content=\"default-src 'none'; script-src 'self'",
  );
});

test("a site counts the sources and uses that it holds, and no others", async () => {
  await write("site");

  const copy = LineageView.parse(JSON.parse(await readFile(join(folder, "site", "lineage.json"), "utf8")));
  expect(copy.nodes.map(({ sources, uses }) => [sources, uses])).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test("a site is not written over what is there, nor without a built explorer", async () => {
  await mkdir(join(folder, "full"));
  await writeFile(join(folder, "full", "mine.txt"), "kept");

  await expect(write("full")).rejects.toMatchObject({ code: "INPUT_INVALID" });
  expect(await readdir(join(folder, "full"))).toEqual(["mine.txt"]);

  await rm(join(folder, "ui"), { recursive: true });
  await expect(write("other")).rejects.toMatchObject({ code: "CONFIG_INVALID" });
});
