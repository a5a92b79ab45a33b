import { z } from "zod";
import { Document } from "./document.ts";

/** The version of the file's own form. A reader refuses one that it does not know. */
export const GRAPH_FILE_VERSION = 1;

const Count = z.int().min(0);

/** A JSON Lines file that holds a whole graph: a header, one line for each node and relationship, texts if wanted, a footer. */
export const GraphFileHeader = z.strictObject({
  kind: z.literal("header"),
  format: z.literal("stemma-graph"),
  formatVersion: z.int(),
  /** The program that wrote it, and the engine that held the graph. */
  version: z.string(),
  engine: z.string(),
  exportedAt: z.iso.datetime(),
  nodes: Count,
  relationships: Count,
  /** Whether the documents' texts are in the file. */
  withDocuments: z.boolean(),
});
export type GraphFileHeader = z.infer<typeof GraphFileHeader>;

const Single = z.union([z.string(), z.number(), z.boolean()]);
const Properties = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/),
  z.union([Single, z.array(Single)]),
);
const Label = z.string().max(64);
const Reference = z.strictObject({ label: Label, key: z.string() });

const NodeLine = z.strictObject({
  kind: z.literal("node"),
  label: Label,
  key: z.string(),
  labels: z.array(Label).max(10),
  properties: Properties,
});

const RelationshipLine = z.strictObject({
  kind: z.literal("relationship"),
  type: z.string().max(64),
  from: Reference,
  to: Reference,
  properties: Properties,
});

/** A document's text beside its description, as the document store has it. */
const TextLine = z.strictObject({ kind: z.literal("text"), document: Document, text: z.string() });

/** Says that the file is whole: how many lines of each kind there were, and the hash of all bytes before this line. */
const Footer = z.strictObject({
  kind: z.literal("footer"),
  nodes: Count,
  relationships: Count,
  texts: Count,
  /** Lower-case hex SHA-256. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type GraphFileFooter = z.infer<typeof Footer>;

export const GraphFileLine = z.discriminatedUnion("kind", [
  GraphFileHeader,
  NodeLine,
  RelationshipLine,
  TextLine,
  Footer,
]);
export type GraphFileLine = z.infer<typeof GraphFileLine>;
