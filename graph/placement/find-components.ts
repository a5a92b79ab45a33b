import type { PlainGraph } from "./placement.ts";

/** What hangs together, as lists of nodes in their order: the largest list first, those of one size by their first node. */
export const findComponents = ({ size, from, to }: PlainGraph): readonly (readonly number[])[] => {
  const parent = Uint32Array.from({ length: size }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while ((parent[root] ?? root) !== root) {
      // Every second look shortens the way for the next one.
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  for (let edge = 0; edge < from.length; edge += 1) {
    const one = rootOf(from[edge] ?? 0);
    const other = rootOf(to[edge] ?? 0);
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  const lists = new Map<number, number[]>();
  for (let node = 0; node < size; node += 1) {
    const root = rootOf(node);
    const list = lists.get(root);
    if (list === undefined) lists.set(root, [node]);
    else list.push(node);
  }
  return [...lists.values()].sort(
    (one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0),
  );
};
