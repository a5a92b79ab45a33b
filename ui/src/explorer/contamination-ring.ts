import type { ContaminationLevel } from "../../../schema/contamination-level.ts";
import type { ContaminationMark } from "./graph-shape.ts";

/** The numbers are what the shader of the marks switches on. */
export const RINGS = { none: 0, thin: 1, half: 2, solid: 3, double: 4 } as const;
export type Ring = keyof typeof RINGS;

export interface RingLook {
  readonly ring: Ring;
  /** Stands beside the ring, so that neither colour nor form is the only sign. */
  readonly letter: string;
}

/** Levels below these say that a dataset is, or may be, clear: the canvas marks only what must not be missed. */
const LOOKS: Partial<Record<ContaminationLevel, RingLook>> = {
  measured: { ring: "double", letter: "M" },
  declared: { ring: "solid", letter: "D" },
  suspected: { ring: "half", letter: "S" },
  inherited: { ring: "thin", letter: "I" },
};

/** The ring of a level; undefined for a level that has none. */
export const ringOf = (level: ContaminationLevel): RingLook | undefined => LOOKS[level];

/** The ring of the strongest mark. */
export const ringOfMarks = (marks: readonly ContaminationMark[] | undefined): RingLook | undefined =>
  marks?.[0] && ringOf(marks[0].level);
