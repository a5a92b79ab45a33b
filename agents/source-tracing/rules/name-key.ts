const WORDS_WITHOUT_MEANING = /\b(?:the|datasets?|data|corpus)\b/g;

/**
 * The form in which two spellings of one name agree: lower case, without owner, remarks in parentheses, punctuation
 * and words such as "dataset". Empty when nothing is left.
 */
export const toNameKey = (name: string): string =>
  (
    name
      .toLowerCase()
      .replace(/\([^()]*\)/g, " ")
      .split("/")
      .at(-1) ?? ""
  )
    .replace(WORDS_WITHOUT_MEANING, " ")
    .replace(/[^\p{L}\p{N}]+/gu, "");
