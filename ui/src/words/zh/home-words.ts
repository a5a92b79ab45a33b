import { formatCount } from "../../state/format.ts";
import type { HomeWords } from "../home-words.ts";

export const homeWords: HomeWords = {
  title: "这个数据集从何而来？",
  intro:
    "Stemma 阅读后训练数据集的数据卡、论文和网页，逐级画出它由哪些数据集构建。每一条联系都有原文引述为证，并可在所读文档中查看。",
  examples: "例如",
  holds: "图谱概况",
  theCounts: "统计数字",
  datasets: "个数据集",
  derivations: "条派生关系",
  benchmarks: "个基准",
  flagged: "个带有污染标记",
  wholeGraph: "查看整个图谱",
  wholeGraphWhy: "一次查看全部数据集，或按领域和所有者分组",
  contamination: "查找污染",
  contaminationWhy: "哪些数据集可能见过基准的留出数据，以及经由哪条路径",
  mostUsed: "使用最多的数据集",
  theDatasets: "数据集",
  recentTraces: "最近的溯源",
  theTraces: "溯源记录",
  noTraces: "溯源记录将列在这里。输入一个数据集即可开始第一次溯源。",
  edges: (count) => `${formatCount(count)} 条边`,
  sources: (count) => `${formatCount(count)} 个来源`,
  uses: (count) => `被使用 ${formatCount(count)} 次`,
  emptyTitle: "图谱是空的",
  emptyText: "有三种方式填充它：",
  emptySeed: "载入 Stemma 自带的已发表谱系",
  emptyExample: "提供一个虚构的小型示例世界；然后在其中对这个数据集溯源：",
  emptyTrace: "或者在下方输入 Hub 上的任意数据集，观看其谱系生长。",
  traceTitle: "对尚未收录的数据集溯源",
};
