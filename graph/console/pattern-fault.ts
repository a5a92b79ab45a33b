/** How many repetitions without a small end a regular expression may hold: each multiplies the work by the length of the text. */
const MAX_ENDLESS = 3;
/** Each optional part doubles the ways to try. */
const MAX_OPTIONAL = 10;

/** Why a regular expression may run for very long on a text that it does not match, or undefined when it cannot. */
export const patternFault = (pattern: string): string | undefined => {
  const escapes = pattern.match(/\\[\s\S]/g) ?? [];
  if (escapes.some((escape) => /[1-9k]/.test(escape)) || /\(\?[<=!]/.test(pattern))
    return "a regular expression may not refer to its groups or look around";
  // Comments, quotes and control characters are read by other rules than those below.
  if (escapes.some((escape) => /[QEc]/.test(escape)) || /\(\?(?!:|i\))/.test(pattern))
    return "a regular expression may not use \\Q, \\E, \\c, or flags other than (?i)";
  const bare = toBare(pattern);
  if (/\)[*+{]/.test(bare)) return "a regular expression may not repeat a group";
  const endless = bare.match(/[*+{]/g)?.length ?? 0;
  if (endless > MAX_ENDLESS) return `a regular expression may repeat ${MAX_ENDLESS} times at most`;
  const optional = bare.match(/\?/g)?.length ?? 0;
  return optional > MAX_OPTIONAL
    ? `a regular expression may have ${MAX_OPTIONAL} optional parts at most`
    : undefined;
};

/** Without the flag at the start, and with escaped characters and sets of them as one letter. */
const toBare = (pattern: string): string =>
  pattern
    .replace(/^\(\?i\)/, "")
    .replaceAll(/\\[\s\S]/g, "x")
    .replaceAll(/\[[^\]]*\]/g, "x");
