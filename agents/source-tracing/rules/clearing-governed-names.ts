import type { BenchmarkName } from "./clearing-benchmarks.ts";
import { findModelNames } from "./model-names.ts";

/** A capitalised word of a name; numbers and versions may follow. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}.+'’-]*[\p{L}\p{N}+])`;
const NAME = String.raw`${WORD}(?:[ ](?:${WORD}|\d[\w.]*)){0,4}`;
const SETS = String.raw`(?:sets?|splits?|data|portions?|subsets?|parts?|questions|problems|items|benchmarks?)`;
const HELD = String.raw`(?:official\s+|public\s+|hidden\s+)?(?:test(?:ing)?|eval(?:uation)?|validation|dev(?:elopment)?|held-out)`;
const JOINT = String.raw`\s*(?:,|,?\s(?:and|or|nor)\s)\s*(?:of\s+|with\s+|against\s+)?(?:the\s+)?`;
const NAMES = String.raw`${NAME}(?:${JOINT}${NAME}){0,20}`;

/** Places where a name stands for what the data was cleared of; the first group holds the name or names. */
const GOVERNED: readonly RegExp[] = [
  // "the test sets of A or B", "the `test` split of A", "the questions of A"
  new RegExp(
    String.raw`\b(?:${HELD}[\s-]*${SETS}|questions|problems|items|tasks|examples|benchmarks?)\s+(?:of|from|in)\s+(?:the\s+)?(${NAMES})`,
    "gu",
  ),
  // "against A", "overlap with the A benchmark"
  new RegExp(
    String.raw`\b(?:against|overlap\w*\s+with|shared?\s+with|compared\s+with|occur\w*\s+in|appear\w*\s+in)\s+(?:the\s+)?(${NAMES})`,
    "gu",
  ),
  // "the A test set", "A benchmark", "A 测试集"
  new RegExp(String.raw`(${NAMES})['’]?s?\s+(?:${HELD}[\s-]*${SETS}|benchmark\b)`, "gu"),
  new RegExp(String.raw`(${NAME})\s*(?:的)?(?:测试集|评测集|验证集|基准)`, "gu"),
];

const SPLIT_NAMES = new RegExp(JOINT, "u");
/** Words that open a sentence or stand for anything; a name is more than these. */
const COMMON =
  /^(?:The|This|These|That|Those|We|It|All|Any|No|None|Each|Every|Our|Their|Its|Some|Both|In|On|To|For|From|If|When|Where|After|Before|Then|Thus|Finally|Following|Using|Rows?|Items?|Questions?|Problems?|Tasks?|Data|Test|Train(?:ing)?|Evaluation|Benchmarks?|Section|Table|Figure|Appendix|AI|ML|NLP|LLMs?|English|Chinese|Hub|GitHub|Hugging Face|Python|JSON|N-gram|MinHash|LSH|Jaccard|ROUGE|BM25|BLEU|PII)$/u;

/** Names that nobody has listed and that a clearing sentence governs: it says of them that the data is free of their items. */
export const findGovernedNames = (sentence: string): readonly BenchmarkName[] =>
  GOVERNED.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap(({ 0: whole, 1: names = "", index }) =>
      splitNames(names, index + whole.indexOf(names)),
    ),
  ).filter(({ name }) => isName(name));

const splitNames = (names: string, offset: number): readonly BenchmarkName[] => {
  let at = 0;
  return names.split(SPLIT_NAMES).map((name) => {
    const start = names.indexOf(name, at);
    at = start + name.length;
    return trimCommon({ name, start: start + offset, end: start + offset + name.length });
  });
};

/** "The Stairwell" is called Stairwell. */
const trimCommon = ({ name, start, end }: BenchmarkName): BenchmarkName => {
  const [first = "", ...rest] = name.split(" ");
  return rest.length > 0 && COMMON.test(first)
    ? trimCommon({ name: rest.join(" "), start: start + first.length + 1, end })
    : { name, start, end };
};

const isName = (name: string): boolean =>
  name.length > 2 && !COMMON.test(name) && findModelNames(name).length === 0;
