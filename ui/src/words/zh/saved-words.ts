import type { SavedWords } from "../saved-words.ts";

export const savedWords: SavedWords = new Map([
  [
    "ancestor-graph",
    {
      title: "一个数据集的祖先图",
      description: "数据集到其来源的每条已接受关系，连同两端节点，可直接画成图。",
    },
  ],
  [
    "contamination-of-dataset",
    {
      title: "数据集的污染情况",
      description:
        "该数据集可能含有哪些基准的保留题目，程度最强者在前。仅在待人工判定的关系成立时才成立的标记记为可能。",
    },
  ],
  [
    "reach-of-benchmark",
    {
      title: "基准的波及范围",
      description: "可能含有该基准保留题目的所有数据集，下载最多者在前；已声明清除的不列入。",
    },
  ],
  [
    "leak-paths",
    {
      title: "从数据集到基准的路径",
      description: "上游最多 6 步的每条路径，含已接受与待人工判定的关系，最短者在前，并给出每一步的说法。",
    },
  ],
  [
    "common-ancestors",
    { title: "两个数据集的共同祖先", description: "两者沿已接受关系在任意深度上共同的来源，最近者在前。" },
  ],
  ["hubs", { title: "使用最多的来源", description: "按直接由其构建的数据集数量排序，仅计已接受关系。" }],
  [
    "super-aggregators",
    {
      title: "来源最多的数据集",
      description: "直接来源很多的数据集，按任意深度的来源总数排序，仅计已接受关系。",
    },
  ],
  [
    "depth-per-domain",
    {
      title: "各领域的深度",
      description:
        "沿最长的已接受路径，数据集到其最远来源的步数，按数据集的领域统计。没有来源的不计；超过 12 步及环路按 12 计。",
    },
  ],
  [
    "licence-conflicts",
    {
      title: "与来源许可相冲突的许可",
      description:
        "许可宽松，却在任意深度上由许可要求更多的数据或模型构建的数据集。许可分类是一张小表，其他与未知许可不归类。",
    },
  ],
  [
    "learned-from-dataset",
    {
      title: "哪些内容学自某个数据集",
      description:
        "用于事故排查：该数据集的数据经已接受关系可能到达的数据集、训练运行与模型，以及这些模型生成的数据集。",
    },
  ],
  [
    "learned-from-model",
    {
      title: "哪些内容学自某个模型",
      description: "该模型参与生成的数据集，以及沿已接受关系在任意深度上由其构建的数据集。",
    },
  ],
  [
    "learned-by-model",
    {
      title: "某个模型学自哪些内容",
      description: "该模型训练运行所用的数据集、它们在任意深度上的来源，以及生成它们的模型。",
    },
  ],
  [
    "edges-by-weakest-evidence",
    { title: "证据最弱的关系", description: "已接受与待人工判定的关系，最不确定者在前，附最佳引文的得分。" },
  ],
  [
    "unresolved-names",
    {
      title: "无人能解析的名称",
      description: "文档只提名称而未给出标识的来源，使用最多者在前，附见过的写法。",
    },
  ],
  ["relations", { title: "按关系与状态统计", description: "数据集如何来自其来源，以及对此的采信情况。" }],
  [
    "lineage-statistics",
    {
      title: "谱系图概览",
      description: "已接受关系上的规模、密度与复用，按报告 3.2 节的口径；有已接受关系相连的节点才计入。",
    },
  ],
]);
