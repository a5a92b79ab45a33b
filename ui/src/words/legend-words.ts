import type { LegendLevel, LegendMark } from "../explorer/legend-content.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import { wordsOf } from "./language.ts";

export interface LegendWords {
  readonly title: string;
  readonly direction: string;
  readonly size: string;
  readonly mark: Readonly<Record<LegendMark, string>>;
  readonly domains: string;
  readonly dates: string;
  readonly noDates: string;
  readonly contamination: string;
  readonly level: Readonly<Record<LegendLevel, string>>;
  readonly edges: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly relations: string;
}

const ENGLISH: LegendWords = {
  title: "Legend",
  direction: "Arrows point from a source to the dataset built from it.",
  size: "Marks are larger when more is built from them.",
  mark: {
    dataset: "dataset on the Hub",
    benchmark: "benchmark",
    family: "family: a name that several datasets share",
    model: "model that made rows",
    group: "several nodes drawn as one; opens by a click",
    website: "website",
    github: "GitHub",
    paper: "paper",
    kaggle: "Kaggle",
    name: "name without an address",
    frontier: "not traced yet",
    gated: "gated",
    "not-found": "not found",
    unreachable: "unreachable: we could not look",
    "rate-limited": "asked to wait before looking",
    skipped: "left out on purpose",
    mentioned: "only mentioned",
  },
  domains: "Domain",
  dates: "Date of creation",
  noDates: "No date is known of what is shown.",
  contamination: "Contamination",
  level: {
    measured: "measured: test items were found in its rows",
    declared: "declared: derives from held-out items",
    suspected: "suspected: derives from a benchmark, split unknown",
    inherited: "inherited from an ancestor",
  },
  edges: "Edges",
  status: {
    accepted: "accepted; wider when more documents agree",
    flagged: "flagged: waits for a person",
    rejected: "rejected: named, and not a source",
  },
  relations: "Relation",
};

export const legendWords = (): LegendWords => wordsOf("legend", ENGLISH);
