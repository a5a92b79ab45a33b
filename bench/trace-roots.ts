/**
 * Traces roots of a mirror, each from an empty graph, and prints one table row a root.
 *
 *   npx tsx bench/trace-roots.ts --mirror DIR [--published GRAPH.jsonl]... [--explain ROOT] ROOT...
 *
 * With --published (the lineage format of OpenDataArena: one edge a line) the row says how many of the published edges of
 * the datasets that were traced the graph has too; --explain lists the missing and the extra edges of one root's trace.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openEmbedded } from "../graph/engines/embedded/open-embedded.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import type { GraphRecord, NodeRecord, RelationshipRecord } from "../graph/store/read/read-graph.ts";
import type { Trace } from "../schema/trace.ts";
import { parseConfig } from "../services/config.ts";
import { createStemma } from "../services/main.ts";

const DERIVATIONS = ["DERIVED_FROM", "MAY_DERIVE_FROM"];

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mirror: { type: "string", default: "examples/mirror" },
      published: { type: "string", multiple: true, default: [] },
      explain: { type: "string", multiple: true, default: [] },
    },
  });
  const published = values.published.flatMap(readPublished);
  print(TITLE);
  print(TITLE.replaceAll(/[^|]+/g, " --- "));
  for (const root of positionals) {
    const { trace, records } = await traceRoot(root, values.mirror);
    print(toRow(root, { trace, records, published }));
    if (values.explain.includes(root)) explain({ trace, records, published });
  }
};

const traceRoot = async (root: string, mirror: string): Promise<Traced> => {
  const data = mkdtempSync(join(tmpdir(), "stemma-bench-"));
  try {
    const config = parseConfig({ STEMMA_LOG_LEVEL: "silent" }, { data, mirror });
    const stemma = await createStemma(config);
    const { trace } = await stemma.tracing.start({ roots: [root], budget: {}, refresh: false });
    const ended = await stemma.tracing.ended(trace.id);
    await stemma.close();
    const database = await openEmbedded({ folder: join(data, "graph") });
    const records: GraphRecord[] = [];
    for await (const record of createLineageStore(database).records()) records.push(record);
    await database.close();
    return { trace: ended, records };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

interface Traced {
  readonly trace: Trace;
  readonly records: readonly GraphRecord[];
}

interface PublishedEdge {
  readonly target: string;
  readonly source: string;
}

interface Compared extends Traced {
  readonly published: readonly PublishedEdge[];
}

const readPublished = (path: string): readonly PublishedEdge[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as PublishedEdge);

const TITLE =
  "| root | end | datasets traced | not read | accepted | flagged | rejected | evidence card / github / blog / paper | unresolved names | published: both / only there / only here | seconds |";

const toRow = (root: string, compared: Compared): string => {
  const { trace, records } = compared;
  const relationships = records.filter(isRelationship);
  const count = (type: string): number => relationships.filter((one) => one.type === type).length;
  const { datasets = {}, elapsedMs = 0 } = trace.summary ?? {};
  const notRead = Object.entries(datasets).flatMap(([outcome, n]) =>
    outcome === "traced" ? [] : [`${n} ${outcome}`],
  );
  const kinds = ["card", "github", "blog", "paper"].map((kind) => evidenceOf(records, kind));
  const { both, missing, extra } = compare(compared);
  return `| ${[
    root,
    trace.state,
    datasets.traced ?? 0,
    notRead.join(", ") || "0",
    count("DERIVED_FROM"),
    count("MAY_DERIVE_FROM"),
    count("NOT_DERIVED_FROM"),
    kinds.join(" / "),
    unresolved(relationships).size,
    `${both.length} / ${missing.length} / ${extra.length}`,
    (elapsedMs / 1000).toFixed(1),
  ].join(" | ")} |`;
};

/** Evidence of accepted and flagged derivations, by the kind of its document. */
const evidenceOf = (records: readonly GraphRecord[], kind: string): number => {
  const believed = new Set(
    records
      .filter(isRelationship)
      .flatMap((one) => (DERIVATIONS.includes(one.type) ? [one.properties["id"]] : [])),
  );
  return records
    .filter(isNode)
    .filter(({ label, properties }) => label === "Evidence" && properties["documentKind"] === kind)
    .filter(({ properties }) => believed.has(properties["edgeId"] ?? properties["derivationId"])).length;
};

const unresolved = (relationships: readonly RelationshipRecord[]): ReadonlySet<string> =>
  new Set(
    relationships
      .filter((one) => DERIVATIONS.includes(one.type) && one.to.key.startsWith("name:"))
      .map((one) => one.to.key),
  );

/** Published edges whose target was traced, against ours of the same datasets. Names compare without case and owner's spelling. */
const compare = ({ records, published }: Compared) => {
  const traced = new Set(
    records
      .filter(isNode)
      .flatMap((node) => (node.properties["state"] === "traced" ? [node.key.toLowerCase()] : [])),
  );
  const aliases = new Map(
    records
      .filter(isRelationship)
      .flatMap((one) =>
        one.type === "REFERS_TO" ? [[one.from.key.toLowerCase(), one.to.key.toLowerCase()] as const] : [],
      ),
  );
  const canonical = (id: string): string => aliases.get(id.toLowerCase()) ?? id.toLowerCase();
  const ours = new Map<string, string>(
    records
      .filter(isRelationship)
      .filter((one) => DERIVATIONS.includes(one.type))
      .map((one) => [`${one.from.key.toLowerCase()} <- ${one.to.key.toLowerCase()}`, one.type]),
  );
  const theirs = new Set<string>(
    published
      .filter(({ target }) => traced.has(canonical(target)))
      .map(({ target, source }) => `${canonical(target)} <- ${canonical(source)}`),
  );
  return {
    both: [...theirs].filter((edge) => ours.has(edge)),
    missing: [...theirs].filter((edge) => !ours.has(edge)),
    extra: [...ours].filter(([edge]) => !theirs.has(edge)).map(([edge, type]) => `${edge} (${type})`),
  };
};

const explain = (compared: Compared): void => {
  const { missing, extra } = compare(compared);
  for (const edge of missing.toSorted()) print(`  only published: ${edge}`);
  for (const edge of extra.toSorted()) print(`  only here:      ${edge}`);
};

const isNode = (record: GraphRecord): record is NodeRecord => record.kind === "node";
const isRelationship = (record: GraphRecord): record is RelationshipRecord => record.kind === "relationship";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await main();
