import type { Split } from "../../../schema/vocabulary.ts";

/** How sure a sentence is about the absence of evaluation items, 0 to 1; undefined when it says nothing of the kind. */
export type ClearingForce = number | undefined;

interface ClearingCue {
  readonly force: number;
  readonly pattern: RegExp;
  /** What the sentence must say beside. */
  readonly also?: RegExp;
}

const clearingCue = (force: number, source: string, also?: RegExp): ClearingCue => ({
  force,
  pattern: new RegExp(source, "i"),
  ...(also !== undefined && { also }),
});
const REMOVE = "remov|exclud|filter|discard|drop|eliminat|delet|prun|clean";
const SHARED =
  "overlap|similar|appear|present|match|duplicat|leak|identical|contaminat|contained|in common|near-dup|found in";
const HELD = "test|testing|eval|evaluation|benchmark|validation|dev|held-out";

const CUES: readonly ClearingCue[] = [
  clearingCue(
    0.9,
    // "the decontaminated math data scores 70 on X" tells nothing of X.
    String.raw`\bde-?\s?con-?\s?taminat(?!ed\s+(?:(?!against|from|with|for|to|w\b)\w+\s+){0,2}(?:data\w*|corpus|version|subset|splits?|sets?|problems|questions|mixture)\b(?![^.]{0,40}\b(?:against|from|with respect|w\.r\.t)))`,
  ),
  clearingCue(
    0.85,
    String.raw`\b(?:check\w*|screen\w*|tested|scann?\w*|verif\w*|clean\w*|remov\w*|filter\w*|free|prevent\w*|avoid\w*|no|without)\b[^.]{0,60}\b(?:data |test |benchmark |train-test )?(?:contamina\w*|leakage|leaks?\b)`,
  ),
  clearingCue(0.8, String.raw`\b(?:${REMOVE})\w*\b(?:[^.]|\.(?=\d)){0,120}\b(?:${SHARED})\w*`),
  clearingCue(
    0.75,
    String.raw`\b(?:${SHARED.replace("similar", "similarit|similar to")})\w*\b(?:[^.]|\.(?=\d)){0,100}\b(?:${REMOVE})\w*`,
    new RegExp(String.raw`\b(?:${HELD})`, "i"),
  ),
  clearingCue(
    0.8,
    String.raw`\b(?:do|does|did|was|were|is|are)\s?(?:not|n't)\s+(?:include\w*|contain\w*|use (?:any |the )|cover\w*|overlap\w*|touch\w*|from)\b[^.]{0,60}\b(?:${HELD})\b`,
  ),
  clearingCue(0.85, String.raw`\bnone of\b[^.]{0,80}\b(?:from|in|overlaps?\w*)\b[^.]{0,40}\b(?:${HELD})`),
  clearingCue(
    0.8,
    String.raw`\b(?:no|zero|without|avoid\w*|prevent\w*|free of|ensur\w+ no|find no|found no)\b[^.]{0,40}\boverlap\w*`,
  ),
  clearingCue(
    0.85,
    String.raw`\bnone of\b[^.]{0,60}\b(?:appear|overlap|occur|are present|are contained|are found)\w*\b`,
  ),
  clearingCue(0.8, String.raw`\bde-?dup\w*\b[^.]{0,60}\bagainst\b`),
  clearingCue(
    0.8,
    String.raw`\b(?:test|testing)\s+(?:sets?|splits?|data|portions?)\b[^.]{0,30}\b(?:exclud|remov|not (?:included|used)|held out|omit|left out)\w*`,
  ),
  clearingCue(
    0.8,
    String.raw`\bno\s+(?:\w+\s+){0,2}(?:test|testing|evaluation|benchmark)\b[^.]{0,60}\b(?:was|were|is|are|been)\s+(?:used|included|present|seen)\b`,
  ),
  clearingCue(
    0.7,
    String.raw`\b(?:do|does|did)\s+not\s+(?:contain|include)\b[^.]{0,30}\b(?:questions|problems|samples|items|rows|data|examples|prompts)\s+from\b`,
  ),
  clearingCue(
    0.8,
    String.raw`\b(?:exclud|held out|hold out|left out|kept out|omit)\w*\b[^.]{0,60}\b(?:${HELD})\b`,
  ),
  clearingCue(
    0.75,
    String.raw`\b(?:n-?gram|\d+-gram|substring|exact|embedding)\w*\b[^.]{0,80}\b(?:overlap|match|dedup)\w*\b[^.]{0,120}\b(?:${HELD})`,
  ),
  clearingCue(
    0.8,
    String.raw`\b(?:${REMOVE})\w*\b[^.]{0,60}\bshar(?:e|es|ed|ing)\b[^.]{0,40}\b(?:n-?grams?|\d+-grams?|substrings?|words|tokens)\b[^.]{0,20}\bwith\b`,
  ),
  clearingCue(
    0.75,
    String.raw`\b(?:occur|share|agree|coincide)\w*\b[^.]{0,20}\b(?:in|with)\b[^.]{0,120}\b(?:${REMOVE})\w*`,
    new RegExp(String.raw`\b(?:${HELD})`, "i"),
  ),
  clearingCue(
    0.75,
    String.raw`\b(?:looked|searched|checked|scanned)\s+(?:for|the data)\b[^.]{0,60}\b(?:of|from|in)\b[^.]{0,80}\b(?:${REMOVE})\w*`,
  ),
  clearingCue(0.85, "与[^。]{0,120}(?:去重|查重|比对)|未发现(?:重合|重叠|重复)"),
  clearingCue(
    0.9,
    "去污染|去除污染|数据污染|(?:剔除|去除|移除|过滤|排除|删除|去掉)[^。]{0,40}(?:重叠|重复|相似|泄[漏露]|测试集|评测集|基准)|(?:不包含|没有|未使用|避免)[^。]{0,20}(?:测试集|评测集|重叠|泄[漏露])",
  ),
];

