import { isDatasetId } from "../../../../schema/id-text.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { isRecord } from "../is-record.ts";

type Properties = Readonly<Record<string, unknown>>;

export interface ResultNode {
  readonly kind: "node";
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface ResultRelationship {
  readonly kind: "relationship";
  readonly elementId: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}

export interface ResultPath {
  readonly kind: "path";
  readonly nodes: readonly ResultNode[];
  readonly relationships: readonly ResultRelationship[];
}

/** A value of a result by what it is; a map that only looks like a node, by lacking a part, is a map. */
export type ResultValue =
  | { readonly kind: "null" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "list"; readonly items: readonly unknown[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [string, unknown])[] }
  | ResultNode
  | ResultRelationship
  | ResultPath;

export const toResultValue = (value: unknown): ResultValue => {
  if (value === null || value === undefined) return { kind: "null" };
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "boolean", boolean: value };
  if (Array.isArray(value)) return { kind: "list", items: value };
  if (isNode(value) || isRelationship(value) || isPath(value)) return value;
  return { kind: "map", entries: Object.entries(value) };
};

const isNode = (value: unknown): value is ResultNode =>
  isRecord(value) &&
  value["kind"] === "node" &&
  isText(value["elementId"]) &&
  isListOf(value["labels"], isText) &&
  isRecord(value["properties"]);

const isRelationship = (value: unknown): value is ResultRelationship =>
  isRecord(value) &&
  value["kind"] === "relationship" &&
  ["elementId", "type", "start", "end"].every((name) => isText(value[name])) &&
  isRecord(value["properties"]);

const isPath = (value: unknown): value is ResultPath =>
  isRecord(value) &&
  value["kind"] === "path" &&
  isListOf(value["nodes"], isNode) &&
  isListOf(value["relationships"], isRelationship);

const isText = (value: unknown): value is string => typeof value === "string";

const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem);

/** What names a node best: its id, its name, the hash of a document, else its label. */
export const nameOf = ({ labels, properties }: ResultNode): string => {
  const named = ["id", "name", "title", "sha256"].map((key) => properties[key]).find(isName);
  return named ?? `:${labels.join(":")}`;
};

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";

/** The dataset that a node is, for a link into the explorer. */
export const datasetOf = ({ labels, properties }: ResultNode): DatasetId | undefined => {
  if (!labels.includes("Dataset")) return undefined;
  const id = properties["id"];
  return isDatasetId(id) ? id : undefined;
};

/** Columns of the saved queries, and of most questions, that hold ids of datasets. */
const ID_COLUMNS = new Set([
  "dataset",
  "datasets",
  "benchmark",
  "source",
  "ancestor",
  "from",
  "to",
  "root",
  "id",
]);

/** The dataset that a text in such a column names. */
export const datasetInColumn = (column: string, text: string): DatasetId | undefined => {
  return ID_COLUMNS.has(column) && isDatasetId(text) ? text : undefined;
};

/** One line of text for any value, as it is copied and compared. */
export const textOf = (value: unknown): string => {
  const known = toResultValue(value);
  switch (known.kind) {
    case "null":
      return "null";
    case "text":
      return known.text;
    case "number":
      return String(known.number);
    case "boolean":
      return String(known.boolean);
    case "node":
      return nameOf(known);
    case "relationship":
      return `:${known.type}`;
    case "path":
      return known.nodes.map(nameOf).join(" → ");
    default:
      return JSON.stringify(value);
  }
};
