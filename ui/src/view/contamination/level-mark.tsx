import type { JSX } from "preact";
import type { ContaminationLevel } from "../../../../schema/contamination-level.ts";

/** Letters beside the patterns, so that colour is never the only sign. */
export const LEVEL_LETTERS = {
  measured: "M",
  declared: "D",
  suspected: "S",
  inherited: "I",
  possible: "P",
  "cleared-by-claim": "C",
  "cleared-by-measurement": "C",
} satisfies Record<ContaminationLevel, string>;

export interface LevelMarkProps {
  readonly level: ContaminationLevel;
}

/** A level's letter in its pattern; whatever is around it says the word. */
export const LevelMark = ({ level }: LevelMarkProps): JSX.Element => (
  <span class={`level-mark level-${level}`} aria-hidden="true">
    {LEVEL_LETTERS[level]}
  </span>
);
