/**
 * How alike two names are, 0 to 1, capitals and punctuation aside: twice the pairs of neighbouring characters that both have, by all
 * pairs of both (Dice). Digits that differ make versions of each other: GSM8K and GSM1K are two datasets.
 */
export const nameSimilarity = (one: string, other: string): number => {
  const [first, second] = [toLetters(one), toLetters(other)];
  if (first === second) return first === "" ? 0 : 1;
  const [pairs, others] = [toPairs(first), toPairs(second)];
  if (pairs.length === 0 || others.length === 0) return 0;
  const left = countPairs(others);
  let shared = 0;
  for (const pair of pairs) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  const alike = (2 * shared) / (pairs.length + others.length);
  return digitsOf(first) === digitsOf(second) ? alike : alike * OTHER_NUMBERS;
};

const OTHER_NUMBERS = 0.7;

const toLetters = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const toPairs = (letters: string): readonly string[] => {
  const characters = [...letters];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

const countPairs = (pairs: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
};

const digitsOf = (letters: string): string => letters.replace(/\P{N}+/gu, " ").trim();
