import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ImportReport } from "../../../schema/exchange.ts";
import type { Database } from "../../database.ts";
import { createDocumentStore } from "../../store/documents.ts";
import { createLineageStore } from "../../store/lineage.ts";
import {
  aCommit,
  aDataset,
  aDerivation,
  aDocument,
  anEvidence,
  anId,
  aTrace,
} from "../../store/test-data.ts";
import { createTraceStore } from "../../store/traces.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { GRAPH_FILE_IMPORTER } from "./graph-file-importer.ts";
import { emptyGraph, recordsOf } from "./test-graph.ts";
import { writeGraphFile } from "./write-graph-file.ts";

const CONTEXT = { exportedAt: new Date("2026-03-04T05:06:07Z"), version: "1.2.3", baseUrl: "urn:stemma:" };
const TEXT = "0123456789built from acme/base, and more: ü 😀\u2028";

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-graph-file-"));
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const documentsIn = (name: string) => createDocumentStore({ folder: join(folder, name) });

/** One dataset, its card and its source, as a trace leaves them. */
const fill = async (): Promise<void> => {
  await emptyGraph(database);
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const card = aDocument(TEXT, { title: "Card" });
  await documentsIn("here").save({ document: card, text: TEXT });
  const edge = aDerivation("acme/set", "acme/base");
  await createLineageStore(database).commit(
    aCommit("acme/set", [edge], { documents: [card], evidence: [anEvidence(edge, card)] }),
  );
};

const write = async (options: { readonly withDocuments?: boolean } = {}): Promise<string> => {
  const source = { database, ...(options.withDocuments === true ? { documents: documentsIn("here") } : {}) };
  let text = "";
  for await (const piece of writeGraphFile(source, CONTEXT)) text += piece;
  return text;
};

interface LoadOptions {
  readonly merge?: boolean;
  readonly dryRun?: boolean;
}

const load = async (
  text: string | Buffer,
  { merge = false, dryRun = false }: LoadOptions = {},
): Promise<ImportReport> => {
  const path = join(folder, "graph.jsonl");
  await writeFile(path, text);
  const request = { path, dryRun, merge };
  return GRAPH_FILE_IMPORTER.run(request, {
    database,
    documents: documentsIn("there"),
    now: () => CONTEXT.exportedAt,
  });
};

/** The lines of a file with a footer that fits them: what is wrong with it is not its hash. */
const sealed = (lines: readonly string[]): string => {
  const before = lines.map((line) => `${line}\n`).join("");
  const count = (kind: string): number => lines.filter((line) => line.startsWith(`{"kind":"${kind}"`)).length;
  const footer = {
    kind: "footer",
    nodes: count("node"),
    relationships: count("relationship"),
    texts: count("text"),
    sha256: createHash("sha256").update(before).digest("hex"),
  };
  return `${before}${JSON.stringify(footer)}\n`;
};

/** The lines of the graph without the footer. */
const linesOf = async (): Promise<string[]> => (await write()).trimEnd().split("\n").slice(0, -1);

