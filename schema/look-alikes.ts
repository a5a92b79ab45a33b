const MIXABLE = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["Armenian", /\p{Script=Armenian}/u],
] as const;
/** A word as it stands in ids and prose; hyphens and slashes part words, since each part may have its own script. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Letters of science that stand beside Latin ones for good reason. */
const SCIENCE = /^[\p{Script=Latin}\p{N}µμΔΩαβγδεθλπρστφχψω]+$/u;

export interface MixedWord {
  readonly word: string;
  readonly scripts: readonly string[];
}

/** Words that mix alphabets which look alike ("gsm8к" with a Cyrillic letter), each once, in order. */
export const findMixedWords = (text: string): readonly MixedWord[] => {
  const found = new Map<string, MixedWord>();
  for (const [word] of text.matchAll(WORD)) {
    if (found.has(word) || /^[\x20-\x7e]*$/.test(word) || SCIENCE.test(word)) continue;
    const scripts = MIXABLE.filter(([, pattern]) => pattern.test(word)).map(([name]) => name);
    if (scripts.length > 1) found.set(word, { word, scripts });
  }
  return [...found.values()];
};
