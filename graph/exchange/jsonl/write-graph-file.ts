import { createHash } from "node:crypto";
import { AppError } from "../../../schema/errors.ts";
import { GRAPH_FILE_VERSION } from "../../../schema/graph-file.ts";
import type { GraphFileFooter, GraphFileHeader, GraphFileLine } from "../../../schema/graph-file.ts";
import { Sha256 } from "../../../schema/ids.ts";
import type { Database } from "../../database.ts";
import { countNodes, countRelationships } from "../../queries/exchange.ts";
import { NODE_LABELS } from "../../queries/whole-graph.ts";
import { toNumber } from "../../rows.ts";
import type { DocumentStore } from "../../store/documents.ts";
import { readGraph } from "../../store/read/read-graph.ts";
import type { GraphRecord } from "../../store/read/read-graph.ts";
import type { ExportContext } from "../exchange-graph.ts";
import type { ExportFormat } from "../exporter.ts";
import { DERIVED_TYPES, isDerived } from "./derived.ts";

/** The form in which a graph leaves one engine for another; it is written from the records, not from an ExchangeGraph. */
export const GRAPH_FILE: ExportFormat = {
  name: "jsonl",
  title: "Stemma graph (JSON Lines)",
  description: "The whole graph, with the documents' texts if wanted, to be read back into either engine.",
  mediaType: "application/x-ndjson; charset=utf-8",
  extension: "jsonl",
  scope: "whole",
};

export interface GraphFileSource {
  readonly database: Database;
  /** Given, the documents' texts go into the file too. */
  readonly documents?: Pick<DocumentStore, "find" | "text">;
}

/**
 * The whole graph as JSON Lines, ready to be read back into either engine. What the graph computes from the rest of itself is
 * left out. Fails with CONFLICT when the graph was written to meanwhile; the text then has no footer, so that nobody takes it
 * for whole.
 */
export async function* writeGraphFile(
  { database, documents }: GraphFileSource,
  { exportedAt, version }: ExportContext,
): AsyncGenerator<string> {
  const before = await countGraph(database);
  const hash = createHash("sha256");
  const toText = (line: GraphFileLine | GraphRecord): string => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    return text;
  };
  const header: GraphFileHeader = {
    kind: "header",
    format: "stemma-graph",
    formatVersion: GRAPH_FILE_VERSION,
    version,
    engine: database.engine,
    exportedAt: exportedAt.toISOString(),
    ...before,
    withDocuments: documents !== undefined,
  };
  yield toText(header);
  const written = { nodes: 0, relationships: 0, texts: 0 };
  const texts: Sha256[] = [];
  for await (const record of readGraph(database)) {
    if (isDerived(record)) continue;
    written[record.kind === "node" ? "nodes" : "relationships"] += 1;
    if (record.kind === "node" && record.label === "Document") texts.push(Sha256.parse(record.key));
    yield toText(record);
  }
  refuseChange(before, written);
  for (const sha256 of texts) {
    const line = documents && (await readText(documents, sha256));
    if (line === undefined) continue;
    written.texts += 1;
    yield toText(line);
  }
  const footer: GraphFileFooter = { kind: "footer", ...written, sha256: hash.digest("hex") };
  yield `${JSON.stringify(footer)}\n`;
}

interface GraphCounts {
  readonly nodes: number;
  readonly relationships: number;
}

const countGraph = async (database: Database): Promise<GraphCounts> => {
  const count = async (cypher: string): Promise<number> => {
    const [row] = await database.read(cypher, { derived: DERIVED_TYPES });
    return toNumber(row?.["number"]);
  };
  let nodes = 0;
  let relationships = 0;
  for (const label of NODE_LABELS) {
    nodes += await count(countNodes(label));
    relationships += await count(countRelationships(label));
  }
  return { nodes, relationships };
};

const refuseChange = (counted: GraphCounts, written: GraphCounts): void => {
  if (counted.nodes === written.nodes && counted.relationships === written.relationships) return;
  throw new AppError(
    "the graph was written to while it was exported; export it again when no trace or import runs",
    { code: "CONFLICT", context: { counted, written } },
  );
};

/** Undefined for a document whose text is not here: one of a graph that was brought without its texts. */
const readText = async (
  documents: Pick<DocumentStore, "find" | "text">,
  sha256: Sha256,
): Promise<GraphFileLine | undefined> => {
  const document = await documents.find(sha256);
  return document && { kind: "text", document, text: await documents.text(sha256) };
};
