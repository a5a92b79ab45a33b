import type { Evidence } from "../../../schema/edge.ts";
import { STANCES } from "../../../schema/vocabulary.ts";

/** The evidence as a reader should see it: what says so before what hints, then by score, then as it stands. */
export const rankEvidence = <Item extends Pick<Evidence, "stance" | "score" | "span">>(
  evidence: readonly Item[],
): readonly Item[] =>
  [...evidence].sort(
    (one, other) =>
      STANCES.indexOf(one.stance) - STANCES.indexOf(other.stance) ||
      other.score - one.score ||
      one.span.start - other.span.start,
  );
