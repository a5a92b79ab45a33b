import type { Expansion } from "./view-state.ts";

/** What grouping needs to know of a node. */
export interface GroupableNode {
  readonly id: string;
  readonly kind: string;
  /** What must be seen as itself: targets, the selection, members of a path, what is contaminated on one. */
  readonly isKept: boolean;
  /** Of more members than are shown one by one, the heaviest stay. */
  readonly weight: number;
}

export interface GroupableEdge {
  /** The derived end. */
  readonly from: string;
  readonly to: string;
  /** Only edges of one kind lead to one group. */
  readonly kind: string;
}

export interface NodeGroup {
  /** The same for the same neighbours, direction and kind, whoever the members are: a link can name it. */
  readonly id: string;
  readonly kind: string;
  /** upstream: the members are sources of the anchors. */
  readonly direction: Expansion["direction"];
  /** The neighbours that all members hang on, by id. */
  readonly anchors: readonly string[];
  /** The heaviest first. */
  readonly members: readonly string[];
}

export interface Grouping {
  /** Drawn as one node each. */
  readonly closed: readonly NodeGroup[];
  /** Would be, if nobody had opened them. */
  readonly open: readonly NodeGroup[];
}

export interface GroupingRequest {
  readonly nodes: readonly GroupableNode[];
  readonly edges: readonly GroupableEdge[];
  /** Ids of groups that are shown one by one. */
  readonly opened: readonly string[];
}

/** Up to so many leaves of one kind on the same neighbours are readable one by one. */
export const MOST_LEAVES = 12;
/** Of more, so many stay beside the group: enough to see what kind of thing hangs there. */
export const SHOWN_LEAVES = 6;

/**
 * Finds leaves that look the same to a reader: nothing else hangs on them, and they hang on the same neighbours with the
 * same direction and kind. Of more than 12 such leaves, all but the 6 heaviest become a group; what is kept never does.
 */
export const findGroups = ({ nodes, edges, opened }: GroupingRequest): Grouping => {
  const touching = edgesByEnd(edges);
  const families = new Map<string, { readonly group: NodeGroup; readonly leaves: GroupableNode[] }>();
  for (const node of nodes) {
    const group = groupOf(node, touching.get(node.id) ?? []);
    if (group === undefined) continue;
    const family = families.get(group.id);
    if (family === undefined) families.set(group.id, { group, leaves: [node] });
    else family.leaves.push(node);
  }
  const isOpen = new Set(opened);
  const closed: NodeGroup[] = [];
  const open: NodeGroup[] = [];
  for (const { group, leaves } of families.values()) {
    const members = membersOf(leaves);
    if (members.length > 0) (isOpen.has(group.id) ? open : closed).push({ ...group, members });
  }
  return { closed, open };
};

const edgesByEnd = (edges: readonly GroupableEdge[]): ReadonlyMap<string, readonly GroupableEdge[]> => {
  const touching = new Map<string, GroupableEdge[]>();
  const add = (id: string, edge: GroupableEdge): void => {
    const known = touching.get(id);
    if (known === undefined) touching.set(id, [edge]);
    else known.push(edge);
  };
  for (const edge of edges) {
    add(edge.from, edge);
    if (edge.to !== edge.from) add(edge.to, edge);
  }
  return touching;
};

/** The group that a node belongs to if it is a leaf: all its edges lead one way and are of one kind to each neighbour. */
const groupOf = (node: GroupableNode, edges: readonly GroupableEdge[]): NodeGroup | undefined => {
  const [first] = edges;
  if (first === undefined) return undefined;
  const direction = first.to === node.id ? "upstream" : "downstream";
  const isLeaf = edges.every(
    (edge) => (direction === "upstream" ? edge.to : edge.from) === node.id && edge.from !== edge.to,
  );
  if (!isLeaf) return undefined;
  const links = edges
    .map((edge) => ({ anchor: direction === "upstream" ? edge.from : edge.to, kind: edge.kind }))
    .sort((one, other) => compare(one.anchor, other.anchor) || compare(one.kind, other.kind));
  const anchors = [...new Set(links.map((link) => link.anchor))];
  const key = JSON.stringify([direction, node.kind, links.map(({ anchor, kind }) => [anchor, kind])]);
  return { id: idOf(anchors, direction, key), kind: node.kind, direction, anchors, members: [] };
};

const membersOf = (leaves: readonly GroupableNode[]): readonly string[] => {
  if (leaves.length <= MOST_LEAVES) return [];
  const heaviestFirst = [...leaves].sort(
    (one, other) => other.weight - one.weight || compare(one.id, other.id),
  );
  return heaviestFirst
    .slice(SHOWN_LEAVES)
    .filter((leaf) => !leaf.isKept)
    .map((leaf) => leaf.id);
};

/** Readable in a link, and short however many neighbours there are. */
const idOf = (anchors: readonly string[], direction: Expansion["direction"], key: string): string =>
  `${direction === "upstream" ? "up" : "down"}:${anchors[0] ?? ""}:${hashOf(key)}`;

/** FNV-1a in 32 bits: enough to tell a handful of groups of one neighbour apart. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
