import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../../schema/errors.ts";
import type { GraphFileFooter, GraphFileLine } from "../../../schema/graph-file.ts";
import { ALL_EDGE_TYPES } from "../../queries/commit.ts";
import type { NodeLabel } from "../../queries/whole-graph.ts";
import { DERIVATION_TYPES, toText } from "../../rows.ts";
import { checkNode, checkRelationship } from "../../store/ingest/check-record.ts";
import type { NodeRecord, NodeReference, RelationshipRecord } from "../../store/read/read-graph.ts";
import { atLine } from "../read-lines.ts";
import { readAsDomain, readAsEdge } from "./check-node-domain.ts";
import { isDerived } from "./derived.ts";
import { reasonOf } from "./parse-line.ts";
import { toRecord } from "./to-record.ts";

export type RecordLine = Exclude<GraphFileLine, { kind: "header" | "footer" }>;

/** Checks the lines of a file one after the other, and what they say of each other at the end. */
export interface RecordChecker {
  add(number: number, line: RecordLine): void;
  counts(): Pick<GraphFileFooter, "nodes" | "relationships" | "texts">;
  /** Fails for a reference to what no line holds. */
  end(): void;
}

const EDGE_TYPES = ALL_EDGE_TYPES.split("|");

/** From where to where a relationship runs; what is not here may run anywhere. */
const ENDS: ReadonlyMap<string, readonly [NodeLabel, NodeLabel]> = new Map([
  ["DERIVED_FROM", ["Dataset", "Dataset"]],
  ["MAY_DERIVE_FROM", ["Dataset", "Dataset"]],
  ["NOT_DERIVED_FROM", ["Dataset", "Dataset"]],
  ["MADE_WITH", ["Dataset", "Model"]],
  ["CLEARED_AGAINST", ["Dataset", "Dataset"]],
  ["MEMBER_OF", ["Dataset", "Dataset"]],
  ["DESCRIBED_BY", ["Dataset", "Document"]],
  ["REFERS_TO", ["Alias", "Dataset"]],
  ["QUOTED_FROM", ["Evidence", "Document"]],
  ["QUEUED", ["Trace", "Dataset"]],
  ["VISITED", ["Trace", "Dataset"]],
]);

interface Seen {
  readonly nodes: Set<string>;
  readonly relationships: Set<string>;
  /** Ids of edges. */
  readonly edges: Set<string>;
  /** What is referred to and was not there yet, with the first line that refers to it. */
  readonly awaited: Map<string, number>;
}

export const createRecordChecker = (): RecordChecker => {
  const seen: Seen = { nodes: new Set(), relationships: new Set(), edges: new Set(), awaited: new Map() };
  let texts = 0;
  return {
    add: (number, line) => {
      try {
        if (line.kind === "text") {
          checkText(seen, line);
          texts += 1;
          return;
        }
        const record = toRecord(line);
        if (record.kind === "node") addNode(seen, record, number);
        else addRelationship(seen, record, number);
      } catch (error) {
        throw located(number, error);
      }
    },
    counts: () => ({ nodes: seen.nodes.size, relationships: seen.relationships.size, texts }),
    end: () => {
      const [missing] = seen.awaited;
      if (missing !== undefined) throw atLine(missing[1], `refers to ${missing[0]}, which no line holds`);
    },
  };
};

const addNode = (seen: Seen, record: NodeRecord, number: number): void => {
  checkNode(record);
  readAsDomain(record);
  const name = nameOf(record);
  if (seen.nodes.has(name)) throw invalid(`${name} stands twice`);
  seen.nodes.add(name);
  seen.awaited.delete(name);
  if (record.label !== "Evidence") return;
  const edge = `edge ${toText(record.properties["edgeId"])}`;
  if (!seen.edges.has(edge)) awaitName(seen, edge, number);
};

const addRelationship = (seen: Seen, record: RelationshipRecord, number: number): void => {
  if (isDerived(record)) throw invalid(`${record.type} is computed, and has no place in a file`);
  checkRelationship(record);
  refuseOtherEnds(record);
  const { type } = record;
  const name = [isDerivation(type) ? "derivation" : type, nameOf(record.from), nameOf(record.to)].join(" ");
  if (seen.relationships.has(name)) throw invalid(`${name} stands twice`);
  seen.relationships.add(name);
  if (EDGE_TYPES.includes(type)) addEdge(seen, record);
  for (const end of [record.from, record.to]) {
    if (!seen.nodes.has(nameOf(end))) awaitName(seen, nameOf(end), number);
  }
};

/** Between two datasets there is one at most, whatever its status. */
const isDerivation = (type: string): boolean => Object.values<string>(DERIVATION_TYPES).includes(type);

const refuseOtherEnds = ({ type, from, to }: RelationshipRecord): void => {
  const ends = ENDS.get(type);
  if (ends === undefined || (from.label === ends[0] && to.label === ends[1])) return;
  throw invalid(`${type} runs from ${ends[0]} to ${ends[1]}, not from ${from.label} to ${to.label}`);
};

const addEdge = (seen: Seen, record: RelationshipRecord): void => {
  const edge = `edge ${readAsEdge(record)}`;
  if (seen.edges.has(edge)) throw invalid(`${edge} stands twice`);
  seen.edges.add(edge);
  seen.awaited.delete(edge);
};

const awaitName = (seen: Seen, name: string, number: number): void => {
  if (!seen.awaited.has(name)) seen.awaited.set(name, number);
};

const checkText = ({ nodes }: Seen, { document, text }: Extract<RecordLine, { kind: "text" }>): void => {
  const name = nameOf({ label: "Document", key: document.sha256 });
  if (!nodes.has(name)) throw invalid(`a text of ${name}, which no line before holds`);
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  if (sha256 !== document.sha256) throw invalid(`the text of ${name} has another hash`);
};

const nameOf = ({ label, key }: NodeReference): string => `${label} ${key}`;

const invalid = (message: string): AppError => new AppError(message, { code: "INPUT_INVALID" });

/** Values that a schema refuses come as an AppError around a ZodError, or as the ZodError itself. */
const located = (number: number, error: unknown): AppError => {
  const cause = error instanceof AppError ? error.cause : error;
  if (cause instanceof z.ZodError) return atLine(number, reasonOf(cause), error);
  return atLine(number, error instanceof Error ? error.message : String(error), error);
};
