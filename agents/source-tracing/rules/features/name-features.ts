import type { Mention } from "../candidates/mention.ts";
import type { DocumentView } from "../document-view.ts";
import { knownKindOf } from "../known-name-lists.ts";

const MODEL_LIKE =
  /(?:^|[-_ /])\d+(?:\.\d+)?b(?:[-_ ]|$)|[-_ ](?:chat|instruct|base|gguf|lora|rm|reward[-_ ]?model|preview)$|\bgpt-?[2345o]|llama|qwen|mistral|mixtral|gemma|claude|gemini|deepseek-?(?:r1|v\d)|\bbert\b|roberta|\bt5\b|\bphi-?\d/i;
const VERSION = /(?:^|[-_ .])v?\d+(?:\.\d+)+$|[-_ ]v\d+$/i;
const TEMPLATE =
  /^(?:dataset (?:card|description|summary|structure|creation|curators|details|overview|info(?:rmation)?|statistics|composition|features|format|sources?|usage|viewer|name)|data (?:instances|fields|splits|collection|source|sources|format|structure|files|statistics)|supported tasks.*|languages?|licensing information|citation(?: information)?|contributions?|table of contents|source data|annotations?|annotation process|additional information|personal and sensitive information|considerations.*|social impact.*|discussion of biases|other known limitations|curation rationale|initial data collection.*|who are the.*|overview|introduction|summary|description|usage|features|license|homepage|repository|paper|leaderboard|point of contact|size|total|train|test|validation|default|acknowledge?ments?|limitations?|references?|contact|authors?|updates?|changelog|example|examples|more information needed|uses|direct use|out-of-scope use|key features|bias.*|recommendations|glossary|dataset card.*|content|quick start|getting started|results|evaluation|training|methodology|statistics|columns?|fields?|splits?|format|version|size of.*|number of.*|note|notes|warning|disclaimer|todo|purpose|motivation|abstract|background|appendix.*|\d+)$/i;
