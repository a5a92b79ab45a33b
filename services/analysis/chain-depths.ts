import type { Condensed } from "./condense.ts";

/** Longest chain of sources above each node, in edges; a cycle counts as one place. */
export const chainDepths = ({ components, sources, order }: Condensed): ReadonlyMap<string, number> => {
  const depths = new Int32Array(components.length);
  const byNode = new Map<string, number>();
  for (const component of order) {
    let depth = 0;
    for (const source of sources[component] ?? []) depth = Math.max(depth, (depths[source] ?? 0) + 1);
    depths[component] = depth;
    for (const node of components[component] ?? []) byNode.set(node, depth);
  }
  return byNode;
};
