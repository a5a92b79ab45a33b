import type { ModelRole } from "../../../schema/vocabulary.ts";
import { afterName, beforeName } from "./model-features.ts";
import type { ModelMention } from "./model-mentions.ts";

interface RoleCue {
  readonly role: ModelRole;
  readonly weight: number;
  readonly pattern: RegExp;
  /** Nouns that every introduction of a list has ("this dataset:") tell nothing there. */
  readonly isTooCommonForLead: boolean;
}

const roleCue = (role: ModelRole, weight: number, source: string): RoleCue => ({
  role,
  weight,
  pattern: new RegExp(source, "gi"),
  isTooCommonForLead: role === "generator" && weight < 2,
});

const ROLE_CUES: readonly RoleCue[] = [
  roleCue(
    "judge",
    2,
    String.raw`\b(?:judg\w*|scor(?:e|es|ed|ing)|rat(?:e|es|ed|ing|ings)|grad(?:e|ed|ing|er)|rank\w*|verif(?:y|ies|ied|ier|ying)|reward\w*|\w*feedback\w*|critiques?|critic|assess\w*|preference|pass[- ]?rate)\b|打分|评分|评估|校验|评价`,
  ),
  roleCue("judge", 1, String.raw`\b(?:evaluat\w*|validat\w*|correctness|quality|difficulty)\b`),
  roleCue(
    "filter",
    2,
    String.raw`\b(?:filter\w*|remov\w*|discard\w*|de-?duplicat\w*|dedup\w*|decontaminat\w*|exclud\w*|keep only|perplexity|similarity|in the (?:\w+ )?loop|adversarial\w*)\b|过滤|筛选|去重`,
  ),
  roleCue("filter", 1, String.raw`\b(?:select\w*|embeddings?|language identification|decid\w*)\b`),
  roleCue(
    "transformer",
    2.2,
    String.raw`\b(?:translat\w*|tranlat\w*|rewrit\w*|rewritten|rephras\w*|paraphras\w*|refin\w*|ocr(?:'d)?|convert\w*|reformat\w*|polish\w*|pre-?process\w*|normali[sz]\w*)\b|翻译|改写|润色`,
  ),
  roleCue(
    "transformer",
    1.1,
    String.raw`\b(?:evolv\w*|augment\w*|clean\w*|summar\w*|extract\w*|format(?:ted|ting)?)\b`,
  ),
  roleCue(
    "annotator",
    2,
    String.raw`\b(?:annotat\w*|label\w*|caption\w*|describ\w*|descriptions?|tagg\w*|tags?|classif\w*|categori\w*|detect\w*|pars(?:e|ed|ing)|transcri\w*)\b|标注|描述|打标`,
  ),
  roleCue(
    "answerer",
    1.9,
    String.raw`\b(?:answers?|answered|answering|respon(?:se|ses|d|ds|ded|ding)|solutions?|solv\w*|completions?|complete|reasoning|chains?[- ]of[- ]thoughts?|cots?|traces?|trajector\w*|rationales?|demonstrations?|distill\w*|teacher|outputs?|chosen|rejected|repl(?:y|ies))\b|回答|答案|回复|蒸馏|解答|推理`,
  ),
  roleCue(
    "answerer",
    1.9,
    String.raw`\b(?:chats?|chat logs|conversations? between|pool of (?:\d+ )?(?:\w+ )?(?:models|llms)|(?:prompts?|questions?|instructions?|queries|query)\b[^.;]{0,60}\b(?:fed|presented|submitted|sent|passed|given|query)\b[^.;]{0,20}\bto|(?:submi|feed|pass|send)\w*\b[^.;]{0,40}\b(?:prompts?|questions?|instructions?|problems?)\b[^.;]{0,15}\bto)\b`,
  ),
  roleCue(
    "generator",
    0.7,
    String.raw`\b(?:generat\w*|creat\w*|synthe\w*|synthetic|writ(?:e|es|ten|ing)|produc\w*|built|constructed|collected)\b|生成|合成|构造`,
  ),
  roleCue(
    "generator",
    1.4,
    String.raw`\b(?:instructions?|instruction-following data|questions? and|dialogues?|conversations?|new (?:questions?|problems?|prompts?)|stories|images?|data|datasets?|corpus|samples?|qa pairs|queries|utterances?|examples|textbooks?|articles?|问答对)\b|问答对|指令数据`,
  ),
  roleCue(
    "generator",
    2.3,
    String.raw`\b(?:questions?|prompts?|instructions?|problems?) (?:and|&) (?:their |the |corresponding |detailed )*(?:answers?|responses?|solutions?)\b|\bq(?:uestion)?[-/ ]?a(?:nswer)? pairs\b`,
  ),
  roleCue("generator", 0.9, String.raw`\b(?:questions?|problems?|prompts?)\b`),
];

