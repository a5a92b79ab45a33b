import type { ContaminationLevel } from "../../../schema/contamination-level.ts";
import type { Derivation, ModelUse } from "../../../schema/edge.ts";
import type { ModelRole, NodeState, Relation, Split, Status } from "../../../schema/vocabulary.ts";
import { creationDay } from "../state/creation-day.ts";
import { nodeKindOf, type NodeKind } from "../state/node-kind.ts";
import type { LineageNode, ShownLineage } from "../state/shown-lineage.ts";
import type { DomainShade } from "./palette.ts";

/** How a dataset stands to one benchmark. */
export interface ContaminationMark {
  readonly benchmark: string;
  readonly level: ContaminationLevel;
}

/** Nodes that are drawn as one. */
export interface ShapeGroup {
  readonly count: number;
  /** Members with a mark that says that they can have seen held-out items. */
  readonly contaminated: number;
  /** Their canvas ids, the most used first; absent when the page does not hold them. */
  readonly members?: readonly string[];
  /** Absent when they are of several kinds; the node's own name then says what they are. */
  readonly memberKind?: NodeKind | "model";
}

/** What the canvas draws, without saying where or how. Facts that nobody knows are absent. */
export interface ShapeNode {
  readonly id: string;
  readonly kind: NodeKind | "model" | "group";
  readonly name: string;
  readonly registry: LineageNode["registry"] | undefined;
  readonly state: NodeState;
  /** Uses downstream in the whole graph, not only in the shown part. */
  readonly uses: number;
  /** Of the datasets that the reader asked for. */
  readonly isRoot: boolean;
  readonly level: number;
  readonly domain?: DomainShade;
  /** Day of its creation, or the first day of the month that a publication gives. */
  readonly createdOn?: string;
  /** The strongest first. */
  readonly marks?: readonly ContaminationMark[];
  /** Sources and uses, accepted and flagged, in the whole graph. */
  readonly degrees?: Degrees;
  readonly group?: ShapeGroup;
}

export interface Degrees {
  readonly sources: number;
  readonly uses: number;
}

export interface ShapeEdge {
  readonly id: string;
  /** The derived end, drawn on the left. */
  readonly from: string;
  readonly to: string;
  readonly status: Status;
  /** Documents that agree on it. */
  readonly documents: number;
  readonly kind: "derivation" | "model-use";
  /** Of a derivation. */
  readonly relation?: Relation;
  readonly split?: Split;
  /** Of a model. */
  readonly role?: ModelRole;
  /** 0 to 1. */
  readonly confidence?: number;
  /** Edges that this one stands for, when it leads to a group. */
  readonly count?: number;
}

export interface GraphShape {
  readonly root: string;
  readonly nodes: readonly ShapeNode[];
  readonly edges: readonly ShapeEdge[];
}

/** Model ids and dataset ids share one spelling; the prefix keeps a model apart from a dataset of the same name. */
export const modelNodeId = (id: string): string => `model ${id}`;

export const toGraphShape = (lineage: ShownLineage, models: readonly ModelUse[]): GraphShape => {
  const shown = new Set<string>(lineage.nodes.map((node) => node.id));
  const uses = models.filter((use) => shown.has(use.from));
  return {
    root: lineage.root,
    nodes: [
      ...lineage.nodes.map((node) => fromDataset(node, lineage.root)),
      ...fromModels(uses, new Map(lineage.nodes.map((node) => [node.id as string, node.level]))),
    ],
    edges: [...lineage.edges.map(fromDerivation), ...uses.map(fromModelUse)],
  };
};

const fromDataset = (node: LineageNode, root: string): ShapeNode => {
  const createdOn = creationDay(node);
  return {
    id: node.id,
    kind: nodeKindOf(node),
    name: node.name,
    registry: node.registry,
    state: node.state,
    uses: node.uses,
    isRoot: node.target || node.id === root,
    level: node.level,
    domain: domainOf(node),
    degrees: { sources: node.sources, uses: node.uses },
    ...(createdOn !== undefined && { createdOn }),
    marks: node.marks,
  };
};

/** One domain, several, or unknown. */
export const domainOf = ({ domains = [] }: Pick<LineageNode, "domains">): DomainShade => {
  const [first, ...more] = new Set(domains);
  if (first === undefined) return "unknown";
  return more.length === 0 ? first : "mixed";
};

const fromModels = (uses: readonly ModelUse[], levels: ReadonlyMap<string, number>): readonly ShapeNode[] => {
  const nodes = new Map<string, ShapeNode>();
  for (const use of uses) {
    const known = nodes.get(use.to);
    nodes.set(use.to, {
      id: modelNodeId(use.to),
      kind: "model",
      name: use.to.split("/").at(-1) ?? use.to,
      registry: undefined,
      state: "terminal",
      uses: (known?.uses ?? 0) + 1,
      isRoot: false,
      level: Math.max(known?.level ?? 0, (levels.get(use.from) ?? 0) + 1),
    });
  }
  return [...nodes.values()];
};

const fromDerivation = (edge: Derivation): ShapeEdge => ({
  id: edge.id,
  from: edge.from,
  to: edge.to,
  status: edge.status,
  documents: edge.signals.documents,
  kind: "derivation",
  relation: edge.relation,
  ...(edge.split !== undefined && { split: edge.split }),
  confidence: edge.confidence,
});

const fromModelUse = (use: ModelUse): ShapeEdge => ({
  id: use.id,
  from: use.from,
  to: modelNodeId(use.to),
  status: use.status,
  documents: use.signals.documents,
  kind: "model-use",
  role: use.role,
  confidence: use.confidence,
});
