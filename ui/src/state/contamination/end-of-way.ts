import type { Edge } from "../../../../schema/edge.ts";
import type { DatasetId } from "../../../../schema/ids.ts";

/** Where a way to a benchmark ends: often at a copy of it or at a part of its family, whose id is another one. */
export const endOfWay = (steps: readonly Edge[], benchmark: DatasetId): DatasetId => {
  const last = steps.at(-1);
  return last === undefined || last.kind === "model-use" ? benchmark : last.to;
};
