import type { ContaminationLevel } from "../../../schema/contamination-level.ts";
import type { RankingOrder } from "../../../schema/query-choices.ts";
import type { Split } from "../../../schema/vocabulary.ts";
import type { WithdrawalOutcome, WithdrawalReach } from "../../../schema/withdrawal.ts";
import { formatCount } from "../state/format.ts";
import { wordsOf } from "./language.ts";

export interface ContaminationPageWords {
  readonly title: string;
  readonly intro: string;
  readonly benchmarks: string;
  readonly benchmarksWhat: string;
  readonly rankingWhat: string;
  readonly reportWhat: string;
  readonly withdrawalWhat: string;
  readonly findBenchmark: string;
  readonly all: string;
  readonly only: string;
  readonly onlyThis: (name: string) => string;
  readonly noneFits: string;
  readonly chosen: (count: number, of: number) => string;
  readonly reaches: (count: number) => string;
  readonly levels: string;
  readonly domains: string;
  readonly tracedOnly: string;
  readonly choose: string;
  readonly shape: { readonly label: string; readonly list: string; readonly matrix: string };
  readonly sortBy: (column: string) => string;
  readonly column: Readonly<Record<RankingOrder, string>> & { readonly state: string };
  readonly shown: (count: number, of: number) => string;
  readonly more: string;
  readonly loadingMore: string;
  readonly moreFailed: string;
  readonly csv: string;
  readonly json: string;
  readonly levelWords: Readonly<Record<ContaminationLevel, string>>;
  readonly splitWords: Readonly<Record<Split, string>>;
  readonly splitUnknown: string;
  readonly benchmarkCount: (count: number) => string;
  readonly steps: (count: number) => string;
  /** Facts in a row. */
  readonly facts: (facts: readonly string[]) => string;
  /** A level's meaning, as a sentence after its name. */
  readonly says: (meaning: string) => string;
  readonly sure: (confidence: string) => string;
  readonly listLabel: string;
  readonly matrixLabel: string;
  readonly matrixHelp: string;
  readonly matrixEmptyCell: string;
  readonly cell: (parts: {
    readonly dataset: string;
    readonly benchmark: string;
    readonly level: string;
    readonly way: string;
  }) => string;
  readonly emptyGraph: { readonly title: string; readonly text: string; readonly action: string };
  readonly emptyFlags: { readonly title: string; readonly text: string };
  readonly emptyFilter: { readonly title: string; readonly text: string; readonly reset: string };
  readonly way: {
    readonly title: string;
    readonly against: string;
    readonly shortest: string;
    readonly strongest: string;
    readonly same: string;
    readonly drawn: (count: number) => string;
    readonly openStep: (from: string, to: string) => string;
    readonly notRead: string;
    readonly otherwise: (level: string) => string;
    readonly clearings: string;
    readonly graph: string;
    readonly withdraw: string;
    readonly close: string;
    readonly nothing: string;
    readonly benchmark: string;
  };
  readonly withdrawal: {
    readonly title: (id: string) => string;
    readonly back: string;
    readonly intro: string;
    readonly nothingBuilt: string;
    readonly descendants: string;
    readonly direct: string;
    readonly onlyThrough: string;
    readonly outcome: Readonly<Record<WithdrawalOutcome, string>>;
    readonly outcomeTitle: Readonly<Record<WithdrawalOutcome, string>>;
    readonly reach: Readonly<Record<WithdrawalReach, string>>;
    readonly reachShort: Readonly<Record<WithdrawalReach, string>>;
    readonly directWord: string;
    readonly waiting: string;
    readonly unknown: string;
    readonly unknownEdges: (count: number) => string;
    readonly unknownUntraced: (count: number) => string;
    readonly unknownOthers: string;
    readonly truncated: string;
    readonly flags: string;
    readonly noFlags: string;
    readonly from: string;
    readonly to: string;
    readonly how: string;
    readonly fate: string;
    readonly nothingLeft: string;
    readonly csvDescendants: string;
    readonly csvFlags: string;
  };
}

const plural = (count: number, one: string): string =>
  `${formatCount(count)} ${count === 1 ? one : `${one}s`}`;