describe("a graph file", () => {
  beforeEach(fill);

  it("tells at its head and at its foot what is between them", async () => {
    const lines = (await write())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);

    expect(lines.at(0)).toEqual({
      kind: "header",
      format: "stemma-graph",
      formatVersion: 1,
      version: "1.2.3",
      engine: database.engine,
      exportedAt: "2026-03-04T05:06:07.000Z",
      nodes: 5,
      relationships: 4,
      withDocuments: false,
    });
    expect(lines.at(-1)).toMatchObject({ kind: "footer", nodes: 5, relationships: 4, texts: 0 });
    expect(lines).toHaveLength(11);
  });

  it("carries the documents' texts when asked to", async () => {
    const file = await write({ withDocuments: true });
    await emptyGraph(database);

    const report = await load(file);

    expect(report.counts).toEqual({ nodes: 5, relationships: 4, texts: 1 });
    const { sha256 } = aDocument(TEXT);
    expect(await documentsIn("there").text(sha256)).toBe(TEXT);
    expect(await documentsIn("there").find(sha256)).toMatchObject({ title: "Card" });
    expect(await createLineageStore(database).faults(documentsIn("there"))).toEqual([]);
  });

  it("leaves out what the graph computes from the rest of itself, and has it computed anew", async () => {
    await database.write(async (transaction) => {
      await transaction.run(
        "MATCH (d:Dataset {id: 'acme/base'}) SET d:Benchmark, d.benchmark = 'acme/base', d.isBenchmark = true, d.splits = ['test'], d.evaluated = ['test']",
      );
    });
    await createLineageStore(database).recomputeContamination();
    const flags =
      "MATCH (d)-[c:CONTAMINATED_BY]->(b) RETURN d.id AS dataset, b.id AS benchmark, c.level AS level";
    const expected = [{ dataset: "acme/set", benchmark: "acme/base", level: "declared" }];
    expect(await database.read(flags)).toEqual(expected);
    const file = await write();
    await emptyGraph(database);

    await load(file);

    expect(file).not.toContain("CONTAMINATED_BY");
    expect(await database.read(flags)).toEqual(expected);
  });

  it("is refused by a graph that is not empty, unless it is to be merged", async () => {
    const file = await write();

    await expect(load(file)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await load(file, { merge: true })).counts).toEqual({ nodes: 0, relationships: 1, texts: 0 });
  });

  it("is only checked in a dry run", async () => {
    const file = await write();
    await emptyGraph(database);

    const report = await load(file, { dryRun: true });

    expect(report).toMatchObject({ dryRun: true, counts: { nodes: 5, relationships: 4 } });
    expect(await recordsOf(database)).toEqual([]);
  });

  it("reads the same when it is read in parts of lines", async () => {
    const file = await write({ withDocuments: true });
    await emptyGraph(database);
    const padding = "p".repeat(3 << 20);
    const lines = file.trimEnd().split("\n").slice(0, -1);
    const long = (lines[1] ?? "").replace('"isBenchmark"', `"aaa":"${padding}","isBenchmark"`);

    await load(sealed([lines[0] ?? "", long, ...lines.slice(2)]));

    expect((await recordsOf(database)).join("")).toContain(padding);
  });
});

describe("a graph file that is merged", () => {
  beforeEach(fill);

  it("adds what the graph lacks and changes nothing that it has", async () => {
    const file = await write();
    await emptyGraph(database);
    await createTraceStore(database).begin(aTrace({ roots: [] }));
    const store = createLineageStore(database);
    const own = aDerivation("acme/set", "acme/base", { status: "flagged", flags: ["low-confidence"] });
    await store.commit(aCommit("acme/set", [own], { dataset: aDataset("acme/set", { licence: "mit" }) }));
    const before = await recordsOf(database);

    await load(file, { merge: true });

    const after = await recordsOf(database);
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(after.filter((record) => !before.includes(record))).toEqual([
      // The document that only the file has, and that it describes the dataset too.
      expect.stringContaining("DESCRIBED_BY"),
      expect.stringContaining('"label":"Document"'),
    ]);
    expect((await store.edge(own.id))?.edge.status).toBe("flagged");
  });

  it("gives a dataset that nobody here has visited the facts of the file, with its edges", async () => {
    const file = await write();
    const whole = await recordsOf(database);
    await emptyGraph(database);
    const trace = aTrace({ id: "trace-here" as never, roots: [anId("acme/set")] });
    await createTraceStore(database).begin(trace);

    await load(file, { merge: true });

    expect((await createLineageStore(database).dataset(anId("acme/set")))?.state).toBe("traced");
    expect(await recordsOf(database)).toEqual(expect.arrayContaining([...whole]));
  });

  it("completes an import that was cut short after its nodes", async () => {
    const file = await write();
    const whole = await recordsOf(database);
    await database.write((transaction) => transaction.run("MATCH ()-[r]->() DELETE r"));

    await load(file, { merge: true });

    expect(await recordsOf(database)).toEqual(whole);
  });
});

