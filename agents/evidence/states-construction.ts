/**
 * Whether a passage says, in words or by its heading, that something was made from something: the code's own check of
 * a quote that a language model offers. It is meant to be generous; what it refuses is only hinted at, not dropped.
 */
export const statesConstruction = (passage: string): boolean => CUES.some((cue) => cue.test(passage));

const CUES: readonly RegExp[] = [
  /\b(?:built|build|made|make|created?|creating|construct(?:ed)?|compiled?|composed?|assembled?|synthesi[sz]ed?|generated?|produced?|distill?ed|curated?|prepared|bootstrapped|seeded|grown|crafted)\b[^.\n]{0,120}\b(?:from|of|by|using|with|on|out of|via|upon|over)\b/iu,
  /\b(?:derived?|derives|deriving|derivative|sourced?|collected|gathered|drawn|taken|extracted?|sampled?|sampling|selected?|scraped|crawled|harvested|obtained|retrieved|imported|ported|adapted|converted|subsampled|mined|stem(?:s|med)?|comes?|came|originat(?:e|es|ed|ing))\b[^.\n]{0,120}\b(?:from|out of|of|in|on)\b/iu,
  /\b(?:based|building|builds|expands?|extends?|extended|improv(?:es|ed)) (?:up)?on\b|\b(?:extension|expansion|continuation|successor) (?:of|to)\b/iu,
  /\b(?:subset|part|portion|split|version|variant|copy|mirror|re-?upload|fork|clone|translation|conversion|reformat(?:ted)?|rewrite|rewritten|paraphrase|filtering|selection|sample|mix(?:ture)?|blend|merge|union|combination|concatenation|collection|aggregation|compilation|remix) (?:of|from)\b/iu,
  /\b(?:filtered|cleaned|deduplicated|decontaminated|reformatted|translated|annotated|re-?annotated|labell?ed|augmented|enriched|modified|updated|corrected|rephrased|rewritten|rewrote|evolved|re-?generated|shuffled|trimmed)\b[^.\n]{0,80}\b(?:version|copy|form|from|of|into|with|by|using)\b/iu,
  /\b(?:combin(?:e|es|ed|ing)|merg(?:e|es|ed|ing)|mix(?:es|ed|ing)?|blend(?:s|ed|ing)?|aggregat(?:e|es|ed|ing)|unif(?:y|ies|ied)|concatenat(?:e|es|ed|ing)|join(?:s|ed|ing)?|integrat(?:e|es|ed|ing)|incorporat(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|includ(?:e|es|ed|ing)|contain(?:s|ed|ing)?|cover(?:s|ing)?|us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|leverag(?:e|es|ed|ing)|reus(?:e|es|ed|ing)|start(?:s|ed|ing)? (?:from|with))\b/iu,
  /\b(?:source[ _-]?(?:data(?:sets?)?|corpus|corpora)?s?|data sources?|seed (?:data(?:sets?)?|prompts?|questions?|problems?|instructions?)|ingredients?|components?|composition|subsets?|constituents?|upstream|parent|original (?:data(?:sets?)?|source)|base dataset|credits?|acknowledge?ments?|origins?|provenance)\b\s*(?:[:|]|$|\n|are\b|is\b|were\b|was\b)/imu,
  /(?:来自|来源|源自|基于|选自|取自|抽取|采样|收集|构建|合成|整合|合并|融合|翻译|筛选|过滤|改写|派生|扩展|组成|包含|使用|利用|改编)/u,
  /(?:から(?:作成|抽出|構築|生成)|に基づ|を(?:翻訳|もと|基))/u,
];
