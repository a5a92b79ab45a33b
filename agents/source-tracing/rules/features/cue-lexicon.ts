/**
 * Words and phrases by what they tell about a name near them. Alternatives are divided by "|", all in lower case.
 * General words only: nothing here names a dataset.
 */
export const CUES = {
  derive:
    "derived|derives|derive|deriving|derivative|derivation|originates|originate|originated|originating|stems from",
  base: "based on|based upon|based off|built on|built upon|built on top of|built off|on top of|atop|build on|build upon|builds on|builds upon|building on",
  build:
    "built|build|building|builds|constructed|construct|constructing|construction|assembled|assemble|formed|formulated",
  create:
    "created|create|creates|creating|creation|made|made up|produced|produce|prepared|developed|designed|written",
  collect:
    "collected|collect|collects|collecting|collection|gathered|gather|gathering|aggregated|aggregates|aggregate|aggregation|aggregating|acquired|accumulated|collated",
  compile: "compiled|compile|compiling|compilation|compiles|curated|curate|curating|curation|curates",
  source:
    "sourced|sourcing|sourced from|comes from|come from|came from|coming from|data source|data sources|source dataset|source datasets|source data|sources|taken from|originally from|is from|are from",
  original:
    "original|originally|original dataset|original data|original source|original authors|original version|raw data|upstream|parent",
  extract:
    "extracted|extract|extracts|extracting|taken|drawn|draw|draws|drawing|obtained|obtain|retrieved|pulled|mined|acquire|fetched|lifted|borrowed|picked|harvested",
  sample:
    "sampled|sample|samples|sampling|subsampled|subsample|randomly|selected|select|selecting|selection|chosen|choose|choosing|random",
  subset:
    "subset of|subsets of|a subset|portion of|part of|slice of|subset from|small portion|split of|fraction of|half of|portions of|parts of|subset",
  filter:
    "filtered|filter|filters|filtering|cleaned|clean|cleaning|cleaned version|deduplicated|dedup|deduped|refined|pruned|stripped|curated version|decensored|uncensored|removed",
  merge:
    "merged|merge|merges|merging|merger|combined|combine|combines|combining|combination|mix|mixes|mixed|mixture|mixing|blend|blended|concatenated|concatenation|concatenate|unified|unify|unifies|unifying|fusion|fused|joined|joins|joining|unites|integrates|integrated|integrating|integration|ensemble",
  include:
    "includes|include|including|included|contains|contain|containing|consists of|consist of|consisting of|consists|comprises|comprise|comprising|comprised of|composed of|incorporates|incorporate|incorporated|incorporating|components|constituent|composition|made of|added|adding|add",
  translate:
    "translated|translation|translate|translations|translating|translates|translator|back-translation",
  convert:
    "converted|conversion|convert|converts|converting|reformatted|reformat|formatted|transformed|transform|transforms|transforming|parsed|processed|preprocessed|pre-processed|processing|ported|port of|repackaged|restructured|structured|standardized|normalised|normalized|tokenized",
  adapt:
    "adapted|adaptation|adapts|adapt|adapting|modified|modification|modified version|modify|revised|revision|rewritten|rewriting|rewrite|rephrased|rephrasing|paraphrased|paraphrasing|paraphrases|edited|perturbed|replacing|updated version|improved version|enhanced version|variant of",
  extend:
    "augmented|augment|augmenting|augmentation|extended|extends|extend|extending|extension|expanded|expanding|expand|expands|enriched|enrich|enriches|enhanced|enhancing|evolved|evolving|evolve|supplemented|continuation|complemented",
  annotate:
    "annotated|annotation|annotations|annotate|annotates|annotating|annotators|labeled|labelled|labels|labeling|relabeled|rated|ranked|scored|judged|verified",
  generate:
    "generated|generate|generates|generating|generation|synthesized|synthesised|synthesizing|synthesize|synthetic|synthetically|simulated",
  distill:
    "distilled|distillation|distill|distilling|distil|responses from|answers from|completions|regenerated|regenerate|re-generated",
  seed: "seed|seeds|seeded|seed data|seed tasks|seed dataset|seed questions|as seed|starting from|starting point|start from|started from|bootstrapped",
  prompts:
    "prompts|prompt|questions|instructions|problems|queries|question|instruction|problem|tasks from|exercises",
  crawl:
    "crawled|crawl|crawling|crawls|crawler|scraped|scrape|scraping|scraper|scrapes|downloaded|downloading|dump|dumps|archived|snapshot|archive",
  version:
    "version of|versions of|a version|copy of|a copy|mirror of|mirror|mirrored|clone|cloned|reupload|re-upload|reuploaded|re-uploaded|uploaded|upload|replica|replicate|replication|fork|forked|duplicate|port|reproduction|hosted|wrapper|split from|moved|shared|format of",
  use: "used|use|uses|using|utilized|utilize|utilizes|utilizing|leveraged|leverage|leverages|leveraging|adopt|adopted|adopting|employ|employed|employs|take|takes|rely|relies|relied",
  texts:
    "articles|article|posts|reviews|texts|text|documents|tweets|comments|captions|images|image|videos|pages|page|sentences|passages|stories|books|abstracts|papers from|conversations|dialogues|recordings|audio|pairs|examples|entries|rows|records|data from|content|materials|transcripts|forums|forum|website|websites|site|platform|subreddit|web",
  dataset:
    "dataset|datasets|corpus|corpora|dataset of|collection of|data set|database|databank|treebank|knowledge base|knowledge graph",
  benchmark:
    "benchmark|benchmarks|testbed|test suite|leaderboard|leaderboards|challenge|shared task|competition",
  split:
    "train split|training split|train set|training set|test split|test set|validation set|validation split|dev set|train|training|test|validation",
  evaluate:
    "evaluated|evaluate|evaluates|evaluation|evaluations|evaluating|evals|eval|benchmarked|tested|testing|tested on|test on|assess|assessed|assessing|accuracy|performance|score|scores|results|result|perform|performs|performing|metrics|achieves|achieve|achieved|sota|state-of-the-art|improves|improve|improvement|improvements",
  compare:
    "compared|compare|comparison|comparing|comparable|comparably|compared to|compared with|unlike|whereas|different from|differs from|in contrast|versus|vs|vs.|rather than|outperforms|outperform|outperforming|baseline|baselines|better than|than|prior|previous|existing|similar to|similarly|alternatives|competitive",
  inspired:
    "inspired|inspired by|motivated by|following|follows|follow|followed|in the style|style|in the spirit|same format|same style|same structure|same schema|the format|schema|guidelines|methodology|according to|analogous|methods|method|approach|technique|recipe",
  cite: "cite|citation|cited|citing|references|reference|published|introduced|proposed|described in|presented|et al|refer to|see also|paper|preprint|publication|read more|more details|details|detailed|more information|learn more|further information",
  train:
    "trained|trained on|train on|training|trains|finetuned|fine-tuned|fine-tuning|finetuning|finetune|fine-tune|pretrained|pre-trained|pretraining|pre-training|pretrain|instruction-tuned|model trained|models trained|to train|sft|rl training",
  model:
    "model|models|llm|llms|language model|checkpoint|weights|teacher|parameters|inference|classifier|embedding|embeddings",
  decontaminate:
    "decontaminated|decontamination|decontaminate|contaminated|contamination|leakage|overlap|overlaps|overlapping|n-gram|exclude|excluded|excluding|excludes|except|held-out|holdout|remove any|not include|not included|not contain",
  deny: "not|no|never|without|none|neither|nor|isn't|aren't|doesn't|don't|didn't|does not|do not|did not|cannot",
  licence:
    "license|licence|licensed|licenses|licensing|copyright|copyrights|terms|permission|permitted|cc-by|apache|open-source|rights|commercial|legal|fair use",
  thanks:
    "thanks|thank|thankful|acknowledge|acknowledgements|acknowledgments|credit|credits|grateful|sponsor|sponsored|sponsors|contributors|contributor|contributions|shout out|special thanks|courtesy|kudos|credit goes",
  tool: "library|tool|tools|toolkit|tokenizer|framework|pipeline|script|scripts|code|software|api|parser|package|implementation|engine|interface|app|extension|plugin|function|module",
  repo: "repository|repo|github|available at|available on|available from|released|hosted on|hosted at|accessible|can be found|found at|found here|download|downloads|homepage|website|link|links|url|click|visit|check out|here",
  usage:
    "usage|can be used|used for|used to|intended|suitable|task|tasks|downstream|applications|useful for|use case|use cases|research|designed for|designed to|aims to|goal|purpose|support|supports|for training",
  example:
    "e.g|e.g.|such as|for example|like|for instance|i.e|i.e.|namely|among|among others|following datasets|the following|these datasets|below|listed",
  own: "our|we|this dataset|this data|this corpus|this collection|this repository|the dataset|the present|this version|this subset|this set|this work|this is|these",
  column:
    "column|columns|field|fields|feature|features|attribute|key|string|id|index|config|configuration|split|splits|json|format|metadata|schema|indicates|denotes|name of|type of",
  sibling:
    "series|family|collection|other datasets|companion|see also|related|also available|other versions|newer version|latest version|previous version|successor|predecessor|sister|part of the|larger|full version|smaller version|v2|update|updated|deprecated|superset|variant|variants|separately",
  person:
    "author|authors|team|company|organization|university|institute|lab|group|researchers|curated by|maintained by|developed by|created by|contact|email|funded|shared by",
  secondhand:
    "which was|which were|which is|that was|that were|itself|themselves|in turn|who|whose|were originally|was originally|which contains|which includes|which consists",
  content:
    "about|discusses|topic|topics|mentions|concerning|question about|answer|user|assistant|response|input|output",
  thirdparty:
    "public|publicly|open-source|open source|existing|available|various|multiple|several|different|diverse|high-quality|popular|well-known|different sources|other|others|many",
} as const satisfies Record<string, string>;

