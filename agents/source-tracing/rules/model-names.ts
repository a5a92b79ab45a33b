import { MODEL_FAMILIES, type FamilyNeed, type ModelKind } from "./model-families.ts";

/** A span of a text that is written like the name of a model. */
export interface ModelName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Absent when only the shape of the name (`-70B`) tells that it is a model. */
  readonly kind?: ModelKind;
  /** `owner/name` as the text spells it. */
  readonly hubId?: string;
  /** What follows the name by a hyphen: "generated" of "GPT-4-generated". */
  readonly suffix?: string;
  /** Whether the family's word stands inside a longer hyphenated name: usually a model trained by somebody else on something. */
  readonly isDerived: boolean;
}

interface Head {
  readonly kind: ModelKind;
  readonly needs: FamilyNeed;
}

const escapeHead = (head: string): string =>
  head.replace(/[.+*?^${}()[\]\\]/g, "\\$&").replaceAll("~", "[ -]?");

const heads: ReadonlyArray<readonly [string, Head]> = MODEL_FAMILIES.flatMap(({ heads, kind, needs }) =>
  heads.split("|").map((head) => [head.trim(), { kind, needs }] as const),
).toSorted(([a], [b]) => b.length - a.length);
const headOf = new Map(heads.map(([head, value]) => [head.replaceAll("~", ""), value]));
const squeezed = new Map(heads.map(([head, value]) => [head.replace(/[ ~-]/g, ""), value]));
const HEAD = new RegExp(`(?<![A-Za-z0-9])(?:${heads.map(([head]) => escapeHead(head)).join("|")})`, "gi");

/** Letters that may follow a head with nothing between; any others make it another word ("GPT4All", "Bertolt"). */
const GLUED =
  /^(?:\d|o\b|o[-\d]|v\b|v[-\d.]|k\b|i\b|-|\.|omni|turbo|mini|chat|vl|lm\d?\b|rm\b|moe|coder|math|large|base|small|instruct|prover|guard|embed|hf\b|next|max)/i;
const REST = /(?:[A-Za-z0-9+@]|[-](?=[A-Za-z0-9])|[.:](?=\d)|_(?=v?\d)){0,100}/y;
const SPACED =
  / (?:(?:v|V)?\d{1,2}(?:\.\d{1,2})?[a-zA-Z]?(?![\w%]|[.,]\d| ?[x×%])|\d{1,3}(?:[x×]\d{1,3})?(?:\.\d)?[bB](?!\w)|(?:[Tt]urbo|[Mm]ini|Nano|Pro|Flash|Lite|Opus|Sonnet|Haiku|Instant|Instruct|Chat|Large|Medium|Small|Music|Ultra|Plus|Max|Scout|Maverick|Coder|Math|Omni|Vision|Preview|Thinking|Advanced|Base|XL|XXL|R1|R1-0528|V3|V3\.1|V2|V2\.5|Next)(?![\w]))/y;
const MAX_SPACED = 4;
const SUFFIX =
  /-((?:generated|gen|based|annotated|labell?ed|written|translated|distilled|distillation|judged?|scored|rated|verified|filtered|assisted|powered|synthesi[sz]ed|created|derived|evaluated|produced|captioned|rewritten|augmented|enhanced|as|style|like|level|only|free|compatible|format|tokeni[sz]ed|finetuned|trained)(?:-[a-z-]*)?)$/i;
const DATASET_PART =
  /(?:^|[-_])(?:data|dataset|datasets|corpus|evol|quantize|factory|index|recipes|downloads|cookbook|agents?|hub|adapter|detection|ai|cleaned?|unfiltered|pretrain|llm|all|cc3m|recaps?|captions?|eval|bench|leaderboard|prompts?|responses?|conversations?|preference|dpo-mix|sharegpt|reasoning-data|traces|(?!4k|8k|16k|32k|64k|128k|131k)\d+(?:\.\d+)?k|\d+m-(?!instruct)\w+)(?=$|[-_])/i;
/** "llama.cpp" is a program. */
const FILE_END = /^\.(?:cpp|c|exe|py|sh|js|jsonl?|ya?ml|txt|csv|parquet|md|pdf|png)\b/;
const VERSIONED =
  /^[-_ ]?(?:v?\d{1,2}(?!\d)|(?:chat|instruct|large|base|small|mini|vision|beta|max|ultra|pro|lite|vl|lm|rm)\b)|-\d{1,3}(?:\.\d)?b\b/i;
