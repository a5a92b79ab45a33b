import type { JSX } from "preact";
import type { Mark } from "../../../schema/api.ts";
import { CONTAMINATED_LEVELS } from "../../../schema/contamination-level.ts";
import { nameOfId } from "../state/name-of-id.ts";
import { tableWords } from "../words/table-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";

export interface RowMarksProps {
  /** Strongest first. */
  readonly marks: readonly Mark[];
}

/** The strongest flag in words, and how many benchmarks have one. */
export const RowMarks = ({ marks: [strongest, ...others] }: RowMarksProps): JSX.Element => {
  const words = tableWords();
  if (strongest === undefined) return <span class="muted">{words.noMarks}</span>;
  const isContaminated = CONTAMINATED_LEVELS.some((level) => level === strongest.level);
  const name = nameOfId(strongest.benchmark);
  const benchmarks = new Set(others.map(({ benchmark }) => benchmark));
  benchmarks.delete(strongest.benchmark);
  const level = vocabularyWords().levelName[strongest.level];
  return (
    <span
      class={isContaminated ? "row-mark is-contaminated" : "row-mark"}
      title={words.marks(level, strongest.benchmark, benchmarks.size)}
    >
      {words.marks(level, name, benchmarks.size)}
    </span>
  );
};