export type Cue = keyof typeof CUES;
export const CUE_NAMES = Object.keys(CUES) as readonly Cue[];

/** The same for Chinese, where words have no blanks around them, and a few Japanese ones. */
export const CHINESE_CUES: Partial<Record<Cue, string>> = {
  derive: "源自|衍生|派生|来源于|源于",
  base: "基于|在此基础上|为基础|ベース",
  build: "构建|构造|组建|搭建|構築",
  create: "创建|制作|制成|作成",
  collect: "收集|采集|汇总|汇集|搜集|収集",
  compile: "整理|编译|汇编|策划",
  source: "来自|来源|数据源|取自|出自|出典|元データ|から",
  original: "原始|原数据|原版|原文|元の",
  extract: "提取|抽取|抽出|摘自|选取",
  sample: "采样|抽样|挑选|选择|随机|筛选出",
  subset: "子集|一部分|部分数据",
  filter: "过滤|清洗|筛选|去重|剔除|フィルタ",
  merge: "合并|混合|融合|整合|拼接|掺入|结合",
  include: "包含|包括|涵盖|由以下|组成|加入|增加",
  translate: "翻译|译成|译为|翻訳|机翻",
  convert: "转换|转化|转为|格式化|预处理|変換",
  adapt: "改编|改写|修改|修订|重写",
  extend: "扩展|扩充|增强|补充|进化|演化",
  annotate: "标注|打标|注释|评分|打分|アノテーション",
  generate: "生成|合成",
  distill: "蒸馏|回答由|调用",
  seed: "种子|seed",
  prompts: "提示|问题|指令|题目|题库|prompt",
  crawl: "爬取|爬虫|抓取|下载",
  version: "版本|镜像|复制|备份|搬运",
  use: "使用|采用|利用|用于",
  texts: "文章|帖子|评论|文本|图片|视频|网站|网页|论坛|书籍|语料",
  dataset: "数据集|语料库|数据库|データセット|コーパス",
  benchmark: "基准|评测集|排行榜|竞赛",
  evaluate: "评估|评测|测试|性能|准确率|表现|得分|評価",
  compare: "相比|对比|优于|不同于|区别|比较",
  inspired: "受到启发|启发|参考|参照|借鉴|类似|风格|仿照",
  cite: "引用|论文|参见|详见|请参阅",
  train: "训练|微调|预训练|学習",
  model: "模型|大模型|モデル",
  decontaminate: "去污染|泄露|泄漏|重叠|排除",
  deny: "没有|不是|并非|不包含|未使用|无",
  licence: "许可|协议|版权|授权|ライセンス",
  thanks: "感谢|致谢|鸣谢",
  tool: "工具|代码|框架|脚本|接口",
  repo: "仓库|地址|链接|主页|官网",
  example: "例如|比如|以及|等|如下|以下",
  own: "我们|本数据集|该数据集|此数据集|本项目|本データセット",
};
