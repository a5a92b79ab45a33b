import type { Dataset } from "../../../schema/dataset.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { Database } from "../../database.ts";
import { EDGES_WITH_ORIGIN, STORED_DATASETS } from "../../queries/publish.ts";
import { toDataset, toEdge } from "../../rows.ts";
import { inBatches } from "../in-batches.ts";

/** A derivation that a publication states. */
export type PublishedDerivation = Derivation & {
  readonly origin: Extract<NonNullable<Derivation["origin"]>, { readonly kind: "published" }>;
};

/** Every derivation that a publication states, ordered by its ends, and the datasets at them. */
export const readPublished = async (
  database: Database,
): Promise<{ readonly edges: readonly PublishedDerivation[]; readonly datasets: readonly Dataset[] }> => {
  const edges = (await database.read(EDGES_WITH_ORIGIN)).map(toEdge).filter(isPublished);
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
  const rows = await inBatches(ids, (some) => database.read(STORED_DATASETS, { ids: some }));
  return {
    edges: edges.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    datasets: rows.map((row) => toDataset(row["properties"])),
  };
};

const isPublished = (edge: ReturnType<typeof toEdge>): edge is PublishedDerivation =>
  edge.kind === "derivation" && edge.origin?.kind === "published";

const keyOf = ({ from, to }: Derivation): string => `${from}\n${to}`;
