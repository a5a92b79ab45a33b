/**
 * Word cues of what a document says of a model, by where they stand: `before` patterns end at the name, `after` patterns
 * start at it (coordinated names already skipped), `near` ones are tried on the sentence around it, the rest on what
 * introduces the list, on the headings above (`subsection`: without the title) and on the column's header.
 */
export type CuePlace = "before" | "after" | "near" | "lead" | "section" | "subsection" | "column";

/** How much a cue alone says that the model made the data; against: it says that the model did something else. */
export type CueForce = "strong" | "medium" | "weak" | "against";

export interface Cue {
  readonly name: string;
  readonly place: CuePlace;
  readonly force: CueForce;
  /** Tried on windows of a few hundred characters only; every repeat is bounded. */
  readonly pattern: RegExp;
}

/** Up to three words between a cue and the name: "by the superb", "using OpenAI's". */
const WORDS = String.raw`(?:[^\s.;:]{1,25}\s+){0,3}`;
const MAKE =
  "generat|regenerat|creat|synthe[st]i[sz]|produc|written|wrote|writing|compos|distill|collect|obtain|sampl|curat|construct|built|made|done|handled|provid|crafted|captur|deriv|elicit|gather|augment|expand|prepar|develop|evolv|bootstrap";
const WORK =
  "annotat|label|caption|describ|transcri|translat|tranlat|rewrit|rewritten|rephras|paraphras|refin|reformat|format|convert|ocr|clean|filter|judg|scor|rated|rating|rank|grad|verif|validat|evaluat|assess|classif|detect|identif|select|tagg|summar|solv|answer|respond|improv|correct|process|preprocess|calculat|comput|embed|decid|extract|pars|tested for";
const OUTPUT =
  "responses?|answers?|solutions?|completions?|outputs?|generations?|traces?|rationales?|reasoning|paths?|CoTs?|chains?[- ]of[- ]thoughts?|captions?|descriptions?|translations?|ratings?|scores?|judge?ments?|feedback|annotations?|labels?|conversations?|dialogues?|chats?|chat logs|trajectories|summaries|explanations?|predictions?|critiques?|demonstrations?|utterances?";
const VERB_ING =
  "using|via|utili[sz]ing|leveraging|employing|with the help of|with help from|powered by|through";

const cue = (name: string, rule: Omit<Cue, "name" | "pattern">, source: string): Cue => ({
  name,
  ...rule,
  pattern: new RegExp(source, "i"),
});
const strong = (name: string, place: CuePlace, source: string): Cue =>
  cue(name, { place, force: "strong" }, source);
const medium = (name: string, place: CuePlace, source: string): Cue =>
  cue(name, { place, force: "medium" }, source);
const weak = (name: string, place: CuePlace, source: string): Cue =>
  cue(name, { place, force: "weak" }, source);
const against = (name: string, place: CuePlace, source: string): Cue =>
  cue(name, { place, force: "against" }, source);