const CODE_FILE = /\.(?:py|ipynb|sh|ya?ml|cpp|ts|js|rs|go)(?:[?#].*)?$|\/(?:src|scripts?|notebooks?)\//i;
const GENERIC =
  /^(?:(?:the|a|an|our|this|all|each|every|some|other|original|raw|source|new|full|main|and|or|of|for|in|with|to|from|by|on|high|low|quality|english|chinese|multilingual|synthetic|human|real|public|open|training|train|test|validation|evaluation|instruction|instructions|question|questions|answer|answers|prompt|prompts|response|responses|user|assistant|system|code|coding|math|mathematics|science|general|reasoning|text|texts|image|images|video|videos|audio|label|labels|category|categories|type|types|task|tasks|data|dataset|datasets|corpus|subset|subsets|split|splits|size|number|count|tokens|rows|samples|examples|entries|name|names|description|link|links|url|language|languages|domain|domains|source|sources|topic|topics|model|models|knowledge|conversation|conversations|dialogue|chat|creative|writing|roleplay|translation|summarization|classification|generation|physics|chemistry|biology|history|medical|legal|finance|financial|news|web|books|papers|stage|step|phase|part|total|quality|control|collection|annotation|annotators|filtering|processing|cleaning|format|file|files|json|csv|license|paper|homepage|version|release)\b[\s/&,-]*)+$/i;

/** Features of a name by itself and beside the target's name. */
export const nameFeatures = (view: DocumentView, mention: Mention): readonly string[] => {
  const { name } = mention;
  const features: string[] = [];
  const add = (holds: boolean, feature: string): void => {
    if (holds) features.push(feature);
  };
  const words = name.trim().split(/\s+/);
  const key = view.keyOf(name);
  add(words.length === 1, "name:one-word");
  add(words.length >= 4, "name:four-words");
  add(words.length >= 6, "name:six-words");
  add(name.length <= 3, "name:tiny");
  add(name.length > 40, "name:long");
  add(/^[^\p{Lu}]*$/u.test(name), "name:lower");
  add(/^[\p{Lu}\d\W]+$/u.test(name) && /\p{Lu}/u.test(name), "name:capitals");
  add(/\p{Ll}\p{Lu}/u.test(name), "name:camel");
  add(/^\p{Lu}\p{Ll}+$/u.test(name), "name:capitalised-word");
  add(words.length > 1 && words.every((word) => /^[\p{Lu}\d]/u.test(word)), "name:title-case");
  add(/\d/.test(name), "name:digit");
  add(/[-_]/.test(name), "name:joined");
  add(/\d+[kKmM]\b/.test(name), "name:size");
  add(VERSION.test(name), "name:version");
  add(name.includes("/"), "name:slash");
  add(/\.(?:com|org|net|io|edu|gov|cn)\b/i.test(name), "name:domain");
  add(/\.(?:jsonl?|csv|py|parquet|txt|md|tsv|zip)$/i.test(name), "name:file");
  add(/\p{Script=Han}/u.test(name), "name:chinese");
  add(/\b(?:19|20)\d\d\b/.test(name), "name:year");
  add(/[?!]|\b(?:is|are|was|were|we|you|can|will|to)\b/.test(name), "name:sentence");
  add(/dataset|corpus|corpora|collection|treebank/i.test(name), "name:says-dataset");
  add(/bench|leaderboard|eval|challenge/i.test(name), "name:says-benchmark");
  add(/train|test|valid|split|subset|default/i.test(name), "name:says-split");
  add(MODEL_LIKE.test(name) && mention.targetKind !== "hub-dataset", "name:model-like");
  add(TEMPLATE.test(name.replace(/[:：]$/, "")), "name:template");
  add(GENERIC.test(name), "name:generic");
  add(words.length > 1 && /^[\p{Lu}\s]+$/u.test(name), "name:shouting");
  add(mention.targetKind === "paper" && words.length >= 5, "name:paper-title");
  add(CODE_FILE.test(mention.url ?? ""), "link:code-file");
  features.push(...knownFeatures(view, words, key), ...targetFeatures(view, mention, key));
  return features;
};

const knownFeatures = (view: DocumentView, words: readonly string[], key: string): readonly string[] => {
  const kind = knownKindOf(key);
  if (kind !== undefined) return [`known:${kind}`];
  if (view.input.knownNames?.has(key) === true) return ["known:alias"];
  const first =
    knownKindOf(view.keyOf(words.slice(0, 2).join(" "))) ?? knownKindOf(view.keyOf(words[0] ?? ""));
  const last = knownKindOf(view.keyOf(words.at(-1) ?? ""));
  return [
    ...(first === undefined ? [] : [`known-start:${first}`]),
    ...(last === undefined || words.length === 1 ? [] : [`known-end:${last}`]),
  ];
};

/** Names of three letters agree by chance. */
const MIN_KEY = 3;

const targetFeatures = (view: DocumentView, mention: Mention, key: string): readonly string[] => {
  const target = view.input.target;
  const targetKey = view.keyOf(target);
  const owner = target.includes("/") ? (target.split("/")[0] ?? "").toLowerCase() : undefined;
  const features: string[] = [];
  if (mention.hubId?.toLowerCase() === target.toLowerCase()) features.push("target:self");
  else if (key === targetKey && key !== "") features.push("target:same-name");
  else if (key.length > MIN_KEY && targetKey.includes(key)) {
    features.push(
      "target:holds-name",
      targetKey.startsWith(key) ? "target:starts-with" : "target:name-later",
    );
  } else if (targetKey.length > MIN_KEY && key.includes(targetKey)) features.push("target:inside-name");
  else if (sharedStart(key, targetKey) >= 5) features.push("target:same-start");
  const otherOwner =
    mention.hubId?.includes("/") === true ? mention.hubId.split("/")[0]?.toLowerCase() : undefined;
  if (otherOwner !== undefined && owner !== undefined) {
    features.push(otherOwner === owner ? "target:same-owner" : "target:other-owner");
  }
  if (
    owner !== undefined &&
    owner.length > MIN_KEY &&
    mention.url?.toLowerCase().includes(`/${owner}/`) === true
  ) {
    features.push("target:owner-in-link");
  }
  return features;
};

const sharedStart = (left: string, right: string): number => {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
};
