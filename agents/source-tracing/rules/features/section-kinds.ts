/** What a heading says about the names below it; tried in order, several may hold. */
const SECTION_KINDS = {
  source:
    /(?<!open[- ])\bsources?\b(?! code)|source data|data source|provenance|origin|composition|component|constituent|included|derived|based on|来源|数据源|构成|出典|元データ/i,
  creation:
    /creation|construction|curation|collect|built|build|process|pipeline|methodology|how (?:it|the|this)|generation|preparation|pre-?processing|annotation|构建|处理|収集/i,
  datasets: /\bdatasets?\b|corpora|\bsubsets?\b|mixture|\bmix\b|\bdata\b|数据/i,
  evaluate: /evaluat|results?|performance|benchmark|leaderboard|experiment|comparison|accuracy|评测|性能/i,
  cite: /citation|cite|bibtex|references?\b|bibliography|publication|paper|引用/i,
  licence: /licen[cs]|copyright|terms|legal|许可|协议/i,
  usage: /usage|how to|\buses?\b|getting started|quick ?start|load|install|example|intended|tutorial|使用/i,
  structure:
    /structure|fields?\b|instances?|format|schema|splits?\b|columns?|features?\b|statistics|字段|结构|格式/i,
  thanks: /acknowledg|credits?|thanks|contribut|sponsor|funding|致谢|感谢/i,
  related:
    /related|other (?:datasets|versions|resources)|see also|links?\b|resources|family|companion|\bmore\b|further/i,
  limits: /bias|limitation|considerations?|ethic|disclaimer|risk|sensitive|impact|warning|known/i,
  summary: /summary|description|overview|about|introduction|abstract|details|background|简介|介绍|概要/i,
  model: /models?\b|training|fine-?tun|teacher|训练|模型/i,
  news: /news|changelog|updates?\b|versions?\b|release|history|更新/i,
  contact: /contact|author|team|curators?|maintain|contents?$/i,
  original: /original|upstream|parent|原始/i,
  decontaminate: /decontamin|overlap|contaminat/i,
  tasks: /tasks?|leaderboards?|languages?/i,
} as const;

export type SectionKind = keyof typeof SECTION_KINDS;

/** The kinds of section that a heading opens. */
export const sectionKindsOf = (heading: string): readonly SectionKind[] =>
  (Object.entries(SECTION_KINDS) as [SectionKind, RegExp][]).flatMap(([kind, pattern]) =>
    pattern.test(heading) ? [kind] : [],
  );
