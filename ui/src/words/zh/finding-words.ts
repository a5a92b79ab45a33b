import { formatCount } from "../../state/format.ts";
import type { FindingWords } from "../finding-words.ts";

export const findingWords: FindingWords = {
  searchLabel: "搜索数据集",
  searchHint: "搜索数据集，或粘贴要溯源的 ID",
  addLabel: "向当前视图添加数据集",
  addHint: "向当前视图添加数据集",
  found: "搜索结果",
  foundCount: (count) => (count === 0 ? "未找到结果" : `找到 ${formatCount(count)} 个数据集`),
  keysHint: "↑↓ 选择 · Enter 打开 · Shift Enter 加入视图 · Esc 关闭",
  keysHintAdding: "↑↓ 选择 · Enter 加入视图 · Esc 关闭",
  searching: "正在搜索",
  nothingFound: "图谱中没有这个名称的数据集。输入 owner/name 可对其溯源。",
  searchFailed: "搜索没有响应。",
  tryAgain: "重试",
  trace: "溯源",
  notYet: "尚未收录到图谱",
  alias: (alias) => `别名 ${alias}`,
  sources: (count) => `${formatCount(count)} 个来源`,
  uses: (count) => `被使用 ${formatCount(count)} 次`,
  targets: "当前视图中的数据集",
  removeTarget: (id) => `从视图中移除 ${id}`,
  openTarget: (id) => `查看 ${id} 的详情`,
  addTarget: "添加数据集",
  addTargetTitle: (most) => `将另一个数据集的谱系一并画出，最多 ${most} 个`,
  common: "共同祖先",
  commonTitle: "找出并高亮这些数据集共同的来源",
  commonAncestors: "共同祖先",
  theCommon: "共同祖先",
  noCommon: "在图谱已知的范围内，它们没有共同祖先。",
  commonCount: (shown, of) =>
    shown === of
      ? `${formatCount(of)} 个共同祖先`
      : `最近的 ${formatCount(shown)} 个，共 ${formatCount(of)} 个共同祖先`,
  commonCut: "其中一个数据集的祖先过多，未能全部检查，可能还有其他共同祖先。",
  closest: "最近",
  closestTitle: "没有其他共同祖先由它构建：各谱系在此分开",
  distance: (steps, id) => (steps === 0 ? `即 ${id} 本身` : `距 ${id} ${formatCount(steps)} 步`),
  depth: "层数",
  depthShort: "层数",
  depthTitle: "从视图中每个数据集起显示的层数，1 至 30",
  less: "减少一层",
  more: "增加一层",
  whole: "全部",
  wholeTitle: (datasets) =>
    datasets === undefined
      ? "可到达的全部数据集（e）"
      : `可到达的全部 ${formatCount(datasets)} 个数据集（e）`,
  loadingMore: "正在加载更多",
  moreFailed: "未能加载更多；已画出的部分保持不变。",
  tooLarge: (shown, of) =>
    of === undefined
      ? `该谱系的数据集多到无法一次计数，页面最多清晰显示 ${formatCount(shown)} 个。`
      : `该谱系有 ${formatCount(of)} 个数据集，全部画出会相互遮挡。`,
  showAnyway: (shown) => `仍然显示最近的 ${formatCount(shown)} 个`,
  lookAtGroups: "改为按分组查看",
  tracing: (id) => `正在读取 ${id} 的文档。读完第一批后图谱即会出现。`,
  notInGraph: "尚未收录到图谱。",
  traceIt: "开始溯源",
  beyond: (ancestors, descendants) =>
    [
      ancestors === undefined ? "" : `${formatCount(ancestors)} 个祖先`,
      descendants === undefined ? "" : `${formatCount(descendants)} 个后代`,
    ]
      .filter(Boolean)
      .join("，"),
};
