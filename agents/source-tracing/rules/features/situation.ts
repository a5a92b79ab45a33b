import type { Mention } from "../candidates/mention.ts";
import { readAfter, readBefore } from "../document-view.ts";
import type { DocumentView } from "../document-view.ts";
import type { Surroundings } from "./surroundings.ts";

/** What kind of name a mention is, from the features of the name; the first that holds. */
export const nameClassOf = (mention: Mention, features: readonly string[]): string => {
  const has = (feature: string): boolean => features.includes(feature);
  if (has("target:self")) return "self";
  if (mention.origin === "front-matter") return "declared";
  if (mention.targetKind === "paper" && mention.origin === "link") return "paper";
  if (has("name:template") || has("name:sentence")) return "phrase";
  if (mention.origin === "id" && !isSureId(mention)) return "slash-pair";
  if (mention.targetKind === "hub-dataset") {
    if (has("target:same-name")) return "twin-id";
    return has("target:same-owner") ? "sibling-id" : "hub-id";
  }
  if (has("known:model") || has("name:model-like") || mention.targetKind === "hub-model") return "model";
  if (has("known:tool") || has("known:other")) return "tool";
  if (has("target:same-name")) return "own-name";
  if (has("target:inside-name")) return "own-part";
  if (has("known:dataset") || has("known:benchmark") || has("known:alias")) return "dataset";
  if (has("known:site") || has("name:domain") || mention.origin === "forum") return "site";
  if (mention.targetKind === "github" || mention.targetKind === "archive") return "repository";
  if (mention.targetKind === "website" || mention.targetKind === "hub-other") return "page";
  if (mention.origin === "citation") return "citation";
  if (has("name:generic")) return "generic";
  if (has("name:camel") || has("name:capitals") || has("name:digit")) return "coined";
  if (has("name:title-case")) return "title";
  return "plain";
};

/** "Vicuna/ShareGPT" may be two names; a digit, an underscore, two hyphens or marks of its own make it one. */
export const isSureId = (mention: Mention): boolean =>
  /\/[^/]*[\d_]|\/[^/]*[-.][^/]*[-.]|^[^/]*[\d_-][^/]*\/[^/]*[A-Z-]/.test(mention.name) ||
  (mention.alsoAs ?? []).some((origin) => SET_APART.has(origin));

const SET_APART = new Set(["emphasis", "list-head", "table-cell", "quoted", "heading"]);

const FROM =
  /\b(?:from|of|on|by|using|in|with|upon|via|to|into)\s+(?:[\p{Ll}\d'’-]+\s+|(?:English|Chinese|French|German)\s+){0,5}(?:[\p{Ll}-]+:\s*)?(?:[("'“「《]\s*)?$/u;
const TAKEN =
  /\b(?:deriv\w+|built|based|build\w*|construct\w*|creat\w+|collect\w+|gather\w*|aggregat\w+|compil\w+|curat\w+|sourc\w+|origin\w*|com(?:e|es|ing) (?:directly )?from|came from|extract\w*|tak(?:e|en|es|ing)|draw(?:n|s|ing)?|obtain\w*|retriev\w+|pull\w*|sampl\w+|select\w*|chos\w+|subsets?|portions?|parts? of|slices?|fraction|filter\w*|clean\w*|dedup\w*|merg\w+|combin\w+|mix\w*|concat\w*|translat\w+|convert\w*|conversion|adapt\w*|modif\w+|version|variants?|revis\w+|rewrit\w+|rephras\w+|paraphras\w+|augment\w*|extend\w*|extension|expand\w*|evolv\w+|annotat\w+|label\w*|generat\w+|synthe\w+|distill\w*|seed\w*|crawl\w*|scrap\w+|download\w*|dump\w*|cop(?:y|ied|ies)|mirror\w*|clon\w+|re-?upload\w*|fork\w*|port(?:ed)?|process\w*|pre-?process\w*|reformat\w*|transform\w*|derivative|leverag\w+|utiliz\w+|us(?:es|ed|ing)|incorporat\w+|includ\w+|contain\w*|consist\w*|compris\w+|compos\w+|mined|harvest\w*|adds?|added|adopt\w*|employ\w*|repackag\w+|reorgani\w+|acquired|borrow\w*|randomly|split)\b/i;
