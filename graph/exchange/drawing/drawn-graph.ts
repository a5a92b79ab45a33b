import type { ModelNode } from "../../../schema/commit.ts";
import { CONTAMINATED_LEVELS } from "../../../schema/contamination-level.ts";
import type { ContaminationFlag } from "../../../schema/contamination.ts";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Derivation, Edge } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import { bestProof } from "../best-proof.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import { indexExchange } from "../index-exchange.ts";
import type { ExchangeIndex } from "../index-exchange.ts";

export type AttributeType = "string" | "integer" | "double" | "boolean";
export type AttributeValue = string | number | boolean;
export type AttributeTable = Readonly<Record<string, AttributeType>>;
type ValuesOf<Table extends AttributeTable> = { readonly [Name in keyof Table]: AttributeValue | undefined };

/** What tools that draw graphs are told of a node, in this order. */
export const NODE_ATTRIBUTES = {
  id: "string",
  kind: "string",
  registry: "string",
  owner: "string",
  state: "string",
  state_reason: "string",
  licence: "string",
  domains: "string",
  data_type: "string",
  languages: "string",
  tasks: "string",
  created: "string",
  traced: "string",
  downloads: "integer",
  likes: "integer",
  url: "string",
  contaminated_by: "string",
} as const satisfies AttributeTable;

/** The same of an edge. */
export const EDGE_ATTRIBUTES = {
  relation: "string",
  role: "string",
  split: "string",
  subset: "string",
  status: "string",
  confidence: "double",
  flags: "string",
  rejection: "string",
  origin: "string",
  evidence: "integer",
  documents: "string",
  quote: "string",
  quote_url: "string",
} as const satisfies AttributeTable;

type Unsettled = Exclude<Status, "accepted">;

export interface DrawnNode {
  /** Unique among nodes of both kinds. */
  readonly key: string;
  readonly label: string;
  /** Day on which it was created, YYYY-MM-DD. */
  readonly start: string | undefined;
  readonly attributes: ValuesOf<typeof NODE_ATTRIBUTES>;
}

export interface DrawnEdge {
  readonly id: string;
  /** The edge's kind; of an edge that is not accepted with its status, so that no reader takes both for the same. */
  readonly kind: Edge["kind"] | `${Edge["kind"]}-${Unsettled}`;
  readonly status: Status;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  /** Since when both ends exist, YYYY-MM-DD. */
  readonly start: string | undefined;
  readonly attributes: ValuesOf<typeof EDGE_ATTRIBUTES>;
}

/** The graph as nodes and edges with flat, typed attributes. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** Edges run from the dataset that was made to what it was made from. */
export const toDrawnGraph = (graph: ExchangeGraph): DrawnGraph => {
  const index = indexExchange(graph);
  const contaminated = groupContaminations(graph.contaminations);
  return {
    nodes: [
      ...graph.datasets.map((dataset) => toDatasetNode(dataset, contaminated.get(dataset.id) ?? [])),
      ...graph.models.map(toModelNode),
    ],
    edges: [...graph.derivations, ...graph.modelUses, ...graph.clearings].map((edge) =>
      toDrawnEdge(edge, index),
    ),
  };
};

const groupContaminations = (
  flags: readonly ContaminationFlag[],
): ReadonlyMap<DatasetId, readonly ContaminationFlag[]> => {
  const groups = new Map<DatasetId, ContaminationFlag[]>();
  for (const flag of flags) groups.set(flag.dataset, [...(groups.get(flag.dataset) ?? []), flag]);
  return groups;
};

const isContaminated = ({ level }: ContaminationFlag): boolean =>
  CONTAMINATED_LEVELS.some((one) => one === level);

