import { formatCount } from "../../state/format.ts";
import type { SharingWords } from "../sharing-words.ts";

export const sharingWords: SharingWords = {
  undo: "撤销上一次视图更改",
  redo: "重做刚撤销的更改",
  share: "分享",
  menu: "分享与导出",
  copyLink: "复制此视图的链接",
  saveView: "保存视图…",
  savedViews: "已保存的视图…",
  exportView: "导出…",
  cite: "引用来源…",
  embed: "嵌入网页…",
  partFailed: "无法加载页面的这一部分。请重新加载页面。",
  chosen: {
    region: "选中的一组数据集",
    count: (n) => `已选 ${formatCount(n)} 个数据集`,
    onlyThese: "只看这些",
    hideThese: "隐藏这些",
    targets: "以这些为起点",
    targetsTitle: (most) => `一起绘制它们的来源；最多取前 ${most} 个`,
    common: "共同祖先",
    commonTitle: "一起绘制它们的全部祖先，查看在何处交汇",
    exportThese: "导出这些…",
    clear: "清除",
    all: "全部选中",
    allTitle: "选中当前显示的全部数据集，以便一起处理 (g)",
    full: "已达链接可容纳的上限",
    inBox: (n, isLettingGo) =>
      isLettingGo ? `取消选中 ${formatCount(n)} 个数据集` : `选中 ${formatCount(n)} 个数据集`,
    choose: (name) => `选中 ${name}`,
    hint: "在表格中，按住 Ctrl 或 Cmd 单击可选中一个数据集，按住 Shift 单击可选中到该处的全部，空格键选中焦点所在的数据集。在画布上，按住 Shift 拖动可选中框内的数据集，同时按住 Ctrl 或 Cmd 则取消选中；按 Esc 放弃选框。",
  },
  embedded: {
    open: "在 Stemma 中打开",
    copy: "Stemma 制作的谱系副本；内容不会更新，也不含原文引用。",
    drawnBy: "谱系图由 Stemma 绘制；每条边的原文引用都可在其中查看。",
    empty: "此地址没有指定数据集，因此没有可绘制的内容。",
    needsToken: "此服务只向持有令牌的人展示谱系。请在 Stemma 中打开并登录。",
    sandboxed: "此框架的沙盒使其无法访问所属服务。它需要 allow-scripts 和 allow-same-origin。",
    zoomHint: "按住 Ctrl 或 Cmd 并滚动滚轮可缩放",
  },
};
