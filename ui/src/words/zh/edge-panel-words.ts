import type { Finder } from "../../../../schema/vocabulary.ts";
import { formatCount } from "../../state/format.ts";
import type { EdgePanelWords } from "../edge-panel-words.ts";

const REVIEWED_AS = {
  undone: "恢复原状",
  restored: "恢复该决定",
  alias: "改指其名称所指的数据集",
  renamed: "随数据集改用其正式 id",
};

const DECIDED = { accepted: "接受", rejected: "拒绝", edited: "修改", added: "添加" };

const finderName = (finder: Finder): string => ({ rules: "规则", model: "语言模型", person: "人工" })[finder];

export const edgePanelWords: EdgePanelWords = {
  theEdge: "这条边",
  theHistory: "其历史",
  kind: { derivation: "构建自", "model-use": "使用模型", clearing: "声明已清除" },
  from: "来自",
  relation: "关系",
  role: "角色",
  split: "划分",
  part: "部分",
  flagged: "待审核原因",
  rejected: "拒绝原因",
  published: "文献声明",
  proposed: "提议",
  confidence: "置信度",
  weight: { for: "支持", neutral: "影响不大", against: "反对" },
  noDocument: "没有我们读取的文档这样说",
  documents: (count, kinds) => `${formatCount(count)} 份文档：${kinds}`,
  foundBy: (tracers, score) => `由${tracers.join("和")}发现，最高得分 ${score}`,
  resolved: (how, score) => `${how}，得分 ${score}`,
  contradicted: "有文档说法相反",
  calibrated: (raw, labels, date) =>
    `已按 ${formatCount(labels)} 条人工审核的边校准（${date}）；仅凭信号为 ${raw}`,
  evidence: "证据",
  quotes: (quotes, documents) =>
    `${formatCount(quotes)} 处引文，来自 ${formatCount(documents)} 份文档。点击引文可在原文中查看。`,
  noQuote: "没有我们找到的引文可以证明它。",
  publishedOnly: (citation, confidence, kinds) =>
    `文献声明，没有我们找到的引文：${citation} 给出 ${confidence}${kinds === "" ? "" : `，依据：${kinds}`}。对派生数据集溯源时会查找引文。`,
  showInDocument: "在文档中查看",
  wholeQuote: (characters) => `显示全部 ${formatCount(characters)} 个字符`,
  finder: (finder, model, prompt) =>
    `${model ?? finderName(finder)}${prompt === undefined ? "" : `，提示词 ${prompt}`}`,
  finderTitle: "由谁发现，以及其自身经校准的得分，0 到 1",
  score: (score) => `得分 ${score}`,
  revision: (revision) => `版本 ${revision}`,
  read: "读取于",
  livePage: "在线页面",
  backToWays: "返回路径",
  review: "审核此边",
  history: "历史",
  noHistory: "没有溯源或人工更改过它。",
  firstTrace: "首次溯源",
  lastTrace: "最近溯源",
  traced: (first) => (first ? "由溯源发现" : "溯源结果有变化"),
  seenAgain: (readings) => `另有 ${formatCount(readings)} 次溯源结果相同`,
  publishedBy: (citation) => `由 ${citation} 发表`,
  proposedBy: (who, verdict) =>
    verdict === undefined ? `由 ${who} 提议` : `由 ${who} 提议：${DECIDED[verdict]}`,
  decidedBy: (verdict, who) => `由 ${who} ${DECIDED[verdict]}`,
  reviewedBy: (did, who) => `由 ${who} ${REVIEWED_AS[did]}`,
  undoneSince: "此后已撤销",
  somebody: "某人",
  became: (before, after) => (before === undefined ? after : `${before} → ${after}`),
  gone: (before) => `${before} → 不再出现`,
  leadsElsewhere: "现在代替它的边",
  ledFromElsewhere: "它所代替的边",
};