const REASONER = /(?:^|[/-])(?:r1|qwq|deepseek-r1)|thinking/i;
/** Characters after which a cue counts half. */
const REACH = 28;
const WINDOW = 150;

/** Weight of the nearest match of a cue in a text; `distance` counts characters between match and name. */
const nearest = (cue: RoleCue, text: string, distance: (index: number, length: number) => number): number => {
  let best = 0;
  for (const match of text.matchAll(cue.pattern)) {
    best = Math.max(best, cue.weight / (1 + distance(match.index, match[0].length) / REACH));
  }
  return best;
};

const holds = (cue: RoleCue, text: string): number =>
  text !== "" && text.search(cue.pattern) >= 0 ? cue.weight : 0;

/** Words after another model's name are this one's own, unless there are too few to tell. */
const ownClause = (before: string): string => {
  const own = before.slice(before.lastIndexOf("¤") + 1);
  return own.trim().length > 8 ? own : before;
};

const KIND_ROLE: Partial<Record<NonNullable<ModelMention["kind"]>, readonly [ModelRole, number]>> = {
  translator: ["transformer", 3],
  encoder: ["filter", 0.8],
  reward: ["judge", 2],
  perception: ["annotator", 1],
  image: ["generator", 0.8],
  audio: ["generator", 0.8],
};

/** How much each role is suggested by the words around a mention; higher is likelier, the sum has no meaning. */
export const roleScores = (mention: ModelMention): ReadonlyMap<ModelRole, number> => {
  const before = ownClause(beforeName(mention).slice(-WINDOW));
  const after =
    afterName(mention)
      .slice(0, WINDOW)
      .split(/(?:[, ]{0,3}\b\w+ (?:by|with|using) (?:the )?)?¤/)[0] ?? "";
  const lead = mention.leadIn.slice(-WINDOW);
  // "… problems, and X to write solutions": what follows says what X did, what precedes may belong to another model.
  const reach = /^\s*(?:\S+\s)?to\s/i.test(after) ? 0.35 : 1;
  const column = /^descriptions?$/i.test(mention.column.trim()) ? "" : mention.column;
  const scores = new Map<ModelRole, number>();
  const add = (role: ModelRole, score: number) => scores.set(role, (scores.get(role) ?? 0) + score);
  const best = new Map<string, number>();
  for (const cue of ROLE_CUES) {
    const places = {
      before: reach * nearest(cue, before, (index, length) => before.length - index - length),
      after: nearest(cue, after, (index) => index),
      column: 1.2 * holds(cue, column),
      lead: cue.isTooCommonForLead
        ? 0
        : 0.6 * nearest(cue, lead, (index, length) => lead.length - index - length),
      section: 0.25 * holds(cue, mention.section),
      suffix: 1.5 * holds(cue, mention.suffix ?? ""),
    };
    for (const [place, score] of Object.entries(places)) {
      const key = `${cue.role} ${place}`;
      const gain = score - (best.get(key) ?? 0);
      if (gain <= 0) continue;
      best.set(key, score);
      add(cue.role, gain);
    }
  }
  const byKind = mention.kind === undefined ? undefined : KIND_ROLE[mention.kind];
  if (byKind !== undefined) add(byKind[0], byKind[1]);
  if (REASONER.test(mention.name)) add("answerer", 0.8);
  return scores;
};

/** The likeliest role of a mention; a generator when nothing tells. */
export const modelRole = (mention: ModelMention): ModelRole => {
  let best: readonly [ModelRole, number] = ["generator", 0.2];
  for (const [role, score] of roleScores(mention)) if (score > best[1]) best = [role, score];
  return best[0];
};
