import type { DatasetId } from "../../../../schema/ids.ts";
import type { TraceProgress, Visit } from "../trace-progress.ts";

/** A visit with its place in the tree of who named whom. */
export interface VisitBranch {
  readonly visit: Visit;
  /** 0 for a root. */
  readonly indent: number;
  /** The dataset in whose documents it was found; absent of a root. */
  readonly parent?: DatasetId;
}

/**
 * The visits as a tree, each below the first visited dataset that named it as a source, in the order of their visits. One that
 * nobody is known to have named stands like a root.
 */
export const toVisitTree = ({
  visits,
  roots,
}: Pick<TraceProgress, "visits" | "roots">): readonly VisitBranch[] => {
  const parents = new Map<string, DatasetId>();
  const order = new Map([...visits.keys()].map((id, at) => [id as string, at]));
  for (const visit of visits.values()) {
    for (const { to, kind, status } of visit.edges) {
      if (kind !== "derivation" || status === "rejected" || parents.has(to)) continue;
      // What was visited before whoever named it was not put there by it; that also keeps circles out.
      if ((order.get(to) ?? -1) > (order.get(visit.dataset) ?? 0)) parents.set(to, visit.dataset);
    }
  }
  for (const root of roots) parents.delete(root);
  const below = new Map<string | undefined, Visit[]>();
  for (const visit of visits.values()) {
    const parent = parents.get(visit.dataset);
    const siblings = below.get(parent) ?? [];
    below.set(parent, siblings);
    siblings.push(visit);
  }
  const branches: VisitBranch[] = [];
  const stack = (below.get(undefined) ?? []).map((visit) => ({ visit, indent: 0 })).toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { visit, indent } = next;
    const parent = parents.get(visit.dataset);
    branches.push({ visit, indent, ...(parent !== undefined && { parent }) });
    const children = (below.get(visit.dataset) ?? []).map((child) => ({ visit: child, indent: indent + 1 }));
    stack.push(...children.toReversed());
  }
  return branches;
};
