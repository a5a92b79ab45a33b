import type { DatasetCommit, FrontierEntry } from "../../schema/commit.ts";
import type { Dataset } from "../../schema/dataset.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { VisitOutcome } from "../../schema/trace.ts";
import type { NodeState } from "../../schema/vocabulary.ts";
import { toAlias } from "../aggregation/resolve.ts";
import { toHubNode, toNode } from "../aggregation/to-node.ts";
import type { Visit } from "./visit.ts";

/** Everything that a visit adds to the graph, from its notes. */
export const toDatasetCommit = (visit: Visit, outcome: VisitOutcome): DatasetCommit => {
  const { notes, entry, traceId } = visit;
  const { aggregated } = notes;
  const dataset = toDataset(visit, outcome);
  const renamed = dataset.id === entry.dataset ? [] : [toAlias(entry.dataset, dataset.id)];
  const sources = [...(aggregated?.sources ?? []), ...notes.knownSources];
  return {
    traceId,
    dataset,
    outcome,
    ...(dataset.stateReason !== undefined
      ? { reason: dataset.stateReason }
      : notes.reason !== undefined && { reason: notes.reason }),
    documents: [...notes.documents.values()],
    aliases: [
      ...renamed,
      ...(aggregated?.aliases ?? []).filter(({ key }) => !renamed.some((one) => one.key === key)),
    ],
    neighbours: [
      ...(aggregated?.neighbours ?? []),
      ...notes.knownSources.map((id) => toNode(id, "frontier")),
    ],
    models: aggregated?.models ?? [],
    members: aggregated?.members ?? [],
    edges: aggregated?.edges ?? [],
    evidence: aggregated?.evidence ?? [],
    enqueue: toEntries(sources, entry.depth + 1),
  };
};

const toEntries = (sources: readonly DatasetId[], depth: number): FrontierEntry[] =>
  [...new Set(sources)].map((dataset) => ({ dataset, depth }));

const toDataset = (visit: Visit, outcome: VisitOutcome): Dataset => {
  const { notes, entry, ports } = visit;
  const state = stateAfter(visit, outcome);
  const reason = reasonAfter(visit, outcome);
  if (notes.hub === undefined) return toNode(entry.dataset, state, reason);
  const { facts } = notes;
  return {
    ...(facts?.licence !== undefined && { licence: facts.licence }),
    ...(facts !== undefined && facts.languages.length > 0 && { languages: [...facts.languages] }),
    ...(facts !== undefined && facts.tasks.length > 0 && { tasks: [...facts.tasks] }),
    ...toHubNode(notes.hub, state, reason),
    ...(outcome === "traced" && { tracedAt: ports.clock.now().toISOString() }),
  };
};

const stateAfter = ({ notes }: Visit, outcome: VisitOutcome): NodeState => {
  if (outcome === "skipped") return notes.isBeforeCut === true ? "terminal" : "skipped";
  return outcome === "failed" ? "skipped" : outcome;
};

/** A traced dataset with a reason is one that a later trace reads again. */
const reasonAfter = ({ notes }: Visit, outcome: VisitOutcome): string | undefined => {
  if (outcome !== "traced") return notes.reason;
  const missed = [...notes.missed].map(([what, why]) => (what === why ? why : `${what}: ${why}`));
  return missed.length === 0 ? notes.reason : `not read: ${missed.sort().join("; ")}`;
};
