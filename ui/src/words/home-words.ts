import { formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** The start page. */
export interface HomeWords {
  readonly title: string;
  readonly intro: string;
  readonly examples: string;
  readonly holds: string;
  readonly theCounts: string;
  readonly datasets: string;
  readonly derivations: string;
  readonly benchmarks: string;
  readonly flagged: string;
  readonly wholeGraph: string;
  readonly wholeGraphWhy: string;
  readonly contamination: string;
  readonly contaminationWhy: string;
  readonly mostUsed: string;
  readonly theDatasets: string;
  readonly recentTraces: string;
  readonly theTraces: string;
  readonly noTraces: string;
  readonly edges: (count: number) => string;
  readonly sources: (count: number) => string;
  readonly uses: (count: number) => string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly emptySeed: string;
  readonly emptyExample: string;
  readonly emptyTrace: string;
  readonly traceTitle: string;
}

const ENGLISH: HomeWords = {
  title: "Where did this dataset come from?",
  intro:
    "Stemma reads the cards, papers and pages of a post-training dataset and draws what it was built from, ancestor by ancestor. Every link is proved by a quote, shown in the document that was read.",
  examples: "For example",
  holds: "What this graph holds",
  theCounts: "the counts",
  datasets: "datasets",
  derivations: "derivations",
  benchmarks: "benchmarks",
  flagged: "with a contamination flag",
  wholeGraph: "Look at the whole graph",
  wholeGraphWhy: "All datasets at once, or in groups by domain and owner",
  contamination: "Look for contamination",
  contaminationWhy: "Which datasets can have seen held-out items of a benchmark, and by which way",
  mostUsed: "Most used datasets",
  theDatasets: "the datasets",
  recentTraces: "Recent traces",
  theTraces: "the traces",
  noTraces: "Traces will be listed here. Name a dataset to start the first one.",
  edges: (count) => formatPlural(count, "edge"),
  sources: (count) => formatPlural(count, "source"),
  uses: (count) => formatPlural(count, "use"),
  emptyTitle: "The graph is empty",
  emptyText: "There are three ways to fill it:",
  emptySeed: "loads the published lineage that comes with Stemma",
  emptyExample: "serves a small invented world; then trace this dataset in it:",
  emptyTrace: "or name any dataset of the Hub below, and watch its lineage grow.",
  traceTitle: "Trace a dataset that is not here yet",
};

export const homeWords = (): HomeWords => wordsOf("home", ENGLISH);
