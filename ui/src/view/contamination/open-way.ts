import type { RankedDataset } from "../../../../schema/contamination-ranking.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { ContaminationStore } from "../../state/contamination/contamination-store.ts";

/** Shows the way of a dataset to a benchmark, in the address too. */
export const openWay = (
  { navigation }: ContaminationStore,
  { id }: Pick<RankedDataset, "id">,
  benchmark: DatasetId | undefined,
): void => navigation.navigate({ selection: { kind: "dataset", id }, pathTo: benchmark });
