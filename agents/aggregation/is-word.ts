import type { RejectionReason } from "../../schema/vocabulary.ts";
import { isFilePath } from "../evidence/is-file-path.ts";
import type { Candidate } from "./candidate.ts";

/** A score below which a name that no document gives an address for is a word of the page, not a candidate. */
const WORD_SCORE = 0.2;
const WORD_REASONS: ReadonlySet<RejectionReason | undefined> = new Set<RejectionReason>([
  "not-a-dataset",
  "own-subset",
  "model-not-dataset",
  "cited-only",
  "trained-by",
  "sibling",
  "not-supported",
]);

/**
 * Whether a candidate is only a word that the rules looked at ("Columns", "CC BY 4.0", "AI/ML"), or the path of a file. It is
 * counted and told, but makes no node: a graph of words would hide the names that a document really rules out.
 */
export const isWord = ({ kind, names, hubId, linkedId, claims }: Candidate): boolean => {
  if (kind !== "derivation" || linkedId !== undefined) return false;
  if (hubId === undefined && names.every(isFilePath)) return true;
  return claims.every(
    ({ claim }) =>
      claim.kind === "source" &&
      (hubId === undefined || claim.link === undefined) &&
      claim.score < WORD_SCORE &&
      WORD_REASONS.has(claim.rejected),
  );
};