const OWNER_PREFIX =
  /^(?:meta|openai|azure|nvidia|google|anthropic|microsoft|alibaba|mistralai|human|non|multi|dots)-$/i;

const tokenStart = (text: string, start: number): number => {
  let at = start;
  while (at > 0 && start - at < 120 && /[A-Za-z0-9_.+-]/.test(text.charAt(at - 1))) at -= 1;
  while (at < start && /[^A-Za-z0-9]/.test(text.charAt(at))) at += 1;
  return at;
};

/** "GPT/ChatGPT", "Claude/GPT-4" and "and/or Llama" are pairs, not an owner and a name. */
const NO_OWNER = /^(?:gpt|chatgpt|claude|gemini|llama|bard|mistral|human|and|or|w|no|non)(?:$|[-\d.])/i;

const ownerBefore = (text: string, start: number): number | undefined => {
  if (text.charAt(start - 1) !== "/") return undefined;
  let at = start - 1;
  while (at > 0 && start - at < 100 && /[\w.-]/.test(text.charAt(at - 1))) at -= 1;
  const owner = text.slice(at, start - 1);
  const before = text.charAt(at - 1);
  if (NO_OWNER.test(owner)) return undefined;
  return /^[A-Za-z0-9][\w.-]*$/.test(owner) && before !== "/" && before !== "@" ? at : undefined;
};

const match = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? at : found.index + found[0].length;
};

const endOfName = (text: string, headEnd: number): number => {
  let end = match(REST, text, headEnd);
  for (let count = 0; count < MAX_SPACED; count += 1) {
    const next = match(SPACED, text, end);
    if (next === end) break;
    end = next;
  }
  return end;
};

const isNeedMet = (needs: FamilyNeed, name: string, headLength: number): boolean => {
  switch (needs) {
    case "nothing":
      return true;
    case "capital":
      return /^[A-Z]/.test(name);
    case "version":
      return VERSIONED.test(name.slice(headLength));
    default: {
      const never: never = needs;
      return never;
    }
  }
};

const nameAt = (text: string, found: RegExpExecArray): ModelName | undefined => {
  const headStart = found.index;
  const head = found[0];
  const known = headOf.get(head.toLowerCase()) ?? squeezed.get(head.toLowerCase().replace(/[ -]/g, ""));
  const after = text.slice(headStart + head.length, headStart + head.length + 12);
  if (known === undefined || (/^[A-Za-z]/.test(after) && !GLUED.test(after) && !/[-.]$/.test(head)))
    return undefined;
  let end = endOfName(text, headStart + head.length);
  if (text.charAt(end) === "_" || FILE_END.test(text.slice(end, end + 8))) return undefined;
  let start = tokenStart(text, headStart);
  if (OWNER_PREFIX.test(text.slice(start, headStart)) && !/^meta/i.test(text.slice(start, headStart)))
    start = headStart;
  const ownerStart = ownerBefore(text, start);
  const suffix = ownerStart === undefined ? SUFFIX.exec(text.slice(start, end)) : null;
  if (suffix !== null) end -= suffix[0].length;
  const name = text.slice(start, end).replace(/[-.+@:]+$/, "");
  end = start + name.length;
  if (text.slice(start, headStart).includes("_") || DATASET_PART.test(name)) return undefined;
  if (!isNeedMet(known.needs, text.slice(headStart, end), head.length)) return undefined;
  const isDerived = start < headStart && !/^meta/i.test(name);
  if (isDerived && !/\d[bB](?![a-z])/.test(name)) return undefined;
  const hubId = ownerStart === undefined ? undefined : text.slice(ownerStart, end);
  return {
    name: hubId ?? name,
    start: ownerStart ?? start,
    end,
    kind: known.kind,
    isDerived,
    ...(hubId === undefined ? {} : { hubId }),
    ...(suffix?.[1] === undefined ? {} : { suffix: suffix[1].toLowerCase() }),
  };
};

const SHORT_NAME =
  /(?<![\w./-])(?:R1(?:-Zero|-0528|-671[Bb])?|o[134](?:-(?:mini|preview|pro|high|mini-high|low))?|V3-0324)(?![\w/])/g;
/** A word with a size in billions: `UltraLM-13B`, `Notus7B`. Runs over each word once. */
const WORD = /(?<![\w./-])[A-Za-z][A-Za-z0-9.]*(?:-[A-Za-z0-9.]+)*/g;
const SIZED = /(?:^[A-Z][A-Za-z]{2,}\d{1,3}B|-\d{1,3}(?:\.\d{1,2})?[bB])(?=$|[-.])/;

