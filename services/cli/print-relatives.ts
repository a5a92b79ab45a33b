import type { LineageView } from "../../schema/api.ts";
import type { Edge } from "../../schema/edge.ts";
import { type NodeState, STATUSES } from "../../schema/vocabulary.ts";
import type { Terminal } from "./output/terminal.ts";
import { toCounted, toLine } from "./output/text.ts";

type Direction = "upstream" | "downstream";

interface Printing {
  readonly direction: Direction;
  readonly terminal: Terminal;
  readonly json: boolean;
}

/** Prints a lineage: for people a tree in which each dataset is unfolded once, for machines its nodes and edges. */
export const printRelatives = (view: LineageView, { direction, terminal, json }: Printing): void => {
  if (json) {
    for (const node of view.nodes) terminal.printJson({ kind: "node", ...node });
    for (const edge of view.edges) terminal.printJson({ ...edge, kind: "edge", edge: edge.kind });
    return;
  }
  for (const line of toTree(view, direction)) terminal.print(line);
  const edges = view.edges.filter((edge) => edge.kind === "derivation");
  terminal.note(`${toCounted(view.nodes.length, "dataset")}, ${toCounted(edges.length, "edge")}`);
  if (view.truncated) terminal.note("more lies beyond; raise --depth to see it");
};

/** Lines of the tree below the root; a dataset that was unfolded above is marked "see above" instead. */
export const toTree = (view: LineageView, direction: Direction): readonly string[] => {
  const states = new Map(view.nodes.map((node) => [node.id as string, node.state]));
  const next = groupByNear(view.edges, direction);
  const unfolded = new Set<string>();
  const lines: string[] = [];
  const visit = (id: string, label: string, indent: string): void => {
    const below = next.get(id) ?? [];
    const isRepeated = unfolded.has(id) && below.length > 0;
    const state = states.get(id);
    const mark = state === undefined || UNREMARKABLE.has(state) ? "" : ` [${state}]`;
    lines.push(`${indent}${id}${label}${mark}${isRepeated ? " (see above)" : ""}`);
    if (isRepeated) return;
    unfolded.add(id);
    for (const { far, edge } of below) visit(far, toLabel(edge), `${indent}  `);
  };
  visit(view.root, "", "");
  return lines;
};

/** Read, or with nothing to read by design. */
const UNREMARKABLE: ReadonlySet<NodeState> = new Set(["traced", "terminal"]);

interface Step {
  readonly far: string;
  readonly edge: Edge;
}

const groupByNear = (edges: readonly Edge[], direction: Direction): ReadonlyMap<string, readonly Step[]> => {
  const groups = new Map<string, Step[]>();
  for (const edge of edges.toSorted(byBelief)) {
    if (edge.kind !== "derivation" || edge.status === "rejected") continue;
    const [near, far] = direction === "upstream" ? [edge.from, edge.to] : [edge.to, edge.from];
    const group = groups.get(near) ?? [];
    group.push({ far, edge });
    groups.set(near, group);
  }
  return groups;
};

/** Accepted ones first, then by confidence. */
const byBelief = (one: Edge, other: Edge): number =>
  STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
  other.confidence - one.confidence ||
  one.to.localeCompare(other.to);

const toLabel = (edge: Edge): string => {
  if (edge.kind !== "derivation") return "";
  const split = edge.split === undefined ? "" : `, ${edge.split} split`;
  const subset = edge.subset === undefined ? "" : `, ${toLine(edge.subset)}`;
  const doubt = edge.status === "flagged" ? ` ? ${edge.flags.join(", ")}` : "";
  return `  ${edge.relation}${split}${subset} ${edge.confidence.toFixed(2)}${doubt}`;
};
