/**
 * Splits a text into lower-case words. A Chinese, Japanese or Korean character is a word of its own, because no
 * blank parts it from a Latin name beside it.
 */
export const toTokens = (text: string): readonly string[] =>
  text.normalize("NFKC").toLowerCase().match(WORD) ?? [];

const EAST_ASIAN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]`;
const WORD = new RegExp(String.raw`${EAST_ASIAN}|(?:(?!${EAST_ASIAN})[\p{L}\p{N}\p{M}])+`, "gu");

/**
 * Whether consecutive whole words of the text spell the name once case, blanks and punctuation are ignored:
 * "GSM-8K" is found in "the gsm8k set", "ARC" is not found in "search".
 */
export const containsName = (tokens: readonly string[], name: string): boolean => {
  const wanted = toTokens(name).join("");
  if (wanted === "") return false;
  return tokens.some((_, first) => startsWithName(tokens, first, wanted));
};

const startsWithName = (tokens: readonly string[], first: number, wanted: string): boolean => {
  let spelled = "";
  for (let index = first; index < tokens.length && spelled.length < wanted.length; index += 1) {
    spelled += tokens[index] ?? "";
    if (!wanted.startsWith(spelled)) return false;
  }
  return spelled === wanted;
};
