import { MODEL_CUES, type CueForce } from "./model-cues.ts";
import type { ModelMention } from "./model-mentions.ts";

/** What the features need to know of the document beside the mention itself. */
export interface MentionSurroundings {
  /** Id of the dataset that the document describes, lower case. */
  readonly target: string;
  readonly title: string;
  /** Different models named in the document. */
  readonly modelsNamed: number;
  /** 0 at the top of the document, 1 at its end. */
  readonly position: number;
}

const COORDINATION =
  /(?:¤|'[^' ]{1,20}'|[\s,;&/|("'’[\]]|\([^()]{0,40}\d{4}[^()]{0,3}\)|\(¤\)|\bAPIs?\b|(?<=¤[^.]{0,60})\b[A-Z][\w.-]{1,20}(?=[,\s])|\band\b|\bor\b|\bas well as\b|\bboth\b|\beither\b|和|、|与|或)$/;
const COORDINATION_AFTER =
  /^(?:¤|[\s,;&/|)("'’[\]]|\([^()]{0,40}\d{4}\)|\band\b|\bor\b|\bmodels?\b|\bAPIs?\b|\bengine\b|和|、|与|或)/;
const MAX_STEPS = 40;
const SERVED =
  /^(?:azure )?(?:chatgpt|gpt-?\s?(?:3\.5|4|5)|text-davinci|claude|gemini|o[134]\b|bard|gpt-?3\b|3\.5-turbo)/i;
const REASONER = /(?:^|[/-])(?:r1|qwq|deepseek-r1|deepseek-v3|o[134])(?!-distill)/i;

/** Longest thing that one step skips, a citation in parentheses; keeps each step from scanning the whole window. */
const STEP_REACH = 60;

const stripEnd = (text: string): string => {
  let rest = text;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const found = COORDINATION.exec(rest.slice(-STEP_REACH));
    if (found === null) return rest;
    rest = rest.slice(0, rest.length - found[0].length);
  }
  return rest;
};

const stripStart = (text: string): string => {
  let rest = text;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const found = COORDINATION_AFTER.exec(rest);
    if (found === null) return rest;
    rest = rest.slice(found[0].length);
  }
  return rest;
};

/** The words before the name once the names it is coordinated with are skipped. */
export const beforeName = ({ left }: ModelMention): string =>
  left.includes("¤") ? `${stripEnd(left)} ` : left.replace(/[("'’]{1,20}$/, " ");

/** The words after the name once the names it is coordinated with, and "models" or "API", are skipped. */
export const afterName = ({ right }: ModelMention): string => {
  const skips = right.includes("¤") || /^[\s,)("'’]{0,20}(?:models?|APIs?|engine)\b/i.test(right);
  return skips ? ` ${stripStart(right)}` : right;
};

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const NO_SUFFIX = /^(?:based|style|like|level|trained|finetuned|tokeni|format|compat|as|only|free|eval)/;

interface CueHits {
  readonly forces: ReadonlySet<CueForce>;
  readonly names: readonly string[];
}

const cueHits = (mention: ModelMention): CueHits => {
  const near = `${mention.left.slice(-140)}¤${mention.right.slice(0, 140)}`;
  const texts = {
    before: beforeName(mention),
    after: afterName(mention),
    near,
    lead: mention.leadIn,
    section: mention.section,
    subsection: mention.subsection,
    column: mention.column,
  };
  const isListed = mention.block.kind === "list-item" || mention.block.kind === "table-row";
  const hits = MODEL_CUES.filter(
    ({ place, pattern }) => (place !== "lead" || isListed) && pattern.test(texts[place]),
  );
  return { forces: new Set(hits.map(({ force }) => force)), names: hits.map(({ name }) => name) };
};

const codeHits = ({ left, leadIn, right }: ModelMention): CueHits => {
  const isUsage =
    /from_pretrained|tokenizer|pipeline\(|vllm serve|--model|transformers|model_path|^\s*export |checkpoint/i.test(
      left + right,
    );
  const isModelKey = /(?:model|generator|judge|annotator)(?:_name|_id)?["']?\s*[=:]\s*["'([]*$/i.test(left);
  const isMaking = /distilabel|LLM\(|Task\b|generat/i.test(leadIn);
  if (isUsage) return { forces: new Set<CueForce>(["against"]), names: ["code-usage"] };
  if (isModelKey) return { forces: new Set<CueForce>([isMaking ? "strong" : "weak"]), names: ["code-model"] };
  return { forces: new Set<CueForce>(), names: [] };
};

const FORCES = ["strong", "medium", "weak"] as const;

const nameFeatures = (mention: ModelMention, { target, title }: MentionSurroundings): string[] => {
  const name = squeeze(mention.name.split("/").at(-1) ?? "");
  const owner = mention.hubId?.split("/")[0]?.toLowerCase();
  const isServed = SERVED.test(mention.name);
  return [
    isServed ? "served" : mention.kind === undefined ? "kind-unknown" : `kind-${mention.kind}`,
    ...(REASONER.test(mention.name) ? ["reasoner"] : []),
    ...(mention.isDerived ? ["derived-name"] : []),
    ...(owner !== undefined && target.startsWith(`${owner}/`) ? ["own-model"] : []),
    ...(name.length > 3 && squeeze(target).includes(name) ? ["in-target"] : []),
    ...(name.length > 3 && squeeze(title).includes(name) ? ["in-title"] : []),
    ...(!isServed && mention.kind === "chat" && !/instruct|chat|-it\b|r1|qwq|thinking|v3/i.test(mention.name)
      ? ["no-variant"]
      : []),
  ];
};

const placeFeatures = (mention: ModelMention, around: MentionSurroundings): string[] => [
  `block-${mention.block.kind}`,
  ...(mention.left.trim().length < 3 && mention.right.trim().length < 3 ? ["alone"] : []),
  ...(mention.linksDataset ? ["dataset-link"] : []),
  ...(mention.numericCells >= 2 ? ["numeric-row"] : []),
  ...(around.modelsNamed > 12 ? ["many-models"] : around.modelsNamed <= 3 ? ["few-models"] : []),
  ...(around.position < 0.25 ? ["early"] : around.position > 0.75 ? ["late"] : []),
];

/** Names of the features that hold for a mention; their weights are in model-weights.json. */
export const modelFeatures = (mention: ModelMention, around: MentionSurroundings): readonly string[] => {
  const hits = mention.block.kind === "code" ? codeHits(mention) : cueHits(mention);
  const isSuffixed = mention.suffix !== undefined;
  const isMadeSuffix = mention.suffix !== undefined && !NO_SUFFIX.test(mention.suffix);
  const force = isMadeSuffix ? "strong" : (FORCES.find((level) => hits.forces.has(level)) ?? "none");
  const use = hits.names.filter((name) =>
    MODEL_CUES.some((cue) => cue.name === name && cue.force !== "against" && cue.force !== "weak"),
  ).length;
  return [
    `use-${force}`,
    ...(use >= 2 ? ["use-twice"] : []),
    ...(isSuffixed && !isMadeSuffix ? ["suffix-other"] : []),
    ...hits.names
      .filter((name) => AGAINST.has(name))
      .map((name) => (force === "strong" ? `${name}+use` : name)),
    ...hits.names.filter((name) => KEPT.has(name)),
    ...nameFeatures(mention, around),
    ...placeFeatures(mention, around),
  ];
};

const AGAINST = new Set(MODEL_CUES.filter(({ force }) => force === "against").map(({ name }) => name));
const KEPT = new Set([
  "synthetic",
  "code-model",
  "code-usage",
  "column-made",
  "section-made",
  "lead-made",
  "output",
]);