const toDatasetNode = (dataset: Dataset, flags: readonly ContaminationFlag[]): DrawnNode => ({
  key: `dataset:${dataset.id}`,
  label: dataset.id,
  start: toDay(dataset.createdAt),
  attributes: {
    id: dataset.id,
    kind: kindOf(dataset),
    registry: dataset.registry,
    owner: dataset.owner,
    state: dataset.state,
    state_reason: dataset.stateReason,
    licence: dataset.licence,
    domains: toList(dataset.domains),
    data_type: dataset.dataType,
    languages: toList(dataset.languages),
    tasks: toList(dataset.tasks),
    created: dataset.createdAt,
    traced: dataset.tracedAt,
    downloads: dataset.downloads,
    likes: dataset.likes,
    url: dataset.url,
    contaminated_by: toList(
      flags.filter(isContaminated).map(({ benchmark, level }) => `${benchmark} (${level})`),
    ),
  },
});

const kindOf = ({ isBenchmark, isFamily }: Dataset): string => {
  if (isBenchmark) return "benchmark";
  return isFamily ? "family" : "dataset";
};

const toModelNode = ({ id, owner }: ModelNode): DrawnNode => ({
  key: `model:${id}`,
  label: id,
  start: undefined,
  attributes: { ...NO_ATTRIBUTES, id, kind: "model", owner },
});

const NO_ATTRIBUTES = Object.fromEntries(
  Object.keys(NODE_ATTRIBUTES).map((name) => [name, undefined]),
) as DrawnNode["attributes"];

const toDrawnEdge = (edge: Edge, index: ExchangeIndex): DrawnEdge => {
  const proofs = index.proofsOf(edge);
  const best = bestProof(proofs);
  const derivation = edge.kind === "derivation" ? edge : undefined;
  const role = edge.kind === "model-use" ? edge.role : undefined;
  return {
    id: edge.id,
    kind: edge.status === "accepted" ? edge.kind : `${edge.kind}-${edge.status}`,
    status: edge.status,
    source: `dataset:${edge.from}`,
    target: `${edge.kind === "model-use" ? "model" : "dataset"}:${edge.to}`,
    label: `${derivation?.relation ?? role ?? "cleared of"}${toDoubt(edge)}`,
    start: startOf(edge, index),
    attributes: {
      relation: derivation?.relation,
      role,
      split: edge.kind === "model-use" ? undefined : edge.split,
      subset: derivation?.subset,
      status: edge.status,
      confidence: edge.confidence,
      flags: toList(derivation?.flags),
      rejection: derivation?.rejection,
      origin: originOf(derivation),
      evidence: proofs.length,
      documents: toList([...new Set(proofs.map(({ document }) => document.kind))].sort()),
      quote: best?.evidence.quote,
      quote_url: best?.document.url,
    },
  };
};

/**
 * What a drawing must say of an edge that is not accepted.
 *
 * @example " (flagged: low-confidence)"
 */
const toDoubt = (edge: Edge): string => {
  if (edge.status === "accepted") return "";
  const reasons = edge.kind === "derivation" ? reasonsOf(edge) : [];
  return ` (${[edge.status, ...(reasons.length === 0 ? [] : [reasons.join(", ")])].join(": ")})`;
};

const reasonsOf = ({ status, rejection, flags }: Derivation): readonly string[] => {
  if (status === "flagged") return flags;
  return rejection === undefined ? [] : [rejection];
};

const originOf = (derivation: Derivation | undefined): string | undefined => {
  const origin = derivation?.origin;
  return origin?.kind === "published" ? `published: ${origin.citation}` : origin?.kind;
};

const startOf = (edge: Edge, index: ExchangeIndex): string | undefined => {
  const ends = edge.kind === "model-use" ? [edge.from] : [edge.from, edge.to];
  const days = ends.map((id) => toDay(index.dataset(id)?.createdAt)).filter((day) => day !== undefined);
  return days.sort().at(-1);
};

const DAY_LENGTH = "YYYY-MM-DD".length;
const toDay = (time: string | undefined): string | undefined => time?.slice(0, DAY_LENGTH);

/** Readers differ in how they write lists; one text with semicolons is the same for all. */
const toList = (items: readonly string[] | undefined): string | undefined =>
  items === undefined || items.length === 0 ? undefined : items.join("; ");
