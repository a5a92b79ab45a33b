import type { RejectionReason } from "../../schema/vocabulary.ts";
import type { Candidate } from "./candidate.ts";

/** A score below which a name that no document gives an address for is a word of the page, not a candidate. */
const WORD_SCORE = 0.2;
const WORD_REASONS: ReadonlySet<RejectionReason | undefined> = new Set<RejectionReason>([
  "not-a-dataset",
  "own-subset",
  "cited-only",
  "trained-by",
  "sibling",
  "not-supported",
]);

/**
 * Whether a candidate is only a word that the rules looked at ("Columns", "CC BY 4.0"). It is counted and told, but makes
 * no node: a graph of words would hide the names that a document really rules out.
 */
export const isWord = ({ kind, hubId, linkedId, claims }: Candidate): boolean =>
  kind === "derivation" &&
  hubId === undefined &&
  linkedId === undefined &&
  claims.every(
    ({ claim }) => claim.kind === "source" && claim.score < WORD_SCORE && WORD_REASONS.has(claim.rejected),
  );