const OBJECT_OF =
  /\b(?:extend(?:s|ing|ed)?|augment(?:s|ing|ed)?|combin(?:es?|ing)|merg(?:es?|ing)|translat(?:es?|ing)|adapt(?:s|ing)|convert(?:s|ing)|re-?annotat(?:es?|ing)|modif(?:y|ies|ying)|filter(?:s|ing)|expand(?:s|ing)|clean(?:s|ing)|unif(?:y|ies|ying)|enhanc(?:es?|ing)|enrich(?:es|ing)|incorporat(?:es?|ing)|mix(?:es|ing)|scrap(?:es?|ing)|crawl(?:s|ing)?|sampl(?:es?|ing)|rewrit(?:es?|ing)|repackag(?:es?|ing)|rephras(?:es?|ing)|(?:version|form|format|copy|subset|translation|mirror|port|conversion|dump|snapshot|sample|edition|variant|extension|adaptation|reproduction|portion|split|half|derivative|fork|clone|superset|reupload|re-upload|transformation|rewrite|remix|mixture|mix|blend|combination|merge|union|concatenation|part) of)\s+(?:(?:the|a|an|all|both|our|its|original|full|entire|existing|following|whole|raw|popular|several|[\w-]+ed)\s+){0,4}[("'“]?$/i;
/** Weaker than the above: what is used or contained may be anything. */
const USED =
  /\b(?:us(?:es?|ing|ed)|utili[sz](?:es?|ing|ed)|leverag(?:es?|ing|ed)|adopt(?:s|ing|ed)?|contain(?:s|ing)?|includ(?:es?|ing)|compris(?:es?|ing)|process(?:es|ing|ed)?)\s+(?:(?:the|a|an|all|both|our|its|original|full|entire|existing|following|whole|raw|popular|several|datasets?|such|as|like|e\.g\.,?|[\w-]+ed)\s+){0,5}[("'“]?$/i;
const TAKEN_FROM =
  /\b(?:deriv(?:ed|es|ing|ation)|built|constructed|created|compiled|curated|collected|gathered|aggregated|assembled|sourced|sourcing|originat\w+|com(?:es?|ing)|came|extracted|extracting|taken|taking|take|drawn|draws|obtained|retrieved|pulled|sampled|sampling|subsampled|selected|chosen|filtered|cleaned|translated|converted|adapted|modified|rewritten|rephrased|paraphrased|crawled|crawling|scraped|scraping|downloaded|mined|harvested|borrowed|generated|synthesi[sz]ed|distilled|merged|combined|mixed|reformatted|transformed|processed|ported|copied|re-?uploaded|annotated|augmented|evolved|seeded|acquired|based|rests?|split|loaded)\b(?:\s+[\p{L}\d,'’-]+){0,4}?\s+(?:from|on top of|upon|on|off|of|out of|via)\s+(?:[\p{L}\d'’-]+:?\s+){0,5}[("'“「《]?$/iu;
const CONTENT =
  /\b(?:articles?|posts?|reviews?|texts?|documents?|tweets?|comments?|captions?|images?|videos?|pages?|sentences?|passages?|stories|books?|abstracts?|papers|conversations?|dialogues?|recordings?|audio|pairs|examples?|entries|rows|records|data|questions?|problems?|prompts?|instructions?|samples?|queries|items?|instances?|submissions?|messages?|transcripts?|threads?|headlines?|recipes?|listings?|answers?|songs?|clips?|photos?|pictures?|exercises?|exams?|tasks?|utterances|subtitles|translations|annotations|trajectories|responses)\s+(?:[\w-]+\s+){0,4}(?:from|of|in|on)\s+(?:the\s+|a\s+)?(?:[\w-]+\s+){0,2}$/i;
const CONTENT_AFTER =
  /^\s*(?:articles?|posts?|reviews?|texts?|documents?|tweets?|comments?|captions?|images?|videos?|pages?|sentences?|passages?|stories|books?|abstracts?|papers|conversations?|dialogues?|recordings?|audio|pairs|entries|data|dumps?|questions?|problems?|prompts?|messages|threads?|submissions?|dataset|datasets|corpus)\b/i;
const LABEL =
  /^(?:\W*(?:-\s*)?(?:home ?page|repository|repo|paper|leaderboard|point of contact|website|github|code|project(?: page)?|demo|blog|contact|arxiv|license|licence|doi|link|url|model|citation|publication|curated by|shared by|funded by|language\(s\).*|developed by)\W*)+$/i;
const ORIGIN_LABEL =
  /(?:^|\b)(?:source(?:s|d| data(?:set)?s?| dataset\(s\)| url| link)?|original(?:ly)?(?: source| data(?:set)?| repo(?:sitory)?| paper| version| link)?|origin|derived from|based on|data sources?|base dataset|parent dataset|upstream|from|taken from|来源|数据来源|原始数据集?|元データ|出典)\s*(?:\([^)]*\)\s*)?[:：]\W*$/i;

/** What a mention's surroundings say, as one word; the first that holds. */
export const situationOf = (view: DocumentView, mention: Mention, around: Surroundings): string => {
  const before = readBefore(view, { start: around.from, end: around.head }, 160);
  const after = readAfter(view, { start: mention.outer.end, end: around.to }, 60);
  const block = view.structure.blocks[mention.block];
  if (mention.block === -1) return "front-matter";
  if (block?.kind === "bibtex") return "bibtex";
  if (block?.kind === "code") return mention.origin;
  if (ORIGIN_LABEL.test(before)) return "origin-label";
  if (LABEL.test(before)) return "label";
  const clause = before.slice(
    Math.max(0, ...[". ", "; ", " but ", " while "].map((stop) => before.lastIndexOf(stop) + 1)),
  );
  const isFrom = FROM.test(clause);
  if (OBJECT_OF.test(clause)) return "object-of";
  if (TAKEN_FROM.test(clause)) return "taken-from";
  if (CONTENT.test(clause)) return "content-from";
  if (USED.test(clause)) return "used";
  if (isFrom && TAKEN.test(clause)) return "taken-near";
  if (TAKEN.test(clause.slice(-70))) return CONTENT_AFTER.test(after) ? "taken-content" : "taken";
  if (isFrom) return CONTENT_AFTER.test(after) ? "from-content" : "from";
  if (isListed(around)) return "listed";
  if (around.sections.includes("source") || around.sections.includes("original")) return "source-section";
  if (CONTENT_AFTER.test(after)) return "content";
  if (block?.kind === "heading") return "heading";
  return before.trim() === "" ? "start" : "other";
};

const LISTING = new Set(
  "derive base build collect compile source extract sample merge include translate seed crawl use filter dataset".split(
    " ",
  ),
);

const isListed = (around: Surroundings): boolean =>
  around.groupSize > 1 && around.intro.some((cue) => LISTING.has(cue.cue));
