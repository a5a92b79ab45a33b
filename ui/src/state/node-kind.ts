import type { Dataset } from "../../../schema/dataset.ts";

/** What a node is to the eye: it decides shape, filter and word. */
export const NODE_KINDS = ["dataset", "benchmark", "family", "off-hub"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** A benchmark off the Hub is still a benchmark: being one matters more than where it lives. */
export const nodeKindOf = (dataset: Pick<Dataset, "isBenchmark" | "isFamily" | "registry">): NodeKind => {
  if (dataset.isBenchmark) return "benchmark";
  if (dataset.isFamily) return "family";
  return dataset.registry === "huggingface" ? "dataset" : "off-hub";
};
