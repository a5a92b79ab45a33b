import type { KeysWords } from "../keys-words.ts";

export const keysWords: KeysWords = {
  title: "本页快捷键",
  close: "关闭",
  or: "或",
  group: {
    everywhere: "通用",
    graph: "图",
    document: "文档",
    cypher: "查询",
  },
  action: {
    search: "搜索",
    "command-list": "命令与页面",
    "key-sheet": "快捷键列表",
    close: "关闭最内层面板，再清除选择",
    "walk-left": "走向由它构建的数据集",
    "walk-right": "走向它的来源",
    "walk-up": "在同一列中向上",
    "walk-down": "在同一列中向下",
    "open-selected": "以选中的数据集为根",
    "zoom-in": "放大",
    "zoom-out": "缩小",
    fit: "缩放至整图",
    tidy: "重新布局",
    table: "图中内容的表格",
    models: "生成数据的模型",
    "next-quote": "下一处引文",
    "previous-quote": "上一处引文",
    "run-query": "运行查询",
  },
};
