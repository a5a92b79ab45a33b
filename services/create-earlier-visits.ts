import type { EarlierVisitPort } from "../agents/ports.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import type { Edge } from "../schema/edge.ts";
import { registryOf } from "../schema/id-text.ts";
import type { Dataset } from "../schema/dataset.ts";

/** What earlier traces left of a dataset, read from the graph. */
export const createEarlierVisits = (store: Pick<LineageStore, "detail" | "lineage">): EarlierVisitPort => ({
  find: async (id) => {
    const detail = await store.detail(id);
    if (detail?.state !== "traced") return undefined;
    const statuses = ["accepted", "flagged"] as const;
    const view = await store.lineage(id, { direction: "upstream", depth: 1, statuses });
    const card = detail.documents.find((document) => document.kind === "card")?.sha256;
    const nodes = new Map<string, Dataset>((view?.nodes ?? []).map((node) => [node.id, node]));
    const sources = (view?.edges ?? [])
      .filter((edge) => edge.from === id)
      .sort(byBelief)
      .flatMap((edge) => nodes.get(edge.to) ?? [])
      .filter((node) => registryOf(node.id) === "huggingface");
    return {
      sources: sources.map((node) => node.id),
      documents: detail.documents,
      ...(card === undefined ? {} : { card }),
    };
  },
});

/** Accepted ones first, then by confidence. */
const byBelief = (one: Edge, other: Edge): number =>
  Number(one.status === "flagged") - Number(other.status === "flagged") || other.confidence - one.confidence;
