/** Titles are the same when nearly all their words are; two papers of one series differ in one. */
const MIN_OVERLAP = 0.85;
/** Few words are alike by chance: then only equality counts. */
const MIN_WORDS = 5;

/** How alike two titles are, from 0 to 1; 1 when they differ in case, punctuation and markup alone, 0 when not alike enough. */
export const matchTitles = (asked: string, found: string): number => {
  const [left, right] = [toWords(asked), toWords(found)];
  if (left.length === 0) return 0;
  if (left.join("") === right.join("")) return 1;
  if (Math.min(left.length, right.length) < MIN_WORDS || !haveSameNumbers(left, right)) return 0;
  const overlap = toOverlap(new Set(left), new Set(right));
  return overlap >= MIN_OVERLAP ? overlap : 0;
};

/** LaTeX commands and braces are dropped, their arguments kept. */
export const toWords = (title: string): readonly string[] =>
  title
    .normalize("NFKC")
    .replace(/\\[a-zA-Z]+/g, " ")
    .replace(/[{}$]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** "Series 2" is not "Series 3". */
const haveSameNumbers = (left: readonly string[], right: readonly string[]): boolean =>
  toNumbers(left) === toNumbers(right);

const toNumbers = (words: readonly string[]): string =>
  words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(" ");

const toOverlap = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
};
