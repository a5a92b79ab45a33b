import type { ArxivPaper } from "./parse-arxiv-abstract.ts";

/**
 * Papers for arXiv's `search_query`: terms `ti:`, `au:`, `abs:` or `all:`, quoted or one word, joined by AND.
 * A quoted phrase must occur word for word, whatever its case and punctuation.
 */
export const searchPapers = (papers: readonly ArxivPaper[], searchQuery: string): readonly ArxivPaper[] => {
  const terms = [...searchQuery.matchAll(TERM)].map(([, field = "all", phrase, word = ""]) => ({
    field: field.toLowerCase(),
    words: normalise(phrase ?? word),
  }));
  if (terms.length === 0) return [];
  return papers.filter((paper) =>
    terms.every(({ field, words }) => words !== "" && ` ${textOf(paper, field)} `.includes(` ${words} `)),
  );
};

const TERM = /\b(ti|au|abs|all):(?:"([^"]*)"|([^\s()"]+))/gi;

const textOf = (paper: ArxivPaper, field: string): string => {
  const { title, abstract, authors } = paper;
  if (field === "ti") return normalise(title);
  if (field === "abs") return normalise(abstract);
  return normalise(field === "au" ? authors.join(" ") : [title, authors.join(" "), abstract].join(" "));
};

const normalise = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
