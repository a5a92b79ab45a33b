import { formatCount } from "../../state/format.ts";
import { readableId } from "../../state/name-of-id.ts";
import type { TracesWords } from "../traces-words.ts";
import { vocabularyWords } from "./vocabulary-words.ts";

const {
  outcome: OUTCOME,
  rejection: REJECTION,
  traceState: STATE,
  document: DOCUMENT,
  tracer: TRACER,
} = vocabularyWords;

const STATUS = { accepted: "采纳", flagged: "存疑", rejected: "否决" } as const;
const MISSED = { ...OUTCOME, refused: "被拒绝" } as const;
const ANSWER = {
  answered: "已作答",
  unreadable: "无法解读",
  refused: "被拒绝",
  unreachable: "无法访问",
} as const;

const EVENT: TracesWords["event"] = {
  "trace-start": ({ roots, resumed }) => `${resumed ? "继续" : "开始"}：${roots.map(readableId).join("、")}`,
  "dataset-start": ({ dataset, waiting }) => `访问 ${readableId(dataset)}；${formatCount(waiting)} 个等待中`,
  "document-read": ({ kind, url, cached }) => `已读${DOCUMENT[kind]} ${url}${cached ? "（来自存储）" : ""}`,
  "resource-failed": ({ url, outcome, reason }) => `未能读取 ${url}：${MISSED[outcome]}，${reason}`,
  "claims-found": ({ tracer, sources, models, rejected }) =>
    `${TRACER[tracer]}发现 ${formatCount(sources)} 个来源、${formatCount(models)} 个模型，否决 ${formatCount(rejected)} 个`,
  "claim-dropped": ({ name, reason }) => `放弃 ${name}：${REJECTION[reason]}`,
  "model-called": ({ model, outcome, reused }) => `${model} ${ANSWER[outcome]}${reused ? "（复用）" : ""}`,
  "edge-decided": ({ dataset, to, status }) =>
    `${STATUS[status]}：${readableId(dataset)} 来自 ${readableId(to)}`,
  "dataset-end": ({ dataset, outcome, reason }) =>
    `${readableId(dataset)}：${OUTCOME[outcome]}${reason === undefined ? "" : `，${reason}`}`,
  "trace-end": ({ state, reason }) => `结束：${STATE[state]}${reason === undefined ? "" : `，${reason}`}`,
};

const LIVE: TracesWords["live"] = {
  loading: "正在加载溯源",
  starting: "正在启动",
  stop: "停止",
  stopTitle: "结束溯源；已发现的内容全部保留",
  goOn: "继续",
  goOnHelp: "从结束处继续，本次运行采用上面的限额。",
  watch: "观看图的生长",
  elapsed: "开始至今的时间",
  lost: "连接已断开，正在重试。溯源仍在进行，恢复后此页会补上。",
  failure: (message) => `无法更改溯源：${message}。`,
  counter: {
    datasets: "数据集",
    waiting: "等待中",
    documents: "文档",
    accepted: "已采纳",
    flagged: "存疑",
    rejected: "已否决",
  },
  counterTitle: {
    datasets: "目前已访问",
    waiting: "已知但尚未访问",
    documents: "已读取的卡片、页面和论文",
    accepted: "证据支持的边",
    flagged: "等待人工审核的边",
    rejected: "并非来源的名称，附原因",
  },
  model: (calls, tokens) => `${formatCount(calls)} 次模型调用，${formatCount(tokens)} 个 token`,
  tree: "访问记录，列在首先提到它的数据集之下",
  treeEmpty: "即将开始第一次访问。",
  moreVisits: (count) => `还有 ${formatCount(count)} 个`,
  sources: (count) => `${formatCount(count)} 个来源`,
  documents: (count) => `${formatCount(count)} 份文档`,
  showInGraph: "在图中显示",
  movedTo: (id) => `已改名为 ${id}`,
  fromStore: "来自存储",
  log: "事件",
  pause: "暂停",
  goOnLog: "继续跟随",
  paused: (count) => `已暂停；有 ${formatCount(count)} 条新事件`,
  logCut: (count) => `此处保留最近 ${formatCount(count)} 条。`,
};

