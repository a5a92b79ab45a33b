import { formatCount } from "../../state/format.ts";
import type { TableWords } from "../table-words.ts";

const SIDES = { sources: "来源", uses: "使用者" } as const;

export const tableWords: TableWords = {
  region: "谱系表格",
  table: "表格",
  title: "表格（t）",
  datasets: (count) => `${formatCount(count)} 个数据集`,
  caption: "当前显示的谱系中的数据集，以及指向它们的边",
  head: {
    name: ["数据集", "所有者与名称"],
    level: ["距离", "距视图中最近的数据集的层数；负数表示由其派生"],
    contamination: ["污染", "最强的标记，以及涉及的基准数量"],
    confidence: ["最弱环节", "从视图中的数据集出发，最可靠路径上最弱一条边的置信度"],
    uses: ["使用者", "已显示的、由它构建的数据集数量，以及已知总数"],
    sources: ["来源", "已显示的、构建它所用的数据集数量，以及已知总数"],
    downloads: ["下载量", "以其注册平台的统计为准"],
    created: ["创建日期", "其注册平台上的日期"],
    licence: ["许可证", "以其注册平台的标注为准"],
    state: ["状态", "对它的了解程度"],
  },
  incoming: "作为来源用于",
  sides: "显示哪些数据集",
  side: {
    all: ["全部", "当前显示的所有数据集"],
    prior: ["祖先", "视图中的数据集由它们构建"],
    derived: ["派生", "由视图中的数据集构建"],
  },
  columns: "列",
  target: "视图目标",
  level: String,
  noConfidence: "没有已显示的路径通向它",
  noMarks: "无标记",
  marks: (level, benchmark, more) =>
    more === 0 ? `${level}：${benchmark}` : `${level}：${benchmark}，另有 ${formatCount(more)} 个基准`,
  shownOf: (shown, of) => `${formatCount(shown)} / ${formatCount(of)}`,
  shownTitle: (side, { shown, loaded, of }) =>
    `已显示 ${formatCount(shown)} 个${SIDES[side]}，共 ${formatCount(of)} 个${
      loaded === shown ? "" : `，其中 ${formatCount(loaded - shown)} 个被筛选隐藏`
    }`,
  expand: (side, more, id) => `再显示 ${id} 的 ${formatCount(more)} 个${SIDES[side]}`,
  collapse: (side, id) => `隐藏为 ${id} 添加的${SIDES[side]}`,
  edge: ({ from, relation, status, confidence }) => `${from}：${relation}，${status}，置信度 ${confidence}`,
  moreEdges: (count) => `另有 ${formatCount(count)} 条`,
  empty: "当前没有显示任何数据集，原因见筛选或图谱的加载状态。",
};
