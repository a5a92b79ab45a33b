import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { createDocumentStore } from "../../store/documents.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import type { ImportDependencies } from "../importer.ts";
import { PUBLISHED_IMPORTER } from "./published-importer.ts";

let database: Database;
let folder: string;
let dependencies: ImportDependencies;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
  folder = join(await mkdtemp(join(tmpdir(), "stemma-published-")), "acme-lineage");
  await mkdir(folder);
  dependencies = {
    database,
    documents: createDocumentStore({ folder: join(folder, "documents") }),
    now: () => new Date("2026-01-02T03:04:05Z"),
  };
});
afterAll(async () => {
  await database.close();
  await rm(join(folder, ".."), { recursive: true, force: true });
});

const edgeLine = (target: string, source: string): string =>
  JSON.stringify({
    target,
    source,
    meta_info: JSON.stringify({
      source: "Paper",
      confidence: 0.9,
      relationship: "Semantic Evolution",
      evidence: `Taken from ${source}.`,
      exists: true,
    }),
  });

const write = (name: string, ...lines: readonly string[]): Promise<void> =>
  writeFile(join(folder, name), lines.join("\n"));
const run = (dryRun = false) => PUBLISHED_IMPORTER.run({ path: folder, dryRun, merge: false }, dependencies);
const count = async (): Promise<unknown> =>
  (await database.read("MATCH (:Dataset)-[r:DERIVED_FROM]->(:Dataset) RETURN count(r) AS edges"))[0]?.[
    "edges"
  ];

const detects = (...entries: readonly string[]): boolean =>
  PUBLISHED_IMPORTER.detects({ path: "x", kind: "folder", head: "", entries });

describe("importing a folder of published lineage", () => {
  it("is recognised by a pair of files, with or without a first part to their names", () => {
    expect(detects("text-data.jsonl", "text-graph.jsonl")).toBe(true);
    expect(detects("data.jsonl", "graph.jsonl")).toBe(true);
    expect(detects("text-graph.jsonl", "other-data.jsonl")).toBe(false);
  });

  it("takes every part in, marked with the folder's name and the part's", async () => {
    await write("text-graph.jsonl", edgeLine("a/mix", "b/seed"));
    await write("text-data.jsonl");
    await write("image-graph.jsonl", edgeLine("a/pictures", "b/photos"));
    await write("image-data.jsonl", JSON.stringify({ name: "a/pictures", categories: ["Spatial"] }));

    const report = await run();

    expect(report).toMatchObject({
      format: "oda-lineage",
      counts: { datasets: 4, derivations: 2, flagged: 0 },
      changes: [
        { change: "added", subject: "a/pictures -> b/photos", detail: "accepted" },
        { change: "added", subject: "a/mix -> b/seed" },
      ],
    });
    const [row] = await database.read(
      "MATCH (:Dataset {id: 'a/mix'})-[r:DERIVED_FROM]->() RETURN r.origin AS origin",
    );
    expect(JSON.parse(String(row?.["origin"]))).toMatchObject({
      citation: "files of acme-lineage",
      part: "text",
      relation: "evolution",
    });
  });

  it("writes nothing in a dry run", async () => {
    await write("graph.jsonl", edgeLine("a/mix", "b/seed"));
    await write("data.jsonl");

    expect(await run(true)).toMatchObject({ dryRun: true, counts: { derivations: 1 } });
    expect(await count()).toBe(0);
  });

  it("refuses a folder with a row that it cannot read, before it has written another part", async () => {
    await write("a-graph.jsonl", edgeLine("a/mix", "b/seed"));
    await write("a-data.jsonl");
    await write("b-graph.jsonl", edgeLine("a/mix", "b/more"), "{");
    await write("b-data.jsonl");

    await expect(run()).rejects.toThrow("b-graph.jsonl, line 2");
    expect(await count()).toBe(0);
  });

  it("refuses a folder without such files", async () => {
    await write("notes.txt", "nothing");

    await expect(run()).rejects.toThrow("holds no pair of *-graph.jsonl and *-data.jsonl");
  });
});
