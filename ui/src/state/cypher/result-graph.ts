import type { CypherAnswer } from "../../../../schema/cypher.ts";
import { REGISTRIES } from "../../../../schema/id-text.ts";
import {
  DOMAINS,
  MODEL_ROLES,
  NODE_STATES,
  RELATIONS,
  SPLITS,
  type Status,
  STATUSES,
} from "../../../../schema/vocabulary.ts";
import {
  domainOf,
  type GraphShape,
  modelNodeId,
  type ShapeEdge,
  type ShapeNode,
} from "../../explorer/graph-shape.ts";
import { nameOfId } from "../name-of-id.ts";
import { nodeKindOf } from "../node-kind.ts";
import { nameOf, type ResultNode, type ResultRelationship, toResultValue } from "./result-value.ts";

export interface ResultGraph {
  readonly shape: GraphShape;
  /** Relationships whose ends are not in the result, which cannot be drawn. */
  readonly loose: number;
}

/** Every node, relationship and path of an answer, wherever in its rows they are, each once; undefined when it holds no node. */
export const toResultGraph = ({ rows }: Pick<CypherAnswer, "rows">): ResultGraph | undefined => {
  const found: Found = { nodes: new Map(), relationships: new Map() };
  for (const row of rows) for (const value of row) gather(value, found);
  if (found.nodes.size === 0) return undefined;
  const ids = new Map([...found.nodes.values()].map((node) => [node.elementId, canvasIdOf(node)] as const));
  const edges = [...found.relationships.values()].flatMap((relationship) => toEdge(relationship, ids) ?? []);
  const uses = countBy(edges.map((edge) => edge.to));
  const sources = countBy(edges.map((edge) => edge.from));
  const nodes = [...found.nodes.values()].map((node): ShapeNode => {
    const id = canvasIdOf(node);
    return {
      ...toNode(node, id),
      uses: uses.get(id) ?? 0,
      isRoot: (uses.get(id) ?? 0) === 0 && sources.has(id),
    };
  });
  const first = nodes.find((node) => node.isRoot) ?? nodes[0];
  const loose = found.relationships.size - edges.length;
  return { shape: { root: first?.id ?? "", nodes: unique(nodes), edges }, loose };
};

interface Found {
  readonly nodes: Map<string, ResultNode>;
  readonly relationships: Map<string, ResultRelationship>;
}

const gather = (value: unknown, found: Found): void => {
  if (typeof value !== "object" || value === null) return;
  const known = toResultValue(value);
  switch (known.kind) {
    case "node":
      found.nodes.set(known.elementId, known);
      break;
    case "relationship":
      found.relationships.set(known.elementId, known);
      break;
    case "path":
      for (const part of [...known.nodes, ...known.relationships]) gather(part, found);
      break;
    case "list":
      for (const item of known.items) gather(item, found);
      break;
    case "map":
      for (const [, item] of known.entries) gather(item, found);
      break;
    default:
  }
};

/** Two engines' nodes of one dataset are one mark: what the explorer calls it is its id on the canvas too. */
const canvasIdOf = (node: ResultNode): string => {
  const id = node.properties["id"];
  if (node.labels.includes("Dataset") && typeof id === "string") return id;
  if (node.labels.includes("Model") && typeof id === "string") return modelNodeId(id);
  return `node ${node.elementId}`;
};

const toNode = (node: ResultNode, id: string): Omit<ShapeNode, "uses" | "isRoot"> => {
  const { labels, properties } = node;
  const isDataset = labels.includes("Dataset");
  const registry = oneOf(REGISTRIES, properties["registry"]);
  const createdOn = properties["createdAt"];
  return {
    id,
    kind: isDataset
      ? nodeKindOf({
          isBenchmark: labels.includes("Benchmark"),
          isFamily: labels.includes("Family"),
          registry: registry ?? "huggingface",
        })
      : labels.includes("Model")
        ? "model"
        : "off-hub",
    name: shortNameOf(node),
    registry,
    state: oneOf(NODE_STATES, properties["state"]) ?? "terminal",
    level: 0,
    domain: domainOf({ domains: listOf(DOMAINS, properties["domains"]) }),
    ...(typeof createdOn === "string" && { createdOn: createdOn.slice(0, 10) }),
  };
};

/** A dataset as its documents spell it; anything else by the last part of what identifies it. */
const shortNameOf = (node: ResultNode): string => {
  const { name } = node.properties;
  const isSpelt = node.labels.includes("Dataset") && typeof name === "string" && name !== "";
  return isSpelt ? name : nameOfId(nameOf(node));
};

const toEdge = (
  { elementId, type, start, end, properties }: ResultRelationship,
  ids: ReadonlyMap<string, string>,
): ShapeEdge | undefined => {
  const from = ids.get(start);
  const to = ids.get(end);
  if (from === undefined || to === undefined || from === to) return undefined;
  const relation = oneOf(RELATIONS, properties["relation"]);
  const split = oneOf(SPLITS, properties["split"]);
  const role = oneOf(MODEL_ROLES, properties["role"]);
  const { id, confidence } = properties;
  return {
    id: typeof id === "string" ? id : `edge ${elementId}`,
    from,
    to,
    status: statusOf(type, properties["status"]),
    documents: documentsOf(properties["signals"]),
    kind: type === "MADE_WITH" ? "model-use" : "derivation",
    ...(relation !== undefined && { relation }),
    ...(split !== undefined && { split }),
    ...(role !== undefined && { role }),
    ...(typeof confidence === "number" && { confidence }),
  };
};

const statusOf = (type: string, status: unknown): Status => {
  if (type.startsWith("MAY_")) return "flagged";
  if (type.startsWith("NOT_")) return "rejected";
  return oneOf(STATUSES, status) ?? "accepted";
};

/** The graph keeps the signals as JSON. What cannot be read counts as one document. */
const documentsOf = (signals: unknown): number => {
  if (typeof signals !== "string") return 1;
  const documents = /"documents":(\d+)/.exec(signals)?.[1];
  return Math.max(1, Number(documents ?? 1));
};

const oneOf = <Item extends string>(items: readonly Item[], value: unknown): Item | undefined =>
  items.find((item) => item === value);

const listOf = <Item extends string>(items: readonly Item[], value: unknown): Item[] =>
  Array.isArray(value) ? items.filter((item) => value.includes(item)) : [];

const countBy = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const unique = (nodes: readonly ShapeNode[]): readonly ShapeNode[] => [
  ...new Map(nodes.map((node) => [node.id, node])).values(),
];
