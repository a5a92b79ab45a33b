import { z } from "zod";
import { DatasetId } from "../../../../schema/ids.ts";

const Properties = z.record(z.string(), z.unknown());
export const ResultNode = z.object({
  kind: z.literal("node"),
  elementId: z.string(),
  labels: z.array(z.string()),
  properties: Properties,
});
export type ResultNode = z.infer<typeof ResultNode>;

export const ResultRelationship = z.object({
  kind: z.literal("relationship"),
  elementId: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string(),
  properties: Properties,
});
export type ResultRelationship = z.infer<typeof ResultRelationship>;

export const ResultPath = z.object({
  kind: z.literal("path"),
  nodes: z.array(ResultNode),
  relationships: z.array(ResultRelationship),
});
export type ResultPath = z.infer<typeof ResultPath>;

const Entity = z.discriminatedUnion("kind", [ResultNode, ResultRelationship, ResultPath]);

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
  const entity = Entity.safeParse(value);
  return entity.success ? entity.data : { kind: "map", entries: Object.entries(value) };
};

/** What names a node best: its id, its name, the hash of a document, else its label. */
export const nameOf = ({ labels, properties }: ResultNode): string => {
  const named = ["id", "name", "title", "sha256"].map((key) => properties[key]).find(isName);
  return named ?? `:${labels.join(":")}`;
};

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";

/** The dataset that a node is, for a link into the explorer. */
export const datasetOf = ({ labels, properties }: ResultNode): DatasetId | undefined => {
  if (!labels.includes("Dataset")) return undefined;
  const id = DatasetId.safeParse(properties["id"]);
  return id.success ? id.data : undefined;
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
  if (!ID_COLUMNS.has(column)) return undefined;
  const id = DatasetId.safeParse(text);
  return id.success ? id.data : undefined;
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
