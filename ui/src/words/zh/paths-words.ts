import { formatCount } from "../../state/format.ts";
import type { PathsWords } from "../paths-words.ts";

export const pathsWords: PathsWords = {
  title: "两个数据集之间的路径",
  theWays: "路径",
  open: "查看路径…",
  openTitle: "查看该数据集与另一个数据集如何相连；在图上按住 Shift 点击效果相同",
  pick: "另一个数据集",
  pickPlaceholder: "另一个数据集的名称",
  pickHint: "也可以在图上按住 Shift 点击它。",
  picked: "找到的数据集",
  noneFound: "图中没有这个名称的数据集。",
  close: "返回数据集",
  swap: (id) => `打开 ${id}`,
  kindTitle: "哪些路径",
  kind: { shortest: "最短", all: "全部", strongest: "证据最强" },
  count: (ways, hasMore) =>
    hasMore
      ? `显示 ${formatCount(ways)} 条，至少有 ${formatCount(ways + 1)} 条`
      : `${formatCount(ways)} 条路径`,
  builtFrom: (derived, source) => `${derived} 如何由 ${source} 构建`,
  none: (one, other) => `${one} 与 ${other} 之间没有已知路径：二者都不是由对方构建的。`,
  noneCut: "搜索在查遍之前就结束了，因此这并不确定。",
  rejectedWay: (edges) =>
    `${formatCount(edges)} 条被拒绝的边会把它们连起来：文档提到了它们，但没有说使用了它。`,
  noRejectedWay: "被拒绝的边也不能把它们连起来。",
  way: (place, steps, confidence) =>
    `路径 ${formatCount(place)}：${formatCount(steps)} 步，置信度 ${confidence}`,
  weakest: "最弱的一步",
  quote: "引文",
  quoteTitle: (to) => `查看证明通往 ${to} 这一步的引文`,
  noQuote: "没有我们找到的引文可以证明这一步。",
  quoteFailed: (why) => `无法读取引文：${why}`,
  stepTitle: "打开这条边",
  missing: (datasets) => `这些路径中有 ${formatCount(datasets)} 个数据集没有画出。`,
  showWhole: "画出整条路径",
  showWholeTitle: "补画图中缺少的部分",
};
