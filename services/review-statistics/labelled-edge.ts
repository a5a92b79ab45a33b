import type { Status } from "../../schema/vocabulary.ts";

/** What calibration learns from: a machine-made edge that a person decided on. */
export interface LabelledEdge {
  /** The derived dataset, whose card proves the edge and others like it. */
  readonly dataset: string;
  /** The confidence that the signals gave, 0 to 1. */
  readonly confidence: number;
  /** The status that followed from it. */
  readonly status: Status;
  /** Whether people found it to be an edge. */
  readonly isRight: boolean;
}

export interface WeightedLabel extends LabelledEdge {
  readonly weight: number;
}
