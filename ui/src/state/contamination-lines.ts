import { CONTAMINATION_LEVELS, type ContaminationLevel } from "../../../schema/contamination-level.ts";
import type { ContaminationFlag, ContaminationReport } from "../../../schema/contamination.ts";
import type { Edge } from "../../../schema/edge.ts";
import type { DatasetId, EdgeId } from "../../../schema/ids.ts";

/** One benchmark of the panel, with the way to it that proves most. */
export interface ContaminationLine {
  readonly benchmark: DatasetId;
  readonly level: ContaminationLevel;
  readonly isClear: boolean;
  /** What it would be without the clearing claim. */
  readonly otherwise?: ContaminationLevel;
  /** Product of the confidences along the way, 0 to 1. */
  readonly confidence: number;
  readonly split?: ContaminationFlag["split"];
  /** From the dataset up to the benchmark. */
  readonly steps: readonly Edge[];
  /** Whether a shorter way exists; its steps. */
  readonly shorter?: readonly Edge[];
  readonly clearings: readonly Edge[];
}

/** The report's flags, strongest level first, each edge id of their ways replaced by its edge. */
export const toContaminationLines = (report: ContaminationReport): readonly ContaminationLine[] => {
  const edges = new Map<EdgeId, Edge>(report.edges.map(({ edge }) => [edge.id, edge]));
  const follow = (ids: readonly EdgeId[]): readonly Edge[] =>
    ids.flatMap((id) => {
      const edge = edges.get(id);
      return edge === undefined ? [] : [edge];
    });
  return [...report.items].sort(byLevel).map((flag) => ({
    benchmark: flag.benchmark,
    level: flag.level,
    isClear: flag.level.startsWith("cleared"),
    ...(flag.otherwise !== undefined && { otherwise: flag.otherwise }),
    confidence: flag.confidence,
    ...(flag.split !== undefined && { split: flag.split }),
    steps: follow(flag.strongest),
    ...(flag.path.length < flag.strongest.length && { shorter: follow(flag.path) }),
    clearings: follow(flag.clearings),
  }));
};

const byLevel = (one: ContaminationFlag, other: ContaminationFlag): number =>
  CONTAMINATION_LEVELS.indexOf(one.level) - CONTAMINATION_LEVELS.indexOf(other.level) ||
  other.confidence - one.confidence ||
  (one.benchmark < other.benchmark ? -1 : 1);
