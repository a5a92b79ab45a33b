import type { DocumentView } from "./document-view.ts";
import type { MeasuredCandidate, MeasuredMention } from "./measure-candidates.ts";
import type { ScoredCandidate } from "./refine-features.ts";

/** A candidate with the mention that speaks best for it. */
export interface LookedAt extends ScoredCandidate {
  readonly measured: MeasuredMention;
}

/** Stands for "said in one place only". */
const NO_SECOND = -4;

/** Scores each mention of a candidate and keeps its best: a source is as good as the best that is said of it. */
export const lookAtCandidate = (
  view: Pick<DocumentView, "structure">,
  candidate: MeasuredCandidate,
  scoreOf: (features: readonly string[]) => number,
): LookedAt => {
  const scored = candidate.mentions.map((measured) => ({ measured, score: scoreOf(measured.features) }));
  const first = scored.reduce((best, each) => (each.score > best.score ? each : best));
  const best = first.measured.mention;
  const elsewhere = scored.filter(({ measured }) => measured.mention.unit.start !== best.unit.start);
  return {
    best,
    measured: first.measured,
    score: first.score,
    second: Math.max(NO_SECOND, ...elsewhere.map(({ score }) => score)),
    lists: listsOf(view, candidate),
  };
};

const listsOf = (
  { structure }: Pick<DocumentView, "structure">,
  candidate: MeasuredCandidate,
): readonly number[] => {
  const groups = candidate.mentions.flatMap(({ mention }) => {
    const block = structure.blocks[mention.block];
    return block?.kind === "list-item" || block?.kind === "table-row" ? [block.group] : [];
  });
  return [...new Set(groups)];
};