/** The same with a blank, "Heron 8B", or as an id: `heron-lab/heron-8b`. */
const SPACED_SIZE =
  /(?<![\w./-])[A-Z][A-Za-z]{2,20}(?: \d{1,2})? \d{1,3}(?:\.\d)?B(?![\w-])(?! (?:tokens|parameters|words|params|rows|pages|examples|models?))/g;
const SIZED_ID =
  /(?<![\w./-])[A-Za-z][\w.-]{1,60}\/[A-Za-z][\w.]*(?:-[A-Za-z0-9.]+){0,6}-\d{1,3}(?:\.\d{1,2})?[bB](?![\w/])/g;

/** A word in mixed case that the text calls a model: "our own MathScore model". Bounded, so each word is read once. */
const CALLED_MODEL =
  /(?<![\w./-])(?=[\w.-]{0,30}(?:[a-z][A-Z]|\d|-[A-Z]|[A-Z]{2}[a-z]))[A-Z][\w.]{1,20}(?:-[\w.]{1,20}){0,3}(?=[`*_"']{0,3} (?:[a-z]+ )?(?:models?|classifiers?|translator|captioner|tagger|inpainter|annotator|LLM)\b)/g;
const NOT_CALLED =
  /^(?:LLMs?|MLLM|VLMs?|AI|NLP|ML|SFT|RLHF|DPO|NLI|CRF|OCR|API|RL|SOTA|HuggingFace|OpenAI|.*[-\d](?:shot|gram|layer|way|fold|level|step|class)|.*-(?:Language|Based|Source|Tuned|Trained)|\d.*)$/i;

const calledModels = (text: string): ModelName[] =>
  [...text.matchAll(CALLED_MODEL)]
    .filter((found) => !NOT_CALLED.test(found[0]) && !DATASET_PART.test(found[0]))
    .map((found) => ({
      name: found[0],
      start: found.index,
      end: found.index + found[0].length,
      isDerived: false,
    }));

const shortNames = (text: string): ModelName[] =>
  [...text.matchAll(SHORT_NAME)].map((found) => ({
    name: found[0],
    start: found.index,
    end: found.index + found[0].length,
    kind: "chat" as const,
    isDerived: false,
  }));

const sizedNames = (text: string): ModelName[] =>
  [...text.matchAll(WORD)].flatMap((found) => {
    const word = found[0].replace(/\.+$/, "");
    if (word.length > 100 || !SIZED.test(word) || DATASET_PART.test(word)) return [];
    return [{ name: word, start: found.index, end: found.index + word.length, isDerived: false }];
  });

const NO_MODEL =
  /^(?:The|About|Over|Around|Nearly|With|From|Than|Only|All|Our|Total|Using|And|Size|Model|Models)\b/;

const spacedNames = (text: string): ModelName[] =>
  [...text.matchAll(SPACED_SIZE)]
    .filter((found) => !NO_MODEL.test(found[0]))
    .map(({ 0: name, index }) => ({ name, start: index, end: index + name.length, isDerived: false }));

const sizedIds = (text: string): ModelName[] =>
  [...text.matchAll(SIZED_ID)]
    .filter((found) => !DATASET_PART.test(found[0]))
    .map(({ 0: name, index }) => ({
      name,
      start: index,
      end: index + name.length,
      hubId: name,
      isDerived: false,
    }));

/**
 * Finds what is written like a model's name, in order and without overlaps: by family, by the short names of
 * well-known reasoning models, and by a size in billions. Says nothing of what the model was used for.
 */
export const findModelNames = (text: string): readonly ModelName[] => {
  const byFamily: ModelName[] = [];
  HEAD.lastIndex = 0;
  for (let found = HEAD.exec(text); found !== null; found = HEAD.exec(text)) {
    const name = nameAt(text, found);
    if (name !== undefined) {
      byFamily.push(name);
      HEAD.lastIndex = Math.max(HEAD.lastIndex, name.end);
    }
  }
  const all = [
    ...byFamily,
    ...shortNames(text),
    ...sizedNames(text),
    ...sizedIds(text),
    ...spacedNames(text),
    ...calledModels(text),
  ];
  const kept: ModelName[] = [];
  for (const name of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || name.start >= last.end) kept.push(name);
  }
  return kept;
};