const USE_CUES: readonly Cue[] = [
  strong(
    "made-by",
    "before",
    String.raw`\b(?:${MAKE})\w*\b[^.;)]{0,80}?\b(?:by|with|${VERB_ING}|from|prompting)\s+${WORDS}$`,
  ),
  strong(
    "worked-by",
    "before",
    String.raw`(?:\b|')(?:${WORK})\w*\b(?:'d)?[^.;)]{0,80}?\b(?:by|with|${VERB_ING}|prompting)\s+${WORDS}$`,
  ),
  strong(
    "output-of",
    "before",
    String.raw`\b(?:${OUTPUT})\b[^.;)]{0,40}?\b(?:by|from|with|${VERB_ING})\s+${WORDS}$`,
  ),
  strong("distilled", "before", String.raw`\bdistill?\w*\b[^.;]{0,60}\bfrom\s+${WORDS}$`),
  strong(
    "prompted-to",
    "before",
    String.raw`\b(?:prompt|prompted|ask|asked|instructed|had|tasked|required|let)\s+${WORDS}$`,
  ),
  strong(
    "sent-to",
    "before",
    String.raw`\b(?:fed|feed\w*|sent|submit\w*|pass\w*|input\w*|given|quer(?:y|ies|ied)|presented|provided)\b[^.;]{0,60}?\b(?:to|into|through)\s+${WORDS}$`,
  ),
  strong(
    "chatting",
    "before",
    String.raw`\b(?:conversations?|dialogues?|chats?|chat logs|interact\w*)\b[^.;]{0,40}?\b(?:between|with|and)\s+${WORDS}$`,
  ),
  strong(
    "model-used-to",
    "before",
    String.raw`\b(?:models?|llms?)\b[^.;]{0,40}\b(?:used|that|which|employed|chosen|prompted)\s+(?:to\s+|for\s+|by\s+)?(?:${MAKE}|${WORK})\w*\b[^.;]{0,80}$`,
  ),
  strong(
    "role-noun",
    "before",
    String.raw`\b(?:reward|judge|judging|teacher|annotat\w+|translation|embedding|caption\w*|generator|generation|scoring|critic|verifier|actor|preference)\s+(?:models?|llms?)\s*(?:is|was|,|:|\()?\s*$`,
  ),
  strong(
    "role-label",
    "before",
    String.raw`(?:^|[|;])\W*(?:(?:data|response|answer|question|instruction|prompt)s?\s+)?(?:generator|generation|teacher|judge|annotator|captioner|translator|rewriter|verifier|reward|generated (?:by|with)|source|created (?:by|with))(?:\s+(?:models?|llms?))?(?:\s+used)?\s*[:：|]\W*$`,
  ),
  strong(
    "used-to",
    "after",
    String.raw`^[^.;]{0,40}?\b(?:(?:was|were|is|are|been|(?<!\b(?:can|may|could|might|should)\s)be)\s+(?:then\s+|also\s+|only\s+)?(?:used|prompted|asked|employed|utili[sz]ed|adopted|instructed|tasked|applied|leveraged|chosen|selected)|(?:prompted|asked|employed)\s+to)\b`,
  ),
  strong(
    "as-role",
    "after",
    String.raw`^[^.;]{0,25}?\bas\s+(?:an?|the|our)\s+[^.;]{0,30}?\b(?:judge|teacher|annotator|generator|evaluator|grader|translator|verifier|critique|critic|labell?er|actor|source|reward model|oracle|assistant)`,
  ),
  strong(
    "acts",
    "after",
    String.raw`^\s*(?:\([^()]{0,40}\)\s*)?(?:then\s+|also\s+)?(?:generates?|generated|produces?|produced|creates?|created|writes?|wrote|annotates?|annotated|labell?ed|answers|answered|translates|translated|rates|rated|judges|judged|provides?|provided|responds|simulates?|rewrote|rephrased)\b(?!\s+by)`,
  ),
  strong(
    "had-make",
    "after",
    String.raw`^\s*(?:to\s+)?(?:generate|create|produce|write|annotate|label|caption|translate|rate|score|judge|grade|verify|evaluate|answer|solve|rewrite|rephrase|paraphrase|refine|convert|filter|extract|describe|classify|summari[sz]e|augment|simulate|synthesi[sz]e|identify|detect|respond|provide|obtain)\b`,
  ),
  strong(
    "chinese-both",
    "near",
    String.raw`(?:使用|利用|通过|调用|采用|借助|基于|由|用|让|经过?|从|蒸馏)[^。；，¤]{0,14}(?:¤[、和及与/ ]{0,3}){1,6}[^。；，]{0,20}(?:生成|标注|翻译|打分|评分|回答|改写|蒸馏|合成|获取|构造|构建|输出|过滤|筛选|评估|扩写|产生|得到|提供)`,
  ),
  medium(
    "by",
    "before",
    String.raw`\bby\s+(?:(?:the|a|an|our|both|superb|powerful|openai|open-source|latest|azure|prompting)\S*\s+){0,3}$`,
  ),
  medium("using", "before", String.raw`\b(?:${VERB_ING})\s+${WORDS}$`),
  medium(
    "we-use",
    "before",
    String.raw`\b(?:we|i|was|were|then|also|this|and)\s+(?:\w+\s+)?(?:used?|uses|utili[sz]ed?|adopt\w*|leveraged?|employ\w*|chose|select\w*|appl(?:y|ied))\s+${WORDS}$`,
  ),
  medium(
    "prompting",
    "before",
    String.raw`\b(?:prompt(?:s|ed|ing)?|asking|calling|query\w*|queried|invok\w*|consult\w*|interacting with)\s+${WORDS}$`,
  ),
  medium(
    "comes-from",
    "before",
    String.raw`\b(?:are|is|was|were|comes?|came|originates?)\s+(?:mostly\s+|all\s+|only\s+)?from\s+${WORDS}$`,
  ),
  medium(
    "apply",
    "before",
    String.raw`^\W{0,6}(?:apply|filter\w*|use|used|annotate\w*|translate\w*|label\w*|had|prompt|generat\w+)\b[^.;]{0,60}?\b(?:a|an|the|with|using|by|to)\s+${WORDS}$`,
  ),
  medium(
    "namely",
    "before",
    String.raw`\b(?:namely|models?\s*:|used\s*:|models?\s+\(|(?:one|any)\s+of\b[^.;]{0,20}|in\s+the\s+loop\s*:|different\s+models\s*[;:])\s*${WORDS}$`,
  ),
  medium(
    "output",
    "after",
    String.raw`^(?:['’]s)?[\s-]*(?:\([^()]{0,60}\)\s*)?(?:(?!and\b|or\b|on\b|to\b|for\b|in\b|with\b)\S{1,20}\s+){0,2}?(?:${OUTPUT})\b`,
  ),
  medium(
    "to-verb",
    "after",
    String.raw`^[^.;]{0,40}?\bto\s+(?:\w+ly\s+|then\s+)?(?:re-?)?(?:${MAKE}|${WORK}|write|obtain|get|give|determine|ensure|check|assign|mine|keep|remove)\w*\b`,
  ),
  medium(
    "chinese-before",
    "before",
    String.raw`(?:使用|利用|通过|调用|采用|借助|由|蒸馏自?|来自)[^。；，]{0,10}$`,
  ),
  medium(
    "chinese-after",
    "after",
    String.raw`^[^。；，]{0,12}(?:生成|标注|翻译|打分|评分|改写|蒸馏|合成|扩写|接口生成|进行)`,
  ),
  medium(
    "lead-made",
    "lead",
    String.raw`\b(?:(?:${MAKE}|${WORK})\w*\b[^.]{0,80}\b(?:by|with|from|${VERB_ING})|(?:pool|set|list|mixture|ensemble|variety)\s+of\s+(?:\S+\s+){0,3}(?:models?|llms?)|(?:following|these|multiple|several|different|various)\s+(?:\S+\s+){0,2}(?:models?|llms?)|models?\s+(?:\w+\s+)?used)\b[^.]{0,60}$`,
  ),
  medium(
    "section-made",
    "section",
    String.raw`\b(?:(?:scor|generat|annotat|judg|label|caption|describ|translat|teacher|sampl|filter|respon|distill)\w*\s+(?:\S+\s+){0,4}?(?:models?|llms?)|models?\s+used|(?:using|with|by|from)\s+(?:\S+\s+){0,3}(?:models?|llms?)|llms?\s+used)\b[^>]{0,30}$`,
  ),
  medium(
    "column-made",
    "column",
    String.raw`generat|teacher|annotat|judge|(?:answer|response|instruction|question|caption|solution|cot) ?(?:source|model)|created by|synth|translator|captioner|distill|producer`,
  ),
  weak(
    "synthetic",
    "near",
    String.raw`\b(?:synthetic|synthesi[sz]ed|distill?ed|machine[- ]translated|auto(?:matically)?[- ](?:generated|annotated|labell?ed)|(?:model|ai|llm|gpt)-generated)\b`,
  ),
  weak(
    "make-near",
    "near",
    String.raw`\b(?:generat|creat|synthe[st]i[sz]|annotat|translat|caption|distill|label|judg|scor|filter|rewrit)\w*\b`,
  ),
  weak("lead-models", "lead", String.raw`\b(?:models?|llms?|generat\w*|annotat\w*|prompt\w*)\b[^.]{0,80}$`),
  weak("chinese-make", "near", "生成|标注|翻译|打分|蒸馏|合成|回答"),
];

