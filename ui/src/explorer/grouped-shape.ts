import { CONTAMINATED_LEVELS, CONTAMINATION_LEVELS } from "../../../schema/contamination-level.ts";
import { findGroups, type Grouping, type NodeGroup } from "../state/grouping.ts";
import type { ContaminationMark, GraphShape, ShapeEdge, ShapeNode } from "./graph-shape.ts";

/** A shape with its groups drawn as one node each. */
export interface GroupedShape {
  readonly shape: GraphShape;
  readonly groups: Grouping;
  /** The drawn node or edge that stands for a hidden one; what is drawn as itself is not in it. */
  readonly standsFor: ReadonlyMap<string, string>;
}

export interface GroupChoice {
  /** Ids of groups that are shown one by one. */
  readonly opened: readonly string[];
  /** Nodes that are never hidden, beside the targets and the benchmarks that somebody's contamination leads to. */
  readonly kept: ReadonlySet<string>;
  /** What stands beside a group: "98 datasets, 3 contaminated". */
  readonly nameOf: (group: NodeGroup, contaminated: number) => string;
}

export const toGroupedShape = (shape: GraphShape, { opened, kept, nameOf }: GroupChoice): GroupedShape => {
  const leaks = benchmarksOfMarks(shape);
  const groups = findGroups({
    nodes: shape.nodes.map((node) => ({
      id: node.id,
      kind: node.kind,
      isKept: node.isRoot || node.kind === "group" || kept.has(node.id) || leaks.has(node.id),
      weight: node.uses,
    })),
    edges: shape.edges.map((edge) => ({ from: edge.from, to: edge.to, kind: `${edge.kind} ${edge.status}` })),
    opened,
  });
  if (groups.closed.length === 0) return { shape, groups, standsFor: new Map() };
  const standsFor = new Map<string, string>();
  for (const group of groups.closed) for (const id of group.members) standsFor.set(id, group.id);
  const byId = new Map(shape.nodes.map((node) => [node.id, node]));
  const nodes = [
    ...shape.nodes.filter((node) => !standsFor.has(node.id)),
    ...groups.closed.map((group) => toGroupNode(group, byId, nameOf)),
  ];
  const edges = joinEdges(shape.edges, standsFor);
  return { shape: { root: shape.root, nodes, edges }, groups, standsFor };
};

/** A benchmark that a contaminated dataset leads to is the end of a leak, and must be seen. */
const benchmarksOfMarks = (shape: GraphShape): ReadonlySet<string> =>
  new Set(
    shape.nodes.flatMap((node) =>
      (node.marks ?? []).filter((mark) => isContaminated(mark)).map((mark) => mark.benchmark),
    ),
  );

const isContaminated = ({ level }: ContaminationMark): boolean =>
  CONTAMINATED_LEVELS.some((contaminated) => contaminated === level);

const toGroupNode = (
  group: NodeGroup,
  byId: ReadonlyMap<string, ShapeNode>,
  nameOf: GroupChoice["nameOf"],
): ShapeNode => {
  const members = group.members.flatMap((id) => byId.get(id) ?? []);
  const [first] = members;
  const contaminated = members.filter((node) => (node.marks ?? []).some(isContaminated)).length;
  return {
    id: group.id,
    kind: "group",
    name: nameOf(group, contaminated),
    registry: undefined,
    state: "terminal",
    uses: 0,
    isRoot: false,
    level: first?.level ?? 0,
    marks: strongestMarks(members),
    group: {
      count: members.length,
      contaminated,
      members: group.members,
      ...(first !== undefined && first.kind !== "group" && { memberKind: first.kind }),
    },
  };
};

/** One mark per benchmark, the strongest of the members' and the strongest first. */
const strongestMarks = (members: readonly ShapeNode[]): readonly ContaminationMark[] => {
  const marks = members.flatMap((node) => node.marks ?? []).sort((one, other) => rank(one) - rank(other));
  const byBenchmark = new Map<string, ContaminationMark>();
  for (const mark of marks) if (!byBenchmark.has(mark.benchmark)) byBenchmark.set(mark.benchmark, mark);
  return [...byBenchmark.values()];
};

const rank = ({ level }: ContaminationMark): number => CONTAMINATION_LEVELS.indexOf(level);

/** Edges of hidden nodes become one per neighbour and group; adds them to `standsFor`. */
const joinEdges = (edges: readonly ShapeEdge[], standsFor: Map<string, string>): readonly ShapeEdge[] => {
  const drawn: ShapeEdge[] = [];
  const joined = new Map<string, ShapeEdge[]>();
  for (const edge of edges) {
    const from = standsFor.get(edge.from) ?? edge.from;
    const to = standsFor.get(edge.to) ?? edge.to;
    if (from === edge.from && to === edge.to) {
      drawn.push(edge);
      continue;
    }
    const id = `${from} > ${to}`;
    const others = joined.get(id);
    if (others === undefined) joined.set(id, [edge]);
    else others.push(edge);
  }
  for (const [id, members] of joined) {
    const [first] = members;
    if (first === undefined) continue;
    const ends = {
      from: standsFor.get(first.from) ?? first.from,
      to: standsFor.get(first.to) ?? first.to,
    };
    for (const member of members) standsFor.set(member.id, id);
    drawn.push(joinOf(members, { ...first, ...ends, id }));
  }
  return drawn;
};

/** Says of many edges what holds for all of them, and nothing that holds for one. */
const joinOf = (members: readonly ShapeEdge[], first: ShapeEdge): ShapeEdge => {
  const { id, from, to, status, kind } = first;
  const confidences = members.flatMap((edge) => edge.confidence ?? []);
  const same = <Field extends "relation" | "split" | "role">(field: Field) =>
    first[field] !== undefined &&
    members.every((edge) => edge[field] === first[field]) && { [field]: first[field] };
  return {
    id,
    from,
    to,
    status,
    kind,
    documents: Math.min(...members.map((edge) => edge.documents)),
    count: members.length,
    ...same("relation"),
    ...same("split"),
    ...same("role"),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
};
