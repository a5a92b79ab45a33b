import type { DatasetDetail, EdgeDetail } from "../../schema/api.ts";
import type { Derivation, Edge } from "../../schema/edge.ts";
import type { DatasetId } from "../../schema/ids.ts";
import type { LineageReader } from "../ports.ts";

/** Everything that is known of one dataset, with the proofs. */
export interface DatasetReport {
  readonly dataset: DatasetDetail;
  readonly sources: readonly EdgeDetail[];
  readonly uses: readonly Derivation[];
  readonly models: readonly EdgeDetail[];
  readonly clearings: readonly EdgeDetail[];
  readonly rejected: readonly EdgeDetail[];
}

/** Reads a dataset with its neighbourhood, strongest edges first. */
export const loadDatasetReport = async (
  lineage: Pick<LineageReader, "dataset" | "lineage" | "rejected" | "edge">,
  id: DatasetId,
): Promise<DatasetReport> => {
  const dataset = await lineage.dataset(id);
  const around = await lineage.lineage(dataset.id, {
    direction: "both",
    depth: 1,
    status: ["accepted", "flagged"],
  });
  const derivations = around.edges.filter((edge) => edge.kind === "derivation");
  const prove = (edges: readonly Edge[]): Promise<EdgeDetail[]> =>
    Promise.all([...edges].sort(byConfidence).map((edge) => lineage.edge(edge.id)));
  return {
    dataset,
    sources: await prove(derivations.filter((edge) => edge.from === dataset.id)),
    uses: derivations.filter((edge) => edge.to === dataset.id).sort(byConfidence),
    models: await prove(dataset.models),
    clearings: await prove(dataset.clearings),
    rejected: await lineage.rejected(dataset.id),
  };
};

const byConfidence = (one: Edge, other: Edge): number =>
  other.confidence - one.confidence || one.to.localeCompare(other.to);
