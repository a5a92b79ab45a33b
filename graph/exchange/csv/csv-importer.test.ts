import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import type { ImportReport } from "../../../schema/exchange.ts";
import type { Database } from "../../database.ts";
import { createDocumentStore } from "../../store/documents.ts";
import { createLineageStore } from "../../store/lineage.ts";
import { aClearing, aCommit, aDataset, aDerivation, aModelUse, anId, aTrace } from "../../store/test-data.ts";
import { createTraceStore } from "../../store/traces.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { emptyGraph, recordsOf } from "../jsonl/test-graph.ts";
import { readExchangeGraph } from "../read-exchange-graph.ts";
import { createCsvParser } from "./create-csv-parser.ts";
import { CSV_IMPORTER } from "./csv-importer.ts";
import { CSV } from "./csv.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const ALL = ["accepted", "flagged", "rejected"] as const;

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-csv-"));
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await emptyGraph(database);
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const store = createLineageStore(database);
  const edges = [
    aDerivation("acme/mix", "acme/maths", { split: "train", subset: '=1+1,"two"\nlines' }),
    aDerivation("acme/mix", "acme/doubtful", { status: "flagged", flags: ["low-confidence", "cycle"] }),
    aDerivation("acme/mix", "acme/cited", { status: "rejected", rejection: "cited-only" }),
    aModelUse("acme/mix", "acme/writer", "generator"),
    aClearing("acme/mix", "acme/exam", { split: "test" }),
  ];
  await store.commit(
    aCommit("acme/mix", edges, {
      neighbours: edges
        .filter(({ kind }) => kind !== "model-use")
        .map(({ to }) => aDataset(to, { state: "frontier", createdAt: "2024-01-01T00:00:00.000Z" })),
      aliases: [{ key: "old/maths", datasetId: anId("acme/maths"), reason: "renamed" }],
    }),
  );
});

const exported = async (): Promise<string> => {
  const graph = await readExchangeGraph(database, { statuses: ALL });
  if (graph === undefined) throw new Error("no graph");
  const context = { exportedAt: NOW, version: "1", baseUrl: "urn:stemma:" };
  return [...(CSV.write(graph, context) as Iterable<string>)].join("");
};

const load = async (
  text: string | Buffer,
  options: { readonly dryRun?: boolean } = {},
): Promise<ImportReport> => {
  const path = join(folder, "edges.csv");
  await writeFile(path, text);
  const documents = createDocumentStore({ folder: join(folder, "documents") });
  const request = { path, dryRun: options.dryRun ?? false, merge: false };
  return CSV_IMPORTER.run(request, { database, documents, now: () => NOW });
};

const edgeTo = async (to: string): Promise<Edge | undefined> => {
  const graph = await readExchangeGraph(database, { statuses: ALL });
  return [...(graph?.derivations ?? [])].find((edge) => edge.to === to);
};

const toQuoted = (field: string): string => `"${field.replace(/^0\.9$/, "0,9").replaceAll('"', '""')}"`;

/** As a spreadsheet of a country with decimal commas saves it. */
const withSemicolons = (text: string): string => {
  const parser = createCsvParser(",");
  const records = text.split("\n").flatMap((line) => [parser.feed(line) ?? []]);
  return records.map((fields) => fields.map(toQuoted).join(";")).join("\n");
};

/** A row of a person's own table. */
const HEADER = "from,to,relation,split,status,by,note";
const table = (...rows: readonly string[]): string => [HEADER, ...rows].join("\n");

