import type { Derivation, ModelUse } from "../../../schema/edge.ts";
import type { NodeState, Status } from "../../../schema/vocabulary.ts";
import { nodeKindOf, type NodeKind } from "../state/node-kind.ts";
import type { LineageNode, ShownLineage } from "../state/graph-filter.ts";

/** What the canvas draws, without saying where or how. */
export interface ShapeNode {
  readonly id: string;
  readonly kind: NodeKind | "model";
  readonly name: string;
  readonly registry: LineageNode["registry"] | undefined;
  readonly state: NodeState;
  /** Uses downstream in the whole graph, not only in the shown part. */
  readonly uses: number;
  readonly isRoot: boolean;
  readonly level: number;
}

export interface ShapeEdge {
  readonly id: string;
  /** The derived end, drawn on the left. */
  readonly from: string;
  readonly to: string;
  readonly status: Status;
  /** Documents that agree on it. */
  readonly documents: number;
  readonly label: string;
  readonly kind: "derivation" | "model-use";
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
      ...lineage.nodes.map((node) => fromDataset(node, node.id === lineage.root)),
      ...fromModels(uses, new Map(lineage.nodes.map((node) => [node.id as string, node.level]))),
    ],
    edges: [...lineage.edges.map(fromDerivation), ...uses.map(fromModelUse)],
  };
};

const fromDataset = (node: LineageNode, isRoot: boolean): ShapeNode => ({
  id: node.id,
  kind: nodeKindOf(node),
  name: node.name,
  registry: node.registry,
  state: node.state,
  uses: node.uses,
  isRoot,
  level: node.level,
});

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
  label: edge.split === undefined ? edge.relation : `${edge.relation}, ${edge.split} split`,
  kind: "derivation",
});

const fromModelUse = (use: ModelUse): ShapeEdge => ({
  id: use.id,
  from: use.from,
  to: modelNodeId(use.to),
  status: use.status,
  documents: use.signals.documents,
  label: use.role,
  kind: "model-use",
});
