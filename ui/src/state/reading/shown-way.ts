import type { PathView } from "../../../../schema/paths.ts";

/** Nodes and edges that the canvas lights of the ways: the held one alone, else the strongest, else all of them. */
export const shownWay = (
  { kind, paths }: Pick<PathView, "kind" | "paths">,
  held: number | undefined,
): { readonly nodes: readonly string[]; readonly edges: readonly string[] } => {
  const one = paths[held ?? (kind === "strongest" ? 0 : -1)];
  const lit = one === undefined ? paths : [one];
  return { nodes: lit.flatMap((path) => path.nodes), edges: lit.flatMap((path) => path.edges) };
};
