/** How much one question may ask for, said to readers before they ask. */

/** The most targets of one lineage: more are not told apart on a page. */
export const MAX_TARGETS = 8;

/** What one console query may cost. Times in milliseconds, sizes in characters or bytes as named. */
export const CONSOLE_LIMITS = {
  timeoutMs: { min: 1_000, default: 10_000, max: 60_000 },
  rows: { default: 1_000, max: 10_000 },
  textCharacters: 50_000,
  parametersCharacters: 200_000,
  /** Of the answer's values; what does not fit is cut and the answer says so. */
  answerBytes: 16 * 1024 ** 2,
} as const;