export const tracesWords: TracesWords = {
  title: "溯源",
  intro: "读取数据集及其来源的文档，直到没有可读的内容为止。",
  tracesWhat: "溯源列表",
  traceWhat: "该次溯源",
  changesWhat: "变化",
  start: {
    title: "开始溯源",
    roots: "数据集",
    rootsHelp: "id 或 Hub 地址，每行一个，或用逗号分隔。",
    placeholder: "owner/name\nhttps://huggingface.co/datasets/owner/name",
    faults: (texts) => `不是数据集 id：${texts}。id 由所有者和名称组成，如 owner/name。`,
    none: "请至少填写一个数据集。",
    tooMany: "每次最多 100 个数据集。",
    count: (count) => `${formatCount(count)} 个数据集`,
    refresh: "重新读取以前溯源读过的内容",
    refreshHelp: "不勾选时，卡片未变的数据集保持原样。",
    begin: "开始",
    beginning: "正在启动",
    promise: "只读取公开文档。可随时停止，已发现的内容会保留。",
  },
  home: {
    label: "要溯源的数据集",
    placeholder: "owner/name 或其 Hub 地址",
    complaint: "这不是数据集 id。id 由所有者和名称组成，如 owner/name。",
    help: "只读取公开文档。可随时停止，已发现的内容会保留。",
    button: "溯源",
    more: "多个数据集与限额",
  },
  budget: {
    title: "限额",
    help: "达到限额时溯源正常结束，之后可从结束处继续。留空表示不限。",
    part: { depth: "层数", datasets: "数据集", documents: "文档", tokens: "Token", cost: "美元" },
    partHelp: {
      depth: "起始数据集之上的层数；0 表示只读取它们自己。",
      datasets: "访问的数据集数量。",
      documents: "读取的卡片、页面和论文数量。",
      tokens: "语言模型输入与输出之和；规则不消耗。",
      cost: "按服务配置的每 token 价格计算。",
    },
    noLimit: "不限",
    fault: "限额须为正整数；层数为 0 至 100，美元可为小数。",
    use: (used, limit) => `${used} / ${limit}`,
  },
  health: {
    mirror: "读取镜像，不访问网络。",
    outside: "读取 Hub、GitHub、arXiv 及链接的页面。",
    model: (name) => `使用规则与语言模型 ${name}。`,
    rules: "仅使用规则；未配置语言模型。",
    waiting: (host, until) => `${host} 要求等待至 ${until}。`,
    notReady: (reason) => `图数据库无响应：${reason}。`,
    frontier: (traces, datasets) =>
      traces === 0
        ? "当前没有溯源在运行。"
        : `${formatCount(traces)} 个溯源正在运行，${formatCount(datasets)} 个数据集等待处理。`,
    sources: "对各主机的请求",
    source: (requests, lastSuccess) =>
      `${formatCount(requests)} 次请求，${lastSuccess === undefined ? "尚无应答" : `最近一次应答于 ${lastSuccess}`}`,
  },
  list: {
    title: "全部溯源",
    empty: "开始溯源后会列在这里。",
    back: "全部溯源",
    edges: (count) => `${formatCount(count)} 条边`,
    datasets: (count) => `${formatCount(count)} 个数据集`,
    roots: (first, more) => (more === 0 ? first : `${first} 等 ${formatCount(more + 1)} 个`),
    column: {
      roots: "起始数据集",
      state: "状态",
      datasets: "数据集",
      edges: "边",
      started: "开始时间",
      took: "用时",
    },
    more: (count) => `还有 ${formatCount(count)} 个`,
  },
  live: LIVE,
  missed: {
    title: "未读取",
    outcome: {
      unreachable: "无法访问；不清楚它是否存在",
      "rate-limited": "对方要求稍后再试",
      gated: "它存在，但需要所有者授权",
      "not-found": "Hub 表示它不存在",
      failed: "读取时出错",
    },
    again: "重试",
    againAll: (count) => `重试这 ${formatCount(count)} 个`,
    againOne: (id) => `重试 ${id}`,
  },
  changes: {
    title: "与以往读取的差异",
    none: "每条边都与以往读取一致。",
    first: "没有可比较的内容：以往溯源未读过这些数据集。",
    compared: (datasets, against) =>
      `${formatCount(datasets)} 个数据集，与 ${formatCount(against)} 次以往溯源比较。`,
    firstReadings: (count) => `${formatCount(count)} 个数据集为首次读取。`,
    unchanged: (count) => `${formatCount(count)} 个数据集因卡片未变而保持原样。`,
    new: "新增",
    gone: "消失",
    changed: "改变",
    edge: (from, to) => `${from} 来自 ${to}`,
    became: (before, after) => `${before} → ${after}`,
  },
  event: EVENT,
};
