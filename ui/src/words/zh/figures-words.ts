import { formatCount } from "../../state/format.ts";
import type { FiguresWords } from "../figures-words.ts";

export const figuresWords: FiguresWords = {
  reviewed: "审核概况",
  reviewedText: ({ edges, right, wrong, reviewers }) =>
    `${formatCount(reviewers)} 位审核者审核了 ${formatCount(edges)} 条边：${formatCount(right)} 条正确，${formatCount(wrong)} 条错误。`,
  pace: (decisions, median, p90) =>
    `${formatCount(decisions)} 个决定中，半数用时不超过 ${median} 秒，九成不超过 ${p90} 秒。`,
  noPace: "尚不知决定用时。",
  agreement: "一致性",
  holds: "是否为边：",
  relation: "属于何种关系：",
  pair: (one, other) => `${one} 与 ${other}：`,
  missing: (edges, missing) => `${formatCount(edges)} 条边经两人审核；还需 ${formatCount(missing)} 条。`,
  needed: (edges) => `不足 ${formatCount(edges)} 条时，无法区分一致与偶然。`,
  value: (value, [low, high], edges) =>
    `${value}（95% 置信区间 ${low} 至 ${high}，${formatCount(edges)} 条边）`,
  undefinedValue: { nothing: "没有可比较的内容", "one-category": "无定义：所有人对全部边的判断相同" },
  reliability: "置信度是否可靠",
  before: "现状",
  after: "校准之后",
  noFit: (labels) => `目前有 ${formatCount(labels)} 个标签，尚不足以判断。`,
  obstacle: (has, needs) => `需要 ${formatCount(needs)}，现有 ${formatCount(has)}。`,
  plotLabel: (title) => `${title}：各置信度下正确边的比例；数值见下表`,
  precision: "程序的正确率",
  noPrecision: "尚无审核。",
  dimension: {
    status: "按状态",
    origin: "按来历",
    "document-kind": "按文档类型",
    documents: "按文档数",
    tracer: "按发现者",
    "resolved-by": "按名称对应方式",
    contradicted: "按有无相反说法",
    flag: "按未通过的检查",
    relation: "按关系",
    "relation-kept": "按关系是否保留",
  },
  group: "类别",
  right: "正确",
  interval: "95% 区间",
  confidence: "置信度",
  edges: "边数",
};
