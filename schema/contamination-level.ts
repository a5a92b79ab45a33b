/**
 * How a dataset stands to a benchmark, strongest first. measured: test items were found in its rows; declared: it derives from
 * held-out items; suspected: it derives from the benchmark, nobody says from which split; inherited: an ancestor is one of these;
 * possible: it would be one of these if every edge that waits for a person were accepted; cleared-by-claim: a document says that
 * it, or everything on the way to it, was cleaned; cleared-by-measurement: its rows were searched, and held too few.
 */
export const CONTAMINATION_LEVELS = [
  "measured",
  "declared",
  "suspected",
  "inherited",
  "possible",
  "cleared-by-claim",
  "cleared-by-measurement",
] as const;
export type ContaminationLevel = (typeof CONTAMINATION_LEVELS)[number];

/** Levels that say "it can have seen held-out items", by what is accepted today. */
export const CONTAMINATED_LEVELS = [
  "measured",
  "declared",
  "suspected",
  "inherited",
] as const satisfies readonly ContaminationLevel[];

/** How sure the last step of a way is, the one into the benchmark: held-out items for certain, or of an unknown split. */
export const GROUNDS = ["declared", "suspected"] as const;
export type Ground = (typeof GROUNDS)[number];