const HOSTILE: readonly (readonly [string, (lines: string[]) => string | Buffer, RegExp])[] = [
  ["cut short", (lines) => lines.join("\n"), /no footer: it was cut short/],
  ["cut within a line", (lines) => sealed(lines).slice(0, 900), /line \d+: not JSON/],
  [
    "changed after it was written",
    (lines) => sealed(lines).replace("acme/base", "acme/bass"),
    /hash of its footer|stands twice|not its key/,
  ],
  [
    "of a later form",
    (lines) =>
      sealed([(lines[0] ?? "").replace('"formatVersion":1', '"formatVersion":2'), ...lines.slice(1)]),
    /line 1: form 2/,
  ],
  ["something else", () => '{"hello":"world"}\n', /line 1: /],
  ["empty", () => "", /the file is empty/],
  ["without its header", (lines) => sealed(lines.slice(1)), /line 1: expected the header/],
  ["with two headers", (lines) => sealed([...lines, lines[0] ?? ""]), /line 11: a second header/],
  ["followed by more", (lines) => `${sealed(lines)}${lines[1]}\n`, /line 12: stands after the footer/],
  [
    "with a name twice in an object",
    (lines) => changed(lines, '"kind":"node"', '"kind":"node","kind":"node"'),
    /line 2: a name stands twice/,
  ],
  [
    "with spaces in its JSON",
    (lines) => changed(lines, '"kind":"node"', '"kind": "node"'),
    /line 2: .*shortest form/,
  ],
  [
    "with __proto__ among the properties",
    (lines) => changed(lines, '"properties":{', '"properties":{"__proto__":{"admin":true},'),
    /line 2: the name __proto__/,
  ],
  [
    "with a property name that is none",
    (lines) => changed(lines, '"properties":{', '"properties":{"a`b":1,'),
    /line 2: properties\.a`b/,
  ],
  [
    "with a map as a property",
    (lines) => changed(lines, '"properties":{', '"properties":{"aa":{"b":1},'),
    /line 2: properties\.aa/,
  ],
  [
    "with a label of no graph",
    (lines) => changed(lines, '"label":"Dataset"', '"label":"Person"'),
    /line 2: the label Person/,
  ],
  [
    "with a label that is a statement",
    (lines) => changed(lines, '"labels":["Dataset"]', '"labels":["Dataset","X) DETACH DELETE (n"]'),
    /line 2: .*X\) DETACH/,
  ],
  [
    "with a type that is a statement",
    (lines) => changed(lines, '"type":"DERIVED_FROM"', '"type":"X]->() DELETE r //"'),
    /line \d+: .*type is not known/,
  ],
  [
    "with a key that is not the node's",
    (lines) => changed(lines, '"key":"acme/base"', '"key":"acme/other"'),
    /line 2: .*not its key/,
  ],
  [
    "with a node twice",
    (lines) => sealed([...lines, lines[1] ?? ""]),
    /line 11: Dataset acme\/base stands twice/,
  ],
  [
    "with a relationship twice",
    (lines) => sealed([...lines, lines.find((line) => line.includes("DERIVED_FROM")) ?? ""]),
    /line 11: .*stands twice/,
  ],
  [
    "with the same edge in two statuses",
    (lines) =>
      sealed([
        ...lines,
        (lines.find((line) => line.includes("DERIVED_FROM")) ?? "").replace(
          "DERIVED_FROM",
          "MAY_DERIVE_FROM",
        ),
      ]),
    /line 11: .*stands twice/,
  ],
  [
    "with an end that no line holds",
    (lines) => sealed(lines.filter((line) => !line.includes('"node","label":"Dataset","key":"acme/base"'))),
    /line \d+: refers to Dataset acme\/base/,
  ],
  [
    "with evidence of no edge",
    (lines) => sealed(lines.filter((line) => !line.includes('"type":"DERIVED_FROM"'))),
    /line \d+: refers to edge/,
  ],
  [
    "with an edge between the wrong nodes",
    (lines) =>
      changed(
        lines,
        '"to":{"label":"Dataset","key":"acme/base"}',
        `"to":{"label":"Trace","key":"trace-0001"}`,
      ),
    /line \d+: DERIVED_FROM runs from Dataset to Dataset/,
  ],
  [
    "with a state of no dataset",
    (lines) => changed(lines, '"state":"frontier"', '"state":"gone"'),
    /line 2: state: /,
  ],
  [
    "with a confidence above 1",
    (lines) => changed(lines, '"confidence":0.9', '"confidence":9'),
    /line \d+: confidence: /,
  ],
  ["with signals that are no JSON", (lines) => changed(lines, '"signals":"{', '"signals":"'), /line \d+: /],
  [
    "with a span that ends before it begins",
    (lines) => changed(lines, '"start":10', '"start":-1'),
    /line \d+: span\.start: /,
  ],
  [
    "with a computed flag",
    (lines) => changed(lines, '"type":"DESCRIBED_BY"', '"type":"CONTAMINATED_BY"'),
    /line \d+: /,
  ],
  [
    "with a text of another hash",
    (lines) => sealed([...lines, JSON.stringify({ kind: "text", document: aDocument(TEXT), text: "other" })]),
    /line 11: the text of Document .* has another hash/,
  ],
  [
    "with a text of no document",
    (lines) => sealed([...lines, JSON.stringify({ kind: "text", document: aDocument("x"), text: "x" })]),
    /line 11: a text of Document .*which no line before holds/,
  ],
  [
    "with bytes that are no UTF-8",
    (lines) => Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from([0x7b, 0xff, 0xfe, 0x0a])]),
    /line 2: not UTF-8/,
  ],
  ["with a byte order mark", (lines) => `\uFEFF${sealed(lines)}`, /line 1: not JSON/],
  ["with an empty line", (lines) => sealed([...lines, ""]), /line 11: empty/],
  [
    "with a line of 70 MB",
    (lines) => Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.alloc(70 << 20, 0x20)]),
    /line 2: longer than 67108864 bytes/,
  ],
  [
    "nested a million deep",
    (lines) => `${lines[0]}\n${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}\n`,
    /line 2: nested too deep/,
  ],
];

const changed = (lines: readonly string[], from: string, to: string): string => {
  const at = lines.findIndex((line, index) => index > 0 && line.includes(from));
  return sealed(lines.map((line, index) => (index === at ? line.replace(from, to) : line)));
};

describe("a graph file that cannot be trusted", () => {
  it.each(HOSTILE)("is refused when it is %s, and the graph stays empty", async (_what, spoil, message) => {
    await fill();
    const file = spoil(await linesOf());
    await emptyGraph(database);

    const loading = load(file);

    await expect(loading).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringMatching(message),
    });
    expect(await recordsOf(database)).toEqual([]);
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  it("is refused when it is not there", async () => {
    const request = { path: join(folder, "none.jsonl"), dryRun: false, merge: true };
    const dependencies = { database, documents: documentsIn("there"), now: () => CONTEXT.exportedAt };

    await expect(GRAPH_FILE_IMPORTER.run(request, dependencies)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringContaining("cannot be read"),
    });
  });
});

it("leaves no footer when the graph is written to meanwhile", async () => {
  await fill();
  const pieces: string[] = [];

  const writing = (async () => {
    for await (const piece of writeGraphFile({ database }, CONTEXT)) {
      if (pieces.push(piece) === 1) {
        await database.write((transaction) => transaction.run("CREATE (:Model {id: 'late'})"));
      }
    }
  })();

  await expect(writing).rejects.toMatchObject({ code: "CONFLICT" });
  expect(pieces.at(-1)).not.toContain("footer");
});

it("reads nothing of a file that it does not know", async () => {
  const path = join(folder, "other.json");
  await writeFile(path, "{}");
  const probe = { path, kind: "file", head: await readFile(path, "utf8"), entries: [] } as const;

  expect(GRAPH_FILE_IMPORTER.detects(probe)).toBe(false);
  expect(GRAPH_FILE_IMPORTER.detects({ ...probe, head: (await linesOf())[0] ?? "" })).toBe(true);
});
