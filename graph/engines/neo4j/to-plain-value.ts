import {
  type Integer,
  type Node,
  type Path,
  type Point,
  type Record as BoltRecord,
  type Relationship,
  isInt,
  isNode,
  isPath,
  isPoint,
  isRelationship,
} from "neo4j-driver";
import type { GraphNode, GraphPath, GraphRelationship, Row, Value } from "../../database.ts";

/** A record as the port promises it. */
export const toPlainRow = (record: BoltRecord): Row =>
  Object.fromEntries(record.keys.map((key) => [String(key), toPlainValue(record.get(key))]));

/** Whole numbers past 2^53 become strings, so that no digit is lost; times become ISO strings, points maps. */
const toPlainValue = (value: unknown): Value => {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case "boolean":
    case "number":
    case "string":
      return value;
    case "object":
      return toPlainObject(value);
    default:
      return String(value);
  }
};

const toPlainObject = (value: object): Value => {
  if (Array.isArray(value)) return value.map(toPlainValue);
  if (isInt(value)) return toPlainInteger(value);
  if (isNode(value)) return toNode(value);
  if (isRelationship(value)) return toRelationship(value);
  if (isPath(value)) return toPath(value);
  if (isPoint(value)) return toPoint(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Int8Array);
  return isPlainMap(value) ? toPlainMap(value) : toIsoText(value);
};

const toPlainInteger = (value: Integer): Value => (value.inSafeRange() ? value.toNumber() : value.toString());

/** Dates, times and durations print themselves as ISO 8601; of a second's fraction all nine digits or none. */
const toIsoText = (value: object): string => String(value).replace(/(\.\d*?)0+(?=$|[Z+\-[])/, "$1");

const isPlainMap = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

const toPlainMap = (map: object): { readonly [key: string]: Value } =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toPlainValue(value)]));

const toNode = (node: Node): GraphNode => ({
  kind: "node",
  elementId: node.elementId,
  labels: node.labels,
  properties: toPlainMap(node.properties),
});

const toRelationship = (relationship: Relationship): GraphRelationship => ({
  kind: "relationship",
  elementId: relationship.elementId,
  type: relationship.type,
  start: relationship.startNodeElementId,
  end: relationship.endNodeElementId,
  properties: toPlainMap(relationship.properties),
});

const toPath = (path: Path): GraphPath => ({
  kind: "path",
  nodes: [path.start, ...path.segments.map((segment) => segment.end)].map(toNode),
  relationships: path.segments.map((segment) => toRelationship(segment.relationship)),
});

const toPoint = ({ srid, x, y, z }: Point): Value => {
  const plane = { srid: toPlainValue(srid), x: toPlainValue(x), y: toPlainValue(y) };
  return z === undefined || z === null ? plane : { ...plane, z: toPlainValue(z) };
};
