import type {
  AgreementValue,
  PrecisionDimension,
  ReviewStatistics,
} from "../../../schema/review-statistics.ts";
import { formatCount, formatPlural } from "../state/format.ts";
import { wordsOf } from "./language.ts";

/** The figures of the reviews. */
export interface FiguresWords {
  readonly reviewed: string;
  readonly reviewedText: (reviewed: ReviewStatistics["reviewed"]) => string;
  readonly pace: (decisions: number, median: string, p90: string) => string;
  readonly noPace: string;
  readonly agreement: string;
  readonly holds: string;
  readonly relation: string;
  readonly pair: (one: string, other: string) => string;
  readonly missing: (edges: number, missing: number) => string;
  readonly needed: (edges: number) => string;
  readonly value: (value: string, interval: readonly [low: string, high: string], edges: number) => string;
  readonly undefinedValue: Readonly<Record<Extract<AgreementValue, { kind: "undefined" }>["reason"], string>>;
  readonly reliability: string;
  readonly before: string;
  readonly after: string;
  readonly noFit: (labels: number) => string;
  readonly obstacle: (has: number, needs: number) => string;
  readonly plotLabel: (title: string) => string;
  readonly precision: string;
  readonly noPrecision: string;
  readonly dimension: Readonly<Record<PrecisionDimension, string>>;
  readonly group: string;
  readonly right: string;
  readonly interval: string;
  readonly confidence: string;
  readonly edges: string;
}

const ENGLISH: FiguresWords = {
  reviewed: "What was reviewed",
  reviewedText: ({ edges, right, wrong, reviewers }) =>
    `${formatPlural(edges, "edge")} by ${formatPlural(reviewers, "reviewer")}: ${formatCount(right)} right, ${formatCount(wrong)} wrong.`,
  pace: (decisions, median, p90) =>
    `Half of ${formatPlural(decisions, "decision")} took ${median} s or less, nine in ten ${p90} s or less.`,
  noPace: "How long decisions take is unknown yet.",
  agreement: "Agreement",
  holds: "Whether it is an edge:",
  relation: "Which relation it is:",
  pair: (one, other) => `${one} and ${other}:`,
  missing: (edges, missing) =>
    `${formatPlural(edges, "edge")} reviewed by two people; ${formatCount(missing)} more are needed.`,
  needed: (edges) => `Below ${formatCount(edges)} no figure tells agreement from chance.`,
  value: (value, [low, high], edges) =>
    `${value} (95 % interval ${low} to ${high}, ${formatPlural(edges, "edge")})`,
  undefinedValue: {
    nothing: "there is nothing to compare",
    "one-category": "undefined: everybody said the same of all",
  },
  reliability: "Whether confidences hold",
  before: "As they are",
  after: "As calibrating would make them",
  noFit: (labels) => `${formatPlural(labels, "label")} so far; too little to say.`,
  obstacle: (has, needs) => `There are ${formatCount(has)} of the ${formatCount(needs)} that it takes.`,
  plotLabel: (title) => `${title}: share of right edges by confidence; the table below has the numbers`,
  precision: "How often the program was right",
  noPrecision: "Nothing is reviewed yet.",
  dimension: {
    status: "By status",
    origin: "By origin",
    "document-kind": "By kind of document",
    documents: "By number of documents",
    tracer: "By finder",
    "resolved-by": "By how the name became an id",
    contradicted: "By contradiction",
    flag: "By failed check",
    relation: "By relation",
    "relation-kept": "By whether the relation was kept",
  },
  group: "Group",
  right: "Right",
  interval: "95 % interval",
  confidence: "confidence",
  edges: "Edges",
};

export const figuresWords = (): FiguresWords => wordsOf("figures", ENGLISH);
