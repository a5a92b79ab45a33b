import type { DocumentView } from "./document-view.ts";
import type { ModelRole } from "../../../schema/vocabulary.ts";
import { findCues } from "./features/find-cues.ts";

/** Features of a mention that tell how its source was used, beside whether it was. */
const OF_USE =
  /^(?:unit|left|before|after|intro|previous):(?:translate|adapt|extend|annotate|distill|seed|generate|prompts|convert|filter|merge|subset|version|sample|base|build|derive|crawl|texts|model|create|collect|include|extract|compile|original|train)$|^situation:|^class:/;
const OF_LEAD =
  /^lead:(?:translate|adapt|annotate|distill|seed|generate|merge|filter|subset|version|convert|crawl)$/;
/** How much of the text says what the dataset is, in characters. */
const LEAD = 2000;

/** What a target's own name tells of how it was made. */
const NAME_SIGNS = {
  distilled:
    /distil|[-_]r1\b|deepseek|reason|think|cot\b|long-?cot|gpt-?[45o]|sharegpt-4|qwq|orca|hermes|trace/i,
  translated:
    /(?:^|[-_])(?:zh|tr|de|fr|es|it|pt|ru|ja|jp|ko|kr|hi|ar|fa|vi|id|pl|sv|fi|nl|uk|th|cs|ro|el|he|bn|tamil|turkish|german|french|spanish|chinese|japanese|korean|russian|arabic|hindi|multilingual|translated?|translation)(?:$|[-_\d])/i,
  evolved: /evol|rewrit|augment|paraphras|perturb|hard\b|plus\b|robust|noisy|variant/i,
  preferred: /dpo|pref|rlhf|reward|feedback|binarized|rated|ranked|judge|critique|rank/i,
  asked: /vqa|[-_]?qa\b|question|instruct|dialog|conversation|chat/i,
  synthetic: /synth|persona|generated|magpie|textbook|cosmo/i,
  subset: /subset|filter|clean|dedup|small|mini|sample|\d+k\b|lite|unfiltered|merge|mix/i,
} as const satisfies Record<string, RegExp>;

const SAYINGS = {
  "answers-generated":
    /(?:responses?|answers?|completions?|solutions?|traces?|rationales?|outputs?|explanations?|reasoning|回答|答案)\b.{0,80}?(?:(?:re-?)?generated|produced|written|obtained|sampled|distilled|by|using|生成|蒸馏).{0,40}?(?:gpt|claude|r1\b|qwen|llama|deepseek|gemini|mistral|mixtral|model|llm|qwq|teacher|模型)/i,
  "augments-with-answers":
    /(?:augmented|augment|submitt\w+|feeding|prompting|regenerat\w+|distill\w*).{0,80}?(?:gpt|claude|r1\b|qwen|llama|deepseek|gemini|mistral|mixtral|model|llm)/i,
  "is-translation":
    /\b(?:machine-?translat\w+|translat(?:ed|ion|ions|ing))\b.{0,80}?\b(?:of|from|into|to|using|by|via|version)\b|翻译/i,
  rewrites:
    /\b(?:rewrit\w+|rephras\w+|paraphras\w+|evolv\w+|perturb\w*|modif(?:y|ied|ying)|replac(?:ed|ing)|harder|adversarial\w*|counterfactual\w*|variants? of)\b|改写|进化/i,
  "people-label":
    /\b(?:annotat(?:ed|ors?|ion|ions|ing)|label(?:l?ed|l?ing)|crowd-?work\w+|crowd-?sourc\w+|mechanical turk|mturk|raters?|human (?:judg|rat|evaluat|label)\w*)\b|标注/i,
  "scores-added":
    /\b(?:rated|scored|ranked|preference|preferred|chosen|rejected|binarized|judged|toxicity scores?|quality scores?)\b/i,
  "new-rows":
    /\b(?:synthetic(?:ally)?|synthesi[sz]\w+|generat\w+)\b.{0,60}?\b(?:questions?|problems?|instructions?|dialogues?|conversations?|stories|textbooks?|prompts?|pairs|captions?|examples|samples)\b|\b(?:seed(?:s|ed)?|inspired by|based on) .{0,60}?\b(?:generat|synthe)\w+/i,
  "rows-taken":
    /\b(?:subset|filtered|cleaned|dedup\w*|merged?|mixture|combin\w+|collection of|re-?upload\w*|copy|mirror\w*|converted|sampled|scraped|crawled|dump)\b/i,
} as const satisfies Record<string, RegExp>;

/** A model claim below this score says nothing of the relation. */
export const SURE_MODEL = 0.5;

/** Features of the document that all its sources share; `roles` are those of the models that it names as makers. */
export const documentUseFeatures = (view: DocumentView, roles: readonly ModelRole[]): readonly string[] => {
  const { bodyStart } = view.structure;
  const cues = findCues(view.visible.slice(bodyStart, bodyStart + LEAD), 0);
  const name = view.input.target.split("/").at(-1) ?? view.input.target;
  const signs = Object.entries(NAME_SIGNS).flatMap(([sign, pattern]) =>
    pattern.test(name) ? [`called:${sign}`] : [],
  );
  const lead = view.visible.slice(bodyStart, bodyStart + LEAD).replace(/\s+/g, " ");
  const sayings = Object.entries(SAYINGS).flatMap(([saying, pattern]) =>
    pattern.test(lead) ? [`says:${saying}`] : [],
  );
  const models = [...new Set(roles)].map((role) => `model:${role}`);
  return [
    ...new Set(cues.map(({ cue }) => `lead:${cue}`).filter((cue) => OF_LEAD.test(cue))),
    ...signs,
    ...sayings,
    ...models,
  ];
};

export const relationFeatures = (
  ofDocument: readonly string[],
  ofMention: readonly string[],
): readonly string[] => [...ofDocument, ...ofMention.filter((feature) => OF_USE.test(feature))];
