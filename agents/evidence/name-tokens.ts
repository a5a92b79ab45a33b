import type { Span } from "../../schema/claim.ts";

/** A word in lower case and compatibility form, with its place in the text. */
interface Token extends Span {
  readonly word: string;
}

/**
 * Splits a text into lower-case words. A Chinese, Japanese or Korean character is a word of its own, because no
 * blank parts it from a Latin name beside it.
 */
export const toTokens = (text: string): readonly string[] => tokenise(text).map(({ word }) => word);

/**
 * The places where consecutive whole words of the text spell the name once case, blanks and punctuation are ignored:
 * "GSM-8K" is found in "the gsm8k set", "ARC" is not found in "search".
 */
export const findName = (text: string, name: string): readonly Span[] => {
  const wanted = toTokens(name).join("");
  if (wanted === "") return [];
  const tokens = tokenise(text);
  return tokens.flatMap(({ start }, first) => {
    const end = endOfName(tokens, first, wanted);
    return end === undefined ? [] : [{ start, end }];
  });
};

const EAST_ASIAN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]`;
const WORD = new RegExp(String.raw`${EAST_ASIAN}|(?:(?!${EAST_ASIAN})[\p{L}\p{N}\p{M}])+`, "gu");

const tokenise = (text: string): readonly Token[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.normalize("NFKC").toLowerCase(),
    start: index,
    end: index + word.length,
  }));

const endOfName = (tokens: readonly Token[], first: number, wanted: string): number | undefined => {
  let spelled = "";
  for (let index = first; index < tokens.length && spelled.length < wanted.length; index += 1) {
    const token = tokens[index];
    spelled += token?.word ?? "";
    if (!wanted.startsWith(spelled)) return undefined;
    if (spelled === wanted) return token?.end;
  }
  return undefined;
};
