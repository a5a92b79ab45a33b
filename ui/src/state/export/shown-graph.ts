import type { Derivation, ModelUse } from "../../../../schema/edge.ts";
import type { LineageNode } from "../shown-lineage.ts";
import { nodeKindOf } from "../node-kind.ts";

export type FieldType = "string" | "integer" | "double";
export type FieldTable = Readonly<Record<string, FieldType>>;
export type FieldValue = string | number | undefined;
export type FieldsOf<Table extends FieldTable> = { readonly [Name in keyof Table]: FieldValue };

/** What a file says of a node, in this order. Lists are one text with semicolons, as the service's own exports have them. */
export const NODE_FIELDS = {
  id: "string",
  kind: "string",
  registry: "string",
  owner: "string",
  state: "string",
  licence: "string",
  domains: "string",
  created: "string",
  traced: "string",
  downloads: "integer",
  likes: "integer",
  sources: "integer",
  uses: "integer",
  level: "integer",
  url: "string",
  contamination: "string",
  members: "string",
} as const satisfies FieldTable;

/** The same of an edge. */
export const EDGE_FIELDS = {
  kind: "string",
  relation: "string",
  role: "string",
  split: "string",
  subset: "string",
  status: "string",
  confidence: "double",
  flags: "string",
  rejection: "string",
  documents: "integer",
  count: "integer",
} as const satisfies FieldTable;

export interface ShownNode {
  /** As the canvas has it: unique among datasets, models and groups. */
  readonly key: string;
  readonly label: string;
  readonly fields: FieldsOf<typeof NODE_FIELDS>;
}

export interface ShownEdge {
  readonly id: string;
  /** The dataset that was made. */
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly fields: FieldsOf<typeof EDGE_FIELDS>;
}

/** Exactly what is drawn, with what is known of it. */
export interface ShownGraph {
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly ShownEdge[];
}

/** A drawn node, as far as a file is concerned: see explorer/graph-shape.ts. */
export interface DrawnPart {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly uses: number;
    readonly level: number;
    readonly marks?: readonly { readonly benchmark: string; readonly level: string }[];
    readonly group?: { readonly members?: readonly string[] };
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly kind: string;
    readonly status: string;
    readonly documents: number;
    readonly relation?: string;
    readonly role?: string;
    readonly count?: number;
  }[];
}

export interface KnownFacts {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly (Derivation | ModelUse)[];
}

/** Joins what the canvas draws, after filters and groups, with the facts behind it; nothing that is not drawn comes along. */
export const toShownGraph = (drawn: DrawnPart, facts: KnownFacts): ShownGraph => {
  const datasets = new Map<string, LineageNode>(facts.nodes.map((node) => [node.id, node]));
  const edges = new Map<string, Derivation | ModelUse>(facts.edges.map((edge) => [edge.id, edge]));
  return {
    nodes: drawn.nodes.map((node) => toNode(node, datasets.get(node.id))),
    edges: drawn.edges.map((edge) => toEdge(edge, edges.get(edge.id))),
  };
};

const toNode = (node: DrawnPart["nodes"][number], dataset: LineageNode | undefined): ShownNode => {
  const isModel = node.kind === "model";
  const id = isModel ? node.id.replace(/^model /, "") : node.id;
  return {
    key: node.id,
    label: dataset?.id ?? (isModel ? id : node.name),
    fields: {
      id,
      kind: dataset === undefined ? node.kind : nodeKindOf(dataset),
      registry: dataset?.registry,
      owner: dataset?.owner ?? (isModel && id.includes("/") ? id.split("/")[0] : undefined),
      state: dataset?.state,
      licence: dataset?.licence,
      domains: toList(dataset?.domains),
      created: dataset?.createdAt,
      traced: dataset?.tracedAt,
      downloads: dataset?.downloads,
      likes: dataset?.likes,
      sources: dataset?.sources,
      uses: dataset?.uses ?? node.uses,
      level: node.level,
      url: dataset?.url,
      contamination: toList(node.marks?.map(({ benchmark, level }) => `${benchmark} (${level})`)),
      members: toList(node.group?.members),
    },
  };
};

const toEdge = (edge: DrawnPart["edges"][number], known: Derivation | ModelUse | undefined): ShownEdge => {
  const derivation = known?.kind === "derivation" ? known : undefined;
  const word = edge.relation ?? derivation?.relation ?? edge.role ?? edge.kind;
  return {
    id: edge.id,
    source: edge.from,
    target: edge.to,
    // A drawing that does not tell doubted edges apart claims what nobody has found.
    label: edge.status === "accepted" ? word : `${word} (${edge.status})`,
    fields: {
      kind: edge.kind,
      relation: edge.relation ?? derivation?.relation,
      role: known?.kind === "model-use" ? known.role : edge.role,
      split: derivation?.split,
      subset: derivation?.subset,
      status: edge.status,
      confidence: known?.confidence,
      flags: toList(derivation?.flags),
      rejection: derivation?.rejection,
      documents: edge.documents,
      count: edge.count,
    },
  };
};

const toList = (items: readonly string[] | undefined): string | undefined =>
  items === undefined || items.length === 0 ? undefined : items.join("; ");
