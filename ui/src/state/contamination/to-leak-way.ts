import type { ContaminationFlag, ContaminationReport } from "../../../../schema/contamination.ts";
import type { Edge } from "../../../../schema/edge.ts";
import type { DatasetId } from "../../../../schema/ids.ts";

export interface LeakWay {
  readonly flag: ContaminationFlag;
  readonly kind: "shortest" | "strongest";
  /** From the dataset up to the benchmark, each starting where the one before ends. */
  readonly steps: readonly Edge[];
  /** Whether the other way is another one. */
  readonly hasOther: boolean;
  readonly clearings: readonly Edge[];
}

/** The way of a dataset's report that the page draws: to the benchmark that is asked for, else to the worst. */
export const toLeakWay = (
  { items, edges }: ContaminationReport,
  { benchmark, kind }: { readonly benchmark: DatasetId | undefined; readonly kind: LeakWay["kind"] },
): LeakWay | undefined => {
  const flag = items.find((item) => item.benchmark === benchmark) ?? items[0];
  if (flag === undefined) return undefined;
  const byId = new Map(edges.map(({ edge }) => [edge.id, edge]));
  const follow = (ids: ContaminationFlag["path"]): readonly Edge[] => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    flag,
    kind,
    steps: follow(kind === "shortest" ? flag.path : flag.strongest),
    hasOther: flag.path.join() !== flag.strongest.join(),
    clearings: follow(flag.clearings),
  };
};
