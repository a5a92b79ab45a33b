import type { Dataset } from "../../schema/dataset.ts";
import type { DatasetId } from "../../schema/ids.ts";
import { registryOf } from "../../schema/id-text.ts";
import type { Decided } from "./decide-edges.ts";
import { uniqueBy } from "./group-by.ts";

export interface CollectedNodes {
  readonly neighbours: readonly Dataset[];
  readonly members: readonly { readonly family: DatasetId; readonly dataset: DatasetId }[];
  /** Hub sources to trace next: accepted before flagged, the most confident first. */
  readonly sources: readonly DatasetId[];
}

/** The nodes at the other ends of a visit's edges, each once and in its most telling state. */
export const collectNodes = (decided: readonly Decided[]): CollectedNodes => {
  const leading = decided.filter(({ edge }) => edge.kind === "derivation" && edge.status !== "rejected");
  const sources = [...leading].sort(byPromise).map(({ resolution }) => resolution.node.id);
  const benchmarks = new Set(
    decided.filter(({ edge }) => edge.kind === "clearing").map(({ resolution }) => resolution.node.id),
  );
  const families = leading.filter(({ resolution }) => resolution.node.isFamily);
  return {
    // The node as its most telling edge knows it comes first, so that it is the one that is kept.
    neighbours: uniqueBy(
      [
        ...leading.map(({ resolution }) => resolution.node),
        ...families.flatMap(({ resolution }) => resolution.members),
        ...decided.map(({ resolution }) => toMentioned(resolution.node)),
      ],
      ({ id }) => id,
    ).map((node) => (benchmarks.has(node.id) ? { ...node, isBenchmark: true } : node)),
    members: families.flatMap(({ resolution }) =>
      resolution.members.map(({ id }) => ({ family: resolution.node.id, dataset: id })),
    ),
    sources: sources.filter((id) => registryOf(id) === "huggingface"),
  };
};

const byPromise = ({ edge: one }: Decided, { edge: other }: Decided): number =>
  one.status.localeCompare(other.status) || other.confidence - one.confidence || (one.to < other.to ? -1 : 1);

/** A node that no accepted or flagged derivation leads to: named, and not to be traced. */
const toMentioned = (node: Dataset): Dataset => {
  const { stateReason: _, ...rest } = node;
  return { ...rest, state: "mentioned" };
};