describe("a table of edges read back", () => {
  it("changes nothing when nothing was changed, whatever the texts hold", async () => {
    const before = await recordsOf(database);
    const text = await exported();

    const report = await load(text);

    expect(text).toContain(`"'=1+1,""two""\nlines"`);
    expect(report.counts).toEqual({ rows: 5, unchanged: 5, "new proposals": 0, "proposed changes": 0 });
    expect(await recordsOf(database)).toEqual(before);
  });

  it.each([
    ["with semicolons and comma decimals", withSemicolons],
    ["with CRLF in its cells", (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n")],
    ["without a byte order mark", (text: string) => text.replace("\uFEFF", "")],
    ["with a column of someone's own", (text: string) => text.replaceAll("\r\n", ",mine\r\n")],
  ])("changes nothing when a spreadsheet saved it %s", async (_how, save) => {
    const before = await recordsOf(database);

    const report = await load(save(await exported()));

    expect(report.counts["unchanged"]).toBe(5);
    expect(await recordsOf(database)).toEqual(before);
  });

  it("notes what a person would have a proven edge say, and leaves what was proven", async () => {
    const before = (await edgeTo("acme/maths")) as Derivation;
    const text = (await exported()).replace("acme/maths,inclusion,train", "acme/maths,fusion,test");

    const report = await load(text);

    const wanted = { relation: "fusion", split: "test", subset: before.subset, status: "accepted" };
    expect(await edgeTo("acme/maths")).toEqual({
      ...before,
      origin: { kind: "proposal", at: NOW.toISOString(), wanted },
    });
    expect(report.changes).toEqual([
      {
        change: "proposed",
        subject: "acme/mix -> acme/maths",
        detail: "relation: inclusion -> fusion; split: train -> test",
      },
    ]);
  });

  it("changes nothing when it is read in twice", async () => {
    const text = (await exported()).replace("acme/maths,inclusion,train", "acme/maths,fusion,test");
    await load(text);
    const once = await recordsOf(database);

    const report = await load(text);

    expect(report.counts).toMatchObject({ unchanged: 5, "proposed changes": 0 });
    expect(await recordsOf(database)).toEqual(once);
  });

  it("keeps a proposal through a later visit that proves the edge again", async () => {
    await load((await exported()).replace("acme/maths,inclusion", "acme/maths,fusion"));
    const proven = aDerivation("acme/mix", "acme/maths", { split: "train" });

    await createLineageStore(database).commit(aCommit("acme/mix", [proven]));

    expect(await edgeTo("acme/maths")).toMatchObject({
      relation: "inclusion",
      status: "accepted",
      origin: { kind: "proposal", wanted: { relation: "fusion" } },
    });
  });

  it("drops what a person would have rejected once no document says it any more", async () => {
    await load(
      (await exported()).replace(
        /acme\/maths,inclusion,train,(".*?"),accepted/s,
        "acme/maths,inclusion,train,$1,rejected",
      ),
    );
    expect(await edgeTo("acme/maths")).toMatchObject({ origin: { wanted: { status: "rejected" } } });

    await createLineageStore(database).commit(aCommit("acme/mix", []));

    expect(await edgeTo("acme/maths")).toBeUndefined();
  });

  it("keeps a publication's mark beside the proposal", async () => {
    const published = {
      kind: "published",
      citation: "arXiv:2601.00001",
      relation: "inclusion",
      confidence: 0.8,
      documentKinds: [],
      flags: [],
    } as const;
    const origin = { ...published, documentKinds: [], flags: [] };
    await database.write((transaction) =>
      transaction.run("MATCH ()-[r:DERIVED_FROM]->() SET r.origin = $origin", {
        origin: JSON.stringify(origin),
      }),
    );

    await load(table('acme/mix,acme/maths,fusion,train,accepted,Ada,"seen, not proven"'));

    expect(await edgeTo("acme/maths")).toMatchObject({
      origin: {
        ...origin,
        proposal: { by: "Ada", note: "seen, not proven", wanted: { relation: "fusion" } },
      },
    });
  });
});

describe("a new row", () => {
  it("becomes an edge that waits for a person, marked with who proposes it", async () => {
    const report = await load(table("acme/mix,zenith/new,synthesis,test,accepted,Ada,she made it"));

    expect(await edgeTo("zenith/new")).toMatchObject({
      relation: "synthesis",
      split: "test",
      status: "flagged",
      flags: ["low-confidence"],
      confidence: 0,
      origin: { kind: "proposal", by: "Ada", note: "she made it", wanted: { status: "accepted" } },
    });
    expect(report.changes).toEqual([
      { change: "proposed", subject: "acme/mix -> zenith/new", detail: "new, synthesis, test" },
    ]);
    const store = createLineageStore(database);
    expect((await store.dataset(anId("zenith/new")))?.state).toBe("frontier");
    expect(await store.faults({ text: async () => "" })).not.toContainEqual(
      expect.objectContaining({ rule: "edge-without-evidence" }),
    );
  });

  it("says what speaks against it", async () => {
    await load(table("acme/maths,acme/mix,fusion,,,,", "acme/old,acme/mix,fusion,,,,"));

    const graph = await readExchangeGraph(database, { statuses: ["flagged"] });
    const flags = graph?.derivations
      .filter(({ origin }) => origin !== undefined)
      .map((edge) => [edge.from, edge.flags.join(" ")]);
    expect(flags).toEqual([
      ["acme/maths", "low-confidence cycle"],
      ["acme/old", "low-confidence"],
    ]);
  });

  it("is replaced by a later word on it, and comes back out of the table unchanged", async () => {
    await load(table("acme/mix,zenith/new,synthesis,test,accepted,,"));

    await load(table("acme/mix,zenith/new,evolution,,,,"));

    const edge = await edgeTo("zenith/new");
    expect(edge).toMatchObject({ relation: "evolution", status: "flagged" });
    expect(edge).not.toHaveProperty("split");
    expect((await load(await exported())).counts).toMatchObject({ rows: 6, unchanged: 6 });
  });

  it("writes nothing in a dry run, and tells the same", async () => {
    const before = await recordsOf(database);
    const text = table("acme/mix,zenith/new,synthesis,,,,", "acme/mix,acme/maths,fusion,,,,");

    const dry = await load(text, { dryRun: true });

    expect(await recordsOf(database)).toEqual(before);
    expect({ ...(await load(text)), dryRun: true }).toEqual(dry);
  });
});

describe("a table with faults", () => {
  it.each([
    [
      "an unknown relation",
      table("acme/mix,acme/x,copied,,,,"),
      /line 2, relation: expected inclusion, fusion/,
    ],
    ["a new row without relation", table("acme/mix,acme/x,,,,,"), /line 2, relation: a new edge needs one/],
    ["a dataset made from itself", table("acme/x,acme/x,fusion,,,,"), /line 2, to: a dataset cannot be made/],
    ["an id that is none", table("acme/mix,two words,fusion,,,,"), /line 2, to: expected owner\/name/],
    [
      "another status",
      table("acme/mix,acme/x,fusion,,maybe,,"),
      /line 2, status: expected accepted, flagged/,
    ],
    ["another split", table("acme/mix,acme/x,fusion,dev,,,"), /line 2, split: expected nothing or train/],
    [
      "a new row that is rejected",
      table("acme/mix,acme/x,fusion,,rejected,,"),
      /line 2, status: the graph has no such edge/,
    ],
    ["too few columns", table("acme/mix,acme/x"), /line 2, columns: 2, where the header has 7/],
    [
      "the same edge twice",
      table("acme/mix,acme/x,fusion,,,,", "acme/mix,acme/x,fusion,,,,"),
      /line 3, row: the same edge as in line 2/,
    ],
    ["a former id", table("acme/mix,old/maths,fusion,,,,"), /line 2, to: the graph has this as acme\/maths/],
    ["another case", table("ACME/Mix,acme/x,fusion,,,,"), /line 2, from: the graph has this as acme\/mix/],
    [
      "a new model use",
      "kind,from,to,relation\nmodel-use,acme/mix,m,judge",
      /line 2, kind: model uses come from documents/,
    ],
    [
      "a changed clearing",
      "kind,from,to,split\nclearing,acme/mix,acme/exam,train",
      /line 2, kind: clearing statements/,
    ],
    [
      "moved ends",
      `${"from,to,relation,id"}\nacme/mix,acme/x,fusion,${"a".repeat(24)}`,
      /line 2, id: belongs to other ends/,
    ],
    ["a confidence above 1", "from,to,relation,confidence\nacme/mix,acme/x,fusion,7", /line 2, confidence/],
    [
      "an open quote",
      table('"acme/mix,acme/x,fusion,,,,', "more"),
      /line 2: a quote that is opened here is never closed/,
    ],
    ["text behind a quote", table('"acme/mix"x,acme/x,fusion,,,,'), /line 2: text after a closing quote/],
    ["no header", "acme/mix,acme/x,fusion", /line 1: the header lacks from and to/],
    ["a column twice", "from,to,from\na,b,c", /line 1: the header has from twice/],
    ["nothing", "", /the file is empty/],
    ["no UTF-8", Buffer.from([...Buffer.from(`${HEADER}\nacme/`), 0xe9]), /line 2: not UTF-8/],
    [
      "a million columns",
      `from,to${",x".repeat(1_000_000)}\n`,
      /line 1: more than 200 columns|line 1: a record of more/,
    ],
    ["a giant line", `${HEADER}\n${"x".repeat(5 << 20)}`, /line 2: longer than/],
    ["names of prototypes", "__proto__,constructor,from\n1,2,3", /line 1: the header lacks to/],
  ])("is refused for %s, and the graph stays as it was", async (_what, text, message) => {
    const before = await recordsOf(database);

    await expect(load(text)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringMatching(message),
    });

    expect(await recordsOf(database)).toEqual(before);
  });

  it("names the faults of all rows at once, the first twenty", async () => {
    const rows = Array.from({ length: 30 }, () => "acme/mix,acme/x,copied,,,,");

    await expect(load(table(...rows))).rejects.toMatchObject({
      message: expect.stringMatching(/line 2, relation.*\n {2}line 3, relation[^]*\n {2}and 10 more$/),
    });
  });
});