const WITHDRAWAL: ContaminationPageWords["withdrawal"] = {
  title: (id) => `If ${id} were withdrawn`,
  back: "Back to the ranking",
  intro:
    "What the graph would say if the dataset were taken out of everything that was built from it. It is only thought through; nothing is changed.",
  nothingBuilt: "Nothing in the graph was built from it.",
  descendants: "Built from it",
  direct: "directly",
  onlyThrough: "only through it",
  outcome: { vanishes: "flags would go", changes: "flags would change level", stays: "flags would stay" },
  outcomeTitle: {
    vanishes: "would go",
    changes: "would change",
    stays: "stays, by another way",
  },
  reach: {
    only: "what lies above reaches it only through this dataset",
    also: "what lies above also reaches it by another way",
  },
  reachShort: { only: "only through it", also: "also by another way" },
  directWord: "directly",
  waiting: "by an edge that waits for a person",
  unknown: "What is not known",
  unknownEdges: (count) =>
    count === 0
      ? "No edge of these datasets waits for a person."
      : `${plural(count, "edge")} of these datasets ${count === 1 ? "waits" : "wait"} for a person; a decision may change the picture.`,
  unknownUntraced: (count) =>
    count === 0
      ? "The documents of all of them were read."
      : `The documents of ${plural(count, "dataset")} were not read: ${count === 1 ? "it" : "they"} may have more sources than are known.`,
  unknownOthers: "Datasets that nobody has traced may be built from it too.",
  truncated: "The lists are cut at 20,000 lines; the counts are of all.",
  flags: "Their flags",
  noFlags: "None of them has a flag.",
  from: "Dataset",
  to: "Benchmark",
  how: "How",
  fate: "Without it",
  nothingLeft: "no flag",
  csvDescendants: "Descendants as CSV",
  csvFlags: "Flags as CSV",
};

const WAY: ContaminationPageWords["way"] = {
  title: "Leak path",
  against: "Benchmark",
  shortest: "Shortest",
  strongest: "Strongest",
  same: "The shortest way is the strongest too.",
  drawn: (count) => `The way, ${plural(count, "step")}, from the dataset to the benchmark`,
  openStep: (from, to) => `${from} from ${to}: open its evidence`,
  notRead: "Nobody read this dataset's own documents: it may have more sources than are known.",
  otherwise: (level) => `Without the claim of a cleaning it would be ${level}.`,
  clearings: "Said to be cleaned by",
  graph: "Show in the graph",
  withdraw: "If it were withdrawn",
  close: "Close the leak path",
  nothing: "Nothing is known that leads from this dataset to a benchmark. That is no proof of cleanliness.",
  benchmark: "benchmark",
};

const ENGLISH: ContaminationPageWords = {
  title: "Contamination",
  intro: "Which datasets can have seen the held-out items of a benchmark, by which way, and what proves it.",
  benchmarks: "Benchmarks",
  benchmarksWhat: "the benchmarks",
  rankingWhat: "the ranking",
  reportWhat: "the leak path",
  withdrawalWhat: "the withdrawal",
  findBenchmark: "Find a benchmark",
  all: "All",
  only: "only",
  onlyThis: (name) => `Only ${name}`,
  noneFits: "No benchmark fits this text.",
  chosen: (count, of) => `${formatCount(count)} of ${formatCount(of)} chosen`,
  reaches: (count) => plural(count, "dataset"),
  levels: "Level",
  domains: "Domain of the dataset",
  tracedOnly: "Only datasets whose documents were read",
  choose: "Benchmarks and filters",
  shape: { label: "Show as", list: "Ranking", matrix: "Matrix" },
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  column: {
    level: "Level",
    name: "Dataset",
    distance: "Steps",
    confidence: "Confidence",
    benchmarks: "Benchmarks",
    state: "State",
  },
  shown: (count, of) => `${formatCount(count)} of ${formatCount(of)}`,
  more: "Load more",
  loadingMore: "Loading more",
  moreFailed: "More could not be loaded; what is here stays.",
  csv: "CSV",
  json: "JSON",
  levelWords: {
    measured: "test items were found in its rows",
    declared: "built from held-out items",
    suspected: "built from the benchmark, and no document says from which split",
    inherited: "an ancestor took in held-out items, or may have",
    possible: "only if an edge that waits for a person is right",
    "cleared-by-claim": "documents say that it was cleaned",
    "cleared-by-measurement": "its rows were searched and held too few",
  },
  splitWords: { train: "train split", validation: "validation split", test: "test split", all: "all splits" },
  splitUnknown: "split unknown",
  benchmarkCount: (count) => plural(count, "benchmark"),
  steps: (count) => plural(count, "step"),
  facts: (facts) => facts.join(", "),
  says: (meaning) => `: ${meaning}.`,
  sure: (confidence) => `${confidence} sure`,
  listLabel: "Datasets by contamination",
  matrixLabel: "Datasets by benchmarks",
  matrixHelp: "Arrow keys move between cells, Enter opens the leak path.",
  matrixEmptyCell: "nothing known",
  cell: ({ dataset, benchmark, level, way }) => `${dataset} against ${benchmark}: ${level}, ${way}`,
  emptyGraph: {
    title: "No benchmark is in the graph",
    text: "Once a traced dataset names a benchmark of the list, what can have seen it is ranked here.",
    action: "Start with a trace",
  },
  emptyFlags: {
    title: "Nothing is known",
    text: "No documented way leads from a dataset to held-out items. That is no proof of cleanliness: it says what documents say.",
  },
  emptyFilter: {
    title: "Nothing fits",
    text: "The levels, domains or benchmarks that are chosen leave no dataset.",
    reset: "Show everything",
  },
  way: WAY,
  withdrawal: WITHDRAWAL,
};

export const contaminationPageWords = (): ContaminationPageWords => wordsOf("contaminationPage", ENGLISH);