const CHECK = String.raw`(?:check|screen|filter|remov|clean)\w*\s+(?:for\s+)?(?:\w+\s+){0,2}(?:contaminat|overlap|leak)\w*`;

/** Says the opposite, asks for it, or speaks of the future. */
const DENIALS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:not|n't|never|no)\s+(?:(?:been|yet|be|explicitly|fully|performed?|done|any|run|apply|do)\s+){0,4}(?:de-?\s?contaminat|${CHECK})`,
    "i",
  ),
  /\bwithout\s+(?:any\s+)?decontaminat/i,
  /\b(?:should|must|please|recommend\w*|encourag\w*|advis\w*|need to|have to|want to|plan\w* to|will|to-?do|future work|consider)\b[^.]{0,50}\b(?:decontaminat|contaminat|overlap|exclud|remov|filter)/i,
  // "Items that may overlap were removed" is no doubt about the result.
  /(?<!\b(?:that|which|could)\s)\b(?:may|might|could)\b[^.]{0,50}\b(?:contaminat|overlap)/i,
  /\b(?:un|non-?)decontaminat|\b(?:is|are|was|were) contaminated|\bdecontaminat\w* (?:(?:is|was|has|have) (?:not|n't)|left|remains|pending)\b/i,
  /(?:未|没有|尚未|不)(?:进行|做|经过)?(?:任何)?(?:去污染|去重|过滤)|未去除/,
];

/** Every cue holds one of these: most sentences are done after one look. */
const ANY_CUE =
  /taminat|leak|\bno |overlap|remov|exclud|filter|discard|drop|eliminat|delet|prun|clean|none of|n't|not |out\b|omit|match|dedup|污染|剔除|去除|移除|过滤|排除|删除|去掉|不包含|没有|未使用|避免|去重|查重|比对|未发现/i;

/** How strongly a sentence says that evaluation items were kept out. */
export const clearingForce = (text: string): ClearingForce => {
  // What a link's address took up is blank: words are as near to each other as a reader sees them.
  const sentence = text.replace(/\s+/g, " ");
  if (!ANY_CUE.test(sentence) || deniesClearing(sentence)) return undefined;
  const forces = CUES.flatMap(({ force, pattern, also }) =>
    pattern.test(sentence) && (also === undefined || also.test(sentence)) ? [force] : [],
  );
  return forces.length === 0 ? undefined : Math.max(...forces);
};

/** Whether the sentence itself denies, so that nothing around it may be read as a clearing either. */
export const deniesClearing = (sentence: string): boolean => DENIALS.some((denial) => denial.test(sentence));

const NOT_A_BENCHMARK =
  /\b(?:version|variant|subset|copy|portion|part|mix(?:ture)?|combination|collection|redistributed|derived|sourced|collected|sampled|taken|built|augmented|drawn|generated|questions|problems|data|prompts)\s+(?:of|from)\s+(?:the\s+)?(?:original\s+|training sets? of\s+)?[^.]{0,50}$/i;

/** "We filtered X to remove ...", "deduplicated X against ...". */
const OBJECT_OF_CLEANING =
  /\b(?:filter|clean|decontaminat|de-?duplicat|process|screen)\w*\s+(?:the\s+|our\s+|all\s+)?$/i;
const KEPT_OUT =
  /\b(?:against|not|no|none|never|exclud\w*|remov\w*|drop\w*|filter\w* out|(?:look|search|check|scann?)\w* for)\b/i;

/** Whether the words before a name make it a source that was cleaned, not what it was cleaned against. */
export const isCleanedSource = (before: string): boolean => {
  const near = before.slice(-90);
  return OBJECT_OF_CLEANING.test(near) || (NOT_A_BENCHMARK.test(near) && !KEPT_OUT.test(before));
};

/** Whether a name is taken out of the statement: "all sets except X". */
export const isExcepted = (before: string): boolean =>
  /\b(?:except|excluding|apart from|other than)\b[^.;:]{0,40}$/i.test(before);

const AFTER_SPLIT =
  /^[\s'’s)]*(?:and\s+[\w-]+\s+)?(?:'s\s+)?(?:official\s+)?(train(?:ing)?|test(?:ing)?|valid(?:ation)?|dev(?:elopment)?|eval(?:uation)?)[\s-]*(?:sets?|splits?|data|questions|problems|items|samples|examples|instances|prompts|benchmarks)?\b/i;
const BEFORE_SPLIT =
  /\b(train(?:ing)?|test(?:ing)?|valid(?:ation)?|dev(?:elopment)?)[\s-]*(?:sets?|splits?|data|questions|problems|samples|portions?|parts?|partitions?|examples|instances)?\s+(?:of|from|in|for)\s+[^.]{0,120}$/i;

const toSplit = (word: string | undefined): Split | undefined => {
  if (word === undefined) return undefined;
  if (/^train/i.test(word)) return "train";
  return /^test/i.test(word) ? "test" : /^(?:valid|dev)/i.test(word) ? "validation" : undefined;
};

/** The split of a benchmark that a sentence names, by the words around the benchmark's name. */
export const clearedSplit = (before: string, after: string): Split | undefined => {
  const near = toSplit(AFTER_SPLIT.exec(after)?.[1]) ?? toSplit(BEFORE_SPLIT.exec(before.slice(-200))?.[1]);
  const isTestNamed = /\btest(?:ing)?\s+(?:sets?|splits?|data)\b|测试集/i.test(after);
  return isTestNamed ? "test" : near;
};
