/**
 * The one name that stands word for word in a sentence; undefined when none or several do. The owner need not stand there: cards
 * write "LiveCodeBench (v5)" for `owner/LiveCodeBench-v5`. Names of a single word are too easily met to count.
 */
export const findNameIn = (sentence: string, names: readonly string[]): string | undefined => {
  const text = ` ${toWords(sentence).join(" ")} `;
  const found = names.filter((name) => {
    const words = toWords(name.slice(name.lastIndexOf("/") + 1));
    return words.length > 1 && text.includes(` ${words.join(" ")} `);
  });
  return found.length === 1 ? found[0] : undefined;
};

/** Letters and digits, in lower case. */
export const toWords = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