const OTHER_CUES: readonly Cue[] = [
  against(
    "trained-after",
    "after",
    String.raw`^(?:[^.;]{0,40}?\b(?:is|was|were|are|been|be|models?|family|and)\s+)?\s*(?:further\s+)?(?:pre-?|fine-?|post-?|instruction[- ])?(?:trained|tuned|training|tuning|finetun\w*|finetuned?|pretrain\w*)\b`,
  ),
  against(
    "train-before",
    "before",
    String.raw`\b(?:(?:pre-?|fine-?|post-?|instruct\w*[- ]?)?(?:train|tun(?:e|ed|ing)|finetun)\w*|sft|aligned?|developed from|built on|on top of|initiali[sz]ed|scal\w+ up)\b[^.;]{0,60}$`,
  ),
  against(
    "base-model",
    "before",
    String.raw`\b(?:original|base|backbone|foundation|starting|target|student|policy)\s+model\b[^.;]{0,30}$`,
  ),
  against(
    "possible",
    "near",
    String.raw`\b(?:can|may|could|might|should) (?:also )?be used\b|\bexample usage\b|\bcompatible with\b`,
  ),
  against(
    "illustration",
    "before",
    String.raw`^\W*(?:(?:cover|header|this|the|above|title)\s+)?(?:image|cover|logo|banner|figure|illustration|picture|thumbnail|artwork)\w*\s+(?:was\s+|is\s+)?(?:generated|created|made|designed|drawn|by)\b[^.]{0,30}$`,
  ),
  against(
    "train-near",
    "near",
    String.raw`\b(?:pre-?|fine-?|post-?)?(?:train|tun(?:e|ing)|finetun)(?:s|ed|ing|e)?\b`,
  ),
  against(
    "compare",
    "near",
    String.raw`\b(?:compar(?:e|ed|ing|able|isons?)|outperform\w*|surpass\w*|exceed\w*|better|superior|beat\w*|rival\w*|worse|state-of-the-art|sota|baselines?|higher|versus|vs|competitive|trail\w*|on par|ahead of|stands out|follows)\b`,
  ),
  against(
    "results",
    "near",
    String.raw`\b(?:accurac\w*|performances?|achiev\w*|leaderboards?|benchmarks?|pass@\d|win[- ]rate|points|f1|results?|scores? of|average(?:s|d)?)\b`,
  ),
  against(
    "capability",
    "near",
    String.raw`\b(?:capabilit\w*|interactivity|abilit\w*|strugg\w*|bottleneck\w*|fails?|cannot|can't|hallucinat\w*|weakness\w*|challeng\w*)\b`,
  ),
  against(
    "noun-after",
    "after",
    String.raw`^(?:['’]s)?[\s-]*(?:\S{1,20}\s+)?(?:papers?|reports?|tokeni[sz]er|tokens?|chat template|template|format|style|licen[cs]es?|terms|quanti[sz]\w*|gguf|checkpoints?|weights|context|architectures?|credits?|famil(?:y|ies)|framework|repo\w*|project|pretraining|pre-training|recipe|prompts?|github|\.cpp|team|leaderboard|evaluation|dataset|data\b|only\b)`,
  ),
  against(
    "tool",
    "near",
    String.raw`\b(?:tokeni[sz]er|chat template|licen[cs]es?|terms|quanti[sz]\w*|gguf|checkpoints?|weights|context length|architecture|credits?|non-commercial)\b`,
  ),
  against(
    "paper",
    "near",
    String.raw`\b(?:papers?|repos?(?:itory)?|homepage|cite|citation|arxiv|releas\w*|github|blog)\b`,
  ),
  against(
    "like",
    "before",
    String.raw`\b(?:such as|like|similar to|e\.g\.,?|i\.e\.,?|including|towards|inspired by|than|instead of|not|even|unlike|replicat\w*|reproduc\w*|follow(?:s|ing)?|as good as|optimi[sz]ed for|designed for|used in|used for)\s+${WORDS}$`,
  ),
  against(
    "original",
    "near",
    String.raw`\b(?:original(?:ly)?|previous(?:ly)?|other|earlier|prior|existing|initial|reproduc\w*)\b`,
  ),
  against("denied", "near", String.raw`\b(?:not|never|instead of|rather than|could have|without|would)\b`),
  against(
    "test",
    "near",
    String.raw`\b(?:evaluat(?:e|ed|ing|ion)|tested|probing|zero-shot|few-shot|experiments?)\b`,
  ),
  against(
    "section-results",
    "subsection",
    String.raw`\b(?:evaluat|results?|benchmark|leaderboard|performance|models? zoo|releases?|news|updates?|quick ?start|training|train|licen|citation|acknowledg|related|download|load|supported tasks|how to|limitation|thanks)\w*`,
  ),
  against("section-use", "subsection", String.raw`\b(?:usage|use|uses|motivation|introduction|abstract)\b`),
  against(
    "lead-results",
    "lead",
    String.raw`\b(?:results?|performance|compar|evaluat|benchmark|train|fine-?tun|releas|leaderboard)\w*[^.]{0,60}$`,
  ),
  against("column-model", "column", String.raw`^\W*(?:base |llm |lm )?models?(?: name)?\W*$|backbone|method`),
];

export const MODEL_CUES: readonly Cue[] = [...USE_CUES, ...OTHER_CUES];
